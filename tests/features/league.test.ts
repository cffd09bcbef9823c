import { describe, expect, test } from 'vitest'
import { chosenAgencies, toggleChosen } from '../../src/features/agencies/agenciesState.ts'
import { foundElsewhere } from '../../src/features/agencies/elsewhere.ts'
import { filtersFor, passes, readFilter } from '../../src/features/agencies/leagueFilter.ts'
import { nextSorting, readSorting } from '../../src/features/agencies/leagueOrder.ts'
import {
  areasAbove,
  commonMaximum,
  heatColumns,
  leagueRows,
  rankDifferences,
} from '../../src/features/agencies/leagueRows.ts'
import type { AgencyDirectory } from '../../src/model/agency.ts'
import type { CohortGroup, CohortView } from '../../src/model/cohort.ts'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import type { PublishedResult, Submission } from '../../src/model/submission.ts'
import { changesSince } from '../../src/scoring/cohort/changesSince.ts'
import { scoreGroups } from '../../src/scoring/cohort/scoreGroups.ts'
import { leagueSentence, settledRange } from '../../src/sentences/leagueSentence.ts'
import { notLoadedOf } from '../../src/sentences/notLoadedOf.ts'
import { aBand, aGroup, aReportedLeaf, aRuleSet, aSubmission, scoredAt } from '../scoring/builders.ts'

const ruleSet = aRuleSet({
  criteria: [
    aGroup('I', [aReportedLeaf('a', '40'), aReportedLeaf('b', '20')]),
    aGroup('II', [aReportedLeaf('c', '40')]),
  ],
  bands: [aBand('tot', '80'), aBand('kha', '70'), aBand('yeu', '0')],
})

const directory: AgencyDirectory = {
  agencies: [
    { id: 'x', code: 'H15.01', name: 'Sở Xây dựng', level: 'department', aliases: ['SXD'] },
    { id: 'y', code: null, name: 'Sở Y tế', shortName: 'Y tế', level: 'department' },
    { id: 'd', code: null, name: 'Đài Phát thanh', level: 'department' },
  ],
  groups: [],
}

type Points = readonly [a: string, b: string, c: string]

function submission(agencyId: string, [a, b, c]: Points, more: Partial<PublishedResult> = {}): Submission {
  const points = { a, b, c }
  const made = aSubmission({ id: agencyId, agencyId, points })
  return made.published ? { ...made, published: { ...made.published, ...more } } : made
}

function viewOf(submissions: readonly Submission[], rules: RuleSet = ruleSet, period = '2026'): CohortView {
  return scoreGroups(
    {
      ruleSet: rules,
      period,
      stage: null,
      submissions: submissions.map(each => ({ file: 'f.json', submission: { ...each, period } })),
      previous: [],
      groups: [{ groupId: 'so', agencyIds: ['x', 'y', 'd', 'k'] }],
      workloadMetricId: null,
    },
    scoredAt,
  )
}

function groupOf({ groups: [group] }: CohortView): CohortGroup {
  if (!group) throw new Error('no group')
  return group
}

const nothingEarlier = { history: new Map<string, CohortView>(), periods: [], changes: null }
const nameOf = (id: string) => directory.agencies.find(agency => agency.id === id)?.name ?? id
const rank = (place: number, of: number) => ({ rank: place, of, among: 'đơn vị' })

describe('rows', () => {
  test('carry names in Vietnamese order, and are found without accents, by number and by alias', () => {
    const view = viewOf([
      submission('x', ['40', '20', '0']),
      submission('y', ['40', '0', '0']),
      submission('d', ['0', '0', '0']),
    ])
    const rows = leagueRows(view, groupOf(view), directory, nothingEarlier)
    expect(rows.map(row => [row.agencyId, row.nameOrder, row.shortName])).toEqual([
      ['x', 1, 'Sở Xây dựng'],
      ['y', 2, 'Y tế'],
      // Đ comes before S.
      ['d', 0, 'Đài Phát thanh'],
    ])
    expect(rows.map(row => row.searched.includes('dai phat'))).toEqual([false, false, true])
    expect(rows[0]?.searched).toMatch(/h15\.01 · sxd/)
  })

  test('draw one dot of one date, and a gap where an earlier period is not scored', () => {
    const view = viewOf([submission('x', ['40', '20', '15'])])
    const [row] = leagueRows(view, groupOf(view), directory, nothingEarlier)
    expect(row?.line).toEqual([
      { period: '2026', percent: { from: '75', to: '75' }, stage: groupOf(view).rows[0]?.stage },
    ])
    const earlier = viewOf([submission('x', ['20', '20', '10'])], ruleSet, '2025')
    const [later] = leagueRows(view, groupOf(view), directory, {
      history: new Map([['2025', earlier]]),
      periods: ['2024', '2025'],
      changes: changesSince(view, earlier),
    })
    expect(later?.line.map(point => point.percent?.to ?? null)).toEqual([null, '50', '75'])
    expect(later?.change).toEqual({ kind: 'changed', difference: '25', order: 0 })
  })

  test('share a maximum, or do not', () => {
    const view = viewOf([submission('x', ['40', '20', '0']), submission('y', ['40', '0', '0'])])
    expect(commonMaximum(groupOf(view).rows)).toBe('100')
    const [first, ...rest] = groupOf(view).rows
    const exempt = first && { ...first, total: { ...first.total, maxPoints: '80' } }
    expect(commonMaximum(exempt ? [exempt, ...rest] : [])).toBeNull()
    expect(commonMaximum([])).toBeNull()
  })
})

describe('columns', () => {
  const group = groupOf(viewOf([submission('x', ['40', '20', '0'])]))

  test('areas, or leaves below their areas', () => {
    expect(heatColumns(group, false).map(column => [column.criterionId, column.place])).toEqual([
      ['I', 0],
      ['II', 3],
    ])
    const leaves = heatColumns(group, true)
    expect(leaves.map(column => [column.criterionId, column.place])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 4],
    ])
    expect(areasAbove(group, leaves).map(({ area, count }) => [area.criterionId, count])).toEqual([
      ['I', 2],
      ['II', 1],
    ])
  })
})

describe('who is not here', () => {
  test('the publisher’s count less everybody loaded, over all groups', () => {
    const view = viewOf([
      submission('x', ['40', '20', '0'], { rank: rank(1, 116) }),
      submission('y', ['40', '0', '0'], { rank: rank(70, 116) }),
    ])
    expect(notLoadedOf(view, groupOf(view))).toEqual({ count: 114, of: 116 })
  })

  test('without a published count, members without a file', () => {
    const view = viewOf([submission('x', ['40', '20', '0'])])
    expect(notLoadedOf(view, groupOf(view))).toEqual({ count: 3, of: null })
  })

  test('all of those who were ranked are here', () => {
    const one = viewOf([submission('x', ['40', '20', '0'], { rank: rank(1, 1) })])
    const [group] = one.groups.map(each => ({ ...each, notLoaded: [] }))
    expect(group && notLoadedOf(one, group)).toBeNull()
  })
})

describe('published ranks', () => {
  const rankedAs = (places: readonly number[], of = 2) => {
    const view = viewOf([
      submission('x', ['40', '20', '0'], { rank: rank(places[0] ?? 0, of) }),
      submission('y', ['40', '0', '0'], { rank: rank(places[1] ?? 0, of) }),
    ])
    return rankDifferences(groupOf(view).rows).map(row => row.agencyId)
  }

  test('that agree, and that differ', () => {
    expect(rankedAs([1, 2])).toEqual([])
    expect(rankedAs([2, 1])).toEqual(['x', 'y'])
  })

  test('among other agencies too are another rank, not a difference', () => {
    expect(rankedAs([43, 70], 116)).toEqual([])
  })
})

describe('filters', () => {
  const view = viewOf([
    submission('x', ['40', '20', '20']), // 80: tot; lost 20 at c
    submission('y', ['10', '20', '40']), // 70: kha; lost 30 at a
    submission('d', ['0', '0', '0']), // yeu; lost 60 in I, 40 at a and c
  ])
  const group = groupOf(view)
  const found = (id: string) => {
    const filter = readFilter(id)
    return filter ? group.rows.filter(row => passes(row, filter)).map(row => row.agencyId) : null
  }

  test('by grade, by where most was lost, by state', () => {
    expect(found('band.tot')).toEqual(['x'])
    expect(found('lost.I')).toEqual(['y', 'd'])
    expect(found('lost.II')).toEqual(['x'])
    expect(found('open')).toEqual([])
    expect(found('shared')).toEqual([])
  })

  test('an address nobody understands filters nothing', () => {
    expect(readFilter('khac')).toBeNull()
    expect(readFilter('band.')).toBeNull()
    expect(readFilter(undefined)).toBeNull()
  })

  test('up and down go by the sign; no change is neither', () => {
    const [row] = group.rows
    const changed = (difference: string) => row && { ...row, change: { kind: 'changed', difference } }
    const up = readFilter('up')
    const down = readFilter('down')
    const results = ['1.5', '-0.25', '0'].map(difference => {
      const each = changed(difference)
      return each && up && down && [passes(each, up), passes(each, down)]
    })
    expect(results).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ])
  })

  test('only those that find somebody are offered, with how many', () => {
    expect(filtersFor(group, group.rows).map(({ id, count, sure }) => [id, count, sure])).toEqual([
      ['band.tot', 1, 1],
      ['band.kha', 1, 1],
      ['band.yeu', 1, 1],
      ['lost.I', 2, 2],
      ['lost.II', 1, 1],
    ])
  })
})

describe('whoever is searched for and has no row', () => {
  const group = { groupId: 'so', notSubmitted: ['y', 'd'] }
  const found = (search: string) => foundElsewhere({ refused: [] }, group, directory, search)

  test('is found in the list that names it, from the beginning of a word, without accents', () => {
    expect(found('dai phat')).toEqual([{ list: 'notSubmitted', names: ['Đài Phát thanh'] }])
    expect(found('hat')).toEqual([])
    expect(found('xây dựng')).toEqual([])
  })

  test('nothing searched for finds nobody', () => {
    expect(found(' ')).toEqual([])
  })
})

describe('sorting in the address', () => {
  test('a minus for the largest first; unknown columns leave the ranks', () => {
    expect(readSorting('-total', ['total'])).toEqual({ id: 'total', desc: true })
    expect(readSorting('agency', ['agency'])).toEqual({ id: 'agency', desc: false })
    expect(readSorting('xyz', ['total'])).toBeNull()
    expect(readSorting(undefined, ['total'])).toBeNull()
  })

  test('figures go down, up, and back to ranks; names and places begin at the first', () => {
    const press = (id: string) => {
      const ids = [id]
      const first = nextSorting(null, id)
      const second = nextSorting(readSorting(first, ids), id)
      return [first, second, nextSorting(readSorting(second, ids), id)]
    }
    expect(press('I')).toEqual(['-I', 'I', undefined])
    expect(press('agency')).toEqual(['agency', '-agency', undefined])
    expect(press('published')).toEqual(['published', '-published', undefined])
    expect([nextSorting(null, 'rank'), nextSorting({ id: 'rank', desc: true }, 'rank')]).toEqual([
      '-rank',
      undefined,
    ])
    // From another column, ranks are one press away.
    expect(nextSorting({ id: 'I', desc: true }, 'rank')).toBeUndefined()
  })
})

describe('chosen for comparison', () => {
  const group = groupOf(viewOf([submission('x', ['40', '20', '0']), submission('y', ['40', '0', '0'])]))

  test('only agencies of the group, each once', () => {
    expect(chosenAgencies({ with: 'y,khac,x,y' }, group)).toEqual(['y', 'x'])
    expect(chosenAgencies({}, group)).toEqual([])
  })

  test('one more, one less, and no sixth', () => {
    expect(toggleChosen(['x'], 'y')).toEqual({ with: 'x,y' })
    expect(toggleChosen(['x', 'y'], 'x')).toEqual({ with: 'y' })
    expect(toggleChosen(['x'], 'x')).toEqual({ with: undefined })
    expect(toggleChosen(['1', '2', '3', '4'], '5')).toEqual({ with: '1,2,3,4,5' })
    expect(toggleChosen(['1', '2', '3', '4', '5'], '6')).toBeNull()
    expect(toggleChosen(['1', '2', '3', '4', '5'], '5')).toEqual({ with: '1,2,3,4' })
  })
})

describe('the sentence', () => {
  const say = (submissions: readonly Submission[], rules = ruleSet) =>
    leagueSentence(groupOf(viewOf(submissions, rules)), rules, nameOf, 'vi').replaceAll('\u00a0', ' ')

  test('who leads, and that nobody reaches the next grade', () => {
    expect(say([submission('x', ['40', '20', '15']), submission('y', ['0', '0', '0'])])).toBe(
      'Sở Xây dựng dẫn đầu với 75/100 điểm; trong 2 đơn vị được xếp hạng, không đơn vị nào đạt mức Mức tot (từ 80 điểm)',
    )
  })

  test('how many hold the best grade', () => {
    expect(say([submission('x', ['40', '20', '20']), submission('y', ['0', '0', '0'])])).toBe(
      'Sở Xây dựng dẫn đầu với 80/100 điểm; 1 trong 2 đơn vị được xếp hạng đạt mức Mức tot',
    )
  })

  test('and how many may still come to hold it', () => {
    // d: 60 to 100
    const gap = submission('d', ['40', '20', '0'])
    const { published } = gap
    const open = published && { ...gap, published: { ...published, points: published.points.slice(0, 2) } }
    const all = [submission('x', ['40', '20', '40']), submission('y', ['0', '0', '0'])]
    expect(open && say([...all, open])).toMatch(
      /; 1 \(có thể 2\) trong 3 đơn vị được xếp hạng đạt mức Mức tot$/,
    )
    const group = groupOf(viewOf(open ? [...all, open] : all))
    expect(filtersFor(group, group.rows).map(({ id, count, sure }) => [id, count, sure])).toEqual(
      expect.arrayContaining([
        ['band.tot', 2, 1],
        ['band.kha', 1, 0],
        ['band.yeu', 2, 1],
      ]),
    )
  })

  test('a shared lead names everybody', () => {
    expect(say([submission('x', ['40', '20', '15']), submission('y', ['20', '20', '35'])])).toMatch(
      /^Sở Xây dựng và Sở Y tế cùng dẫn đầu với 75\/100 điểm; /,
    )
  })

  test('an open lead leaves it open, and so does an open grade', () => {
    // x: 60 to 100; y: 75
    const open = submission('x', ['40', '20', '0'])
    const { published } = open
    const gap = published && { ...open, published: { ...published, points: published.points.slice(0, 2) } }
    expect(gap && say([gap, submission('y', ['40', '20', '15'])])).toBe(
      'Chưa rõ đơn vị dẫn đầu vì thiếu số liệu: Sở Xây dựng hoặc Sở Y tế; trong 2 đơn vị được xếp hạng, chưa đơn vị nào chắc chắn đạt mức Mức tot (từ 80 điểm)',
    )
  })

  test('no bands, no second half; nobody ranked says so', () => {
    const plain = { ...ruleSet, bands: [] }
    expect(say([submission('x', ['40', '20', '15'])], plain)).toBe('Sở Xây dựng dẫn đầu với 75/100 điểm')
    expect(say([aSubmission({ id: 'x', agencyId: 'x' })])).toBe(
      'Chưa đơn vị nào được xếp hạng; 1 đơn vị chưa nộp',
    )
  })

  test('the range of settled scores', () => {
    const group = groupOf(viewOf([submission('x', ['40', '20', '15']), submission('y', ['0', '20', '0'])]))
    expect(settledRange(group.rows)).toEqual({ low: '20', high: '75' })
    expect(settledRange([])).toBeNull()
  })
})
