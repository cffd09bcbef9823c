import { expect, type Page } from '@playwright/test'
import { scaled, scaledSum } from '../data/scaled.ts'
import {
  findSevere,
  hold,
  ladderOf,
  openAt,
  openOverview,
  receiptOf,
  tabTo,
  test,
  waitForCharts,
} from '../server/journey.ts'

/** "−1.234,56" as the decimal it is. */
const decimalOf = (shown: string) => shown.replaceAll('.', '').replace(',', '.').replace('−', '-')

test.describe('Trà Vinh 2022', () => {
  test('opens with its sentence, facts, losses and targets', async ({ page }) => {
    await page.goto('')

    const main = page.getByRole('main')
    await expect(
      main.getByRole('heading', {
        level: 1,
        name: 'Mất 3,3648 điểm, nhiều nhất ở hồ sơ trực tuyến toàn trình: 1,2266 điểm',
        exact: true,
      }),
    ).toBeVisible()
    await expect(main.getByText('10,1352/13,5 điểm', { exact: true })).toBeVisible()
    await expect(main.getByText('39/63 tỉnh, thành', { exact: true })).toBeVisible()
    await expect(page).toHaveTitle(/^Trà Vinh · PAR Index 2022/)

    const rows = ladderOf(page).getByRole('listitem').getByRole('button')
    const names = [
      'III.7 Hồ sơ trực tuyến toàn trình 0,2734/1,5 −1,2266',
      'I.2 Trung tâm dữ liệu, điện toán đám mây 0,5/1 −0,5',
      'I.4 Dịch vụ dữ liệu NDXP chính thức 0,5333/1 −0,4667',
      'III.8 TTHC có thanh toán trực tuyến 0,29/0,5 −0,21',
      'III.2 Chất lượng thông tin trên Cổng 0,7981/1 −0,2019',
      'III.8 Hồ sơ thanh toán trực tuyến 0,34/0,5 −0,16',
      'II.3 Hệ thống thông tin báo cáo 1,4/1,5 −0,1',
      'Chưa rõ nguyên nhân 6,0004/6,5 −0,4996',
    ]
    await expect(rows).toHaveCount(names.length)
    for (const [place, name] of names.entries()) await expect(rows.nth(place)).toHaveAccessibleName(name)

    const targets = page.getByRole('region', { name: 'Mục tiêu năm 2023' }).getByRole('listitem')
    await expect(targets).toHaveText([
      /tối thiểu 50%.*18,23% suy ra; cách 31,77/,
      /tối thiểu 60%.*58% suy ra; cách 2/,
      /80%.*thiếu số liệu từng sở, ban, ngành/,
      /toàn bộ 100%.*Đạt 100%, có nguồn/,
    ])

    const actions = page.getByRole('region', { name: 'Nên làm trước' }).getByRole('listitem')
    await expect(actions).toHaveText([/\+1,2266/, /\+0,4667/, /\+0,37/])
  })

  test('says how its figures disagree and gives both readings', async ({ page }) => {
    await openOverview(page)
    const notice = page.getByRole('status').filter({ hasText: 'Đối chiếu lệch 0,4996' })
    await expect(notice).toContainText('cộng lại 2,8652, tức còn 10,6348; công bố 10,1352')
    await expect(notice.getByRole('list')).toBeHidden()

    await notice.getByRole('button', { name: 'Xem hai cách đọc' }).click()
    await expect(
      notice.getByText('Tổng các mục 10,6348 – công bố 10,1352 – chênh 0,4996.', { exact: true }),
    ).toBeVisible()
    await expect(notice.getByRole('listitem')).toHaveText([/10,6348\./, /10,1352\./])
  })

  test('is read with the keyboard alone: row, receipt, back, link', async ({ page, context }) => {
    await openOverview(page)
    const row = ladderOf(page).getByRole('button', { name: 'I.4 Dịch vụ dữ liệu NDXP' })
    await tabTo(page, row)
    await page.keyboard.press('Enter')

    const receipt = receiptOf(page)
    await expect(receipt.getByRole('heading', { level: 2, name: /^Tỷ lệ số dịch vụ dữ liệu/ })).toBeVisible()
    await expect(row).toHaveAttribute('aria-pressed', 'true')
    await expect(receipt.getByText('0,5333 ÷ 1 = 53,33%', { exact: true })).toBeVisible()
    await expect(receipt.getByText('4 chữ số thập phân')).toBeVisible()
    await expect(receipt.getByText('giữ nguyên như công bố')).toBeVisible()
    await expect(
      receipt.getByRole('link', { name: 'Kế hoạch 37/KH-STTTT-VP ngày 11/07/2023, mục I.1' }),
    ).toBeVisible()
    const address = page.url()
    const view = await page.locator('body').ariaSnapshot()

    await tabTo(page, receipt.getByRole('button', { name: 'Đóng phiếu' }))
    await page.keyboard.press('Enter')
    await expect(receipt).toHaveCount(0)
    await expect(row).toBeFocused()

    await page.goBack()
    await expect(receipt).toContainText('0,5333 ÷ 1 = 53,33%')
    expect(page.url()).toBe(address)

    const other = await context.newPage()
    await other.goto(address)
    await waitForCharts(other)
    await expect.poll(() => other.locator('body').ariaSnapshot()).toBe(view)
    await other.close()
  })

  test('has a table twin that the keyboard opens and closes', async ({ page }) => {
    await openOverview(page)
    const toggle = ladderOf(page).getByRole('button', { name: /^Xem dạng/ })
    const table = ladderOf(page).getByRole('table', { name: 'Thác điểm mất' })
    await tabTo(page, toggle)
    await page.keyboard.press('Enter')
    await expect(toggle).toHaveAccessibleName('Xem dạng biểu đồ')
    await expect(table).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(table).toHaveCount(0)
    await waitForCharts(page)
  })

  test('leads from a receipt to the document it cites, and back', async ({ page }) => {
    await openOverview(page, 'criterion=dich-vu-du-lieu-ndxp')
    await receiptOf(page)
      .getByRole('link', { name: /^Kế hoạch 37\/KH-STTTT-VP/ })
      .click()

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Kế hoạch Duy trì, nâng cao/)
    const cited = page.getByRole('article')
    await expect(cited).toContainText('37/KH-STTTT-VP')
    await expect(cited).toContainText('Sở Thông tin và Truyền thông tỉnh Trà Vinh')
    const screens = page.getByRole('navigation', { name: 'Màn hình' })
    await expect(screens.getByRole('link', { name: 'Nguồn' })).toHaveAttribute('aria-current', 'page')

    await page.goBack()
    await expect(receiptOf(page)).toContainText('mục I.4')
  })

  test('copies a receipt as text', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openOverview(page)
    await receiptOf(page).getByRole('button', { name: 'Sao chép phiếu' }).click()
    await expect(receiptOf(page).getByRole('status')).toHaveText('Đã sao chép')
    const text = await page.evaluate(() => navigator.clipboard.readText())
    expect(text).toContain('Phiếu tính điểm · mục III.7')
    expect(text).toContain('0,2734/1,5 điểm, mất 1,2266')
    expect(text).toContain('0,2734 ÷ 1,5 = 18,2266…%')
    expect(text).toContain('Kế hoạch 37/KH-STTTT-VP ngày 11/07/2023, mục I.1')
  })
})

test.describe('the live 766 index', () => {
  test('is reached through the pickers: province, commune, one receipt, every row', async ({ page }) => {
    await openOverview(page)
    await page.getByRole('combobox', { name: 'Bộ chỉ số' }).selectOption('qd766-2022')
    const agency = page.getByRole('combobox', { name: 'Đơn vị' })
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toHaveText('Mất 34,51 điểm, nhiều nhất ở TTHC công bố đúng hạn: 6,00 điểm')
    await expect(agency).toHaveValue('tinh-dak-lak')

    await agency.selectOption({ label: 'UBND xã Liên Sơn Lắk' })
    await expect(page.getByText('73,24/100 điểm', { exact: true })).toBeVisible()
    await expect(page.getByText('Đối chiếu khớp')).toContainText(/khớp (\d+)\/\1 số công bố/)

    const rows = ladderOf(page).getByRole('listitem').getByRole('button')
    await expect(rows).toHaveCount(8)
    await expect(rows.last()).toHaveAccessibleName('6 mục khác, mất ít hơn −4,16')
    await ladderOf(page).getByRole('button', { name: 'Hiện hết' }).click()
    await expect(rows).toHaveCount(13)

    await rows.filter({ hasText: '3.6' }).click()
    const receipt = receiptOf(page)
    await expect(receipt.getByRole('heading', { level: 2 })).toHaveText('Tỷ lệ hồ sơ thanh toán trực tuyến')
    await expect(receipt.getByText('1.464 ÷ 1.529 = 95,7488…%')).toBeVisible()
    await expect(receipt.getByText('95,75% × 6 = 5,745')).toBeVisible()
    await expect(receipt.getByText('95,7488…% thành 95,75%')).toBeVisible()
    await expect(receipt.getByText('5,745 thành 5,75')).toBeVisible()
    await expect(receipt.getByText('5,75/6 điểm')).toBeVisible()

    await ladderOf(page).getByRole('button', { name: 'Thu gọn' }).click()
    await expect(rows).toHaveCount(8)
  })

  test('marks what was not incurred', async ({ page }) => {
    await openOverview(page, 'ruleSet=qd766-2022&period=2026-10-10&agency=h15-39&rows=all')
    await expect(page.getByText('7,85/100 điểm', { exact: true })).toBeVisible()
    await expect(page.getByText('9 chỉ tiêu không phát sinh (0/0)')).toBeVisible()
    const rows = ladderOf(page).getByRole('listitem')
    await expect(rows.filter({ hasText: 'không phát sinh' })).toHaveCount(9)
    await expect(
      rows.getByRole('button', {
        name: '2.1 Hồ sơ giải quyết đúng, trước hạn không phát sinh 0,00/20 −20,00',
      }),
    ).toBeVisible()
    await expect(receiptOf(page)).toContainText('không phát sinh (mẫu số 0): theo cách tính được 0 điểm')
  })

  test('goes back to an earlier period and compares it with the one before', async ({ page }) => {
    await openOverview(page, 'ruleSet=qd766-2022')
    await page.getByRole('combobox', { name: 'Kỳ' }).selectOption({ label: '28/09/2026' })
    await expect(page.getByText('64,53/100 điểm', { exact: true })).toBeVisible()
    await expect(page).toHaveURL(/period=2026-09-28/)
    await expect(page.getByRole('term').filter({ hasText: 'So với 17/09/2026' })).toBeVisible()

    await page.goBack()
    await expect(page.getByText('65,49/100 điểm', { exact: true })).toBeVisible()
    // 65.49 − 64.53
    await expect(page.getByText('+0,96', { exact: true })).toBeVisible()
  })
})

test.describe('the table twin adds up', () => {
  // 0.2734 + 0.5 + 0.5333 + 0.29 + 0.7981 + 0.34 + 1.4 + 6.0004 = 10.1352; seven named losses and the pool.
  const traVinh = { search: '', rows: 8, sums: ['10,1352', '13,5', '−3,3648'] }
  // Nineteen scored items and three that are only watched.
  const commune = { search: 'ruleSet=qd766-2022&agency=h15-157', rows: 22, sums: ['73,24', '100', '−26,76'] }

  for (const { search, rows, sums } of [traVinh, commune])
    test(`to ${sums.join(' ')}`, async ({ page }) => {
      await openOverview(page, `${search}&table=losses`)
      const table = ladderOf(page).getByRole('table', { name: 'Thác điểm mất' })
      await expect(table).toBeVisible()
      const headings = await table.getByRole('columnheader').allInnerTexts()
      const body = await table
        .getByRole('row')
        .filter({ has: page.getByRole('cell') })
        .all()
      const lines = await Promise.all(body.map(row => row.locator('td, th').allInnerTexts()))
      const end = lines.findIndex(cells => cells.includes('Cộng'))
      expect(lines.slice(0, end)).toHaveLength(rows)
      for (const [place, heading] of ['Điểm đạt', 'Điểm tối đa', 'Thay đổi'].entries()) {
        const column = headings.indexOf(heading)
        const parts = lines.slice(0, end).map(cells => decimalOf(cells[column] ?? ''))
        expect(lines[end]?.[column]).toBe(sums[place])
        expect(scaledSum(parts), heading).toBe(scaled(decimalOf(sums[place] ?? '')))
      }
    })
})

test.describe('the frame', () => {
  test('keeps what is selected while the reader visits another screen', async ({ page }) => {
    await openOverview(page, 'ruleSet=qd766-2022&agency=h15-157')
    await page.getByRole('link', { name: 'Nguồn' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^\d+ văn bản và nguồn: lấy ra \d+ nhiệm vụ, \d+ mục tiêu, \d+ số liệu$/,
    )
    await page.getByRole('link', { name: 'Tổng quan', exact: true }).click()
    await expect(page.getByText('73,24/100 điểm', { exact: true })).toBeVisible()
  })

  test('lets the keyboard skip to the content', async ({ page }) => {
    await openOverview(page)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Tới nội dung' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
  })

  test('lays the receipt over a phone as a dialog that Escape closes', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await openOverview(page)
    const dialog = page.getByRole('dialog', { name: 'Phiếu tính điểm' })
    await expect(dialog).toHaveCount(0)
    const row = ladderOf(page).getByRole('button', { name: /^III\.7/ })
    await row.click()
    await expect(dialog.getByText('0,2734 ÷ 1,5 = 18,2266…%')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(row).toBeFocused()
  })

  test('paints the headline before the charts have arrived', async ({ page }) => {
    const chunk = await hold(page, '**/LadderCharts-*.js')
    await page.goto('')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Mất 3,3648 điểm')
    await expect(page.getByText('10,1352/13,5 điểm', { exact: true })).toBeVisible()
    await expect(ladderOf(page).getByRole('listitem')).toHaveCount(8)
    await expect(page.locator('.ladder-chart')).toHaveCount(0)
    chunk.release()
    await waitForCharts(page)
  })
})

test.describe('the demonstration province', () => {
  const sample = 'ruleSet=mau-tinh-cqs&period=2026-06&agency=mh-so-xay-dung'
  const heading = (page: Page) => page.getByRole('heading', { level: 1 })
  const actionsOf = (page: Page) => page.getByRole('region', { name: 'Nên làm trước' })
  const factOf = (page: Page, name: string) =>
    page.getByRole('main').locator('.fact').filter({ hasText: name })

  test('is read at each stage, and the headline says which', async ({ page }) => {
    await openOverview(page, sample)
    await expect(heading(page)).toHaveText(/^Chốt: mất /)
    await page.getByRole('combobox', { name: 'Giai đoạn' }).selectOption({ label: 'Tự chấm' })
    await expect(heading(page)).toHaveText(/^Tự chấm: mất /)
    await expect(page).toHaveURL(/stage=selfAssessment/)
    await page.goBack()
    await expect(heading(page)).toHaveText(/^Chốt: mất /)
  })

  test('ranks an agency among its kind, and leads to Đơn vị in one press', async ({ page }) => {
    await openOverview(page, sample)
    const rank = factOf(page, 'Xếp hạng').getByRole('link')
    await expect(rank).toHaveText(/^\d+\/20 sở, ngành$/)
    await rank.click()
    await expect(page).toHaveURL(/#\/agencies\?.*group=minh-hoa-so/)
    await page.goBack()
    await expect(heading(page)).toHaveText(/^Chốt: mất /)
  })

  test('paints the headline before the other agencies have arrived', async ({ page }) => {
    const worker = await hold(page, '**/cohort.worker-*.js')
    await openOverview(page, sample)
    await expect(page.getByText('71,53/98 điểm', { exact: true })).toBeVisible()
    await expect(factOf(page, 'Xếp hạng')).toContainText('đang xếp hạng')
    worker.release()
    await expect(factOf(page, 'Xếp hạng').getByRole('link')).toBeVisible()
  })

  test('whoever sent nothing has no rank, an open score and one thing to do', async ({ page }) => {
    await openOverview(page, 'ruleSet=mau-tinh-cqs&period=2026-07&agency=mh-xa-huong-tinh')
    await expect(heading(page)).toHaveText(/^Chưa có số liệu nào/)
    await expect(factOf(page, 'Xếp hạng')).toContainText(/chưa nộp.*không xếp hạng/)
    await expect(actionsOf(page).getByRole('listitem').first()).toContainText(/Nộp \d+ số liệu còn thiếu/)
    await expect(actionsOf(page).getByRole('listitem').first()).toContainText('từ 0 đến 98,00')
  })

  test('a period that cannot be compared says so and why', async ({ page }) => {
    await openOverview(page, 'ruleSet=mau-tinh-cqs&period=2026-08&agency=mh-xa-huong-tinh')
    const change = factOf(page, 'So với tháng 07/2026')
    await expect(change).toContainText('không so sánh được')
    await expect(change).toContainText('kỳ này thiếu số liệu')
    // The first month under new rules has a period before it, scored by other ones.
    await openOverview(page, 'ruleSet=mau-tinh-cqs&period=2026-01&agency=mh-so-xay-dung')
    await expect(factOf(page, 'So với tháng 12/2025')).toContainText('bộ chỉ số khác')
  })

  test('tells losses by area, opens one and finds the way back up', async ({ page }) => {
    await openOverview(page, sample)
    const by = page.getByRole('group', { name: 'Xem theo' })
    const area = by.getByRole('button', { name: 'Lĩnh vực' })
    await tabTo(page, area)
    await page.keyboard.press('Enter')
    await expect(area).toHaveAttribute('aria-pressed', 'true')
    const rows = ladderOf(page).getByRole('listitem')
    await expect(rows.first()).toContainText('Dịch vụ công, thanh toán')
    await expect(rows.first()).toContainText('−10,21')

    await rows.first().getByRole('button').click()
    await expect(ladderOf(page).getByRole('heading', { level: 2 })).toHaveText(
      'Thác điểm mất: Dịch vụ công, thanh toán',
    )
    await expect(page).toHaveURL(/area=dich-vu-cong/)
    // 2.68 + 2 + 2 + 1.7 + 1.37 + 0.46 = 10.21
    const lost = await rows.locator('.number.lost').allInnerTexts()
    expect(scaledSum(lost.map(text => decimalOf(text).replace('-', '')))).toBe(scaled('10.21'))

    await ladderOf(page).getByRole('button', { name: 'Mọi lĩnh vực' }).click()
    await expect(rows.first()).toContainText('−10,21')
    await page.goBack()
    await expect(ladderOf(page).getByRole('heading', { level: 2 })).toContainText('Dịch vụ công')
  })

  test('draws the areas as a radar with a table twin and a sentence', async ({ page }) => {
    await openAt(page, `/?${sample}&area=shares`)
    const radar = page.getByRole('region', { name: 'Tỷ lệ đạt theo lĩnh vực' })
    await expect(radar).toContainText('Cao nhất ở xử lý công việc, báo cáo: 95,82%')
    await expect(radar.getByRole('listitem')).toHaveCount(4)
    for (const theme of ['light', 'dark']) {
      await page.getByRole('combobox', { name: 'Giao diện' }).selectOption(theme)
      expect(await findSevere(page), theme).toEqual([])
    }
    await radar.getByRole('button', { name: 'Xem dạng bảng' }).click()
    await expect(radar.getByRole('row', { name: /^Dịch vụ công/ })).toContainText('23,79')
  })

  test('says first what wins most for its change, with the reason', async ({ page }) => {
    await openOverview(page, sample)
    await expect(actionsOf(page).getByRole('listitem')).toHaveText([
      /Giải quyết hồ sơ đúng hạn.*\+3,37.*bớt 73 hồ sơ · mới 95,19%/,
      /Trả kết quả điện tử.*\+1,00.*thêm 48 hồ sơ/,
      /Hồ sơ trực tuyến toàn trình.*\+0,46.*thêm 34 hồ sơ · mới 47,71%, đủ điểm từ 50%/,
    ])
    await actionsOf(page)
      .getByRole('button', { name: /Trả kết quả điện tử/ })
      .click()
    await expect(receiptOf(page).getByRole('heading', { level: 2 })).toContainText('kết quả điện tử')
  })

  test('counts figures and lists the missing ones one press away', async ({ page }) => {
    await openOverview(page, 'ruleSet=mau-tinh-cqs&period=2026-08&agency=mh-xa-huong-tinh')
    await expect(page.getByText('46/48 số liệu')).toBeVisible()
    const toggle = page.getByRole('button', { name: 'Thiếu 2 số liệu: xem danh sách' })
    await toggle.click()
    await expect(toggle).toHaveAttribute('aria-expanded', 'true')
    await expect(page.getByRole('region', { name: '2 số liệu còn thiếu' }).getByRole('listitem')).toHaveCount(
      2,
    )
    expect(await findSevere(page)).toEqual([])
    await page.goBack()
    await expect(page.getByRole('region', { name: '2 số liệu còn thiếu' })).toHaveCount(0)
  })
})
