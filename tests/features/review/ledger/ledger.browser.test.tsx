import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { entryNames } from '../../../../src/features/review/ledger/entryNames.ts'
import { MergeLook } from '../../../../src/features/review/ledger/MergeLook.tsx'
import { MergeOutcome } from '../../../../src/features/review/ledger/MergeOutcome.tsx'
import { OpenMatters } from '../../../../src/features/review/ledger/OpenMatters.tsx'
import type { ReviewAddress } from '../../../../src/features/review/reviewProps.ts'
import type { LedgerAct, RoundStage } from '../../../../src/model/review.ts'
import { foldLedger } from '../../../../src/scoring/review/foldLedger.ts'
import { mergePreview } from '../../../../src/state/review/mergePreview.ts'
import { LanguageProvider } from '../../../../src/ui/language.tsx'
import { longLedger, twoVoices, underWay } from '../../../gallery/ledgerCases.tsx'
import { LedgerSample } from '../../../gallery/ledgerSample.tsx'
import { type Mounted, mount } from '../../../server/mount.ts'
import { severeFindings } from '../../../server/severeFindings.ts'
import { aDecision, type DeskRound, deskRound, written } from '../../../state/review/deskRound.ts'
import '../../../gallery/styles.ts'

let drawn: Mounted | undefined
let latest: DeskRound | undefined
let address: ReviewAddress = {}

function draw(props: Parameters<typeof LedgerSample>[0]) {
  latest = props.desk
  drawn = mount(
    <LanguageProvider language="vi">
      <main className="content">
        <LedgerSample
          {...props}
          watch={(desk, at) => {
            latest = desk
            address = at
          }}
        />
      </main>
    </LanguageProvider>,
  )
}

beforeEach(() => page.viewport(1366, 768))
afterEach(() => {
  drawn?.unmount()
  expect(drawn?.errors).toEqual([])
  drawn = undefined
  address = {}
})

const lastAct = (): LedgerAct | undefined => latest?.entries.at(-1)?.act
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
const says = (text: string | RegExp) => expect.element(page.getByText(text).first()).toBeInTheDocument()
const nothingSevere = async () => expect(severeFindings(await axe.run())).toEqual([])

describe('deadlines', () => {
  test('a day that does not exist is refused at its field; a real one with a reason is a line', async () => {
    draw({ desk: underWay })
    await page.getByRole('button', { name: 'Dời hạn' }).nth(1).click()
    const day = page.getByLabelText('Ngày (dd/mm/yyyy)')
    await day.fill('31/11/2026')
    await press('Ghi vào sổ')
    await says('Ngày hoặc giờ chưa đúng. Ghi như 25/11/2026 và 17:00.')
    await expect.element(day).toHaveAttribute('aria-invalid', 'true')
    await nothingSevere()
    await day.fill('28/11/2026')
    await press('Ghi vào sổ')
    await says('Ghi lý do: dòng này vào sổ và không xóa được.')
    await page.getByLabelText('Lý do').fill('Chờ số liệu tháng 11')
    await press('Ghi vào sổ')
    await expect.poll(lastAct).toEqual({
      kind: 'deadline',
      stage: 'firstReview',
      at: '2026-11-28T17:00:00+07:00',
      reason: 'Chờ số liệu tháng 11',
      over: ['Phạm Minh Đức-2'],
    })
    const state = foldLedger(underWay.round, latest?.entries ?? [])
    expect(state.stages.selfAssessment.deadline).toBe('2026-11-20T17:00:00+07:00')
    expect(state.stages.secondReview.deadline).toBeNull()
  })

  test('nobody writes without a name', async () => {
    draw({ desk: underWay, me: '' })
    await expect.element(page.getByRole('button', { name: 'Dời hạn' }).first()).toBeDisabled()
    await expect.element(page.getByRole('button', { name: 'Chốt lần 1' })).toBeDisabled()
  })
})

describe('closing', () => {
  test('is refused over a conflict, with what is open by agency', async () => {
    draw({ desk: twoVoices })
    await press('Chốt lần 1')
    await says(/Còn 1\s+mâu thuẫn chờ người chọn/)
    await expect.element(page.getByRole('row', { name: /Ban Quản lý các khu kinh tế/ })).toBeInTheDocument()
    await expect.element(page.getByRole('button', { name: 'Tính kết quả và mã băm' })).not.toBeInTheDocument()
    await nothingSevere()
  })

  test('shows the hash, freezes, is checked again, and opens with a reason only', async () => {
    draw({ desk: underWay })
    await press('Chốt lần 1')
    await press('Tính kết quả và mã băm')
    await says(/Mã băm SHA-256/)
    await nothingSevere()
    await press('Chốt bước thẩm định lần 1')
    await expect.poll(() => lastAct()?.kind).toBe('close')
    await press('Kiểm lại mã băm')
    await says('Khớp: kết quả và các dòng đúng như lúc chốt.')
    await nothingSevere()
    await userEvent.keyboard('{Escape}')
    await press('Mở lại')
    await page.getByRole('dialog').getByRole('button', { name: 'Mở lại' }).click()
    await says('Ghi lý do: dòng này vào sổ và không xóa được.')
    expect(lastAct()?.kind).toBe('close')
    await page.getByLabelText('Lý do').fill('Sở nộp lại số liệu')
    await page.getByRole('dialog').getByRole('button', { name: 'Mở lại' }).click()
    await expect.poll(lastAct).toMatchObject({ kind: 'reopen', reason: 'Sở nộp lại số liệu' })
  })

  test('a line altered after closing is told with the agency', async () => {
    draw({ desk: underWay })
    await press('Chốt lần 1')
    await press('Tính kết quả và mã băm')
    await press('Chốt bước thẩm định lần 1')
    await expect.poll(() => lastAct()?.kind).toBe('close')
    const frozen = latest
    if (!frozen) throw new Error('no round')
    drawn?.unmount()
    const altered = frozen.entries.map(entry =>
      entry.act.kind === 'decide' && entry.act.criterionId === 'II.3'
        ? { ...entry, act: { ...entry.act, verdict: { kind: 'points' as const, points: '2.5' } } }
        : entry,
    )
    draw({ desk: { ...frozen, entries: altered } })
    await press('Kiểm lại mã băm')
    await says('Không khớp: có gì đó khác lúc chốt.')
    await says(/Kết quả khác ở: Ban Quản lý các khu kinh tế/)
  })
})

describe('where the round stands', () => {
  const close = (stage: RoundStage): LedgerAct => ({
    kind: 'close',
    stage,
    entryIds: [],
    sha256: 'f'.repeat(64),
  })
  const column = (name: string) => page.getByRole('listitem').filter({ hasText: name })

  test('the second review counts nothing while the first is open, and a missing deadline is said once', async () => {
    draw({ desk: underWay })
    const second = column('Quyết định lần 2 ghi sau hạn')
    await expect.element(second).toHaveTextContent(/Đã làmchờ chốt lần\s1/)
    expect(second.element().textContent?.match(/chưa đặt/g)).toHaveLength(1)
    expect(second.element().textContent).not.toMatch(/Còn mở|\d+ mục/)
    drawn?.unmount()
    draw({ desk: written(underWay, [close('firstReview')], 'Phạm Minh Đức').round })
    await expect.element(column('Quyết định lần 2 ghi sau hạn')).toHaveTextContent(/\d+\/\d+ mục xem lại/)
  })

  test('after the second review is closed the result is what is to be closed', async () => {
    const first = written(underWay, [close('firstReview')], 'Phạm Minh Đức').round
    draw({ desk: first })
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(/^Đang thẩm định lần 2/)
    drawn?.unmount()
    draw({ desk: written(first, [close('secondReview')], 'Phạm Minh Đức').round })
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent(/^Đã chốt lần\s2, chờ chốt kết quả$/)
    await expect.element(column('nhắc việc chốt')).toHaveAttribute('aria-current', 'step')
    await expect.element(page.getByRole('button', { name: 'Chốt kết quả' })).toHaveClass(/primary/)
    // What a print of it is of.
    const head = document.querySelector('.rvl-paper-head')?.textContent
    expect(head).toContain('Đợt: Đợt thử')
    expect(head).toContain('Số liệu minh họa')
    expect(head).toMatch(/bản 2, mã băm d{12}/)
    await nothingSevere()
  })
})

test.each([5, 6])('%i agencies without a file: rows up to five, one line from six on', async absent => {
  const names = entryNames({
    ruleSet: underWay.ruleSet,
    directory: { agencies: underWay.agencies, groups: [] },
    byId: new Map(),
    language: 'vi',
  })
  const silent = Array.from({ length: absent }, (_, index) => ({
    agencyId: `xa-${index}`,
    state: 'notReceived' as const,
    undecided: null,
    unanswered: 0,
    conflicts: 0,
  }))
  const open = { ...silent[0], agencyId: 'co-quan-1', state: 'chosen' as const, undecided: 3 }
  drawn = mount(
    <LanguageProvider language="vi">
      <OpenMatters
        matters={[...silent, { unanswered: 0, conflicts: 0, ...open }]}
        stage="firstReview"
        names={names}
      />
    </LanguageProvider>,
  )
  await says('Còn mở theo đơn vị')
  expect(document.querySelectorAll('tbody tr').length).toBe(absent === 5 ? 6 : 1)
  expect(document.querySelector('summary')?.textContent ?? null).toBe(
    absent === 5 ? null : '6\u00a0đơn vị chưa nhận hồ sơ, không có điểm và không xếp hạng',
  )
})

test('after merging the message has the keyboard and leads to the conflict', async () => {
  const { conflicts } = foldLedger(twoVoices.round, twoVoices.entries)
  drawn = mount(
    <LanguageProvider language="vi">
      <main className="content">
        <LedgerSample desk={twoVoices} address={{ filter: 'reviewers' }} />
        <MergeOutcome results={[{ file: 'a.parboard-review', outcome: 'merged', lines: 2, conflicts }]} />
      </main>
    </LanguageProvider>,
  )
  await expect
    .poll(() => document.activeElement?.textContent)
    .toMatch(/a\.parboard-review: Đã gộp 2\sdòng; 1\smâu thuẫn chờ chọn/)
  await press(/^1\smâu thuẫn chờ chọn/)
  expect(document.activeElement?.tagName).toBe('H3')
  expect(document.activeElement?.textContent).toContain('Ban Quản lý các khu kinh tế')
})

describe('conflicts', () => {
  test('the side that is taken stands, with the reason of the choice', async () => {
    draw({ desk: twoVoices, address: { filter: 'reviewers' } })
    await press(/^Chọn…/)
    await page.getByLabelText('Lấy dòng này').first().click()
    await press('Ghi vào sổ')
    await says('Ghi lý do: dòng này vào sổ và không xóa được.')
    await nothingSevere()
    await page.getByLabelText('Lý do chọn').fill('Đã đối chiếu')
    await press('Ghi vào sổ')
    await expect.poll(() => lastAct()?.kind).toBe('decide')
    await says('Không có mâu thuẫn nào.')
  })

  test('a third decision goes through the rules of verdicts', async () => {
    draw({ desk: twoVoices, address: { filter: 'reviewers' } })
    await press(/^Chọn…/)
    await page.getByLabelText('Ghi quyết định khác').click()
    await page.getByLabelText('Quyết định', { exact: true }).selectOptions('points')
    await page.getByLabelText('Điểm', { exact: true }).fill('99')
    await page.getByLabelText('Lý do chọn').fill('Đã đối chiếu')
    await press('Ghi vào sổ')
    await expect.element(page.getByLabelText('Điểm', { exact: true })).toHaveAttribute('aria-invalid', 'true')
    await page.getByLabelText('Quyết định', { exact: true }).selectOptions('notApplicable')
    await press('Ghi vào sổ')
    await expect.poll(() => foldLedger(twoVoices.round, latest?.entries ?? []).conflicts).toEqual([])
    expect(lastAct()).toMatchObject({ kind: 'decide', verdict: { kind: 'notApplicable' } })
  })
})

describe('areas', () => {
  test('changes are collected and written down together, a line each reviewer', async () => {
    draw({ desk: underWay, address: { filter: 'reviewers' } })
    await page.getByLabelText('Thêm người').fill('Đỗ Văn Sơn')
    await page.getByRole('button', { name: 'Thêm', exact: true }).click()
    await page.getByRole('checkbox', { name: /^Đỗ Văn Sơn nhận II / }).click()
    const before = latest?.entries.length
    await press('Ghi phân công')
    await expect.poll(lastAct).toEqual({ kind: 'assign', reviewer: 'Đỗ Văn Sơn', criterionIds: ['II'] })
    expect(latest?.entries.length).toBe((before ?? 0) + 1)
    await nothingSevere()
  })
})

describe('history', () => {
  test('draws only what is in sight of a long ledger, and finds a line without accents', async () => {
    draw({ desk: longLedger, address: { filter: 'history' } })
    await expect.poll(() => document.querySelectorAll('.rvl-table tbody tr').length).toBeGreaterThan(5)
    expect(document.querySelectorAll('.rvl-table tbody tr').length).toBeLessThan(120)
    await page.getByLabelText('Tìm trong sổ').fill('lan xem 777')
    // The line before it has that number in its id.
    await expect.poll(() => document.querySelectorAll('.rvl-table tbody tr').length).toBe(2)
    await says('Lần xem 777')
    await nothingSevere()
  })

  test('a criterion opens its trail; what does not count is said', async () => {
    draw({ desk: underWay, address: { filter: 'history', sort: 'time' } })
    await says('Không tính: đã hoàn tác')
    await press(/^Diễn biến tiêu chí II\.3/)
    await expect.poll(() => address).toMatchObject({ criterion: 'II.3', agency: 'co-quan-2' })
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(/1,50?\/3/)
    await says('đang có hiệu lực')
    await nothingSevere()
  })

  test('a filter that lets nothing through says so and is lifted with one press', async () => {
    draw({ desk: underWay, address: { filter: 'history', q: 'zzz' } })
    await says('Không có dòng nào khớp với bộ lọc.')
    await page.getByRole('button', { name: 'Bỏ lọc' }).last().click()
    await expect.poll(() => document.querySelectorAll('.rvl-table tbody tr').length).toBeGreaterThan(3)
  })
})

test('a file that came back is shown before anything is merged', async () => {
  const other = written(deskRound(), [aDecision('I.1', { kind: 'byRule' })], 'Lê Thị Hồng Nhung').round
  const state = foldLedger(underWay.round, underWay.entries)
  let taken = 0
  drawn = mount(
    <LanguageProvider language="vi">
      <MergeLook
        opened={{
          preview: mergePreview(state, other.entries),
          newFiles: 2,
          clashes: [],
          unfit: [],
          faults: [],
          read: {
            file: 'tham-dinh.parboard-review',
            sha256: 'a'.repeat(64),
            manifest: { madeBy: 'Lê Thị Hồng Nhung', createdAt: '2026-11-21T03:00:00.000Z', lines: 4 },
          },
        }}
        names={entryNames({
          ruleSet: underWay.ruleSet,
          directory: { agencies: underWay.agencies, groups: [] },
          byId: new Map(),
          language: 'vi',
        })}
        takeOver={() => {
          taken += 1
        }}
        leave={() => {}}
      />
    </LanguageProvider>,
  )
  await says(/Lê Thị Hồng Nhung: 1\s+dòng, trong đó 1\s+quyết định/)
  await says(/1\s+mâu thuẫn mới, chờ chọn sau khi gộp: Sở Xây dựng, I\.1/)
  await says(/2\s+hồ sơ chưa có ở đây đi cùng/)
  expect(taken).toBe(0)
  await press(/^Gộp 1\s+dòng vào sổ/)
  expect(taken).toBe(1)
})
