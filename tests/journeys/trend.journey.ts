import { expect, type Locator, type Page } from '@playwright/test'
import { findSevere, openAt, tabTo, test } from '../server/journey.ts'

const months = 'ruleSet=mau-tinh-cqs&agency=mh-so-xay-dung'

const periodsOf = (page: Page): Locator => page.getByRole('list', { name: 'Các kỳ trên biểu đồ' })
const pointOf = (page: Page, name: string | RegExp): Locator => periodsOf(page).getByRole('button', { name })
const section = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name })

/** The trend at a search, with every period it waits for. */
async function openTrend(page: Page, search: string, points: number): Promise<void> {
  await openAt(page, `/trend?${search}`)
  await expect(periodsOf(page).getByRole('button')).toHaveCount(points)
  await page.evaluate(() => document.fonts.ready)
}

test.describe('24 months over two rule sets', () => {
  test('say what the last one reached, what was not sent and what is open', async ({ page }) => {
    await openTrend(page, `${months}&period=2026-10`, 24)
    // The last month is claimed, the one before it closed.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^Tháng 10\/2026 đạt [\d,]+\/98\sđiểm; không so với tháng 09\/2026 vì khác giai đoạn: một bên là tự chấm$/,
    )
    await expect(pointOf(page, /^tháng 10\/2026:.*không so: khác giai đoạn$/)).toBeVisible()
    await expect(page).toHaveTitle(/^Xu hướng · Sở Xây dựng · Chính quyền số 2026/)
    await expect(pointOf(page, /^tháng 01\/2025: chưa nộp/)).toBeVisible()
    await expect(
      pointOf(page, /^tháng 05\/2026: 69,82–74,82\/98\s?điểm.*1 tiêu chí thiếu số liệu/),
    ).toBeVisible()
    // The rule set changed: no difference is made up.
    await expect(pointOf(page, /^tháng 01\/2026:.*không so: đổi bộ chỉ số$/)).toBeVisible()
    await expect(page.getByText('Số liệu minh họa', { exact: true })).toBeVisible()
  })

  test('a point opens its period; back and a link return to the view', async ({ page, context }) => {
    await openTrend(page, `${months}&period=2026-10`, 24)
    const title = page.getByRole('heading', { level: 1 })
    const first = await title.textContent()
    await pointOf(page, /^tháng 07\/2025/).click()
    await expect(page).toHaveURL(/ruleSet=mau-tinh-cqs-2025.*period=2025-07/)
    await expect(section(page, 'Kỳ đang xem: tháng 07/2025')).toContainText('điểm')
    await expect(
      section(page, 'Kỳ đang xem: tháng 07/2025').getByRole('link', { name: 'Mở Tổng quan tháng 07/2025' }),
    ).toHaveAttribute('href', /^#\/\?ruleSet=mau-tinh-cqs-2025&period=2025-07&agency=mh-so-xay-dung/)

    const again = await context.newPage()
    await again.goto(page.url())
    await expect(again.getByRole('heading', { level: 1 })).toHaveText((await title.textContent()) ?? '')
    await again.close()

    await page.goBack()
    await expect(title).toHaveText(first ?? '')
  })

  test('are walked through with the keyboard alone', async ({ page }) => {
    await openTrend(page, `${months}&period=2026-10`, 24)
    const last = pointOf(page, /^tháng 10\/2026/)
    await tabTo(page, last)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await expect(pointOf(page, /^tháng 08\/2026/)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(pointOf(page, /^tháng 08\/2026/)).toHaveAttribute('aria-pressed', 'true')
    await expect(pointOf(page, /^tháng 08\/2026/)).toBeFocused()
    await page.keyboard.press('Home')
    await expect(pointOf(page, /^tháng 11\/2024/)).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(pointOf(page, /^tháng 11\/2024/)).toBeFocused()
    await page.keyboard.press('End')
    await expect(last).toBeFocused()
  })

  test('the change is the one of the overview, by cause and by criterion', async ({ page }) => {
    await openTrend(page, `${months}&period=2026-09`, 24)
    const facts = section(page, /^Kỳ đang xem/)
    const shown = await facts.locator('dd').nth(3).textContent()
    const causes = section(page, 'Điều gì làm điểm thay đổi')
    const rows = causes.getByRole('list', { name: 'Nguyên nhân' }).getByRole('listitem')
    await expect(rows).toHaveCount(7)
    await expect(rows.last()).toContainText(`Cả thay đổi${shown}`)

    await facts.getByRole('link', { name: 'Mở Tổng quan tháng 09/2026' }).click()
    await expect(page.getByRole('main').getByText(shown ?? '', { exact: true })).toBeVisible()
  })

  test('two rule sets are compared with a notice, in percent where the maxima differ', async ({ page }) => {
    await openTrend(page, `${months}&period=2026-01`, 24)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^Giảm 2,19\sđiểm % so với tháng 12\/2025; hai kỳ theo hai bộ chỉ số khác nhau$/,
    )
    const causes = section(page, 'Điều gì làm điểm thay đổi')
    await expect(causes).toContainText('Số liệu kỳ trước được chấm lại theo bộ mới')
    await expect(causes).toContainText('(100 và 98), nên so theo % điểm tối đa')
    await causes.getByLabel('Từ kỳ').selectOption({ label: 'tháng 11/2025' })
    await expect(page).toHaveURL(/since=2025-11\.mau-tinh-cqs-2025/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('so với tháng 11/2025')
  })

  test('a claim is no change since a decided month, on any screen', async ({ page }) => {
    const claim = 'ruleSet=mau-tinh-cqs&period=2026-06&agency=mh-vp-ubnd-tinh&stage=selfAssessment'
    await openTrend(page, claim, 24)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^Tháng 06\/2026 đạt 59,81\/86\sđiểm; không so với tháng 05\/2026 vì khác giai đoạn: một bên là tự chấm$/,
    )
    await expect(section(page, /^Kỳ đang xem/)).toContainText(
      'So với tháng 05/2026khác giai đoạn: một bên là tự chấm',
    )
    const causes = section(page, 'Tự chấm và điểm đã thẩm định chênh nhau vì đâu')
    await expect(causes).toContainText('Không so sánh được: khác giai đoạn: một bên là tự chấm')
    await expect(causes).toContainText('không phải tăng hay giảm theo thời gian')
    await openAt(page, `/?${claim}`)
    const since = page.getByRole('main').locator('.fact').filter({ hasText: 'So với tháng 05/2026 (chốt)' })
    await expect(since).toContainText('không so sánh được')
    await expect(since).toContainText('khác giai đoạn: một bên là tự chấm')
    // As it stands the month is closed like the one before.
    await openTrend(page, claim.replace('&stage=selfAssessment', ''), 24)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^(Tăng|Giảm) .* so với tháng 05\/2026/)
    await openAt(page, `/agencies?${claim}`)
    const row = page.getByRole('row', { name: /Văn phòng UBND tỉnh/ }).first()
    await expect(row).toContainText('khác giai đoạn')
  })

  test('a month that was not sent is not compared', async ({ page }) => {
    await openTrend(page, 'ruleSet=mau-tinh-cqs&agency=mh-xa-huong-tinh&period=2026-07', 24)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^Chưa nộp số liệu tháng 07\/2026; kỳ gần nhất có điểm là tháng 06\/2026: 77,49\/98\sđiểm$/,
    )
    await expect(section(page, 'Điều gì làm điểm thay đổi')).toContainText(
      'Không so sánh được: tháng 07/2026 chưa nộp số liệu',
    )
  })

  test('a criterion is followed, by points or by its share against the target', async ({ page }) => {
    await openTrend(page, `${months}&period=2026-10`, 24)
    const main = section(page, /qua các tháng$/)
    await main.getByLabel('Theo dõi').selectOption('ho-so-truc-tuyen')
    await expect(page).toHaveURL(/criterion=ho-so-truc-tuyen/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Hồ sơ trực tuyến toàn trình: 9,63\/10/)
    await main.getByRole('button', { name: 'Tỷ lệ %' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Hồ sơ trực tuyến toàn trình: 48,17% tháng 10/2026, chưa đạt mục tiêu tối thiểu 50%',
    )
    await expect(main.getByText('mục tiêu tối thiểu 50%')).toBeVisible()
    await page.goBack()
    await page.goBack()
    await expect(main.getByLabel('Theo dõi')).toHaveValue('')
  })

  test('the table twin holds every period', async ({ page }) => {
    await openTrend(page, 'ruleSet=mau-tinh-cqs&agency=mh-phuong-ngan-minh&period=2026-10', 24)
    const main = section(page, 'Tổng điểm qua các tháng')
    await main.getByRole('button', { name: 'Xem dạng bảng' }).click()
    await expect(main.getByRole('row')).toHaveCount(25)
    const forced = main.getByRole('row', { name: /^tháng 05\/2026/ })
    await expect(forced).toContainText('78,47/86')
    await expect(forced).toContainText('nên xếp Yếu dù được bao nhiêu điểm')
  })
})

test.describe('single days and years', () => {
  test('one date is one dot without a line', async ({ page }) => {
    await openTrend(page, 'ruleSet=qd766-2022&agency=h15-157', 1)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^Mới có một kỳ số liệu: 73,24\/100\sđiểm ngày 10\/10\/2026$/,
    )
    await expect(page.locator('.trend-line')).toHaveCount(0)
    await expect(page.locator('.trend-plot .trend-dot')).toHaveCount(1)
    await expect(section(page, 'Điều gì làm điểm thay đổi')).toContainText(
      'Chưa có kỳ nào trước đó có điểm để so sánh.',
    )
  })

  test('the province has three dates and what its portal states by month', async ({ page }) => {
    await openTrend(page, 'ruleSet=qd766-2022&agency=tinh-dak-lak&period=2026-10-10', 3)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^Tăng 0,96\sđiểm so với ngày 28\/09\/2026, nhiều nhất ở “/,
    )
    const stated = section(page, 'Số liệu đã công bố theo thời gian')
    await expect(stated.getByRole('figure')).toHaveCount(3)
    await stated.getByRole('button', { name: 'Xem dạng bảng' }).click()
    await expect(stated.getByRole('row')).toHaveCount(31)
  })

  test('PAPI goes through two years', async ({ page }) => {
    await openTrend(page, 'ruleSet=papi-8', 2)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Tăng 0,09\sđiểm so với năm 2021/)
  })
})

test.describe('a file that is broken', () => {
  test.use({ expectedErrors: /404/ })

  test('costs only its own period, which is named', async ({ page }) => {
    await page.route('**/mau-tinh-cqs/2026-08.json', route => route.fulfill({ status: 404 }))
    await openTrend(page, `${months}&period=2026-10`, 23)
    const notice = page.getByRole('status').filter({ hasText: 'Không đọc được 1 kỳ' })
    await expect(notice).toContainText('submissions/mau-tinh-cqs/2026-08.json')
    await page.unroute('**/mau-tinh-cqs/2026-08.json')
    await notice.getByRole('button', { name: 'Thử lại' }).click()
    await expect(periodsOf(page).getByRole('button')).toHaveCount(24)
    await expect(notice).toBeHidden()
  })
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing serious in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openTrend(page, `${months}&period=2026-10`, 24)
    expect(await findSevere(page)).toEqual([])
    await openTrend(page, `${months}&period=2026-01&criterion=ho-so-truc-tuyen&measure=share`, 24)
    expect(await findSevere(page)).toEqual([])
    await openAt(page, `/trend?${months}&period=2026-01&tables=trend,causes,movers`)
    await expect(page.getByRole('table')).toHaveCount(3)
    expect(await findSevere(page)).toEqual([])
    await openTrend(page, 'ruleSet=qd766-2022&agency=tinh-dak-lak', 3)
    expect(await findSevere(page)).toEqual([])
  })

for (const [width, height] of [
  [1366, 768],
  [1920, 1080],
  [390, 844],
] as const)
  test(`nothing runs off a page of ${width} by ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    for (const search of [`${months}&period=2026-10`, `${months}&period=2026-01&tables=trend`]) {
      await openAt(page, `/trend?${search}`)
      await expect(page.getByText(/^đang tải/)).toHaveCount(0)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, search).toBeLessThanOrEqual(0)
    }
  })
