import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { RemedyPart } from '../../../../src/features/review/remedy/RemedyPart.tsx'
import type { ReviewAddress } from '../../../../src/features/review/reviewProps.ts'
import { SummaryPart } from '../../../../src/features/review/summary/SummaryPart.tsx'
import type { LedgerAct } from '../../../../src/model/review.ts'
import { LanguageProvider } from '../../../../src/ui/language.tsx'
import { HatchPatterns } from '../../../../src/ui/Mark.tsx'
import { alone, closed, survey, task } from '../../../gallery/summaryCases.tsx'
import { PartSample } from '../../../gallery/summarySample.tsx'
import '../../../gallery/styles.ts'
import { type Mounted, mount } from '../../../server/mount.ts'
import { severeFindings } from '../../../server/severeFindings.ts'
import {
  aDecision,
  type DeskRound,
  deskAgencies,
  deskRound,
  deskSubmission,
  merged,
  written,
} from '../../../state/review/deskRound.ts'

let drawn: Mounted | undefined
let last: DeskRound | null = null
let place: ReviewAddress = {}
let rounds = 0

/** co-quan-1 and -2 handed in, co-quan-3 did not. */
function aRound(): DeskRound {
  rounds += 1
  const desk = deskRound({
    agencies: deskAgencies,
    submissions: [
      deskSubmission('co-quan-1'),
      deskSubmission('co-quan-2', {
        values: [
          { metricId: 'online', state: 'entered', value: '60' },
          { metricId: 'filed', state: 'entered', value: '80' },
        ],
      }),
    ],
  })
  return { ...desk, round: { ...desk.round, id: `dot-${rounds}` } }
}

function draw(desk: DeskRound, address: ReviewAddress = {}, part = SummaryPart, me = 'Lê Thị Bình') {
  drawn = mount(
    <LanguageProvider language="vi">
      <HatchPatterns />
      <PartSample
        part={part}
        desk={desk}
        me={me}
        address={address}
        watch={(next, at) => {
          last = next
          place = at
        }}
      />
    </LanguageProvider>,
  )
}

const acts = <Kind extends LedgerAct['kind']>(kind: Kind) =>
  (last?.entries ?? []).flatMap(({ act }) =>
    act.kind === kind ? [act as Extract<LedgerAct, { kind: Kind }>] : [],
  )

async function settled() {
  await expect.element(page.elementLocator(document.body).getByText('Đang tổng hợp')).not.toBeInTheDocument()
}

beforeEach(async () => {
  await page.viewport(1366, 768)
  last = null
  place = {}
})

afterEach(() => {
  drawn?.unmount()
  drawn = undefined
})

describe('ranking', () => {
  test('whoever sent nothing stands in its own block without points, rank or zero', async () => {
    draw(aRound())
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent('0/3 đơn vị nhóm “Sở, ban, ngành” có kết quả; 2 đơn vị còn thiếu số liệu')
    await expect.element(page.getByRole('heading', { name: /1 đơn vị không có điểm/ })).toBeVisible()
    expect(document.querySelectorAll('.rvs-ranking tbody tr')).toHaveLength(2)
    expect(document.querySelector('.rvs-apart')?.textContent).toContain('Sở Nội vụ')
    expect(document.querySelector('.rvs-ranking')?.textContent).not.toContain('Sở Nội vụ')
  })

  test('a name opens the agency on the desk', async () => {
    draw(aRound())
    await page.getByRole('button', { name: 'Sở Xây dựng' }).click()
    expect(place).toMatchObject({ part: 'desk', agency: 'co-quan-1', group: 'so-nganh' })
  })

  test('has nothing that keeps people out', async () => {
    draw(aRound(), { area: 'all' })
    await expect.element(page.getByRole('table')).toBeVisible()
    expect(severeFindings(await axe.run(document.body))).toEqual([])
  })
})

describe('what is not finished says so', () => {
  const paper = () => document.querySelector('.rvs-annex-head')?.textContent ?? ''
  const signatures = () => document.querySelector('.rvs-signatures')
  const heads = () => [...document.querySelectorAll('.rvs-ranking thead th')].map(each => each.textContent)
  const title = () => page.getByRole('heading', { level: 1 })
  /** Six items an agency are for reviewers to decide. */
  const finished = (desk: DeskRound, agencyIds: readonly string[]) =>
    written(
      desk,
      agencyIds.flatMap(agencyId =>
        ['I.1', 'I.2', 'I.3', 'II.1', 'II.3', 'thuong'].map(id =>
          id === 'thuong'
            ? aDecision(id, { kind: 'agree' }, { agencyId, from: '0.5', to: '0.5' })
            : aDecision(id, { kind: 'notApplicable' }, { agencyId }),
        ),
      ),
      'Lê Thị Bình',
    ).round

  test.each(['ranking', 'province', 'losses', 'survey', 'published'])(
    'a provisional %s is headed as one on paper and has no place to sign',
    async filter => {
      draw(aRound(), { filter })
      await expect.poll(paper).toContain('TẠM TÍNH – CHƯA CHỐT, còn 12 mục chưa quyết định')
      expect(signatures()).toBeNull()
    },
  )

  test('so is a provisional remedial plan', async () => {
    draw(aRound(), {}, RemedyPart)
    await expect.poll(paper).toContain('TẠM TÍNH – CHƯA CHỐT, còn 12 mục chưa quyết định')
    expect(signatures()).toBeNull()
  })

  test('the last column is "Hiện tại" until the second review decides something, then until it is closed', async () => {
    draw(aRound())
    await expect.poll(heads).toContain('Hiện tại')
    drawn?.unmount()
    const desk = aRound()
    const second = aDecision('I.3', { kind: 'agree' }, { stage: 'secondReview', from: '4', to: '4' })
    draw(written(desk, [second], 'Lê Thị Bình').round)
    await expect.poll(heads).toContain('Lần 2, tạm tính')
    drawn?.unmount()
    draw(closed(aRound()))
    await expect.poll(heads).toContain('Lần 2, chốt')
    await expect.element(title()).toHaveTextContent(/^Đã chốt: 0\/3/)
  })

  test('a closed list says what was never decided: in the title, each row and on paper', async () => {
    draw(closed(finished(aRound(), ['co-quan-1'])))
    await expect.element(title()).toHaveTextContent('; 6/12 mục chưa quyết định')
    await expect
      .element(page.getByRole('row', { name: /khu kinh tế/ }))
      .toHaveTextContent('đã chốt, 6/6 mục chưa quyết định')
    await expect.element(page.getByRole('row', { name: /Sở Xây dựng/ })).toHaveTextContent(/đã chốt$/)
    expect(paper()).toContain('ĐÃ CHỐT, 6/12 mục chưa quyết định')
    expect(signatures()).not.toBeNull()
  })

  test('a closed list with everything decided says nothing of it', async () => {
    const whole = deskRound({
      agencies: deskAgencies,
      submissions: [deskSubmission('co-quan-1'), deskSubmission('co-quan-2')],
    })
    draw(closed(finished(whole, ['co-quan-1', 'co-quan-2'])))
    await expect.element(title()).toHaveTextContent(/^Đã chốt/)
    await expect.element(page.getByRole('table')).toBeVisible()
    expect(document.body.textContent).not.toContain('chưa quyết định')
    expect(paper()).not.toContain('CHỐT')
  })

  test('an open total is no result, has no rank in a group of one, and its lost points are not none', async () => {
    draw(alone())
    await expect
      .element(title())
      .toHaveTextContent(
        /^Tạm tính: 0\/1 đơn vị nhóm “Sở, ban, ngành” có kết quả; 1 đơn vị còn thiếu số liệu: 0(,00)?–[\d,]+\/[\d,]+ điểm$/,
      )
    await expect
      .element(page.getByRole('row', { name: /Sở Xây dựng/ }))
      .toHaveTextContent('không xếp hạng: nhóm chỉ có 1 đơn vị')
    await page.getByRole('button', { name: 'Mất điểm' }).click()
    await expect
      .element(title())
      .toHaveTextContent(/^Chưa rõ điểm mất: có thể đến [\d,]+ điểm vì thiếu số liệu$/)
    drawn?.unmount()
    draw(alone(), {}, RemedyPart)
    await expect
      .element(title())
      .toHaveTextContent(/^Chưa rõ điểm mất: có thể đến [\d,]+ điểm vì thiếu số liệu$/)
  })

  test('every content has its own message as the title', async () => {
    draw(aRound())
    for (const [view, message] of [
      ['Toàn tỉnh', /tiêu chí cộng được cho toàn tỉnh/],
      ['Mất điểm', /đơn vị mất .* điểm, nhiều nhất ở/],
      ['Kết quả điều tra', /^0\/3 đơn vị đã ghi kết quả điều tra II\.2/],
      ['Kết quả công bố', /^Chưa ghi kết quả công bố/],
      ['Xếp hạng', /^Tạm tính: 0\/3/],
    ] as const) {
      await page.getByRole('button', { name: view, exact: true }).click()
      await expect.element(title()).toHaveTextContent(message)
    }
  })
})

test.each([
  ['', ['Hạng', 'Đơn vị', 'Hiện tại', 'Xếp loại']],
  ['losses', ['Tiêu chí', 'Điểm mất', '% tổng mất']],
  ['province', ['Tiêu chí', 'Điểm toàn tỉnh', 'Mất']],
])(
  'on a phone the table of "%s" shows what fits, the other columns are asked for',
  async (filter, expected) => {
    await page.viewport(390, 844)
    draw(aRound(), { filter })
    const heads = () =>
      [...(document.querySelector('.rvs-table')?.querySelectorAll<HTMLElement>('thead th') ?? [])]
        .filter(each => each.offsetWidth > 0)
        .map(each => each.innerText.split('\n')[0]?.trim())
        .filter(each => each !== '')
    await expect.poll(heads).toEqual(expected)
    const scroll = document.querySelector('.table-scroll')
    expect(scroll?.scrollWidth).toBe(scroll?.clientWidth)
    await page.getByRole('checkbox', { name: 'Đủ các cột' }).click()
    expect(heads().length).toBeGreaterThan(expected.length)
  },
)

describe('survey results', () => {
  const field = (name: string) => page.getByRole('textbox', { name: `${name}, điểm` })

  test('are written with their source, one line an agency, and bounds are kept', async () => {
    draw(aRound(), { filter: 'survey' })
    await field('Sở Xây dựng').fill('6,01')
    await expect.element(page.getByText('Phải từ 0 đến 6.')).toBeVisible()
    await page.getByRole('button', { name: 'Ghi 1 dòng vào sổ' }).click()
    await expect.element(page.getByText('Ghi tên văn bản hoặc báo cáo có các con số này.')).toBeVisible()
    await page.getByRole('textbox', { name: 'Văn bản, báo cáo nguồn' }).fill('Báo cáo 125')
    await page.getByRole('button', { name: 'Ghi 1 dòng vào sổ' }).click()
    expect(acts('survey')).toEqual([])
    await field('Sở Xây dựng').fill('6')
    await page.getByRole('button', { name: 'Ghi 1 dòng vào sổ' }).click()
    expect(acts('survey')).toEqual([
      {
        kind: 'survey',
        agencyId: 'co-quan-1',
        criterionId: 'II.2',
        given: { kind: 'points', points: '6' },
        source: 'Báo cáo 125',
        over: [],
      },
    ])
  })

  test('a pasted column fills the rows below in the order shown', async () => {
    draw(aRound(), { filter: 'survey' })
    await field('Sở Xây dựng').click()
    const data = new DataTransfer()
    data.setData('text/plain', '5,5\r\n4\r\n3,25\r\n')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
    await expect.element(field('Sở Xây dựng')).toHaveValue('5,5')
    await expect.element(field('Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk')).toHaveValue('4')
    await expect.element(field('Sở Nội vụ')).toHaveValue('3,25')
  })

  test('a correction replaces the line before; of two that did not know each other one is chosen', async () => {
    const desk = aRound()
    const one = written(desk, [survey('5')], 'Lê Thị Bình', 'may-1').round
    const other = written(desk, [survey('4')], 'Trần Văn Minh', 'may-2').round
    draw(merged(one, other), { filter: 'survey' })
    await expect.element(page.getByText('Hai người ghi khác nhau, chưa tính dòng nào:')).toBeVisible()
    await page.getByRole('button', { name: 'Chọn' }).nth(1).click()
    expect(acts('survey').at(-1)).toMatchObject({
      given: { kind: 'points', points: '4' },
      over: ['may-1-1', 'may-2-1'],
    })
    await field('Sở Xây dựng').fill('4,5')
    await page.getByRole('textbox', { name: 'Văn bản, báo cáo nguồn' }).fill('Báo cáo 126')
    await page.getByRole('button', { name: 'Ghi 1 dòng vào sổ' }).click()
    expect(acts('survey').at(-1)).toMatchObject({
      given: { kind: 'points', points: '4.5' },
      over: ['Lê Thị Bình-1'],
    })
  })

  test('nothing is written without a name', async () => {
    draw(aRound(), { filter: 'survey' }, SummaryPart, '')
    await field('Sở Xây dựng').fill('5')
    await page.getByRole('button', { name: 'Ghi 1 dòng vào sổ' }).click()
    await expect.element(page.getByText(/Ghi họ tên người thẩm định/)).toBeVisible()
    expect(acts('survey')).toEqual([])
  })
})

describe('published results', () => {
  test('are entered apart and held against ours; what is computed stays', async () => {
    draw(aRound(), { filter: 'published' })
    await page.getByRole('textbox', { name: 'Sở Xây dựng, Tổng điểm công bố' }).fill('20,5')
    await page.getByRole('textbox', { name: 'Sở Xây dựng, Hạng công bố' }).fill('4')
    await expect.element(page.getByText('Hạng là số nguyên từ 1 đến 3.')).toBeVisible()
    await page.getByRole('textbox', { name: 'Sở Xây dựng, Hạng công bố' }).fill('1')
    await page.getByRole('textbox', { name: 'Văn bản, báo cáo nguồn' }).fill('Quyết định 12/QĐ-UBND')
    await page.getByRole('button', { name: 'Ghi 1 dòng vào sổ' }).click()
    expect(acts('publish')).toEqual([
      {
        kind: 'publish',
        agencyId: 'co-quan-1',
        total: '20.5',
        points: [],
        rank: { rank: 1, of: 3 },
        band: null,
        source: 'Quyết định 12/QĐ-UBND',
        over: [],
      },
    ])
    await page.getByRole('button', { name: 'Xem đối chiếu' }).click()
    const row = page.getByRole('row', { name: /Sở Xây dựng/ })
    await expect.element(row).toHaveTextContent('20,5')
    await expect.element(row).toHaveTextContent('Quyết định 12/QĐ-UBND')
    await settled()
  })
})

describe('remedial plan', () => {
  test('the dialog begins in the name, keeps its buttons in sight and is written with Ctrl Enter', async () => {
    draw(aRound(), {}, RemedyPart)
    await page.getByRole('button', { name: /^Thêm nhiệm vụ cho I\.2/ }).click()
    const name = page.getByLabelText('Tên nhiệm vụ')
    await expect.element(name).toHaveFocus()
    const buttons = [...document.querySelectorAll('.rvm-dialog-foot button')]
    expect(buttons.map(each => each.textContent)).toEqual(['Thôi', 'Ghi vào sổCtrl Enter'])
    for (const button of buttons) expect(button.getBoundingClientRect().bottom).toBeLessThan(768)
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.element(page.getByText('Ghi tên nhiệm vụ.')).toBeVisible()
    expect(acts('remedy')).toEqual([])
    await name.fill('Tập huấn')
    await page.getByRole('combobox', { name: 'Cơ quan chủ trì' }).fill('khu kinh te')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    expect(acts('remedy')).toMatchObject([{ task: { name: 'Tập huấn', leadIds: [], lead: 'khu kinh te' } }])
  })

  test('counts lost points without a task and writes one with name, lead, product and day', async () => {
    draw(aRound(), {}, RemedyPart)
    const sentence = page.getByRole('heading', { level: 1 })
    await expect.element(sentence).toHaveTextContent('mục mất điểm chưa có nhiệm vụ')
    const before = sentence.element().textContent
    await page.getByRole('button', { name: /^Thêm nhiệm vụ cho I\.2/ }).click()
    await page.getByRole('button', { name: 'Ghi vào sổ' }).click()
    await expect.element(page.getByText('Ghi tên nhiệm vụ.')).toBeVisible()
    await page.getByLabelText('Tên nhiệm vụ').fill('Số hóa hồ sơ tồn')
    await page.getByLabelText('Sản phẩm').fill('Báo cáo')
    await page.getByRole('combobox', { name: 'Cơ quan chủ trì' }).fill('khu kinh te')
    await userEvent.keyboard('{Enter}')
    await page.getByLabelText('Hạn hoàn thành').fill('31/2/2027')
    await page.getByRole('button', { name: 'Ghi vào sổ' }).click()
    expect(acts('remedy')).toEqual([])
    await page.getByLabelText('Hạn hoàn thành').fill('31/3/2027')
    await page.getByRole('button', { name: 'Ghi vào sổ' }).click()
    expect(acts('remedy')).toMatchObject([
      {
        over: [],
        task: {
          name: 'Số hóa hồ sơ tồn',
          criterionIds: ['I.2'],
          agencyId: null,
          leadIds: ['co-quan-2'],
          product: 'Báo cáo',
          due: '2027-03-31',
        },
      },
    ])
    expect(sentence.element().textContent).not.toBe(before)
  })

  test('a change and a removal are lines over the one before', async () => {
    draw(written(aRound(), [task('nv-1', 'Rà soát')], 'Lê Thị Bình').round, {}, RemedyPart)
    await page.getByRole('button', { name: 'Sửa nhiệm vụ Rà soát' }).click()
    await page.getByLabelText('Tên nhiệm vụ').fill('Rà soát hồ sơ')
    await page.getByRole('button', { name: 'Ghi vào sổ' }).click()
    expect(acts('remedy').at(-1)).toMatchObject({
      taskId: 'nv-1',
      task: { name: 'Rà soát hồ sơ' },
      over: ['Lê Thị Bình-1'],
    })
    await page.getByRole('button', { name: 'Bỏ nhiệm vụ Rà soát hồ sơ' }).click()
    expect(acts('remedy').at(-1)).toEqual({
      kind: 'remedy',
      taskId: 'nv-1',
      task: null,
      over: ['Lê Thị Bình-2'],
    })
    await expect.element(page.getByText(/dòng cũ vẫn còn trong sổ ghi/)).toBeVisible()
  })

  test('two machines that wrote different tasks: both are shown, one is chosen', async () => {
    const desk = aRound()
    const one = written(desk, [task('nv-2', 'Tập huấn')], 'Lê Thị Bình', 'may-1').round
    const other = written(desk, [task('nv-2', 'Mua máy quét')], 'Trần Văn Minh', 'may-2').round
    draw(merged(one, other), {}, RemedyPart)
    await expect.element(page.getByText(/Mua máy quét/)).toBeVisible()
    await page.getByRole('button', { name: 'Chọn bản này' }).nth(1).click()
    expect(acts('remedy').at(-1)).toMatchObject({
      task: { name: 'Mua máy quét' },
      over: ['may-1-1', 'may-2-1'],
    })
    expect(severeFindings(await axe.run(document.body))).toEqual([])
  })
})
