import { describe, expect, test } from 'vitest'
import {
  comparedText,
  compareHeads,
  projectCompare,
} from '../../src/features/agencies/compare/projectCompare.ts'
import { compareWords } from '../../src/features/agencies/compare/words.ts'
import { projectContribution } from '../../src/features/agencies/contribution/projectContribution.ts'
import { bandLines, projectDistribution } from '../../src/features/agencies/projectDistribution.ts'
import { paperText } from '../../src/features/criteria/projectCriteria.ts'
import type { ComparedCell } from '../../src/model/comparison.ts'
import { scoreGroups } from '../../src/scoring/cohort/scoreGroups.ts'
import { scoreSubmission } from '../../src/scoring/scoreSubmission.ts'
import { compareInGroup } from '../../src/state/agencyComparison.ts'
import type { ScoredView } from '../../src/state/useScoredView.ts'
import {
  aBand,
  aCriterion,
  aGroup,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  scoredAt,
} from '../scoring/builders.ts'
import { projected, shownTable } from './criteriaProjection.ts'

const ruleSet = aRuleSet({
  pointsPlaces: 2,
  criteria: [
    aGroup('g', [
      aReportedLeaf('a', '40', { name: 'Hồ sơ trực tuyến' }),
      aCriterion({ id: 'b', name: 'Kênh hỗ trợ', maxPoints: '20', rule: { kind: 'yesNo', metric: 'flag' } }),
    ]),
    aGroup('h', [aReportedLeaf('c', '40', { name: 'Số hóa' })]),
  ],
  bands: [aBand('tot', '80'), aBand('yeu', '0')],
})
const submission = aSubmission({ points: { a: '30', c: '40' }, figures: { flag: null }, stage: 'closed' })
const view: ScoredView = {
  ruleSet,
  submission,
  stages: ['closed'],
  sheet: scoreSubmission(ruleSet, submission, scoredAt),
  change: null,
  plan: null,
  agency: null,
  documents: [],
}

describe('the official table', () => {
  const column = (shown: ReturnType<typeof projected>, id: string) => {
    const place = shown.columns.findIndex(each => each.id === id)
    return shown.rows.map(row => row.cells[place]?.text)
  }

  test('has groups, lines and the total in official order', () => {
    const shown = projected(view, {}, 'vi')
    expect(shown.rows.map(row => [row.id, row.kind, row.depth])).toEqual([
      ['g', 'group', 0],
      ['a', 'row', 1],
      ['b', 'row', 1],
      ['h', 'group', 0],
      ['c', 'row', 1],
      ['total', 'total', 0],
    ])
    expect(shown.narrowed).toEqual([])
    // Without its figure b may bring anything: the total is a range, never a plain number.
    expect(column(shown, 'after').at(-1)).toBe('70,00–90,00')
    expect(column(shown, 'after')[2]).toBe('thiếu')
    expect(shown.rows[1]?.cells.find(cell => cell.text === '30,00')?.number).toEqual({
      value: '30',
      places: 2,
    })
  })

  test('says what narrows it, and how many lines are left', () => {
    const shown = projected(view, { q: 'so', filter: 'lost', sort: '-lost', hide: 'percent,note' }, 'vi')
    expect(shown.narrowed).toEqual([
      'Từ tìm “so”',
      'Bộ lọc “Mất điểm”',
      'Thứ tự: mất nhiều nhất từng nhóm',
      'Cột đã ẩn: % tối đa, Ghi chú',
    ])
    expect(column(shown, 'name')).toEqual(['Tiêu chí g', 'Hồ sơ trực tuyến', 'Tổng điểm đang xem 1/3 dòng'])
    expect(shown.columns.map(each => each.id)).not.toContain('note')
  })

  test('leaves out what stands in a folded group and says so', () => {
    const shown = projected(view, { closed: 'g' }, 'vi')
    expect(shown.rows.map(row => row.id)).toEqual(['g', 'h', 'c', 'total'])
    expect(shown.narrowed).toEqual(['Nhóm đã gập: G Tiêu chí g'])
  })

  test('is a sentence where nothing is left', () => {
    const shown = projected(view, { q: 'zzz', filter: 'missing' }, 'vi')
    expect(shown.rows).toEqual([])
    expect(shown.empty).toBe('Từ tìm “zzz” và bộ lọc “Thiếu số liệu” đang ẩn mọi dòng.')
  })
})

test('paper says how many lines it holds and what was chosen; it unfolds every group', () => {
  expect(paperText(shownTable(view, { closed: 'g' }, 'vi'))).toBe('Bảng in toàn bộ 3 dòng.')
  expect(paperText(shownTable(view, { q: 'truc tuyen', hide: 'note' }, 'vi'))).toBe(
    'Bảng in 1/3 dòng. Bảng in theo lựa chọn: Từ tìm “truc tuyen”; Cột đã ẩn: Ghi chú.',
  )
})

const cohort = scoreGroups(
  {
    ruleSet,
    period: '2026',
    stage: null,
    submissions: [
      { id: 'x', points: { a: '30', c: '40' }, flag: '1' },
      { id: 'y', points: { a: '20', c: '40' }, flag: null },
    ].map(({ id, points, flag }) => ({
      file: `${id}.json`,
      submission: aSubmission({
        id,
        agencyId: id,
        points,
        figures: { flag },
        period: '2026',
        stage: 'closed',
      }),
    })),
    previous: [],
    groups: [{ groupId: 'so', agencyIds: ['x', 'y'] }],
    workloadMetricId: null,
  },
  scoredAt,
)
const [group] = cohort.groups
if (!group) throw new Error('no group')

describe('tables beside the ranking', () => {
  const names = new Map([
    ['x', 'Sở X'],
    ['y', 'Sở Y'],
  ])
  const nameOf = (id: string) => names.get(id) ?? id

  test('compared agencies have a column each, and the words that qualify a figure', () => {
    const shown = projectCompare(
      { comparison: compareInGroup(group, ['x', 'y']), columns: group.columns, nameOf, format: text => text },
      { title: 'X hơn Y.', notes: [] },
      'vi',
    )
    expect(shown.columns.map(column => column.head)).toEqual([
      'Lĩnh vực, tiêu chí',
      'A Sở X',
      'B Sở Y',
      'Dẫn trước',
      'Cách biệt, điểm phần trăm',
      'Cách biệt, điểm',
    ])
    expect(shown.rows.map(row => row.cells.map(cell => cell.text))).toContainEqual([
      'A Hồ sơ trực tuyến',
      '30/40',
      '20/40',
      'A',
      '25,00',
      '10',
    ])
    const open = shown.rows.find(row => row.id === 'b')?.cells
    expect(open?.[1]).toEqual({ text: '20/20', number: { value: '20', places: 0, after: '/20' } })
    expect(open?.[2]?.text).toBe('0–20/20 thiếu số liệu')
    expect(open?.[2]?.number).toBeUndefined()
  })

  test('a cell without points says why', () => {
    const cell: ComparedCell = {
      state: 'notApplicable',
      points: null,
      maxPoints: null,
      percent: null,
      isInferred: false,
      notIncurred: false,
      restsOnNothing: false,
      behind: null,
    }
    expect(comparedText(cell, text => text, compareWords.vi, 'vi')).toEqual({
      text: '',
      of: '',
      told: 'không áp dụng',
    })
    expect(compareHeads(['x'], nameOf, compareWords.en).agencies).toEqual(['A Sở X'])
  })

  test('grades stand from the highest, with who surely holds them', () => {
    const shown = projectDistribution(
      bandLines(group, ruleSet, nameOf, 'vi'),
      { title: 'Phân bố điểm.', notes: [] },
      'vi',
    )
    expect(shown.rows.map(row => row.cells.map(cell => cell.text))).toEqual([
      ['Mức tot', '80%', '1', 'Sở X'],
      ['Mức yeu', '0%', '0', ''],
    ])
    expect(shown.rows[0]?.cells[1]?.number).toEqual({ value: '80', places: 0, isPercent: true })
  })

  test('shares of a loss end with what nobody explains and the loss itself', () => {
    const joint = { count: 1, shortfall: '30', contribution: '0.3', percentOfLoss: '60' }
    const shown = projectContribution(
      {
        split: {
          lost: '0.5',
          maxPoints: '2',
          rows: [
            { agencyId: 'x', shortfall: '30', contribution: '0.3', percentOfLoss: '60', remaining: null },
          ],
          known: joint,
          unallocated: { shortfall: '20', contribution: '0.2', percentOfLoss: '40' },
          leading: null,
        },
        leaf: null,
        ruleSet,
        nobody: '2 đơn vị chưa nạp',
        fullNameOf: nameOf,
      },
      { title: 'Toàn tỉnh mất 0,50/2 điểm.', notes: [] },
      'vi',
    )
    expect(shown.rows.map(row => row.cells.map(cell => cell.text))).toEqual([
      ['Sở X', '−0,300', '60,00%'],
      ['2 đơn vị chưa nạp', '−0,200', '40,00%'],
      ['Tổng, đúng bằng điểm mất', '−0,50', '100%'],
    ])
    expect(shown.rows.at(-1)?.kind).toBe('total')
  })
})
