import { expect, type Page } from '@playwright/test'
import { findSevere, openAt, receiptOf, tabTo, test } from '../server/journey.ts'

const commune = 'ruleSet=qd766-2022&period=2026-10-10&agency=h15-157'
const department = 'ruleSet=mau-tinh-cqs&period=2026-06&agency=mh-so-xay-dung'

async function openTable(page: Page, search: string): Promise<void> {
  await openAt(page, `/criteria?${search}`)
  await expect(page.getByRole('treegrid')).toBeVisible()
}

const rowOf = (page: Page, id: string) => page.locator(`#row-${id}`)
const cellOf = (page: Page, id: string, column: string) => rowOf(page, id).locator(`[data-col="${column}"]`)
const searchOf = (page: Page) => new URLSearchParams(page.url().split('?')[1] ?? '')

test.describe('a commune on the 766 index', () => {
  test('opens with its sentence, the official rows and a total that holds them', async ({ page }) => {
    await openTable(page, commune)
    await expect(
      page.getByRole('heading', {
        level: 1,
        name: 'Đạt 73,24/100 điểm, mất nhiều nhất ở TTHC công bố đúng hạn: 6,00 điểm',
      }),
    ).toBeVisible()
    const grid = page.getByRole('treegrid', { name: 'Bảng chấm điểm theo tiêu chí' })
    await expect(grid.getByRole('columnheader')).toHaveText([
      'STT',
      'Tiêu chí',
      'Tối đa',
      'Số liệu',
      'Tính theo tài\u00a0liệu',
      'Công bố',
      'Chênh lệch',
      'Mất',
      /^% tối đa/,
      'Ghi chú',
    ])
    const cells = rowOf(page, 'DOSSIER_SYNC').getByRole('gridcell')
    await expect(cells).toContainText(['1.4', '6', '1.668/1.668', '6,00', '6,00', '0,00', '0,00', '100%'])
    // Published for the group alone: nothing is made up for its parts.
    await expect(cellOf(page, 'PAY_DOSSIER', 'after')).toHaveText('không nêu')
    await expect(cellOf(page, 'PAY_DOSSIER', 'difference')).toHaveText('chưa so')
    await expect(grid.getByRole('row').last()).toContainText(/Tổng điểm100.*73,24.*73,24.*26,76.*73%/)
    await expect(page.getByRole('button', { name: 'Mất điểm 13' })).toBeVisible()
  })

  test('is walked, folded and opened by keyboard alone', async ({ page }) => {
    await openTable(page, commune)
    await tabTo(page, rowOf(page, 'CKMB'))
    await page.keyboard.press('ArrowDown')
    await expect(rowOf(page, 'PUBLISH_ON_TIME')).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(rowOf(page, 'CKMB')).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(rowOf(page, 'CKMB')).toHaveAttribute('aria-expanded', 'false')
    await expect(rowOf(page, 'PUBLISH_ON_TIME')).toHaveCount(0)
    expect(searchOf(page).get('closed')).toBe('CKMB')

    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(rowOf(page, 'PUBLISH_ON_TIME')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(receiptOf(page)).toContainText('mục 1.1')
    await expect(receiptOf(page)).toContainText('0 ÷ 82')
    await page.keyboard.press('Escape')
    await expect(receiptOf(page)).toHaveCount(0)
    await expect(rowOf(page, 'PUBLISH_ON_TIME')).toBeFocused()

    await page.keyboard.press('End')
    await expect(rowOf(page, 'DOSSIER_RECEIVING_SATISFACTION')).toBeFocused()
    await page.keyboard.press('Home')
    await expect(rowOf(page, 'CKMB')).toBeFocused()

    await page.goBack()
    await expect(receiptOf(page)).toContainText('mục 1.1')
    await page.goForward()
    await expect(receiptOf(page)).toHaveCount(0)
  })

  test('a link to a row unfolds its group, shows it and opens its receipt', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openTable(page, `${commune}&closed=MDHL,MDSH&criterion=DOSSIER_RECEIVING_SATISFACTION`)
    const row = rowOf(page, 'DOSSIER_RECEIVING_SATISFACTION')
    await expect(row).toBeInViewport()
    await expect(row).toHaveAttribute('aria-selected', 'true')
    await expect(receiptOf(page)).toContainText('mục 5.4')
    expect(searchOf(page).get('closed')).toBe('MDSH')

    await receiptOf(page).getByRole('button', { name: 'Sao chép liên kết' }).click()
    await expect(receiptOf(page).getByRole('status')).toHaveText('Đã sao chép liên kết')
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(new URL(link).hash).toContain('criterion=DOSSIER_RECEIVING_SATISFACTION')
    expect(new URL(link).hash).toMatch(/^#\/criteria\?/)
  })

  test('is searched without accents; what hides every row is named and lifted', async ({ page }) => {
    await openTable(page, commune)
    const field = page.getByRole('searchbox', { name: /^Tìm/ })
    await field.fill('so hoa')
    await expect(page.locator('.official mark')).toHaveText(['Số hóa', 'số hóa', 'số hóa', 'số hóa'])
    await expect(rowOf(page, 'MDSH')).toBeVisible()
    await expect(rowOf(page, 'CKMB')).toHaveCount(0)
    await expect(page.getByRole('treegrid')).toContainText('đang xem 3/22 dòng')

    await page.getByRole('button', { name: /^Không phát sinh/ }).click()
    const none = page.getByRole('status').filter({ hasText: 'Không có dòng nào khớp' })
    await expect(none).toContainText('Từ tìm “so hoa” và bộ lọc “Không phát sinh” đang ẩn mọi dòng.')
    await none.getByRole('button', { name: 'Xem lại tất cả' }).click()
    await expect(rowOf(page, 'CKMB')).toBeVisible()
    await expect(field).toHaveValue('')
  })

  test('columns, filter and order stand in the address and outlive a reload', async ({ page }) => {
    await openTable(page, commune)
    await page.getByText('Cột', { exact: true }).click()
    await page.getByRole('checkbox', { name: 'Ghi chú' }).uncheck()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Mất điểm/ }).click()
    await page.getByRole('combobox', { name: 'Thứ tự' }).selectOption('Mất nhiều nhất cả bảng')
    await expect(page.getByRole('columnheader', { name: 'Ghi chú' })).toHaveCount(0)
    await page.reload()
    await expect(page.getByRole('treegrid')).toBeVisible()
    await expect(page.getByRole('columnheader', { name: 'Ghi chú' })).toHaveCount(0)
    const lost = page.locator('.official tbody [data-col="lost"]')
    await expect(lost.first()).toHaveText('6,00')
    await expect(lost).toHaveCount(13)
    expect(Object.fromEntries(searchOf(page))).toMatchObject({
      hide: 'note',
      filter: 'lost',
      sort: '-lost.flat',
    })
  })

  test('on paper every row stands, folded or not, without a control', async ({ page }) => {
    await openTable(page, `${commune}&closed=CKMB,MDSH&criterion=ON_TIME`)
    await expect(rowOf(page, 'PUBLISH_ON_TIME')).toHaveCount(0)
    await page.emulateMedia({ media: 'print' })
    await expect(rowOf(page, 'PUBLISH_ON_TIME')).toBeVisible()
    await expect(page.getByText('Bảng chấm điểm Chỉ số 766', { exact: false })).toBeVisible()
    await expect(page.getByText('Bảng in toàn bộ 22 dòng.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Gập hết' })).toBeHidden()
    await expect(page.locator('.receipt')).toBeHidden()
  })
})

test.describe('a department that was reviewed twice', () => {
  test('claims, both reviews and exact differences stand beside each other', async ({ page }) => {
    await openTable(page, department)
    await expect(cellOf(page, 'nguoi-dung-moi', 'before')).toHaveText('2,00')
    await expect(cellOf(page, 'nguoi-dung-moi', 'firstReview')).toHaveText('1,00')
    await expect(cellOf(page, 'nguoi-dung-moi', 'after')).toHaveText('0,00')
    await expect(cellOf(page, 'nguoi-dung-moi', 'difference')).toHaveText('−2,00')
    // Nobody claims the survey: its points are computed and say so.
    await expect(cellOf(page, 'muc-do-hai-long', 'before')).toHaveText(/^tính/)
    await expect(page.locator('#row-of-total [data-col="difference"]')).toHaveText('−4,65')

    await page.getByRole('button', { name: 'Tự chấm khác thẩm định 5' }).click()
    await expect(page.locator('.official tbody .leaf')).toHaveCount(5)
    await expect(page.locator('.official tbody .group')).toHaveCount(3)
  })

  test('the total has its receipt too, and so has a penalty', async ({ page }) => {
    await openTable(page, department)
    await page.getByRole('button', { name: 'Tổng điểm' }).click()
    await expect(receiptOf(page).getByRole('heading', { name: 'Tổng điểm' })).toBeVisible()
    await rowOf(page, 'tru-khong-xin-loi').click()
    await expect(receiptOf(page).getByRole('heading')).toContainText(['Điểm trừ hồ sơ quá hạn không xin lỗi'])
  })
})

test('an agency that sent nothing is an interval of gaps, never noughts', async ({ page }) => {
  await openTable(page, 'ruleSet=mau-tinh-cqs&period=2026-07&agency=mh-xa-huong-tinh')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Chưa nộp số liệu/)
  await expect(cellOf(page, 'van-ban-mang', 'after')).toHaveText('thiếu')
  await expect(page.locator('#row-of-total')).toContainText('−5,00–98,00')
  await expect(page.getByRole('button', { name: 'Mất điểm 0' })).toBeVisible()
})

test('points known only together add up to the total in a row of their own', async ({ page }) => {
  await openTable(page, 'ruleSet=par-index-2022')
  await expect(cellOf(page, 'khong-neu-diem-rieng', 'max')).toHaveText('6,5')
  await expect(cellOf(page, 'khong-neu-diem-rieng', 'after')).toContainText('6,0004')
  await expect(cellOf(page, 'so-hoa-ho-so-tthc', 'after')).toHaveText('tính chung')
  await expect(page.locator('#row-of-total')).toContainText('10,1352')
})

test.describe('for whoever cannot see or point', () => {
  for (const [name, search] of [
    ['computed and published', commune],
    ['reviewed', `${department}&criterion=nguoi-dung-moi`],
    ['pools', 'ruleSet=par-index-2022'],
  ] as const)
    test(`axe finds nothing serious: ${name}`, async ({ page }) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await openTable(page, search)
        expect(await findSevere(page)).toEqual([])
      }
    })

  test('on a phone rows are blocks, the total stays at the foot and nothing is too wide', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await openTable(page, department)
    await expect(page.locator('#row-of-total')).toBeInViewport()
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(excess).toBeLessThanOrEqual(0)
    expect(await findSevere(page)).toEqual([])
    await rowOf(page, 'van-ban-mang').click()
    await expect(page.getByRole('dialog', { name: 'Phiếu tính điểm' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
})
