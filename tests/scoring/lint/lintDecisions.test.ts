import { describe, expect, test } from 'vitest'
import { lintSubmission } from '../../../src/scoring/lint/lintSubmission.ts'
import { aCriterion, aGroup, aPool, aReportedLeaf, aRuleSet, aSubmission, stated } from '../builders.ts'
import { plainRules } from './everyKind.ts'
import { described } from './findings.ts'

const file = 'submissions/thu.json'
const ruleSet = aRuleSet({
  criteria: [
    aGroup('g', [
      aCriterion({ id: 'a', maxPoints: '2' }),
      aCriterion({ id: 'b', maxPoints: '2', rule: plainRules.bonusPenalty }),
    ]),
    aReportedLeaf('p', null),
    aReportedLeaf('q', null),
  ],
  pools: [aPool('pq', ['p', 'q'], '3')],
  adjustments: [
    {
      id: 'thuong',
      name: 'Thưởng',
      effect: 'bonus',
      ceiling: '1',
      rule: { kind: 'perUnit', metric: 'x', pointsPerUnit: '1' },
      provenance: stated,
    },
  ],
})

const decided = (criterionId: string, points: string) =>
  described(
    lintSubmission(
      aSubmission({ decisions: [{ criterionId, stage: 'firstReview', points }] }),
      ruleSet,
      file,
    ),
    file,
  )

describe('points are decided', () => {
  test('for leaves and adjustments of the set', () => {
    for (const id of ['a', 'p', 'thuong']) expect(decided(id, '1')).toEqual([])
    for (const id of ['g', 'pq', 'khac'])
      expect(decided(id, '1')).toEqual(['decisions[0].criterionId unknown-criterion'])
  })

  test('up to the maximum or ceiling', () => {
    expect(decided('a', '2')).toEqual([])
    expect(decided('a', '2.01')).toEqual(['decisions[0].points points-above-maximum'])
    expect(decided('thuong', '1.01')).toEqual(['decisions[0].points points-above-maximum'])
  })

  test('from 0, below it only where points are taken away', () => {
    expect(decided('a', '0')).toEqual([])
    expect(decided('a', '-0.01')).toEqual(['decisions[0].points negative-points'])
    expect(decided('b', '-0.5')).toEqual([])
    expect(decided('thuong', '-0.5')).toEqual(['decisions[0].points negative-points'])
  })
})

test('published points follow the same rule', () => {
  const published = (id: string) =>
    described(lintSubmission(aSubmission({ points: { [id]: '-0.5' } }), ruleSet, file), file)
  expect(published('b')).toEqual([])
  expect(published('a')).toEqual(['published.points[0].points negative-points'])
})
