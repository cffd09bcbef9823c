import { expect, type Locator, type Page } from '@playwright/test'
import { findSevere, openAt, tabTo, test } from '../server/journey.ts'

const ward = 'ruleSet=mau-tinh-cqs&agency=mh-phuong-ngan-minh'

const fieldOf = (page: Page, metricId: string): Locator => page.locator(`[data-metric="${metricId}"]`).first()
const pointsOf = (page: Page, nodeId: string): Locator => page.locator(`[data-item="${nodeId}"] .sa-points`)
const areas = (page: Page): Locator => page.getByRole('navigation', { name: 'Lĩnh vực' })
const searchOf = (page: Page) => new URLSearchParams(page.url().split('?')[1] ?? '')

/** A new draft of a ward of the demonstration province, by keyboard alone. */
async function newDraft(page: Page): Promise<void> {
  await openAt(page, `/self-assessment?${ward}`)
  await tabTo(page, page.getByRole('button', { name: 'Tạo bản nháp' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^1 Xử lý công việc/)
}

test('a ward fills in an area with the keyboard alone', async ({ page }) => {
  await newDraft(page)
  await expect(page).toHaveTitle(/^Tự chấm · Phường Ngân Minh/)
  await expect(areas(page).getByRole('button').first()).toContainText('thiếu')
  await tabTo(page, fieldOf(page, 'vb-xu-ly-mang'))

  // 1.464 documents are a count, so the dot can only stand between thousands.
  await page.keyboard.type('1.464')
  await page.keyboard.press('Enter')
  await expect(fieldOf(page, 'vb-phai-xu-ly')).toBeFocused()
  await expect(page.getByText('= 1.464 văn bản')).toBeVisible()
  await page.keyboard.type('1529')
  // 1464 / 1529 is above 80%
  await expect(pointsOf(page, 'van-ban-mang')).toHaveText('6,00/6')
  await page.keyboard.press('Enter')
  for (const figure of ['4', '4', '0']) {
    await page.keyboard.type(figure)
    await page.keyboard.press('Enter')
  }
  await expect(pointsOf(page, 'nhiem-vu-giao')).toHaveText('6,00/6')

  // Every report of the month: yes, with the space bar.
  const questions = page.getByRole('radiogroup')
  const count = await questions.count()
  expect(count).toBeGreaterThan(4)
  for (let index = 0; index < count; index++) {
    await expect(questions.nth(index).getByRole('radio').first()).toBeFocused()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
  }
  await page.keyboard.type('18/11/2026')
  await page.keyboard.press('Enter')
  await page.keyboard.type('20/11/2026')
  await expect(areas(page).getByRole('button').first()).toContainText('đủ số liệu')
  await expect(areas(page).getByRole('button').first()).toContainText('22,00/22')

  // Past the last field the next area begins.
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^2 Dịch vụ công/)
  expect(searchOf(page).get('area')).toBe('dich-vu-cong')

  // All of it stands after a reload, and undo still knows nothing of another time.
  await page.reload()
  await page.goBack()
  await expect(fieldOf(page, 'vb-xu-ly-mang')).toHaveValue('1.464')
  await expect(fieldOf(page, 'ngay-gui')).toHaveValue('20/11/2026')
})

test('figures are taken back, looked for and explained without the mouse', async ({ page }) => {
  await newDraft(page)
  await tabTo(page, fieldOf(page, 'vb-xu-ly-mang'))
  await page.keyboard.type('364x')
  await page.keyboard.press('Enter')
  const message = page.getByRole('alert').filter({ hasText: 'không phải số' })
  await expect(message).toBeVisible()
  await expect(fieldOf(page, 'vb-xu-ly-mang')).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('Control+z')
  await expect(fieldOf(page, 'vb-xu-ly-mang')).toHaveValue('')
  await page.keyboard.press('Control+y')
  await expect(fieldOf(page, 'vb-xu-ly-mang')).toHaveValue('364x')
  await page.keyboard.press('Control+m')
  await expect(fieldOf(page, 'vb-phai-xu-ly')).toBeFocused()
  // The states of a figure, from the field.
  await page.keyboard.press('Alt+ArrowDown')
  await expect(
    page.getByRole('combobox', { name: 'Trạng thái số liệu: Văn bản, hồ sơ công việc phải xử lý' }),
  ).toBeFocused()
  await page.keyboard.press('Escape')

  await tabTo(page, pointsOf(page, 'van-ban-mang'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: /Phiếu tính điểm/ })).toBeVisible()
  expect(searchOf(page).get('criterion')).toBe('van-ban-mang')
  await page.keyboard.press('Escape')
  await expect(pointsOf(page, 'van-ban-mang')).toBeFocused()
})

test('a check leads to its field in another area', async ({ page }) => {
  await newDraft(page)
  await areas(page).getByRole('button').nth(3).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^4 /)
  await page
    .getByRole('complementary', { name: 'Điểm tự chấm và kiểm tra' })
    .getByRole('button', { name: 'Đến ô' })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^1 /)
  await expect(fieldOf(page, 'vb-xu-ly-mang')).toBeFocused()
})

test('a draft that is not on this machine is said to be so', async ({ page }) => {
  await openAt(page, '/self-assessment?draft=khong-co')
  await expect(page.getByRole('heading', { level: 1, name: 'Máy này không có bản nháp đó' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Xem các bản nháp trên máy này' }).click()
  await expect(page.getByRole('button', { name: 'Tạo bản nháp' })).toBeVisible()
})

test.describe('names, contrast and room', () => {
  const sizes = [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
    { width: 390, height: 844 },
  ]
  for (const scheme of ['light', 'dark'] as const)
    for (const size of sizes)
      test(`${scheme}, ${size.width} × ${size.height}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: scheme })
        await page.setViewportSize(size)
        await newDraft(page)
        await fieldOf(page, 'vb-xu-ly-mang').fill('mười')
        await fieldOf(page, 'vb-phai-xu-ly').fill('1.529')
        await fieldOf(page, 'nv-giao').fill('4')
        await expect(page.getByRole('alert').filter({ hasText: 'không phải số' })).toBeVisible()
        expect(await findSevere(page)).toEqual([])
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(over).toBe(0)
      })
})
