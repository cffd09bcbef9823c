import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { decodeAgencies } from '../../src/io/decode.ts'
import { walkCriteria } from '../../src/model/criteria.ts'
import type { MetricValue, Submission } from '../../src/model/submission.ts'
import {
  type DemoPackage,
  demoPackage,
  demoRuleSet,
  demoSubmissions,
  otherVersion,
} from '../server/demoPackages.ts'
import { countByHand, placesByHand, totalByHand } from '../server/handCount.ts'
import { openAt, test } from '../server/journey.ts'

// One round of review from an empty page to a published list: twenty-four files of the demonstration province are
// received, reviewed with the keyboard, asked about, answered, reviewed again, closed, ranked and published. What the
// screen says in the end is held against paper and calculator (`handCount.ts`), which knows nothing of the engine.

const period = '2026-10'
/** Files come in on the 4th of November; handing in ends on the 5th at 17:00. */
const onTime = '2026-11-04T02:00:00.000Z'
const tooLate = '2026-11-05T11:00:00.000Z'

const departments = demoSubmissions(period).filter(each =>
  /^mh-(so|vp|thanh|bql|tt|cong|thue|bhxh)/.test(each.agencyId),
)
const communes = demoSubmissions(period)
  .filter(each => each.agencyId.startsWith('mh-phuong'))
  .slice(0, 4)

function demoAgencies() {
  const decoded = decodeAgencies(readFileSync('data/agencies.json', 'utf8'), 'agencies.json')
  if (!decoded.ok) throw new Error('agencies.json')
  return decoded.value.agencies
}

/**
 * With every document the rules ask for and every figure but those of one department, so that what is doubtful is
 * what the journey makes doubtful.
 */
function asSent(submission: Submission): Submission {
  const evidence = walkCriteria(demoRuleSet()).flatMap(({ criterion }) =>
    (criterion.requiredEvidence ?? []).map(({ id, title }) => ({
      id: `tl-${id}`,
      criterionIds: [criterion.id],
      requiredId: id,
      title,
      number: '12/BC',
      issuedOn: '2026-10-30',
    })),
  )
  const values = submission.values.map(
    (value): MetricValue =>
      value.state === 'missing' && submission.agencyId !== 'mh-so-cong-thuong'
        ? { metricId: value.metricId, state: 'entered', value: '0' }
        : value,
  )
  return { ...submission, values, evidence }
}

function files(): readonly DemoPackage[] {
  const late = new Set(departments.slice(-2).map(each => each.agencyId))
  const [first, second, third, fourth] = communes.map(each => each.agencyId)
  if (!first || !second || !third || !fourth) throw new Error('the province has no communes')
  const plain = (agencyId: string) =>
    demoPackage({ agencyId, createdAt: late.has(agencyId) ? tooLate : onTime, edit: asSent })
  const good = plain(first)
  return [
    ...departments.map(({ agencyId }) => plain(agencyId)),
    good,
    plain(second),
    demoPackage({ agencyId: third, createdAt: onTime, ruleSet: otherVersion(demoRuleSet(), '2') }),
    demoPackage({ agencyId: fourth, createdAt: onTime, tamper: 'submission' }),
    { ...good, name: `Copy of ${good.name}` },
  ]
}

const asUpload = ({ name, bytes }: DemoPackage) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})
const dialog = (page: Page): Locator => page.getByRole('dialog')
const part = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Các phần của đợt thẩm định' })
    .getByRole('button', { name, exact: true })
    .click()
const title = (page: Page): Locator => page.getByRole('heading', { level: 1 })
const names = new Map(demoAgencies().map(each => [each.id, each.name]))
const nameOf = (agencyId: string) => names.get(agencyId) ?? agencyId
const at = (page: Page, instant: string) => page.clock.setSystemTime(new Date(instant))

test('twenty-four files become a list that paper and calculator agree with', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(420_000)
  page.setDefaultTimeout(20_000)
  const sent = files()
  expect(sent).toHaveLength(24)

  // The round, with a deadline of its own for each stage.
  await at(page, '2026-11-01T08:00:00+07:00')
  await openAt(page, '/review')
  await page.getByRole('button', { name: 'Lập đợt thẩm định' }).first().click()
  await dialog(page).getByLabel('Bộ chỉ số').selectOption('mau-tinh-cqs')
  await dialog(page).getByLabel('Kỳ', { exact: true }).selectOption(period)
  await dialog(page).getByLabel('Tên đợt').fill('Thẩm định tháng 10/2026')
  await dialog(page).getByText('Hạn từng bước').click()
  for (const [stage, day] of [
    ['Nộp hồ sơ tự chấm', '05/11/2026'],
    ['Thẩm định lần 1', '12/11/2026'],
    ['Giải trình', '16/11/2026'],
    ['Thẩm định lần 2', '20/11/2026'],
  ] as const)
    await dialog(page).getByLabel(`${stage}: ngày`).fill(day)
  await dialog(page).getByLabel('Người đặt hạn').fill('Nguyễn Thị Lan')
  await dialog(page).getByRole('button', { name: 'Lập đợt' }).click()
  await expect(title(page)).toHaveText(/Chưa nhận hồ sơ nào của 140\sđơn vị/)

  // Received: two late, one of another version, one altered, one twice.
  const late = sent.filter(({ name }) =>
    departments.slice(-2).some(({ agencyId }) => name.includes(agencyId)),
  )
  expect(late).toHaveLength(2)
  const chooser = page.locator('main input[type=file]').first()
  await at(page, '2026-11-04T09:30:00+07:00')
  await chooser.setInputFiles(sent.filter(each => !late.includes(each)).map(asUpload))
  await expect(title(page)).toHaveText(/Đã nhận 20\/140/)
  await at(page, '2026-11-06T08:00:00+07:00')
  await chooser.setInputFiles(late.map(asUpload))
  await expect(title(page)).toHaveText(/Đã nhận 22\/140\shồ sơ, 2\snộp trễ/)
  const inbox = page.getByRole('table', { name: 'Hồ sơ theo đơn vị' })
  await expect(
    inbox.getByRole('row', { name: new RegExp(nameOf(departments[0]?.agencyId ?? '')) }),
  ).toContainText(/đúng hạn.*nguyên vẹn/)
  await expect(page.locator('main')).toContainText('Đã bị sửa sau khi xuất')
  await page.getByRole('button', { name: /^Nộp trễ/ }).click()
  await expect(inbox.getByRole('row').filter({ hasText: 'nộp trễ' })).toHaveCount(2)
  await page.getByRole('button', { name: /^Khác phiên bản/ }).click()
  await expect(inbox.getByRole('row').filter({ hasText: 'bản 2, khác đợt' })).toHaveCount(1)
  await page.getByRole('button', { name: /^Tất cả/ }).click()

  // One agency with the keyboard: every item one key, the next one by itself.
  await part(page, 'Chấm')
  await pick(page, 'Sở Nội vụ')
  await expect(title(page)).toHaveText(/còn \d+ mục chưa xem/)
  const left = async () => Number(/còn (\d+) mục/.exec(await title(page).innerText())?.[1] ?? 0)
  await item(page, 'Hồ sơ trực tuyến toàn trình').click()
  await page.keyboard.press('2')
  const written = dialog(page).getByRole('button', { name: /^Ghi / })
  // 163 of 406 becomes 101 of 406: 24,88% of a target of 50%, half of ten points less a bit.
  await dialog(page).getByRole('textbox', { name: 'Hồ sơ nộp trực tuyến toàn trình' }).fill('101')
  await expect(dialog(page).getByRole('region', { name: 'Sau khi sửa' })).toContainText('4,98')
  await written.click()
  await expect(dialog(page).getByRole('textbox', { name: 'Lý do' })).toHaveAttribute('aria-invalid', 'true')
  await dialog(page)
    .getByRole('textbox', { name: 'Lý do' })
    .fill('Danh sách hồ sơ gửi kèm chỉ có 101 hồ sơ toàn trình')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toHaveCount(0)
  for (let before = await left(); before > 0; before = await left()) {
    await page.keyboard.press('1')
    await expect.poll(left).toBeLessThan(before)
  }

  // Another one lacks figures: it is asked, and what it stands at stays open.
  await pick(page, 'Sở Công Thương')
  await expect(title(page)).toHaveText(/23,48–31,48\/98/)
  await item(page, 'Thanh toán trực tuyến').click()
  await page.keyboard.press('3')
  await dialog(page)
    .getByRole('textbox', { name: 'Câu hỏi cho đơn vị' })
    .fill('Đề nghị bổ sung số hồ sơ có nghĩa vụ tài chính.')
  await page.keyboard.press('Control+Enter')
  await expect(title(page)).toHaveText(/1\smục chờ đơn vị giải trình/)
  // Sở Xây dựng has no fee left to collect.
  await pick(page, 'Sở Xây dựng')
  await item(page, 'Cắt giảm thông tin phải khai').click()
  await page.keyboard.press('4')
  await dialog(page).getByRole('textbox', { name: 'Lý do' }).fill('Thủ tục đã bãi bỏ từ tháng 9/2026')
  await page.keyboard.press('Control+Enter')
  await expect(title(page)).toHaveText(/\/96/)

  // Everything nobody doubts, area by area, over all agencies.
  for (const index of [1, 2, 3, 4, 5]) {
    await page.getByRole('combobox', { name: 'Lĩnh vực' }).selectOption({ index })
    await page.getByRole('button', { name: /Đồng ý các mục không vướng/ }).click()
    await dialog(page).getByRole('radio', { name: 'Lĩnh vực này ở mọi đơn vị' }).check()
    await dialog(page)
      .getByRole('button', { name: /^Ghi đồng ý/ })
      .click()
    await expect(dialog(page)).toHaveCount(0)
  }

  await page.getByRole('combobox', { name: 'Lĩnh vực' }).selectOption({ index: 0 })

  // The question goes out as a file; the agency answers in the same app, on another machine.
  await part(page, 'Giải trình')
  await expect(title(page)).toHaveText(/1\scâu hỏi cho 1\sđơn vị, chưa lập tệp/)
  const request = await saved(page, () =>
    page.getByRole('button', { name: /^Lập tệp yêu cầu cho Sở Công Thương/ }).click(),
  )
  const elsewhere = await browser.newContext({
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...(baseURL && { baseURL }),
  })
  const agency = await elsewhere.newPage()
  agency.setDefaultTimeout(20_000)
  await at(agency, '2026-11-13T09:00:00+07:00')
  await openAt(agency, '/self-assessment')
  await agency.locator('main input[type=file]').first().setInputFiles(request)
  await expect(dialog(agency)).toContainText('1 câu hỏi cho đơn vị')
  await dialog(agency).getByRole('button', { name: 'Trả lời yêu cầu này' }).click()
  await expect(agency.getByRole('article')).toHaveCount(1)
  for (const [name, value] of [
    ['TTHC có giao dịch thanh toán trực tuyến', '3'],
    ['Hồ sơ thanh toán trực tuyến thành công', '116'],
  ] as const) {
    await agency
      .getByRole('combobox', { name: `Trạng thái số liệu: ${name}` })
      .selectOption({ label: 'Có số liệu' })
    await agency.getByRole('textbox', { name, exact: true }).fill(value)
  }
  // 3 of 6 is three quarters of the way from 20% to 60%: 3 points; 116 of 232 is 50% of a target of 60%: 3,33.
  await expect(agency.getByRole('button', { name: /2\.5 6,33/ })).toBeVisible()
  await agency
    .getByRole('textbox', { name: 'Giải trình của đơn vị' })
    .fill('Đã đối soát xong ngày 10/11/2026.')
  await agency
    .getByRole('button', { name: /Xuất tệp giải trình/ })
    .first()
    .click()
  await dialog(agency).getByRole('textbox', { name: 'Họ và tên' }).fill('Nguyễn Văn Mẫu')
  await dialog(agency).getByRole('textbox', { name: 'Chức vụ' }).fill('Giám đốc Sở')
  await dialog(agency).getByRole('textbox', { name: 'Ngày duyệt' }).fill('13/11/2026')
  const answer = await saved(agency, () =>
    dialog(agency).getByRole('button', { name: 'Xuất tệp giải trình', exact: true }).click(),
  )
  expect(answer.name).toMatch(/^giai-trinh_.*\.parboard$/)
  await elsewhere.close()

  // The answer comes back through the inbox; the first round is closed, the second one decides.
  await at(page, '2026-11-14T08:00:00+07:00')
  await part(page, 'Hồ sơ nhận')
  await chooser.setInputFiles(answer)
  await expect(page.locator('main')).toContainText(/1\stệp trả lời giải trình/)
  await part(page, 'Giải trình')
  await expect(title(page)).toHaveText(/tất cả đã trả lời/)
  await part(page, 'Sổ ghi')
  await page.getByRole('button', { name: 'Chốt lần 1' }).click()
  await dialog(page).getByRole('button', { name: 'Tính kết quả và mã băm' }).click()
  await expect(dialog(page).getByRole('button', { name: /^Chốt/ })).toBeVisible()
  await dialog(page).getByRole('button', { name: /^Chốt/ }).click()
  await expect(dialog(page)).toHaveCount(0)
  await part(page, 'Chấm')
  await pick(page, 'Sở Công Thương')
  await item(page, 'Thanh toán trực tuyến').click()
  await page.getByRole('button', { name: 'Lấy số liệu này' }).click()
  await expect(dialog(page).getByRole('region', { name: 'Sau khi sửa' })).toContainText('6,33')
  await dialog(page).getByRole('textbox', { name: 'Lý do' }).fill('Khớp bảng đối soát đơn vị gửi kèm')
  await page.keyboard.press('Control+Enter')
  await expect(title(page)).toHaveText(/29,81\/98/)
  // Lower than the first round, and that is what counts: 81 of 406 is 19,95% of a target of 50%.
  await pick(page, 'Sở Nội vụ')
  await item(page, 'Hồ sơ trực tuyến toàn trình').click()
  await page.keyboard.press('2')
  await dialog(page).getByRole('textbox', { name: 'Hồ sơ nộp trực tuyến toàn trình' }).fill('81')
  await dialog(page).getByRole('textbox', { name: 'Lý do' }).fill('20 hồ sơ trong danh sách trùng mã')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toHaveCount(0)
  await expect(title(page)).toHaveText(/61,95\/98/)

  // Closed, stage by stage.
  await part(page, 'Sổ ghi')
  for (const stage of ['Chốt lần 2', 'Chốt kết quả']) {
    await page.getByRole('button', { name: stage, exact: true }).click()
    await dialog(page).getByRole('button', { name: 'Tính kết quả và mã băm' }).click()
    await dialog(page).getByRole('button', { name: /^Chốt/ }).click()
    await expect(dialog(page)).toHaveCount(0)
  }

  // The list, held against paper and calculator.
  await part(page, 'Tổng hợp')
  await expect(title(page)).toHaveText(/^Đã chốt: 19\/20/)
  const expected = byHand(sent)
  expect(expected.size).toBe(19)
  const rows = page.getByRole('region', { name: 'Bảng tổng hợp kết quả thẩm định' }).getByRole('row')
  for (const [agencyId, { points, max, place }] of expected) {
    const row = rows.filter({ hasText: nameOf(agencyId) })
    await expect(row, agencyId).toHaveCount(1)
    await expect(row.getByRole('cell').nth(3), agencyId).toHaveText(`${written100(points)}/${max / 100}`)
    await expect(row.getByRole('cell').nth(6), agencyId).toHaveText(place)
  }

  // What was published beside it: one figure agrees, one does not, and nothing computed moves.
  await page.getByRole('button', { name: 'Kết quả công bố' }).click()
  await page.getByRole('button', { name: 'Nhập kết quả công bố' }).click()
  await page.getByRole('textbox', { name: /^Sở Tài chính, .*Tổng điểm công bố$/ }).fill('94,24')
  await page.getByRole('textbox', { name: /^Sở Y tế, .*Tổng điểm công bố$/ }).fill('92,5')
  await page
    .getByRole('textbox', { name: 'Văn bản, báo cáo nguồn' })
    .fill('Báo cáo 125/BC-SNV ngày 18/11/2026')
  await page.getByRole('button', { name: 'Ghi 2 dòng vào sổ' }).click()
  await page.getByRole('button', { name: 'Xem đối chiếu' }).click()
  const compared = page.getByRole('region', { name: 'Đối chiếu kết quả tính được với kết quả công bố' })
  await expect(compared.getByRole('row', { name: /^Sở Y tế/ })).toContainText('−0,08')
  await expect(compared.getByRole('row', { name: /^Sở Tài chính/ })).toContainText('khớp')

  // Everything stands in the ledger of this machine: the same list after a reload.
  await page.reload()
  await page.getByRole('button', { name: 'Xếp hạng', exact: true }).click()
  await expect(
    rows
      .filter({ hasText: nameOf('mh-so-noi-vu') })
      .getByRole('cell')
      .nth(3),
  ).toHaveText('61,95/98')
})

/** Points, maximum and place of every department, from the figures that were sent and corrected. */
function byHand(sent: readonly DemoPackage[]) {
  const corrected = new Map<string, readonly (readonly [string, string])[]>([
    ['mh-so-noi-vu', [['hs-truc-tuyen', '81']]],
    [
      'mh-so-cong-thuong',
      [
        ['tthc-phi-giao-dich', '3'],
        ['hs-phi-truc-tuyen', '116'],
      ],
    ],
  ])
  const totals = new Map(
    departments.map(submission => {
      const { agencyId } = submission
      expect(sent.some(({ name }) => name.includes(agencyId))).toBe(true)
      const complete = asSent(submission)
      const figures = new Map(complete.values.map(value => [value.metricId, value]))
      for (const [metricId, value] of corrected.get(agencyId) ?? [])
        figures.set(metricId, { metricId, state: 'entered', value })
      const exempt = new Set((complete.notApplicable ?? []).map(each => each.criterionId))
      if (agencyId === 'mh-so-xay-dung') exempt.add('cat-giam-thong-tin')
      const total = totalByHand(countByHand(figures, exempt))
      if (!total) throw new Error(`${agencyId} lacks a figure`)
      return [agencyId, total] as const
    }),
  )
  // Who received no dossier at all takes no place: its points rest on nothing.
  const idle = departments.filter(({ values }) =>
    values.some(each => each.metricId === 'hs-tiep-nhan' && each.state === 'entered' && each.value === '0'),
  )
  const active = new Map(totals)
  for (const { agencyId } of idle) active.delete(agencyId)
  expect(idle).toHaveLength(1)
  const places = placesByHand(active)
  return new Map(
    [...totals].map(([id, total]) => {
      const place = places.get(id)
      return [id, { ...total, place: place === undefined ? /^không phát sinh/ : String(place) }]
    }),
  )
}

/** 6195 as "61,95". */
const written100 = (points: number) => (points / 100).toFixed(2).replace('.', ',')

/** The file that a press saves. */
async function saved(page: Page, press: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return {
    name: download.suggestedFilename(),
    mimeType: 'application/octet-stream',
    buffer: await readFile(await download.path()),
  }
}

/** Picks an agency on the desk by its name. */
async function pick(page: Page, name: string) {
  const box = page.getByRole('combobox', { name: 'Đơn vị' })
  await box.fill(name)
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click()
}

const item = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Các mục chấm' }).getByRole('button', { name, exact: true })
