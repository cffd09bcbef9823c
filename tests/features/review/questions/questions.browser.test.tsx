import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { ReviewAddress } from '../../../../src/features/review/reviewProps.ts'
import { readRequest } from '../../../../src/io/package/readRequest.ts'
import { LanguageProvider } from '../../../../src/ui/language.tsx'
import { HatchPatterns } from '../../../../src/ui/Mark.tsx'
import { exchangeRound, QuestionsSample, questionsRound } from '../../../gallery/questionsSample.tsx'
import '../../../gallery/styles.ts'
import { type Mounted, mount } from '../../../server/mount.ts'
import { aDecision, type DeskRound } from '../../../state/review/deskRound.ts'

let drawn: Mounted | undefined
let now: { desk: DeskRound; address: ReviewAddress } | undefined
let saved: { readonly name: string; readonly blob: Blob }[] = []
const urls = new Map<string, Blob>()
const { createObjectURL } = URL
const { click } = HTMLAnchorElement.prototype

function draw(desk: DeskRound, props: { me?: string; address?: ReviewAddress } = {}) {
  drawn = mount(
    <LanguageProvider language="vi">
      <HatchPatterns />
      <main className="content">
        <QuestionsSample
          desk={desk}
          {...props}
          watch={(next, address) => {
            now = { desk: next, address }
          }}
        />
      </main>
    </LanguageProvider>,
  )
}

beforeEach(() => {
  saved = []
  // Files go to the disk of whoever looks; here they are kept.
  URL.createObjectURL = content => {
    const url = createObjectURL.call(URL, content)
    if (content instanceof Blob) urls.set(url, content)
    return url
  }
  HTMLAnchorElement.prototype.click = function () {
    const blob = urls.get(this.href)
    if (blob) saved.push({ name: this.download, blob })
  }
  return page.viewport(1366, 768)
})

afterEach(() => {
  URL.createObjectURL = createObjectURL
  HTMLAnchorElement.prototype.click = click
  drawn?.unmount()
  expect(drawn?.errors).toEqual([])
  drawn = undefined
})

const section = (agencyId: string) => {
  const found = document.querySelector<HTMLElement>(`[data-agency="${agencyId}"]`)
  if (!found) throw new Error(`${agencyId} is not drawn`)
  return found
}
const textOf = (element: Element | null) => (element?.textContent ?? '').replaceAll('\u00a0', ' ')
const requests = () => now?.desk.entries.flatMap(({ act }) => (act.kind === 'request' ? [act] : [])) ?? []

describe('what stands', () => {
  test('nothing asked: the title says so, and how to ask', async () => {
    draw(questionsRound())
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent('Chưa có câu hỏi giải trình nào')
    await page.getByRole('button', { name: 'Sang phần Chấm' }).click()
    expect(now?.address.part).toBe('desk')
  })

  test('questions, agencies and answers are counted in the title', async () => {
    draw(exchangeRound())
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent('6 câu hỏi cho 3 đơn vị, 1 đơn vị đã trả lời')
  })

  test('late, overdue and not sent are told in words', async () => {
    draw(exchangeRound())
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(textOf(section('co-quan-1'))).toContain('trả lời trễ')
    expect(textOf(section('co-quan-2'))).toContain('quá hạn từ 20/11/2026 17:00')
    expect(textOf(section('co-quan-3'))).toContain('2 câu chưa lập tệp')
  })

  test('of an answer stand its words, figures was and proposed, what they come to, points and documents', async () => {
    draw(exchangeRound())
    await expect.element(page.getByText('Trong tháng có 10 hồ sơ nộp giấy', { exact: false })).toBeVisible()
    const text = textOf(section('co-quan-1'))
    expect(text).toContain('Hồ sơ nộp trực tuyến toàn trình: 90 hồ sơ thành 95 hồ sơ')
    expect(text).toContain('Bảng kê hồ sơ nộp giấy')
    expect(text).toContain('Đề nghị 2,50/3')
    expect(text).toContain('Tệp giải trình không nói gì về câu này.')
    expect(text).toContain('không tính: “Hồ sơ đã giải quyết”')
  })

  test('one press goes to the item on the desk', async () => {
    draw(exchangeRound())
    await page.getByRole('button', { name: 'Quyết ở phần Chấm: I.1' }).click()
    expect(now?.address).toMatchObject({ part: 'desk', agency: 'co-quan-1', criterion: 'I.1' })
  })

  test('an answer that was decided is marked, and no longer waits', async () => {
    draw(exchangeRound())
    await expect.element(page.getByRole('button', { name: 'Xem ở phần Chấm: II.3' })).toBeVisible()
    expect(textOf(section('co-quan-1').querySelector('tr.decided'))).toContain('đã quyết')
    expect(textOf(section('co-quan-1').querySelector('.rvq-standings'))).toContain('2 câu chờ quyết')
  })

  test('a question taken back is shown so in the request that was sent', async () => {
    const desk = exchangeRound()
    const entry = desk.entries.find(({ act }) => act.kind === 'decide' && act.agencyId === 'co-quan-2')
    const back = {
      id: 'khac-1',
      pen: 'khac',
      seq: 1,
      previous: null,
      clock: 99,
      by: 'Lê Thị Bình',
      at: '2026-11-21T05:00:00.000Z',
      act: { kind: 'withdraw', entryId: entry?.id ?? '', reason: 'Đã tìm thấy' },
    } as const
    draw({ ...desk, entries: [...desk.entries, back] })
    await page.getByRole('button', { name: /Ban Quản lý/, expanded: false }).click()
    expect(textOf(section('co-quan-2').querySelector('tr.withdrawn'))).toContain('đã rút')
    expect(textOf(section('co-quan-2'))).toContain('mọi câu hỏi đều đã rút')
  })

  test('filters by what is to be done', async () => {
    draw(exchangeRound())
    await page.getByRole('button', { name: 'Quá hạn 1' }).click()
    await expect.poll(() => document.querySelectorAll('[data-agency]').length).toBe(1)
    expect(now?.address.filter).toBe('overdue')
  })
})

describe('making request files', () => {
  test('one file for one agency; the ledger gets the line with its hash, and it can be opened', async () => {
    draw(exchangeRound())
    await page.getByLabelText('Trả lời trước ngày').fill('28/11/2036')
    await page.getByRole('button', { name: 'Lập tệp yêu cầu cho Sở Nội vụ' }).click()
    await expect.poll(() => saved.length, { timeout: 15_000 }).toBe(1)
    const [file] = saved
    if (!file) throw new Error('no file')
    expect(file.name).toBe('yeu-cau-giai-trinh_bo-thu_2026-11_co-quan-3.parboard')
    const read = readRequest(new Uint8Array(await file.blob.arrayBuffer()), file.name)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    await expect.poll(() => requests().length).toBe(3)
    const act = requests().at(-1)
    expect(act?.sha256).toBe(read.value.sha256)
    expect(act?.request).toEqual(read.value.request)
    expect(read.value.request).toMatchObject({ by: 'Lê Thị Bình', dueAt: '2036-11-28T17:00:00+07:00' })
    expect(read.value.request.questions.map(each => each.criterionId)).toEqual(['I.3', 'thuong'])
    await expect.element(page.getByText(/Đã tạo 1.tệp yêu cầu/)).toBeVisible()
    // The button is gone; the keyboard is on the agency it belonged to.
    const toggle = section('co-quan-3').querySelector<HTMLElement>('h2 button')
    await expect.poll(() => document.activeElement).toBe(toggle)
    // In a file, they wait.
    expect(textOf(section('co-quan-3'))).toContain('đã lập tệp, chờ trả lời trước 28/11/2036 17:00')
  })

  test('all at once in one zip', async () => {
    const desk = exchangeRound()
    const more = {
      id: 'khac-1',
      pen: 'khac',
      seq: 1,
      previous: null,
      clock: 99,
      by: 'Lê Thị Bình',
      at: '2026-11-21T05:00:00.000Z',
      act: aDecision('I.2', { kind: 'ask', question: 'Thêm?' }, { agencyId: 'co-quan-2' }),
    } as const
    draw({ ...desk, entries: [...desk.entries, more] })
    await page.getByRole('button', { name: /một tệp zip/ }).click()
    await expect
      .poll(() => saved.map(each => each.name), { timeout: 15_000 })
      .toEqual(['yeu-cau-giai-trinh_bo-thu_2026-11.zip'])
    await expect.poll(() => requests().length).toBe(4)
    await expect.element(page.getByText(/Đã tạo 2.tệp yêu cầu/)).toHaveFocus()
  })

  test('where a filter takes the agency away the keyboard goes to what was made', async () => {
    draw(exchangeRound(), { address: { filter: 'toSend' } })
    await page.getByRole('button', { name: 'Lập tệp yêu cầu cho Sở Nội vụ' }).click()
    await expect.poll(() => document.querySelector('[data-agency]'), { timeout: 15_000 }).toBeNull()
    await expect.element(page.getByText(/Đã tạo 1.tệp yêu cầu/)).toHaveFocus()
  })

  test('a file that was made is never called sent', async () => {
    draw(exchangeRound())
    await expect.poll(() => document.querySelector('[data-agency]')).not.toBeNull()
    expect(document.body.textContent).not.toMatch(/đã gửi|chưa gửi/i)
  })

  test('without a name nothing is made, and it is said', async () => {
    draw(exchangeRound(), { me: '' })
    await page.getByRole('button', { name: 'Lập tệp yêu cầu cho Sở Nội vụ' }).click({ force: true })
    await expect.element(page.getByText('Ghi tên người thẩm định trước', { exact: false })).toBeVisible()
    expect(saved).toEqual([])
    expect(requests()).toHaveLength(2)
  })

  test('a deadline that cannot be read is told at its field', async () => {
    draw(exchangeRound())
    const day = page.getByLabelText('Trả lời trước ngày')
    await day.fill('31/02/2027')
    await expect.element(day).toHaveAttribute('aria-invalid', 'true')
    await expect.element(page.getByText('Ghi đủ ngày/tháng/năm và giờ', { exact: false })).toBeVisible()
    await page.getByRole('button', { name: 'Lập tệp yêu cầu cho Sở Nội vụ' }).click({ force: true })
    expect(saved).toEqual([])
  })
})

test('the reminder names who owes what until when, and the file', async () => {
  draw(exchangeRound())
  await page.getByRole('button', { name: /Lời nhắc gửi Ban Quản lý/ }).click()
  const text = page.getByRole('textbox', { name: 'Nội dung lời nhắc' })
  await expect.element(text).toBeVisible()
  const written = (text.element() as HTMLTextAreaElement).value.replaceAll('\u00a0', ' ')
  expect(written).toContain('Kính gửi: Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk')
  expect(written).toContain('1 câu hỏi giải trình (mục II.1)')
  expect(written).toContain('thời hạn 20/11/2026 17:00 (giờ Việt Nam) đã qua')
  expect(written).toContain('yeu-cau-giai-trinh_bo-thu_2026-11_co-quan-2.parboard')
})

test.each([
  [1366, 768],
  [390, 844],
])('axe finds nothing serious at %d × %d, and nothing is wider than the page', async (width, height) => {
  await page.viewport(width, height)
  draw(exchangeRound())
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
  const results = await axe.run(document.body, { resultTypes: ['violations'] })
  const severe = results.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(severe.map(each => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([])
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
})
