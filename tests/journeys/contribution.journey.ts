import { expect, type Page } from '@playwright/test'
import { findSevere, openAt, tabTo, test } from '../server/journey.ts'

const province = 'ruleSet=qd766-2022&period=2026-10-10&agency=tinh-dak-lak&group=dak-lak-so-ban-nganh'
const demonstration = 'ruleSet=mau-tinh-cqs&period=2026-06&group=minh-hoa-so'

const lossOf = (page: Page) => page.getByRole('region', { name: 'Đóng góp vào điểm mất' })
const comparisonOf = (page: Page) =>
  page.getByRole('region', { name: /^So sánh/ }).filter({ hasText: '0–100' })
const rowsOf = (page: Page) => lossOf(page).locator('ol').getByRole('listitem')
const compared = (page: Page) => comparisonOf(page).getByRole('list', { name: 'Đơn vị đang so sánh' })

test.describe('what each agency cost the province', () => {
  test('Đắk Lắk: 14 units and the 102 that are not loaded make the loss', async ({ page }) => {
    await openAt(page, `/agencies?${province}&criterion=ON_TIME`)
    const loss = lossOf(page)
    await expect(
      loss.getByText(
        /^Toàn tỉnh mất 2,28\/20 điểm ở Hồ sơ giải quyết đúng, trước hạn; 102 đơn vị chưa nạp: 96,82%; 5 đơn vị gây 2,66%: .*\.$/,
      ),
    ).toBeVisible()
    // 2.28 × 441 ÷ 50 478 = 0.0199; 441 ÷ 50 478 = 0.87%
    await expect(rowsOf(page).first()).toContainText(
      'Sở Giáo dục và Đào tạocòn cách mục tiêu 441\u00a0hồ\u00a0sơ−0,0200,87%',
    )
    await expect(rowsOf(page).last()).toContainText('còn cách mục tiêu 50.478\u00a0hồ\u00a0sơ−2,28100%')
    await expect(rowsOf(page).nth(-2)).toContainText('102 đơn vị chưa nạpcòn cách mục tiêu 48.874')
    await expect(rowsOf(page)).toHaveCount(11) // eight, the others, those not loaded, the total

    await loss.getByRole('button', { name: 'Xem hết 14 đơn vị' }).click()
    await expect(rowsOf(page)).toHaveCount(16)
    await expect(page).toHaveURL(/tables=contribution\.all/)
  })

  test('criteria that cannot be split say why instead of showing nonsense', async ({ page }) => {
    await openAt(page, `/agencies?${province}&criterion=PUBLISH_ON_TIME`)
    const loss = lossOf(page)
    await expect(
      loss.getByText('không tách được theo đơn vị: các đơn vị ghi lại số liệu chung'),
    ).toBeVisible()
    await expect(loss.getByText('Đang xem 4.4')).toBeVisible()
    await loss.getByText('5 tiêu chí không tách được theo đơn vị').click()
    await expect(loss.getByText('Mất tất cả 34,51 điểm, trong đó 12,25 điểm không tách được.')).toBeVisible()
    await expect(loss.getByRole('listitem').filter({ hasText: '14 đơn vị' })).toHaveCount(2)
  })

  test('the demonstration province is summed over both kinds of agencies', async ({ page }) => {
    await openAt(page, `/agencies?${demonstration}`)
    const loss = lossOf(page)
    await expect(loss.getByText(/^Toàn tỉnh mất 3,59\/7 điểm ở Giải quyết hồ sơ đúng hạn/)).toBeVisible()
    await expect(
      loss.getByText(/Suy ra: cộng từ 140 đơn vị đã nộp.*Số liệu minh họa\..*không chỉ nhóm đang xem/),
    ).toBeVisible()
    await expect(rowsOf(page).filter({ hasText: 'Phường' }).first()).toBeVisible()

    await loss.getByRole('combobox', { name: 'Tiêu chí' }).selectOption('all')
    await expect(loss.getByText(/^Toàn tỉnh mất 11,83\/44 điểm ở 9 tiêu chí tách được/)).toBeVisible()
    await expect(page).toHaveURL(/criterion=all/)

    await loss.getByRole('button', { name: 'Xem dạng bảng' }).click()
    await expect(loss.getByRole('row')).toHaveCount(142) // head, 140 agencies, total
    await page.goBack()
    await expect(loss.getByRole('table')).toHaveCount(0)
  })

  test('provinces have nobody above them', async ({ page }) => {
    await openAt(page, '/agencies?ruleSet=qd766-nhom-2022')
    await expect(lossOf(page)).toContainText('không có chung một cơ quan cấp trên')
  })
})

test.describe('agencies side by side', () => {
  test('one press compares the two best; the address keeps them', async ({ page }) => {
    await openAt(page, `/agencies?${province}`)
    const comparison = comparisonOf(page)
    await comparison.getByRole('button', { name: /^So sánh hai đơn vị dẫn đầu/ }).click()
    await expect(compared(page).getByRole('listitem')).toHaveText([
      /Sở Văn hóa, Thể thao và Du lịch.*76,37\/100/,
      /Sở Xây dựng.*74,13\/100/,
    ])
    await expect(page).toHaveURL(/with=h15-15%2Ch15-16/)
    await page.goBack()
    await expect(comparison.getByRole('button', { name: /^So sánh hai đơn vị dẫn đầu/ })).toBeVisible()
  })

  test('with the keyboard alone: find without accents, add, unfold, take out', async ({ page }) => {
    await openAt(page, `/agencies?${province}&with=h15-15`)
    const field = comparisonOf(page).getByRole('combobox', { name: 'Thêm đơn vị' })
    await field.focus()
    await page.keyboard.type('khoa hoc')
    await expect(comparisonOf(page).getByRole('option')).toHaveText(['Sở Khoa học và Công nghệ'])
    await page.keyboard.press('Enter')
    await expect(compared(page).getByRole('listitem')).toHaveCount(2)
    await expect(field).toBeFocused()
    await expect(field).toHaveValue('')

    // 13.05 − 9.72 = 3.33 of 22, 15.14%
    const area = comparisonOf(page).getByRole('button', { name: 'Số hóa hồ sơ' })
    await expect(
      comparisonOf(page)
        .getByRole('listitem')
        .filter({ hasText: /^Số hóa hồ sơ/ }),
    ).toContainText('A +15,14')
    await tabTo(page, area)
    await page.keyboard.press('Enter')
    await expect(area).toHaveAttribute('aria-expanded', 'true')
    await expect(comparisonOf(page).getByText('Hồ sơ được số hóa')).toBeVisible()

    const remove = compared(page).getByRole('button', { name: 'Bỏ Sở Khoa học và Công nghệ khỏi so sánh' })
    await remove.focus()
    await page.keyboard.press('Enter')
    await expect(compared(page).getByRole('listitem')).toHaveCount(1)
    await expect(comparisonOf(page).getByRole('heading', { name: 'So sánh đơn vị' })).toBeFocused()
  })

  test('five at most, idle ones shown and not compared, every figure in the table', async ({ page }) => {
    await openAt(page, `/agencies?${province}&with=h15-15,h15-07,h15-52,h15-39,h15-14&tables=compare`)
    const comparison = comparisonOf(page)
    await expect(comparison.getByText('Đã đủ 5 đơn vị')).toBeVisible()
    await expect(comparison.getByRole('combobox')).toHaveCount(0)
    const total = comparison.getByRole('row', { name: /^Tổng điểm/ })
    // 76.37 − 55.43 among those with dossiers
    await expect(total.getByRole('cell')).toHaveText([
      '76,37/100',
      '55,43/100',
      /19,85\/100/,
      /7,85\/100/,
      '70,55/100',
      'A',
      '20,94',
      '20,94',
    ])
    await comparison
      .getByRole('row', { name: /^2\.1 / })
      .getByRole('link')
      .first()
      .click()
    await expect(page).toHaveURL(/#\/criteria\?.*agency=h15-15.*criterion=ON_TIME/)
  })

  for (const scheme of ['light', 'dark'] as const)
    test(`axe finds nothing serious (${scheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme })
      await openAt(page, `/agencies?${demonstration}&with=mh-so-tu-phap,mh-so-tai-chinh,mh-so-cong-thuong`)
      await expect(rowsOf(page).first()).toBeVisible()
      expect(await findSevere(page)).toEqual([])
      await page
        .getByRole('region', { name: /^So sánh/ })
        .getByRole('combobox')
        .last()
        .click()
      expect(await findSevere(page)).toEqual([])
    })
})
