import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ReviewAddress } from '../../../src/features/review/reviewProps.ts'
import type { LedgerEntry } from '../../../src/model/review.ts'
import { usePreferences } from '../../../src/state/preferences.ts'
import { LanguageProvider } from '../../../src/ui/language.tsx'
import { halfWay, inConflict, secondRound } from '../../gallery/deskCases.tsx'
import { DeskSample } from '../../gallery/deskSample.tsx'
import { type Mounted, mount } from '../../server/mount.ts'
import { severeFindings } from '../../server/severeFindings.ts'
import {
  aDecision,
  type DeskRound,
  deskRound,
  deskSubmission,
  merged,
  openDesk,
  reviewDesk,
  written,
} from '../../state/review/deskRound.ts'
import '../../gallery/styles.ts'

let drawn: Mounted | undefined
let latest: DeskRound | undefined
let address: ReviewAddress = {}

function draw(props: Parameters<typeof DeskSample>[0]) {
  latest = props.desk
  drawn = mount(
    <LanguageProvider language="vi">
      <main className="content">
        <DeskSample
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
  usePreferences.setState({ letterKeys: true })
})

const decided = (): readonly LedgerEntry[] =>
  latest?.entries.filter(({ act }) => act.kind !== 'receive') ?? []
const verdicts = () =>
  decided().map(({ act }) =>
    act.kind === 'decide' ? `${act.agencyId} ${act.criterionId} ${act.verdict.kind}` : act.kind,
  )
const focused = () =>
  document.activeElement instanceof HTMLElement ? document.activeElement.dataset['item'] : undefined
const row = (id: string) => document.querySelector<HTMLElement>(`[data-item="${id}"]`)
const statusOf = (id: string) => row(id)?.closest('tr')?.querySelector('.rvd-status')?.textContent

async function begin(id: string) {
  await expect.poll(() => row(id)).not.toBeNull()
  // A press on the current row would go on to its details.
  if (row(id)?.tabIndex !== 0) row(id)?.click()
  row(id)?.focus()
}

describe('keyboard', () => {
  test('1 agrees, goes on to the next item that nobody looked at, and keeps the keyboard in the list', async () => {
    draw({ desk: deskRound() })
    await begin('I.1')
    await userEvent.keyboard('1')
    await expect.poll(verdicts).toEqual(['co-quan-1 I.1 agree'])
    await expect.poll(focused).toBe('I.2')
    await userEvent.keyboard('1')
    await expect.poll(focused).toBe('I.3')
    expect(statusOf('I.1')).toBe('đồng ý')
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent('Sở Xây dựng: 12,80–22,80/25 điểm; còn 4 mục chưa xem')
  })

  test('arrows, j and k walk, n skips what is decided, brackets change the agency', async () => {
    draw({ desk: deskRound() })
    await begin('I.1')
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(focused).toBe('I.2')
    await userEvent.keyboard('1k')
    await expect.poll(focused).toBe('I.2')
    await userEvent.keyboard('k')
    await expect.poll(focused).toBe('I.1')
    await userEvent.keyboard('n')
    await expect.poll(focused).toBe('I.3')
    await userEvent.keyboard(']')
    await expect.poll(() => address.agency).toBe('co-quan-2')
    await expect.poll(focused).toBe('I.1')
    await userEvent.keyboard('[[')
    await expect.poll(() => address.agency).toBe('co-quan-1')
  })

  test('digits of a Vietnamese layout count by their place', async () => {
    draw({ desk: deskRound() })
    await begin('I.1')
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ă', code: 'Digit1', bubbles: true, cancelable: true }),
    )
    await expect.poll(verdicts).toEqual(['co-quan-1 I.1 agree'])
  })

  test('keys wait while somebody writes, after g, and where they are switched off', async () => {
    draw({ desk: deskRound() })
    await begin('I.1')
    await page.getByRole('searchbox').fill('1')
    await begin('I.1')
    await userEvent.keyboard('g1')
    usePreferences.setState({ letterKeys: false })
    await userEvent.keyboard('1')
    expect(verdicts()).toEqual([])
    await expect.element(page.getByRole('button', { name: 'Đồng ý', exact: true })).toBeVisible()
  })

  test('u takes my last line back and goes to its item', async () => {
    draw({ desk: deskRound() })
    await begin('I.1')
    await userEvent.keyboard('1')
    await expect.poll(focused).toBe('I.2')
    await userEvent.keyboard('u')
    await expect.poll(verdicts).toEqual(['co-quan-1 I.1 agree', 'withdraw'])
    await expect.poll(focused).toBe('I.1')
    expect(statusOf('I.1')).toBe('chưa xem')
    await expect.element(page.getByText('đã rút lại', { exact: true })).toBeVisible()
    await userEvent.keyboard('u')
    await expect.element(page.getByText(/không còn dòng nào/)).toBeVisible()
    expect(decided()).toHaveLength(2)
  })

  test('u asks before it takes back a line of the same name that this page did not write', async () => {
    const said = aDecision('I.1', { kind: 'byRule' }, { from: '5.4', to: '5.4' })
    draw({ desk: written(deskRound(), [said], 'Lê Thị Bình', 'mayKhac').round })
    await begin('I.1')
    await userEvent.keyboard('u')
    await expect
      .element(page.getByRole('dialog', { name: 'Hoàn tác dòng ghi ở nơi khác' }))
      .toHaveTextContent('có thể từ máy khác')
    expect(verdicts()).toEqual(['co-quan-1 I.1 byRule'])
    await page.getByRole('button', { name: 'Rút lại I.1' }).click()
    await expect.poll(verdicts).toEqual(['co-quan-1 I.1 byRule', 'withdraw'])
    await expect.element(page.getByText('I.1: đã hoàn tác')).toBeInTheDocument()
  })
})

describe('changing', () => {
  test('where every field is filled in, a figure has to be changed to see the points', async () => {
    draw({ desk: deskRound() })
    await begin('I.1')
    await userEvent.keyboard('2')
    const online = page.getByRole('textbox', { name: 'Hồ sơ nộp trực tuyến toàn trình' })
    const unchanged = page.getByText('Các ô đã đủ. Đổi ít nhất một số liệu để xem điểm sau khi sửa.')
    await expect.element(unchanged).toBeVisible()
    await online.fill('')
    await expect.element(page.getByText('hiện ở đây khi các ô đã đủ')).toBeVisible()
    await expect.element(unchanged).not.toBeInTheDocument()
  })

  test('a figure needs a reason, shows the points before it is written, and says who decided', async () => {
    draw({ desk: deskRound() })
    await begin('I.1')
    await userEvent.keyboard('2')
    const online = page.getByRole('textbox', { name: 'Hồ sơ nộp trực tuyến toàn trình' })
    await expect.element(online).toHaveFocus()
    await online.fill('80')
    // 80/100 × 6
    await expect.element(page.getByRole('row', { name: 'Mục I.1 5,40 4,80 −0,6' })).toBeVisible()
    await page.getByRole('button', { name: /Ghi quyết định/ }).click()
    const reason = page.getByRole('textbox', { name: 'Lý do' })
    await expect.element(reason).toHaveFocus()
    await expect.element(reason).toHaveAttribute('aria-invalid', 'true')
    await expect.element(reason).toHaveAccessibleDescription(/Cần ghi lý do/)
    expect(verdicts()).toEqual([])
    await reason.fill('Sổ tiếp nhận ghi 80 hồ sơ')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.poll(verdicts).toEqual(['co-quan-1 I.1 figures'])
    await expect.poll(focused).toBe('I.2')
    expect(decided()[0]?.act).toMatchObject({
      from: '5.4',
      to: '4.8',
      reason: 'Sổ tiếp nhận ghi 80 hồ sơ',
    })
    expect(statusOf('I.1')).toBe('đã sửa')
  })

  test('what cannot be read is said at its field and nothing is written', async () => {
    draw({ desk: deskRound() })
    await begin('I.1')
    await userEvent.keyboard('2')
    const online = page.getByRole('textbox', { name: 'Hồ sơ nộp trực tuyến toàn trình' })
    await online.fill('tám mươi')
    await expect.element(online).toHaveAccessibleDescription(/không phải số/)
    await page.getByRole('textbox', { name: 'Lý do' }).fill('x')
    await page.getByRole('button', { name: /Ghi quyết định/ }).click()
    await expect.element(online).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect.poll(focused).toBe('I.1')
    expect(verdicts()).toEqual([])
  })

  test('judged points stay within their bounds and steps', async () => {
    draw({ desk: deskRound() })
    await begin('II.1')
    await userEvent.keyboard('2')
    const field = page.getByRole('textbox', { name: 'Điểm' })
    await field.fill('3,75')
    await expect.element(field).toHaveAccessibleDescription(/bước 0,5/)
    await field.fill('3,5')
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Tài liệu đủ, thiếu phụ lục')
    await page.getByRole('button', { name: /Ghi quyết định/ }).click()
    await expect.poll(verdicts).toEqual(['co-quan-1 II.1 points'])
  })

  test('a question and "not applicable" need words', async () => {
    draw({ desk: deskRound() })
    await begin('I.1')
    await userEvent.keyboard('3')
    const question = page.getByRole('textbox', { name: 'Câu hỏi cho đơn vị' })
    await expect.element(question).toHaveFocus()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.element(question).toHaveAttribute('aria-invalid', 'true')
    await question.fill('Căn cứ nào?')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.poll(verdicts).toEqual(['co-quan-1 I.1 ask'])
    await expect.poll(focused).toBe('I.2')
    await userEvent.keyboard('4')
    await page.getByRole('button', { name: /Ghi không áp dụng/ }).click()
    expect(verdicts()).toHaveLength(1)
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Không có hồ sơ phải số hóa')
    await page.getByRole('button', { name: /Ghi không áp dụng/ }).click()
    await expect.poll(verdicts).toEqual(['co-quan-1 I.1 ask', 'co-quan-1 I.2 notApplicable'])
  })
})

describe('many at once', () => {
  test('shows what it will do, writes one batch and undoes it as one', async () => {
    draw({ desk: deskRound() })
    await begin('I.1')
    await page.getByRole('button', { name: 'Đồng ý các mục không vướng (5)' }).click()
    await page.getByRole('radio', { name: 'Lĩnh vực này ở mọi đơn vị' }).click()
    await expect.element(page.getByText('Sẽ ghi 9 dòng đồng ý của 3 đơn vị:')).toBeVisible()
    expect(verdicts()).toEqual([])
    await page.getByRole('button', { name: /Ghi đồng ý 9 mục/ }).click()
    await expect.poll(() => verdicts().length).toBe(9)
    await expect.poll(() => document.querySelector('dialog')).toBeNull()
    await userEvent.keyboard('u')
    await expect
      .element(page.getByText('Lần ghi gần nhất là một lượt đồng ý 9 mục của 3 đơn vị. Rút lại tất cả?'))
      .toBeVisible()
    await page.getByRole('button', { name: 'Rút lại 9 mục' }).click()
    await expect.poll(() => verdicts().filter(each => each === 'withdraw').length).toBe(9)
    expect(statusOf('I.1')).toBe('chưa xem')
  })
})

describe('what waits for a choice', () => {
  test('both verdicts stand side by side and one is chosen by a line that replaces both', async () => {
    draw({ desk: inConflict, me: 'Trưởng đoàn', address: { criterion: 'I.1' } })
    await expect
      .element(page.getByText('Hai quyết định khác nhau, chưa quyết định nào được tính'))
      .toBeVisible()
    expect(statusOf('I.1')).toBe('mâu thuẫn')
    await page.getByRole('button', { name: 'Chọn quyết định của Lê Thị Bình' }).click()
    await expect.poll(() => statusOf('I.1')).toBe('đã sửa')
    const last = decided().at(-1)?.act
    expect(last?.kind === 'decide' && last.over.toSorted()).toEqual(['Lê Thị Bình-1', 'Ngô Văn An-1'])
  })

  test('an agreement on other points asks again with both numbers', async () => {
    draw({ desk: halfWay, address: { criterion: 'I.2' } })
    // 45/100 × 2 = 0,9 when it was agreed; 45/120 × 2 = 0,75 now
    await expect.element(page.getByText(/Lúc đồng ý mục này được 0,90.điểm, nay là 0,75/)).toBeVisible()
    expect(statusOf('I.2')).toBe('xem lại')
  })

  test('the second round says what the first decided', async () => {
    draw({ desk: secondRound, address: { criterion: 'II.1' } })
    await expect.element(page.getByText(/^Lần 1: cho điểm, 3,50.điểm/)).toBeVisible()
  })
})

describe('when nothing can be written', () => {
  test('without a name the keyboard goes to its field and says so', async () => {
    draw({ desk: deskRound(), me: '' })
    await begin('I.1')
    await userEvent.keyboard('1')
    await expect.element(page.getByRole('textbox', { name: 'Người thẩm định' })).toHaveFocus()
    expect(verdicts()).toEqual([])
  })

  test('a closed stage says where to change that, and every verdict is off', async () => {
    draw({ desk: deskRound(), writable: 'closed' })
    await begin('I.1')
    await userEvent.keyboard('1')
    expect(verdicts()).toEqual([])
    await expect.element(page.getByRole('button', { name: /^Đồng ý 1$|^Đồng ý$/ })).toBeDisabled()
    await page.getByRole('button', { name: 'Mở Sổ ghi để mở lại bước' }).click()
    await expect.poll(() => address.part).toBe('ledger')
  })

  test('points of a survey are not decided here', async () => {
    draw({ desk: deskRound() })
    await begin('II.2')
    await userEvent.keyboard('1')
    await expect.element(page.getByText('II.2: điểm lấy từ điều tra, nhập ở phần Tổng hợp')).toBeVisible()
    expect(verdicts()).toEqual([])
  })
})

describe('what cannot be agreed to', () => {
  // I.1 lacks the number of files handed in online; I.2 has both of its figures.
  const noPoints = () =>
    deskRound({
      submissions: [
        deskSubmission('co-quan-1', {
          values: [
            { metricId: 'online', state: 'missing' },
            { metricId: 'filed', state: 'entered', value: '100' },
            { metricId: 'scanned', state: 'entered', value: '45' },
            { metricId: 'onTime', state: 'entered', value: '39' },
            { metricId: 'done', state: 'entered', value: '63' },
          ],
        }),
      ],
    })
  const agree = () => page.getByRole('button', { name: /^Đồng ý( ?1)?$/ })
  const said = () => document.querySelector('.rvd-said')?.textContent?.trim()

  test('the button is off and says why beside it; with points it is on and says nothing', async () => {
    draw({ desk: noPoints(), address: { criterion: 'I.1' } })
    await expect.element(agree()).toBeDisabled()
    await expect.element(agree()).toHaveAccessibleDescription(/^Chưa đồng ý được: /)
    await expect.element(page.getByRole('button', { name: /^Sửa/ })).toBeEnabled()
    row('I.2')?.click()
    await expect.element(agree()).toBeEnabled()
    expect(document.querySelector('.rvd-refused')).toBeNull()
  })

  test('the key is refused beside the verdicts, not in the line of what was written, and only there', async () => {
    draw({ desk: noPoints() })
    await begin('I.1')
    await userEvent.keyboard('1')
    const alert = page.getByRole('alert')
    await expect.element(alert).toHaveTextContent(/^I\.1: Không ghi được: /)
    expect(alert.element().closest('.rvd-bar')).not.toBeNull()
    expect(alert.element().querySelector('.mark')).not.toBeNull()
    expect(said()).toBe('')
    expect(verdicts()).toEqual([])
    // It belongs to the item: gone with the step to the next one, where agreeing is a success.
    await userEvent.keyboard('j')
    await expect.poll(() => document.querySelector('[role=alert]')).toBeNull()
    await userEvent.keyboard('1')
    await expect.poll(said).toBe('I.2: đã ghi đồng ý')
    expect(document.querySelector('[role=alert]')).toBeNull()
  })
})

describe('not applicable in the ledger', () => {
  const exempted = merged(
    written(
      deskRound(),
      [aDecision('I.1', { kind: 'notApplicable' }, { from: '5.4', to: null })],
      'Lê Thị Bình',
    ).round,
    written(
      deskRound(),
      [aDecision('I.1', { kind: 'agree' }, { from: '5.4', to: '5.4', reason: null })],
      'Ngô Văn An',
    ).round,
  )

  test('the conflict and the history say where the points go, and never that they are unknown', async () => {
    draw({ desk: exempted, address: { criterion: 'I.1' } })
    const conflict = page.getByRole('region', { name: /^Hai quyết định/ })
    await expect.element(conflict).toHaveTextContent('5,40 → không áp dụng')
    await expect.element(conflict).toHaveTextContent(/đồng ý, giữ 5,40.điểm/)
    expect(document.querySelector('.rvd-history')?.textContent).toContain('5,40 → không áp dụng')
    expect(document.querySelector('.rvd-detail')?.textContent).not.toContain('chưa rõ')
  })
})

test('columns stay where they are when a status grows, at two sizes', async () => {
  const lefts = () =>
    [...document.querySelectorAll('.rvd-table thead th')].map(cell => cell.getBoundingClientRect().x)
  const title = () => document.querySelector('.rvd-tools')?.getBoundingClientRect().y
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.viewport(width, height)
    draw({ desk: deskRound() })
    await begin('I.1')
    const [before, top] = [lefts(), title()]
    await userEvent.keyboard('4')
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Không phát sinh hồ sơ')
    await page.getByRole('button', { name: /Ghi không áp dụng/ }).click()
    await expect.poll(() => statusOf('I.1')).toBe('không áp dụng')
    expect(lefts()).toEqual(before)
    expect(title()).toBe(top)
    for (const cell of document.querySelectorAll('td.rvd-status'))
      expect(cell.scrollWidth).toBeLessThanOrEqual(cell.clientWidth)
    // 25 − 6 = 19: points of other maxima are told side by side, without a difference.
    const head = page.getByRole('heading', { level: 1 })
    await expect.element(head).toHaveTextContent(/\/19.điểm, tự chấm .*\/25;/)
    await expect.element(head).not.toHaveTextContent(/giảm|tăng/)
    drawn?.unmount()
  }
})

test('the paper says what it is of, in full, and nothing is cut', async () => {
  draw({ desk: deskRound() })
  await expect.poll(() => row('I.1')).not.toBeNull()
  const [head, foot] = [...document.querySelectorAll('.rvd-paper')].map(each => each.textContent ?? '')
  for (const part of ['Sở Xây dựng', 'Bộ thử 2026, bản 2', 'thẩm định lần 1', '11/2026', 'Số liệu minh họa'])
    expect(head).toContain(part)
  expect(foot).toMatch(/^In .*\d{2}\/\d{2}\/\d{4}.* · ParBoard \d+\.\d+\.\d+, bộ tính điểm /)
})

test('filters and search stand in the address, and one press lifts them', async () => {
  draw({ desk: halfWay })
  await page.getByRole('button', { name: /^Đã hỏi/ }).click()
  await expect.poll(() => address.filter).toBe('asked')
  await expect.poll(() => row('I.3')).not.toBeNull()
  expect(row('II.1')).toBeNull()
})

test('on a phone one item fills the screen and the list is a press away', async () => {
  await page.viewport(390, 844)
  draw({ desk: deskRound() })
  const item = page.getByRole('heading', { level: 2 })
  await expect.element(item).toBeVisible()
  await expect.element(page.getByRole('table', { name: 'Các mục chấm' })).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Đồng ý', exact: true }).click()
  await expect.element(item).toHaveTextContent(/^I\.2/)
  await expect.element(item).toHaveFocus()
  await page.getByRole('button', { name: /Danh sách mục/ }).click()
  await expect.element(page.getByRole('table', { name: 'Các mục chấm' })).toBeVisible()
  expect(document.documentElement.scrollWidth).toBe(390)
})

test('on a phone filters unfold behind a button, and the verdicts say which item of how many', async () => {
  await page.viewport(390, 844)
  draw({ desk: halfWay })
  const asked = page.getByRole('button', { name: /^Đã hỏi/ })
  await expect.element(page.getByText(/^Mục \d+\/7$/)).toBeVisible()
  await expect.element(asked).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Lọc', exact: true }).click()
  await asked.click()
  await expect.poll(() => address.filter).toBe('asked')
  await page.getByRole('button', { name: 'Lọc đang lọc', expanded: true }).click()
  await expect.element(asked).not.toBeInTheDocument()
  expect(document.querySelector('.rvd-bar .key')?.getClientRects().length ?? 0).toBe(0)
  expect(document.documentElement.scrollWidth).toBe(390)
})

test('a verdict among 140 agencies is written and drawn while scoring one agency only', async () => {
  const agencies = Array.from({ length: 140 }, (_, place) => ({
    id: `co-quan-${place + 1}`,
    code: null,
    name: `Đơn vị ${place + 1}`,
    level: 'department' as const,
  }))
  const desk = deskRound({ agencies, submissions: agencies.map(({ id }) => deskSubmission(id)) })
  const open = openDesk(desk, 'Lê Thị Bình')
  expect(reviewDesk(open, agencies).agencies.size).toBe(140)
  draw({ desk })
  await begin('I.1')
  const before = row('II.3')?.closest('tr')
  await userEvent.keyboard('1')
  await expect.poll(focused).toBe('I.2')
  expect(row('II.3')?.closest('tr')).toBe(before)
})

test.each([
  ['nothing decided', () => draw({ desk: deskRound() })],
  ['a conflict', () => draw({ desk: inConflict, address: { criterion: 'I.1' } })],
  ['half way', () => draw({ desk: halfWay, address: { criterion: 'I.1' } })],
])('axe finds nothing serious: %s', async (_, show) => {
  show()
  await expect.poll(() => row('I.1')).not.toBeNull()
  expect(severeFindings(await axe.run(drawn?.box ?? document.body))).toEqual([])
})
