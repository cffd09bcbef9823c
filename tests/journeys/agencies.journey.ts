import { expect, type Locator, type Page } from '@playwright/test'
import { membersOf } from '../../src/model/agency.ts'
import { atStage } from '../../src/model/stages.ts'
import { type Stage, submissionsOf } from '../../src/model/submission.ts'
import { pointsFormat } from '../../src/receipt/pointsFormat.ts'
import { scoreCohort } from '../../src/scoring/scoreCohort.ts'
import { loadData } from '../data/dataFiles.ts'
import { findSevere, openAt, tabTo, test } from '../server/journey.ts'

const dakLak = '/agencies?ruleSet=qd766-2022&period=2026-10-10&group=dak-lak-so-ban-nganh'
const national = '/agencies?ruleSet=qd766-nhom-2022&period=2026-10-05'
const demonstration = '/agencies?ruleSet=mau-tinh-cqs&period=2026-06'
const communes = '/agencies?ruleSet=mau-tinh-cqs&period=2026-07&group=minh-hoa-xa-phuong'

const leagueOf = (page: Page): Locator => page.getByRole('grid', { name: /^Xếp hạng và bảng nhiệt/ })
const rowsOf = (page: Page): Locator => leagueOf(page).locator('.league-row')
const rowOf = (page: Page, name: string): Locator =>
  leagueOf(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
const headOf = (page: Page, name: string | RegExp): Locator =>
  leagueOf(page).getByRole('columnheader', { name })

async function openLeague(page: Page, address: string): Promise<void> {
  await openAt(page, address)
  await expect(leagueOf(page)).toBeVisible()
  await page.evaluate(() => document.fonts.ready)
}

test.describe('departments of Đắk Lắk', () => {
  test('open with the sentence, ranked, the idle apart and the rest named', async ({ page }) => {
    await openLeague(page, dakLak)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Sở Văn hóa, Thể thao và Du lịch dẫn đầu với 76,37/100 điểm; trong 8 đơn vị được xếp hạng, không đơn vị nào đạt mức Tốt (từ 80 điểm)',
    )
    await expect(rowsOf(page)).toHaveText([
      /^1Sở Văn hóa, Thể thao và Du lịch.*76,37.*Khá.*587.*1\/116/,
      /^2Sở Xây dựng.*74,13/,
      /^3Sở Tư pháp.*70,55.*43\/116/,
      /^4Sở Công Thương.*68,16/,
      /^5Sở Dân tộc và Tôn giáo.*61,73/,
      /^6Sở Khoa học và Công nghệ.*55,43/,
      /^7Văn phòng UBND tỉnh Đắk Lắk.*55,42/,
      /^8Sở Giáo dục và Đào tạo.*44,97.*Yếu/,
      /Công an tỉnh.*7,85.*không phát sinh.*116\/116/,
      /Ban Quản lý các khu kinh tế và các khu công nghiệp.*19,85/,
    ])
    await expect(leagueOf(page)).toContainText('102 trong 116 đơn vị được xếp hạng chung chưa nạp số liệu')
    await expect(leagueOf(page).getByRole('rowheader', { name: /^Không phát sinh hồ sơ/ })).toContainText(
      'không xếp hạng',
    )
    await expect(page.getByText(/^Nguồn: Số liệu Cổng Dịch vụ công quốc gia ngày 10\/10\/2026/)).toBeVisible()
  })

  test('sort by a criterion; back, forward and the link keep the order', async ({ page, context }) => {
    await openLeague(page, dakLak)
    const head = headOf(page, /^Số hóa hồ sơ/)
    await expect(headOf(page, /^Hạng$/)).toHaveAttribute('aria-sort', 'ascending')
    await head.getByRole('button').click()
    await expect(head).toHaveAttribute('aria-sort', 'descending')
    await expect(page).toHaveURL(/sort=-MDSH/)
    const first = rowsOf(page).first()
    await expect(first).toContainText('13,05')
    await head.getByRole('button').click()
    await expect(head).toHaveAttribute('aria-sort', 'ascending')
    await expect(first).toContainText('Sở Dân tộc và Tôn giáo')
    // Whoever had nothing to count stays apart whatever is sorted by.
    await expect(rowsOf(page).nth(8)).toContainText('không phát sinh')

    const address = page.url()
    const view = await leagueOf(page).ariaSnapshot()
    await page.goBack()
    await expect(head).toHaveAttribute('aria-sort', 'descending')
    await page.goForward()
    await expect(head).toHaveAttribute('aria-sort', 'ascending')
    const other = await context.newPage()
    await other.goto(address)
    await expect.poll(() => leagueOf(other).ariaSnapshot()).toBe(view)
    await other.close()
  })

  test('is read with the keyboard alone: into the table, across it, to a criterion and back', async ({
    page,
  }) => {
    await openLeague(page, dakLak)
    await tabTo(page, headOf(page, /^Hạng$/).getByRole('button'))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await expect(rowOf(page, 'Sở Xây dựng').getByRole('link', { name: 'Sở Xây dựng' })).toBeFocused()
    await page.keyboard.press('End')
    const cell = rowOf(page, 'Sở Xây dựng').getByRole('link').last()
    await expect(cell).toBeFocused()
    await expect(cell).toHaveText(/18,00$/)
    // One stop of Tab for the whole table.
    await page.keyboard.press('Tab')
    await expect(leagueOf(page).locator(':focus')).toHaveCount(0)
    await page.keyboard.press('Shift+Tab')
    await expect(cell).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#\/criteria\?(?=.*agency=h15-16(&|$))(?=.*criterion=MDHL(&|$))/)
    await page.goBack()
    await expect(rowsOf(page)).toHaveCount(10)
  })

  test('are chosen for comparison, five at most', async ({ page }) => {
    await openLeague(page, dakLak)
    for (const index of [0, 1, 2, 3, 4]) await rowsOf(page).nth(index).getByRole('checkbox').check()
    const status = page.getByRole('main').getByRole('status').filter({ hasText: 'so sánh' }).first()
    await expect(status).toContainText('Đã chọn 5/5 đơn vị')
    await rowsOf(page).nth(5).getByRole('checkbox').click()
    await expect(status).toContainText('bỏ bớt một đơn vị')
    await expect(rowsOf(page).nth(5).getByRole('checkbox')).not.toBeChecked()
    await expect(page).toHaveURL(/with=h15-15(%2C|,)h15-16/)
    await status.getByRole('button', { name: 'Bỏ chọn' }).click()
    await expect(page).not.toHaveURL(/with=/)
  })

  test('stand as blocks on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await openAt(page, dakLak)
    await expect(leagueOf(page)).toHaveCount(0)
    const block = page.getByRole('listitem').filter({ hasText: 'Sở Xây dựng' }).first()
    await expect(block).toContainText('74,13/100')
    await expect(block).toContainText('Khá')
    const cell = block.getByRole('link', { name: /^Số hóa hồ sơ/ })
    await expect(cell).toHaveCount(0)
    await block.getByRole('button', { name: 'Điểm từng nhóm tiêu chí: Sở Xây dựng' }).press('Enter')
    await expect(cell).toHaveText(/11,53\/22/)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  })
})

test('names of agencies keep their room on a zoomed screen', async ({ page }) => {
  // 1366 px at 125 and at 150 per cent
  for (const [width, height] of [
    [1093, 800],
    [911, 1100],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const address of [demonstration, dakLak, national]) {
      await openLeague(page, address)
      const room = await rowsOf(page).first().locator('.agency').boundingBox()
      expect(room?.width, `${address} at ${width}`).toBeGreaterThanOrEqual(200)
      const content = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(content).toBeLessThanOrEqual(width)
    }
  }
})

test('grades that missing figures leave open are counted apart, in the title as in the filter', async ({
  page,
}) => {
  await openLeague(page, demonstration)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    '1 (có thể 2) trong 20 đơn vị được xếp hạng đạt mức Xuất sắc',
  )
  await expect(
    page.getByRole('combobox', { name: 'Lọc' }).locator('option[value="band.xuat-sac"]'),
  ).toHaveText('Xuất sắc (1, có thể 2)')
})

test.describe('the 34 provinces', () => {
  test('rank as published, and say how far each is behind the best', async ({ page }) => {
    await openLeague(page, national)
    await expect(rowsOf(page)).toHaveCount(34)
    const ranks = await rowsOf(page).evaluateAll(rows =>
      rows.map(row => [
        row.querySelector('.rank')?.firstChild?.textContent,
        [...row.querySelectorAll('td')]
          .map(cell => cell.textContent ?? '')
          .find(text => text.endsWith('/34')),
      ]),
    )
    for (const [own, published] of ranks) expect(published).toBe(`${own}/34`)
    await expect(page.getByText(/^Hạng tính ở đây trùng hạng công bố ở cả 34\sđơn vị/)).toBeVisible()
    await page.getByRole('button', { name: 'Cách đơn vị dẫn đầu' }).click()
    // 20 points: Ninh Bình 19.16, Đồng Tháp 17.63: 1.53 behind.
    await expect(rowOf(page, 'Đồng Tháp').getByRole('link').nth(2)).toHaveText('−1,53')
    await expect(rowOf(page, 'Ninh Bình').getByRole('link').nth(2)).toHaveText('dẫn đầu')
    await expect(page).toHaveURL(/measure=share/)
  })
})

test.describe('120 communes', () => {
  test('are found without accents; what hides them is one press away', async ({ page }) => {
    await openLeague(page, communes)
    await page.getByRole('searchbox', { name: /Tìm đơn vị/ }).fill('ngan minh')
    await expect(rowsOf(page)).toHaveCount(1)
    await expect(rowsOf(page)).toContainText('Phường Ngân Minh')
    await page.getByRole('searchbox', { name: /Tìm đơn vị/ }).fill('không có đơn vị này')
    await expect(page.getByText('Không đơn vị nào trong bảng khớp với tìm kiếm và bộ lọc.')).toBeVisible()
    await page.getByRole('button', { name: 'Bỏ tìm kiếm và bộ lọc' }).click()
    await expect(leagueOf(page)).toHaveAttribute('aria-rowcount', /^1[12]\d$/)
  })

  test('draw the rows in sight, and all of them on paper', async ({ page }) => {
    await openLeague(page, communes)
    expect(await rowsOf(page).count()).toBeLessThan(60)
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => rowsOf(page).count()).toBeGreaterThan(110)
    await page.emulateMedia({ media: 'screen' })
    await expect.poll(() => rowsOf(page).count()).toBeLessThan(60)
  })

  test('are reached by keyboard beyond what is drawn', async ({ page }) => {
    await openLeague(page, communes)
    await headOf(page, /^Hạng$/)
      .getByRole('button')
      .focus()
    await page.keyboard.press('Control+End')
    const last = rowsOf(page).last()
    await expect(last.locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Control+Home')
    await expect(headOf(page, /^So sánh$/)).toBeFocused()
  })

  test('who sent nothing stands in a list, without rank and points', async ({ page }) => {
    await openLeague(page, communes)
    const silent = page.getByRole('region', { name: /^Chưa nộp/ })
    await expect(silent.getByRole('listitem').filter({ hasText: 'xã Hương Tĩnh' })).toHaveCount(1)
    await page.getByRole('searchbox', { name: /Tìm đơn vị/ }).fill('hương tĩnh')
    await expect(page.getByText('Không đơn vị nào trong bảng khớp')).toBeVisible()
    // The search says where else the name stands, and leads there.
    const found = page.getByRole('status').filter({ hasText: 'nằm trong danh sách “Chưa nộp”' })
    await expect(found).toContainText('Hương Tĩnh')
    await found.getByRole('button', { name: 'Đến danh sách' }).press('Enter')
    await expect(page.getByRole('heading', { name: /^Chưa nộp/ })).toBeFocused()
  })
})

test('decided points are not called a self-assessment nobody kept', async ({ page }) => {
  await openAt(page, '/agencies?ruleSet=mau-tinh-cqs&period=2026-05&stage=selfAssessment&group=minh-hoa-so')
  const main = page.getByRole('main')
  await expect(main.getByText(/ · chốt · tháng 05\/2026$/)).toBeVisible()
  await expect(page.getByText('Giai đoạnChốt')).toBeVisible()
  const note = main.getByText('20\u00a0đơn vị không có giai đoạn tự chấm, lấy giai đoạn hiện có: chốt.')
  await expect(note).toBeVisible()
  await main.getByRole('button', { name: 'Xem giai đoạn mới nhất' }).click()
  await expect(page).not.toHaveURL(/stage=/)
  await expect(rowsOf(page).first()).toBeVisible()
  await expect(note).toHaveCount(0)
  await openAt(page, '/agencies?ruleSet=mau-tinh-cqs&period=2026-06&stage=selfAssessment&group=minh-hoa-so')
  await expect(main.getByText(/ · tự chấm · tháng 06\/2026$/)).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Giai đoạn' }).locator('option')).toHaveText([
    /^T/,
    /^T/,
    /^T/,
    /^C/,
  ])
  await expect(note).toHaveCount(0)
})

test('cells are what the engine says, at every stage', async ({ page }) => {
  const { agencies, groups, ruleSets, tables } = loadData()
  const [ruleSetId, period, groupId] = ['mau-tinh-cqs', '2026-06', 'minh-hoa-so']
  const ruleSet = ruleSets.find(each => each.id === ruleSetId)
  if (!ruleSet) throw new Error(`no rule set ${ruleSetId}`)
  const members = new Set(membersOf({ agencies, groups }, groupId).map(agency => agency.id))
  const sentIn = (when: string) =>
    tables
      .filter(table => table.ruleSetId === ruleSetId && table.period === when)
      .flatMap(submissionsOf)
      .filter(each => members.has(each.agencyId))
  const submissions = sentIn(period)
  const previous = new Map(sentIn('2026-05').map(each => [each.agencyId, each]))
  const format = pointsFormat(ruleSet, 'vi')
  let looked = 0
  for (const stage of ['selfAssessment', 'firstReview', 'secondReview'] satisfies readonly Stage[]) {
    await openLeague(
      page,
      `/agencies?ruleSet=${ruleSetId}&period=${period}&group=${groupId}&stage=${stage}&rows=all`,
    )
    const sheets = scoreCohort(
      ruleSet,
      submissions.map(each => atStage(each, stage)),
      '2026-11-21T00:00:00Z',
      agencyId => previous.get(agencyId) ?? null,
    )
    for (const [place, sheet] of sheets.entries()) {
      const leaves = sheet.nodes.filter(node => node.isLeaf)
      const leaf = leaves[(place * 7 + stage.length) % leaves.length]
      if (leaf?.points?.kind !== 'known' || leaf.outcome?.kind === 'notApplicable') continue
      const { from, to } = leaf.points
      const shown = from === to ? format(to) : `${format(from)}–${format(to)}`
      const link = page.locator(
        `.league .heat a[href*="agency=${sheet.agencyId}&"][href*="criterion=${leaf.criterionId}"]`,
      )
      const text = ((await link.last().textContent()) ?? '').replaceAll('\u200b', '')
      expect.soft(text, `${sheet.agencyId} ${leaf.criterionId} ${stage}`).toContain(shown)
      looked += 1
    }
  }
  expect(looked).toBeGreaterThanOrEqual(50)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing serious, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    for (const address of [dakLak, `${communes}&rows=all`, `${national}&measure=share`]) {
      await openLeague(page, address)
      expect(await findSevere(page)).toEqual([])
    }
  })
