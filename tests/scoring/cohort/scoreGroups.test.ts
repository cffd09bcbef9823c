import { describe, expect, test } from 'vitest'
import type { CohortGroup, CohortRow } from '../../../src/model/cohort.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { type GroupsRequest, scoreGroups } from '../../../src/scoring/cohort/scoreGroups.ts'
import { aBand, aCriterion, aGroup, aRatioRule, aRuleSet, aSubmission, scoredAt } from '../builders.ts'
import { deepFreeze } from '../fractions.ts'

/** Two areas: I = a (4 points) + b (2 points), II = c (4 points); each leaf its own pair of figures. */
const ruleSet = deepFreeze(
  aRuleSet({
    criteria: [
      aGroup('I', [leaf('a', '4'), leaf('b', '2')]),
      aGroup('II', [leaf('c', '4', { whenDenominatorZero: 'zero' })]),
    ],
    bands: [aBand('cao', '80'), aBand('vua', '50'), aBand('thap', '0')],
  }),
)

function leaf(id: string, maxPoints: string, rule: Parameters<typeof aRatioRule>[0] = {}) {
  return aCriterion({
    id,
    maxPoints,
    rule: aRatioRule({ numerator: `${id}.done`, denominator: `${id}.all`, ...rule }),
  })
}

/** "3/4" for done of all; null: reported as missing. */
function sent(
  agencyId: string,
  shares: Readonly<Record<string, string | null>>,
  rest: Parameters<typeof aSubmission>[0] = {},
): Submission {
  const figures = Object.entries(shares).flatMap(([id, share]) => {
    const [done = null, all = null] = share?.split('/') ?? []
    return [
      [`${id}.done`, done],
      [`${id}.all`, all],
    ] as const
  })
  return deepFreeze(aSubmission({ id: agencyId, agencyId, figures: Object.fromEntries(figures), ...rest }))
}

function score(submissions: readonly Submission[], rest: Partial<GroupsRequest> = {}) {
  return scoreGroups(
    {
      ruleSet,
      period: '2026',
      stage: null,
      submissions: submissions.map(submission => ({ file: `${submission.agencyId}.json`, submission })),
      previous: [],
      groups: [{ groupId: 'nhom', agencyIds: ['x', 'y', 'z', 't'] }],
      workloadMetricId: null,
      ...rest,
    },
    scoredAt,
  )
}

const groupOf = (view: ReturnType<typeof score>): CohortGroup => {
  const [group] = view.groups
  if (!group) throw new Error('no group')
  return group
}

const rowOf = (group: CohortGroup, agencyId: string): CohortRow => {
  const row = group.rows.find(each => each.agencyId === agencyId)
  if (!row) throw new Error(`no row of ${agencyId}`)
  return row
}

const cellOf = (group: CohortGroup, agencyId: string, criterionId: string) => {
  const cell = rowOf(group, agencyId).cells[group.columns.findIndex(each => each.criterionId === criterionId)]
  if (!cell) throw new Error(`no cell of ${agencyId} at ${criterionId}`)
  return cell
}

const columnOf = (group: CohortGroup, criterionId: string) => {
  const column = group.columns.find(each => each.criterionId === criterionId)
  if (!column) throw new Error(`no column ${criterionId}`)
  return column
}

const full = { a: '4/4', b: '2/2', c: '4/4' }

describe('ranks and bands', () => {
  test('best first, equals share a rank and the next one is passed over', () => {
    // x: 3 + 2 + 4 = 9; y and z: 4 + 2 + 2 = 8; t: 1 + 1 + 1 = 3
    const group = groupOf(
      score([
        sent('t', { a: '1/4', b: '1/2', c: '1/4' }),
        sent('y', { a: '4/4', b: '2/2', c: '1/2' }),
        sent('z', { a: '2/2', b: '1/1', c: '2/4' }),
        sent('x', { a: '3/4', b: '2/2', c: '4/4' }),
      ]),
    )
    expect(group.rows.map(row => [row.agencyId, row.rank, row.tiedWith])).toEqual([
      ['x', { kind: 'settled', rank: 1 }, []],
      ['y', { kind: 'settled', rank: 2 }, ['z']],
      ['z', { kind: 'settled', rank: 2 }, ['y']],
      ['t', { kind: 'settled', rank: 4 }, []],
    ])
    expect(group.rows.map(row => row.order)).toEqual([2, 1, 1, 0])
    // 90% and twice 80% reach "cao" (from 80, inclusive); 30% does not reach "vua".
    expect(group.bandCounts).toEqual([
      { bandId: 'cao', agencyIds: ['x', 'y', 'z'] },
      { bandId: 'vua', agencyIds: [] },
      { bandId: 'thap', agencyIds: ['t'] },
    ])
  })

  test('a missing figure leaves points, rank and band open, and orders by the lower end', () => {
    // x: 4 + 2 + 0…4 = 6…10; y: 4 + 2 + 2 = 8
    const group = groupOf(score([sent('x', { ...full, c: null }), sent('y', { ...full, c: '2/4' })]))
    expect(rowOf(group, 'x').total.points).toEqual({ kind: 'known', from: '6', to: '10' })
    expect(rowOf(group, 'x').rank).toEqual({ kind: 'open', from: 1, to: 2 })
    expect(rowOf(group, 'x').grade?.bandIds).toEqual(['vua', 'cao'])
    expect([rowOf(group, 'x').order, rowOf(group, 'y').order]).toEqual([0, 1])
    expect(cellOf(group, 'x', 'c')).toMatchObject({
      state: 'open',
      points: { from: '0', to: '4' },
      behindLeader: null,
      behindLeaderPoints: null,
    })
    expect(group.bandCounts.map(each => each.agencyIds)).toEqual([['y'], [], []])
  })
})

describe('who takes no part', () => {
  test('nothing sent is no zero and no rank; no file is something else', () => {
    const group = groupOf(score([sent('x', full), sent('y', {})]))
    expect(group.rows.map(row => row.agencyId)).toEqual(['x'])
    expect(group.notSubmitted).toEqual(['y'])
    expect(group.notLoaded).toEqual(['z', 't'])
  })

  test('a submission that does not answer the rule set is refused with its problems, the rest goes on', () => {
    const wrong = sent('y', { ...full, 'khong-co': '1/1' })
    const late = sent('z', full, { period: '2025' })
    const view = score([sent('x', full), wrong, late])
    expect(groupOf(view).rows.map(row => row.agencyId)).toEqual(['x'])
    expect(view.refused.map(each => each.agencyId)).toEqual(['y', 'z'])
    expect(view.refused[1]?.problems).toMatchObject([
      { file: 'z.json', path: 'period', code: 'other-period', severity: 'error' },
    ])
  })

  test('without workload and scored on 0/0 an agency stands apart, keeps its points and is nobody’s leader', () => {
    // c gives its points for 0/0 here, so y would lead at c with nothing done.
    const lenient = aRuleSet({
      ...ruleSet,
      criteria: [
        aGroup('I', [leaf('a', '4'), leaf('b', '2')]),
        aGroup('II', [leaf('c', '4', { whenDenominatorZero: 'full' })]),
      ],
    })
    const group = groupOf(
      score([sent('x', { ...full, c: '3/4' }), sent('y', { ...full, c: '0/0' })], {
        ruleSet: lenient,
        workloadMetricId: 'c.all',
      }),
    )
    expect(group.rows.map(row => [row.agencyId, row.place, row.workload, row.rank?.kind])).toEqual([
      ['x', 'ranked', '4', 'settled'],
      ['y', 'idle', '0', undefined],
    ])
    expect(rowOf(group, 'y').grade).toBeNull()
    expect(rowOf(group, 'y').total.points).toEqual({ kind: 'known', from: '10', to: '10' })
    expect(columnOf(group, 'c').atMax).toEqual({ agencyIds: [], of: 1 })
    expect(columnOf(group, 'c').leader?.agencyIds).toEqual(['x'])
    // Better than the leader on nothing: no distance.
    expect(cellOf(group, 'y', 'c')).toMatchObject({ notIncurred: true, behindLeader: null })
    // A group says so when one of its leaves does, other groups do not.
    expect(cellOf(group, 'y', 'II').notIncurred).toBe(true)
    expect(cellOf(group, 'y', 'I').notIncurred).toBe(false)
  })

  test('an agency at work is nobody’s leader by one leaf on 0/0, nor at the maximum', () => {
    const lenient = aRuleSet({
      ...ruleSet,
      criteria: [
        aGroup('I', [leaf('a', '4'), leaf('b', '2')]),
        aGroup('II', [leaf('c', '4', { whenDenominatorZero: 'full' })]),
      ],
    })
    const group = groupOf(
      score([sent('x', { ...full, c: '3/4' }), sent('y', { ...full, c: '0/0' })], { ruleSet: lenient }),
    )
    // Nothing sets y apart: it is ranked, and its 4 of 4 points for c stand.
    expect(rowOf(group, 'y').place).toBe('ranked')
    for (const id of ['c', 'II']) {
      expect(columnOf(group, id)).toMatchObject({
        atMax: { agencyIds: [], of: 1 },
        nearest: { agencyIds: ['x'], gap: '1' },
        leader: { agencyIds: ['x'], percent: '75' },
      })
      expect(cellOf(group, 'y', id)).toMatchObject({ notIncurred: true, behindLeader: null })
    }
    expect(columnOf(group, 'a').atMax).toEqual({ agencyIds: ['x', 'y'], of: 2 })
  })

  test('an agency in two files is taken from the first, and the second is named', () => {
    const view = score([sent('x', full), sent('x', { ...full, a: '1/4' }), sent('y', full)])
    expect(groupOf(view).rows.map(row => row.agencyId)).toEqual(['x', 'y'])
    expect(rowOf(groupOf(view), 'x').total.points).toEqual({ kind: 'known', from: '10', to: '10' })
    expect(view.refused).toMatchObject([{ agencyId: 'x', problems: [{ code: 'agency-twice' }] }])
  })

  test('zero workload alone does not set an agency apart: it must rest on 0/0 as well', () => {
    const group = groupOf(
      score([sent('x', { a: '0/4', b: '2/2', c: '4/4' })], { workloadMetricId: 'a.done' }),
    )
    expect(rowOf(group, 'x')).toMatchObject({ place: 'ranked', workload: '0' })
  })

  test('workload sorts by its size, not by its text; whoever has none has no place', () => {
    const group = groupOf(
      score(
        [sent('x', { ...full, c: '90/90' }), sent('y', { ...full, c: '1000/1000' }), sent('z', { a: '1/1' })],
        {
          workloadMetricId: 'c.all',
        },
      ),
    )
    expect(['x', 'y', 'z'].map(id => rowOf(group, id).workloadOrder)).toEqual([0, 1, null])
  })
})

describe('criteria', () => {
  // a of 4 points: x 4, y 3, z 1; I of 6 points: x 4 + 2 = 6, y 3 + 2 = 5, z 1 + 1 = 2
  const group = groupOf(
    score([
      sent('x', full),
      sent('y', { a: '3/4', b: '2/2', c: '1/4' }),
      sent('z', { a: '1/4', b: '1/2', c: '1/4' }),
    ]),
  )

  test('who has full points and who is nearest to them', () => {
    expect(columnOf(group, 'a')).toMatchObject({
      parentId: 'I',
      depth: 1,
      isLeaf: true,
      atMax: { agencyIds: ['x'], of: 3 },
      nearest: { agencyIds: ['y'], gap: '1' },
      leader: { agencyIds: ['x'], percent: '100' },
    })
    // Two at once, and equally near.
    expect(columnOf(group, 'b')).toMatchObject({
      atMax: { agencyIds: ['x', 'y'], of: 3 },
      nearest: { agencyIds: ['z'], gap: '1' },
    })
    expect(columnOf(group, 'c').nearest).toEqual({ agencyIds: ['y', 'z'], gap: '3' })
  })

  test('rows are ordered as they are ranked: before the total is rounded', () => {
    const rounded = aRuleSet({
      ...ruleSet,
      rounding: { ...ruleSet.rounding, total: { places: 0, mode: 'halfUp' } },
    })
    // a: 3 of 4 points, and 299 ÷ 400 × 4 = 2.99: totals 9 and 8.99, both rounded to 9.
    const shares = [sent('x', { ...full, a: '3/4' }), sent('y', { ...full, a: '299/400' })]
    const close = groupOf(score(shares, { ruleSet: rounded }))
    expect(close.rows.map(row => [row.agencyId, row.total.points])).toEqual([
      ['x', { kind: 'known', from: '9', to: '9' }],
      ['y', { kind: 'known', from: '9', to: '9' }],
    ])
    expect(close.rows.map(row => [row.rank, row.order])).toEqual([
      [{ kind: 'settled', rank: 1 }, 1],
      [{ kind: 'settled', rank: 2 }, 0],
    ])
  })

  test('the distance to the leader in percentage points and in points', () => {
    // I: 5/6 = 83 1/3%, 16 2/3 behind, which is 1 point of 6; z: 2/6, 66 2/3 behind, 4 points.
    expect(cellOf(group, 'x', 'I')).toMatchObject({ behindLeader: '0', behindLeaderPoints: '0', order: 2 })
    expect(cellOf(group, 'y', 'I')).toMatchObject({ behindLeader: '50/3', behindLeaderPoints: '1', order: 1 })
    expect(cellOf(group, 'z', 'I')).toMatchObject({
      behindLeader: '200/3',
      behindLeaderPoints: '4',
      order: 0,
    })
  })

  test('where most was lost: ties together, nothing where nothing was lost', () => {
    expect(rowOf(group, 'x').mostLost).toEqual({ areas: [], leaves: [] })
    // y: I loses 1, II loses 3; leaves a 1, c 3.
    expect(rowOf(group, 'y').mostLost).toEqual({ areas: ['II'], leaves: ['c'] })
    // z: I loses 3 + 1 = 4, II loses 3; leaves a 3 and c 3.
    expect(rowOf(group, 'z').mostLost).toEqual({ areas: ['I'], leaves: ['a', 'c'] })
  })

  test('only losses that no missing figure can win back count', () => {
    const open = groupOf(score([sent('x', { a: '3/4', b: '2/2', c: null })]))
    // c may still lose 0 to 4, a has lost 1.
    expect(rowOf(open, 'x').mostLost).toEqual({ areas: ['I'], leaves: ['a'] })
  })

  test('exemption leaves points and maximum; distances are of what applies', () => {
    const exempt = groupOf(
      score([
        sent(
          'x',
          { a: '4/4', c: '4/4' },
          { notApplicable: [{ criterionId: 'b', reason: 'Không có việc này' }] },
        ),
        sent('y', { a: '2/4', b: '2/2', c: '4/4' }),
      ]),
    )
    expect(cellOf(exempt, 'x', 'b')).toMatchObject({
      state: 'notApplicable',
      points: null,
      lost: null,
      order: null,
    })
    expect(cellOf(exempt, 'x', 'I').maxPoints).toBe('4')
    expect(columnOf(exempt, 'b').atMax).toEqual({ agencyIds: ['y'], of: 1 })
    // x has 4 of 4; y 4 of 6, a third behind: 2 of its 6 points.
    expect(cellOf(exempt, 'y', 'I')).toMatchObject({ behindLeader: '100/3', behindLeaderPoints: '2' })
  })
})

describe('stages, growth and published figures', () => {
  const decided = (agencyId: string) =>
    sent(agencyId, full, {
      stage: 'firstReview',
      decisions: [
        { criterionId: 'a', stage: 'selfAssessment', points: '4' },
        { criterionId: 'a', stage: 'firstReview', points: '1' },
      ],
    })

  test('an earlier stage is read without later decisions; others stand as they are', () => {
    const submissions = [decided('x'), sent('y', { ...full, c: '3/4' })]
    const now = score(submissions)
    expect(now.stages).toEqual(['selfAssessment', 'firstReview'])
    // 1 + 2 + 4 = 7 after the review, 10 as claimed
    expect(rowOf(groupOf(now), 'x')).toMatchObject({ stage: 'firstReview', total: { points: { to: '7' } } })
    expect(groupOf(now).rows.map(row => row.agencyId)).toEqual(['y', 'x'])
    const claimed = groupOf(score(submissions, { stage: 'selfAssessment' }))
    expect(rowOf(claimed, 'x').total.points).toMatchObject({ to: '10' })
    expect(claimed.rows.map(row => row.agencyId)).toEqual(['x', 'y'])
  })

  test('growth looks at the submission of the period before; without one it stays open', () => {
    const growing = aRuleSet({
      criteria: [
        aCriterion({
          id: 'g',
          maxPoints: '10',
          rule: {
            kind: 'growth',
            metric: 'founded',
            bands: [
              { from: '50', points: '10' },
              { from: '0', to: '50', points: '4' },
            ],
            otherwise: '0',
            whenPreviousZero: 'missing',
          },
        }),
      ],
    })
    const founded = (agencyId: string, period: string, count: string) =>
      aSubmission({ id: `${agencyId}.${period}`, agencyId, period, figures: { founded: count } })
    const group = groupOf(
      score([founded('x', '2026', '150'), founded('y', '2026', '149'), founded('z', '2026', '200')], {
        ruleSet: growing,
        previous: [founded('x', '2025', '100'), founded('y', '2025', '100')],
      }),
    )
    // 150 after 100 is +50%, 149 is +49%; nobody knows what z had.
    expect(rowOf(group, 'x').total.points).toMatchObject({ from: '10', to: '10' })
    expect(rowOf(group, 'y').total.points).toMatchObject({ from: '4', to: '4' })
    expect(cellOf(group, 'z', 'g')).toMatchObject({ state: 'open', points: { from: '0', to: '10' } })
  })

  test('published rank and change travel along; changes sort by size and sign', () => {
    const published = (agencyId: string, points: string, rank: number) =>
      sent(agencyId, full, {
        published: {
          provenance: ruleSet.roundingProvenance,
          total: '9.5',
          points: [],
          rank: { rank, of: 3, among: 'đơn vị' },
          change: { points, since: 'năm trước' },
        },
      })
    const group = groupOf(score([published('x', '-1.5', 1), published('y', '10', 2), published('z', '9', 3)]))
    expect(['x', 'y', 'z'].map(id => rowOf(group, id).publishedChangeOrder)).toEqual([0, 2, 1])
    expect(rowOf(group, 'y').published).toMatchObject({ rank: { rank: 2, of: 3 }, total: '9.5' })
  })
})
