import { describe, expect, test } from 'vitest'
import type { ConsolidatedGroup, Consolidation, ProvinceLeaf } from '../../../src/model/consolidation.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { type ConsolidationRequest, consolidate } from '../../../src/scoring/review/consolidate.ts'
import { scoreSubmission } from '../../../src/scoring/scoreSubmission.ts'
import {
  aBand,
  aCriterion,
  aGroup,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  scoredAt,
  stated,
} from '../builders.ts'
import { deepFreeze } from '../fractions.ts'

/** a: 6 points, full at 100%; b: 4 points, full from 80%; m: mean on a scale of 10, 2 points; d: yes or no, 2 points. */
const plain = aRuleSet({
  criteria: [
    aGroup('I', [
      aCriterion({
        id: 'a',
        maxPoints: '6',
        rule: aRatioRule({ numerator: 'a.done', denominator: 'a.all' }),
      }),
      aCriterion({
        id: 'b',
        maxPoints: '4',
        rule: aRatioRule({ numerator: 'b.done', denominator: 'b.all', targetPercent: '80' }),
      }),
    ]),
    aGroup('II', [
      aCriterion({
        id: 'm',
        maxPoints: '2',
        assessedBy: 'survey',
        rule: { kind: 'surveyMean', metric: 'm.mean', scaleFrom: '0', scaleTo: '10' },
      }),
      aCriterion({ id: 'd', maxPoints: '2', rule: { kind: 'yesNo', metric: 'd.flag' } }),
    ]),
  ],
  bands: [aBand('cao', '80'), aBand('vua', '50'), aBand('thap', '0')],
})
const ruleSet = deepFreeze({
  ...plain,
  metrics: plain.metrics.map(metric =>
    metric.id === 'm.mean' ? { ...metric, valueType: 'number' as const } : metric,
  ),
})

const x = sent('x', {
  'a.done': '80',
  'a.all': '100',
  'b.done': '9',
  'b.all': '10',
  'm.mean': '8',
  'd.flag': '1',
})
const y = sent('y', {
  'a.done': '1',
  'a.all': '10',
  'b.done': '40',
  'b.all': '100',
  'm.mean': '5',
  'd.flag': '0',
})
/** Exempt from a, and nobody knows its b. */
const z = sent(
  'z',
  { 'a.done': '0', 'a.all': '1000', 'b.done': null, 'b.all': '10', 'm.mean': '2', 'd.flag': '1' },
  { notApplicable: [{ criterionId: 'a', reason: 'không có thủ tục' }] },
)

function sent(
  agencyId: string,
  figures: Readonly<Record<string, string | null>>,
  rest: Partial<Submission> = {},
): Submission {
  return deepFreeze(aSubmission({ id: agencyId, agencyId, figures, ...rest }))
}

function taken(
  rules: RuleSet,
  submissions: readonly Submission[],
  rest: Partial<ConsolidationRequest> = {},
): Consolidation {
  return consolidate(
    {
      ruleSet: rules,
      period: '2026',
      groups: [
        { groupId: 'nhom', name: 'Nhóm thử', agencyIds: ['t', ...submissions.map(each => each.agencyId)] },
      ],
      agencies: submissions.map(submission => ({
        agencyId: submission.agencyId,
        submission,
        previous: null,
        self: totalOf(rules, { ...submission, decisions: [] }),
        first: null,
      })),
      apart: [],
      published: [],
      workloadMetricId: null,
      wholeId: 'tinh',
      ...rest,
    },
    scoredAt,
  )
}

function totalOf(rules: RuleSet, submission: Submission) {
  const { points, maxPoints, percent } = scoreSubmission(rules, submission, scoredAt).total
  return { points, maxPoints, percent }
}

const groupOf = ({ groups }: Consolidation): ConsolidatedGroup => {
  const [group] = groups
  if (!group) throw new Error('no group')
  return group
}

const leafOf = ({ province }: Consolidation, id: string): ProvinceLeaf => {
  const leaf = province.leaves.find(each => each.criterionId === id)
  if (!leaf) throw new Error(`no leaf ${id}`)
  return leaf
}

const gatheredAt = (consolidation: Consolidation, id: string) => {
  const { whole } = leafOf(consolidation, id)
  if (whole.kind !== 'gathered') throw new Error(`${id} was not gathered: ${whole.why}`)
  return whole
}

const rowOf = (consolidation: Consolidation, agencyId: string) => {
  const row = groupOf(consolidation).rows.find(each => each.agencyId === agencyId)
  if (!row) throw new Error(`no row of ${agencyId}`)
  return row
}

describe('the province from its agencies', () => {
  const made = taken(ruleSet, [x, y, z])

  test('adds up numerators and denominators and does not average percentages', () => {
    const whole = gatheredAt(made, 'a')
    // (80 + 1) ÷ (100 + 10) = 81/110; the mean of 80% and 10% would be 45%.
    expect(whole.figures.map(each => each.value)).toEqual(['81', '110'])
    expect(whole.percent).toBe('810/11')
    // 6 × 81/110 = 486/110 = 243/55; 6 − 243/55 = 87/55
    expect(whole.points).toBe('243/55')
    expect(whole.lost).toBe('87/55')
    expect(whole.how).toBe('sum')
    expect(whole.of).toBe(2)
  })

  test('leaves out who is exempt, whatever its figures say, and who lacks a figure', () => {
    expect(gatheredAt(made, 'a').leftOut).toEqual([{ agencyId: 'z', because: 'exempt', metricIds: [] }])
    // z knows b.all and not b.done: neither is in the sum. (9 + 40) ÷ (10 + 100) = 49/110; 4 × 49/110 = 98/55
    const whole = gatheredAt(made, 'b')
    expect(whole.figures.map(each => each.value)).toEqual(['49', '110'])
    expect(whole.points).toBe('98/55')
    expect(whole.leftOut).toEqual([{ agencyId: 'z', because: 'missing', metricIds: ['b.done'] }])
  })

  test('averages a mean plainly and says so', () => {
    const whole = gatheredAt(made, 'm')
    // (8 + 5 + 2) ÷ 3 = 5 of 10: 1 of 2 points
    expect(whole.how).toBe('mean')
    expect(whole.figures.map(each => each.value)).toEqual(['5'])
    expect(whole.points).toBe('1')
    expect(whole.of).toBe(3)
  })

  test('says that a tick of single agencies does not add up, and still counts who reaches it', () => {
    const leaf = leafOf(made, 'd')
    expect(leaf.whole).toEqual({ kind: 'notGathered', why: 'rule', leftOut: [] })
    expect(leaf.full).toEqual({ agencyIds: ['x', 'z'], of: 3 })
    // (2 + 0 + 2) ÷ 3
    expect(leaf.mean).toEqual({ points: '4/3', percent: '200/3', of: 3 })
  })

  test('counts full points and the target among those to whom it applies', () => {
    expect(leafOf(made, 'a').full).toEqual({ agencyIds: [], of: 2 })
    expect(leafOf(made, 'a').exempt).toEqual(['z'])
    // x is at 90% of 80%, y at 40%; z has no share
    expect(leafOf(made, 'b').target).toEqual({ percent: '80', agencyIds: ['x'], of: 2 })
    expect(leafOf(made, 'b').open).toEqual(['z'])
  })

  test('takes together what has points: 243/55 + 98/55 + 1 = 7.2 of 12', () => {
    expect(made.province.total).toEqual({
      leaves: 3,
      ofLeaves: 4,
      points: '7.2',
      maxPoints: '12',
      percent: '60',
      lost: '4.8',
    })
  })

  test('splits what the whole lost so that the parts add up to it', () => {
    const split = made.province.contribution?.leaves.find(each => each.criterionId === 'a')
    // x lacks 20 of the 29 units, y 9: 87/55 × 20/29 = 12/11, 87/55 × 9/29 = 27/55
    expect(split?.lost).toBe('87/55')
    expect(split?.rows.map(row => [row.agencyId, row.contribution])).toEqual([
      ['x', '12/11'],
      ['y', '27/55'],
    ])
    expect(split?.unallocated).toBeNull()
  })

  test('points decided for one agency do not change the sum, and the agency is named', () => {
    const decided = taken(ruleSet, [
      { ...x, stage: 'firstReview', decisions: [{ criterionId: 'a', stage: 'firstReview', points: '1' }] },
      y,
      z,
    ])
    expect(gatheredAt(decided, 'a').points).toBe('243/55')
    expect(leafOf(decided, 'a').decidedOtherwise).toEqual(['x'])
    expect(rowOf(decided, 'x').row.total.points).toEqual({ kind: 'known', from: '8.6', to: '8.6' })
    // 8.6 − 12.4
    expect(rowOf(decided, 'x').difference).toBe('-3.8')
  })

  test('figures nobody has make nothing, least of all zero', () => {
    const made = taken(ruleSet, [z])
    expect(leafOf(made, 'b').whole).toMatchObject({ kind: 'notGathered', why: 'nobody' })
    expect(taken(ruleSet, []).province.total).toBeNull()
  })

  test('a stated result and a figure that does not add up say why', () => {
    const rules = aRuleSet({ criteria: [aReportedLeaf('r', '5'), aCriterion({ id: 'n', maxPoints: '5' })] })
    const made = taken(
      { ...rules, metrics: rules.metrics.map(metric => ({ ...metric, aggregation: 'none' as const })) },
      [aSubmission({ id: 'x', agencyId: 'x', figures: { done: '1', all: '2' }, points: { r: '3' } })],
    )
    expect(leafOf(made, 'r').whole).toMatchObject({ why: 'reported' })
    expect(leafOf(made, 'n').whole).toMatchObject({ why: 'notAdditive' })
  })
})

describe('lost points of a round', () => {
  const { losses } = taken(ruleSet, [x, y, z])

  test('are added up by what took them, largest first', () => {
    // a: 1.2 + 5.4; m: 0.4 + 1 + 1.6; b: 2.4 of y; d: 2 of y
    expect(losses.items.map(item => [item.nodeId, item.lost])).toEqual([
      ['a', '6.6'],
      ['m', '3'],
      ['b', '2.4'],
      ['d', '2'],
    ])
    expect(losses.lost).toBe('14')
    expect(losses.items[0]?.by.map(each => [each.agencyId, each.lost])).toEqual([
      ['y', '5.4'],
      ['x', '1.2'],
    ])
  })

  test('and by who lost them; what is missing is only possible', () => {
    expect(losses.agencies.map(each => [each.agencyId, each.lost])).toEqual([
      ['y', '10.8'],
      ['x', '1.6'],
      ['z', '1.6'],
    ])
    expect(losses.open).toBe('4')
    expect(losses.beside).toBe('0')
    // (14 − 12.4) + (14 − 3.2) + (8 − 2.4)
    expect(losses.whole).toBe('18')
  })
})

describe('who stands apart', () => {
  test('nothing received is no row, no rank and no zero', () => {
    const group = groupOf(taken(ruleSet, [x, y]))
    expect(group.apart).toEqual([{ agencyId: 't', why: 'notReceived', problems: [] }])
    expect(group.rows.map(each => each.agencyId)).toEqual(['x', 'y'])
    expect(group.cohort.standings.ranked.map(each => each.rank)).toEqual([
      { kind: 'settled', rank: 1 },
      { kind: 'settled', rank: 2 },
    ])
  })

  test('several versions and none chosen, nothing usable, an empty file and a refused one each say so', () => {
    const groups = [{ groupId: 'nhom', name: 'Nhóm', agencyIds: ['t', 'u', 'v', 'w', 'x'] }]
    const group = groupOf(
      taken(ruleSet, [x, sent('v', {}), sent('w', { 'a.done': '5', 'khong-co': '1' })], {
        groups,
        apart: [
          { agencyId: 't', why: 'undecided' },
          { agencyId: 'u', why: 'unusable' },
        ],
      }),
    )
    expect(group.apart.map(each => [each.agencyId, each.why])).toEqual([
      ['t', 'undecided'],
      ['u', 'unusable'],
      ['v', 'empty'],
      ['w', 'refused'],
    ])
    expect(group.rows.map(each => each.agencyId)).toEqual(['x'])
  })

  test('a missing figure leaves the total open and without a settled rank', () => {
    const made = taken(ruleSet, [x, y, z])
    // z: 0.4 + 2 and up to 4 more, of 8: 30% to 80%; y: 3.2 of 14 is surely less
    expect(rowOf(made, 'z').row.total.points).toEqual({ kind: 'known', from: '2.4', to: '6.4' })
    expect(rowOf(made, 'z').difference).toBeNull()
    expect(rowOf(made, 'z').row.grade?.bandIds).toEqual(['thap', 'vua', 'cao'])
  })
})

describe('ties, quotas and flags', () => {
  const one = aRuleSet({
    criteria: [aCriterion({ id: 'a', maxPoints: '10' })],
    bands: [aBand('gioi', '90'), aBand('kha', '0')],
    grading: {
      overrides: [{ metric: 'ky-luat', bandId: 'kha', provenance: stated }],
      quotas: [
        {
          bandId: 'gioi',
          maxPercent: '50',
          ofBandIds: ['gioi', 'kha'],
          toBandId: 'kha',
          atTie: 'allStay',
          provenance: stated,
        },
      ],
    },
  })
  const rules = {
    ...one,
    metrics: [
      ...one.metrics,
      { id: 'ky-luat', name: 'Bị kỷ luật', unit: 'có/không', valueType: 'flag' as const },
    ],
  }
  const at = (agencyId: string, done: string, flag = '0') =>
    sent(agencyId, { done, all: '100', 'ky-luat': flag })
  const made = taken(rules, [at('p', '95'), at('q', '95'), at('r', '92'), at('s', '95', '1')])

  test('equal scores share the rank and the next one is skipped', () => {
    const ranks = groupOf(made).rows.map(({ agencyId, row: { rank, tiedWith } }) => [
      agencyId,
      rank,
      tiedWith,
    ])
    expect(ranks).toEqual([
      ['p', { kind: 'settled', rank: 1 }, ['q', 's']],
      ['q', { kind: 'settled', rank: 1 }, ['p', 's']],
      ['s', { kind: 'settled', rank: 1 }, ['p', 'q']],
      ['r', { kind: 'settled', rank: 4 }, []],
    ])
  })

  test('92% falls where only 2 of 4 may have the grade; a flag forces one whatever the score', () => {
    const grade = rowOf(made, 'r').row.grade
    expect(grade?.beforeQuotas).toEqual(['gioi'])
    expect(grade?.bandIds).toEqual(['kha'])
    // floor(50% × 4) = 2
    expect(grade?.verdicts).toEqual([
      { quota: 0, outcome: 'falls', count: { from: 4, to: 4 }, limit: { from: 2, to: 2 } },
    ])
    expect(rowOf(made, 's').row.grade).toMatchObject({
      bandIds: ['kha'],
      verdicts: [],
      override: { metricId: 'ky-luat', bandId: 'kha' },
    })
    expect(groupOf(made).cohort.bandCounts).toEqual([
      { bandId: 'gioi', agencyIds: ['p', 'q'] },
      { bandId: 'kha', agencyIds: ['s', 'r'] },
    ])
  })
})
