import { describe, expect, test } from 'vitest'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { attributeLoss } from '../../../src/scoring/attribution/attributeLoss.ts'
import {
  aCriterion,
  aPool,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  score,
  toPlaces,
} from '../builders.ts'
import { leafOf, reports, tenPoints } from './attributionBuilders.ts'

describe('what cannot be split says why', () => {
  const whole = (done: string, all: string) => reports('tinh', { done, all })
  const reasonOf = (ruleSet: RuleSet, submission: Submission) => {
    const leaf = leafOf(ruleSet, submission, [])
    return leaf.kind === 'attributed' ? 'attributed' : [leaf.reason, leaf.lost]
  }

  test.each([
    ['noLoss', '0', tenPoints({}), whole('5', '5')],
    ['open', null, tenPoints({}), reports('tinh', { done: '5' })],
    ['notApplicable', null, tenPoints({ whenDenominatorZero: 'notApplicable' }), whole('0', '0')],
    ['noShare', '10', tenPoints({ whenDenominatorZero: 'zero' }), whole('0', '0')],
    ['noShare', '10', tenPoints({ whenMissing: 'zero' }), reports('tinh', {})],
    [
      'otherShares',
      '10',
      tenPoints({ otherShares: [{ numerator: 'x', denominator: 'all' }] }),
      aSubmission({ agencyId: 'tinh', figures: { done: '0', x: '0', all: '2' } }),
    ],
    [
      'fallbackDenominator',
      '5',
      tenPoints({ fallbackDenominator: { metric: 'last', divideBy: { year: '1' } } }),
      aSubmission({ agencyId: 'tinh', figures: { done: '5', last: '10' } }),
    ],
    // 33.335% is cut to 33.33%, just short of the target the figures reach: 10 × 33.33/33.335
    [
      'noShortfall',
      '10/6667',
      tenPoints(
        { targetPercent: '33.335', scaling: 'shareOfTarget' },
        { rounding: { ratio: toPlaces(2, 'truncate') } },
      ),
      whole('6667', '20000'),
    ],
    [
      'ruleKind',
      '1',
      aRuleSet({ criteria: [aReportedLeaf('leaf', '3')] }),
      aSubmission({ agencyId: 'tinh', points: { leaf: '2' } }),
    ],
    [
      'ruleKind',
      '1',
      aRuleSet({ criteria: [aCriterion({ rule: { kind: 'yesNo', metric: 'has' } })] }),
      aSubmission({ agencyId: 'tinh', figures: { has: '0' } }),
    ],
    [
      'pooled',
      null,
      aRuleSet({
        criteria: [aReportedLeaf('p', null), aReportedLeaf('q', null)],
        pools: [aPool('pq', ['p', 'q'], '4')],
      }),
      aSubmission({ agencyId: 'tinh', points: { pq: '1' } }),
    ],
  ] as const)('%s, lost %s', (reason, lost, ruleSet, submission) => {
    expect(reasonOf(ruleSet, submission)).toEqual([reason, lost])
  })

  test('a coefficient: the first leaf can be split, the product cannot', () => {
    const criteria = [
      aCriterion({ maxPoints: '10', rule: aRatioRule({ coefficient: 'other' }) }),
      aCriterion({ id: 'other', maxPoints: '10' }),
    ]
    const rules = aRuleSet({ criteria })
    const { leaves } = attributeLoss(rules, score(rules, whole('1', '2')), [])
    expect(leaves.map(leaf => (leaf.kind === 'attributed' ? leaf.lost : leaf.reason))).toEqual([
      'coefficient',
      '5',
    ])
  })

  test.each([
    ['sum', 'number', 'attributed'],
    ['sum', 'count', 'attributed'],
    [undefined, 'count', 'attributed'],
    [undefined, 'number', ['notAdditive', '5']],
    ['none', 'count', ['notAdditive', '5']],
  ] as const)('figures that aggregate by %s, of type %s: %j', (aggregation, valueType, expected) => {
    const rules = tenPoints({})
    const metrics = rules.metrics.map(metric => ({ ...metric, valueType, aggregation }))
    expect(reasonOf({ ...rules, metrics }, whole('1', '2'))).toEqual(expected)
  })

  test.each(['done', 'all'])('both figures have to add up, "%s" too', metricId => {
    const rules = tenPoints({})
    const metrics = rules.metrics.map(metric =>
      metric.id === metricId ? { ...metric, aggregation: 'none' as const } : metric,
    )
    expect(reasonOf({ ...rules, metrics }, whole('1', '2'))).toEqual(['notAdditive', '5'])
  })

  test('points a stage decided are not the figures’, unless they are the same', () => {
    const decided = (points: string) =>
      reports(
        'tinh',
        { done: '1', all: '2' },
        { decisions: [{ criterionId: 'leaf', stage: 'firstReview', points }] },
      )
    expect(reasonOf(tenPoints({}), decided('4'))).toEqual(['decided', '6'])
    expect(reasonOf(tenPoints({}), decided('5'))).toBe('attributed')
  })
})
