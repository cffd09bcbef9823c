import { describe, expect, test } from 'vitest'
import type { Criterion } from '../../../src/model/ruleSet.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { itemNeed } from '../../../src/scoring/actions/itemNeed.ts'
import { changeFigures, scoreForChanges } from '../../../src/scoring/scoreSubmission.ts'
import {
  aCriterion,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  nodeOf,
  scoredAt,
} from '../builders.ts'

function needOf(
  criterion: Partial<Criterion>,
  figures: Readonly<Record<string, string | null>>,
  parts: Partial<Submission> = {},
) {
  const ruleSet = aRuleSet({ criteria: [aCriterion({ maxPoints: '6', ...criterion })] })
  const scored = scoreForChanges(ruleSet, aSubmission({ figures, ...parts }), scoredAt)
  return itemNeed(scored, nodeOf(scored.sheet, criterion.id ?? 'leaf'))
}

const claim = (points: string) => ({
  decisions: [{ criterionId: 'leaf', stage: 'selfAssessment', points } as const],
})

describe('what a leaf needs to full points', () => {
  test('the units still missing to the target, and what they win', () => {
    // 80% of 38 = 30,4, so 31 of them: 14 more than 17; 6 − 6 × (17/38)/0,8 = 6 − 51/15,2 = 2,644…
    const rule = aRatioRule({ targetPercent: '80', scaling: 'shareOfTarget' })
    expect(needOf({ rule }, { done: '17', all: '38' })).toMatchObject({
      change: { metricId: 'done', from: '17', to: '31', change: '14' },
      points: '201/76',
      reason: { kind: 'belowTarget', targetPercent: '80' },
    })
  })

  test('nothing at full points, one short of it one unit', () => {
    const rule = aRatioRule({ targetPercent: '80', scaling: 'shareOfTarget' })
    expect(needOf({ rule }, { done: '31', all: '38' })).toBeNull()
    expect(needOf({ rule }, { done: '30', all: '38' })?.change).toMatchObject({ to: '31', change: '1' })
  })

  test('a missing figure is needed before anything else can be told', () => {
    expect(needOf({}, { done: '3' })).toEqual({ change: null, points: null, reason: { kind: 'missing' } })
    expect(needOf({ assessedBy: 'survey' }, {})?.reason).toEqual({ kind: 'survey' })
    expect(needOf({ assessedBy: 'review' }, {})).toBeNull()
  })

  test('0/0 and what is not the agency’s to mend need nothing', () => {
    expect(needOf({ rule: aRatioRule({ whenDenominatorZero: 'zero' }) }, { done: '0', all: '0' })).toBeNull()
    expect(needOf({ outOfReach: 'Do trung ương' }, { done: '1', all: '2' })).toBeNull()
    const notApplicable = [{ criterionId: 'leaf', reason: 'Không phát sinh' }]
    expect(needOf({}, { done: '1', all: '2' }, { notApplicable })).toBeNull()
  })
})

describe('claimed points', () => {
  test('below what the figures make: the claim itself is what costs', () => {
    // 6 × 3/4 = 4,5 of which 4 are claimed.
    expect(needOf({}, { done: '3', all: '4' }, claim('4'))).toEqual({
      change: null,
      points: '0.5',
      reason: { kind: 'decided' },
    })
  })

  test('as the figures make them, or more: the figures tell what is left to do', () => {
    expect(needOf({}, { done: '3', all: '4' }, claim('4.5'))).toMatchObject({
      change: { from: '3', to: '4' },
      points: '1.5',
    })
    // What was claimed beyond the figures is not won twice.
    expect(needOf({}, { done: '3', all: '4' }, claim('5'))).toMatchObject({ points: '1' })
  })

  test('without a rule that makes them nobody knows what they need', () => {
    const { rule, ...reported } = aReportedLeaf('leaf', '6')
    expect(needOf({ ...reported, rule }, {}, claim('4'))).toBeNull()
    expect(needOf({ ...reported, rule }, {})?.reason).toEqual({ kind: 'missing' })
  })
})

test('a leaf nothing changed of answers with the very same object', () => {
  const leaf = (id: string) =>
    aCriterion({ id, rule: aRatioRule({ numerator: `${id}-1`, denominator: `${id}-2` }) })
  const ruleSet = aRuleSet({ criteria: [leaf('a'), leaf('b')] })
  const figures = { 'a-1': '1', 'a-2': '2', 'b-1': '1', 'b-2': '2' }
  const scored = scoreForChanges(ruleSet, aSubmission({ figures }), scoredAt)
  const after = changeFigures(scored, [{ metricId: 'a-1', state: 'entered', value: '0' }], scoredAt)
  const both = (id: string) => [scored, after].map(each => itemNeed(each, nodeOf(each.sheet, id)))
  const [was, is] = both('b')
  expect(was).not.toBeNull()
  expect(is).toBe(was)
  const [before, now] = both('a')
  expect(before?.change?.change).toBe('1')
  expect(now?.change?.change).toBe('2')
})
