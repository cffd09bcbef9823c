import { describe, expect, test } from 'vitest'
import type { Criterion, RuleSet } from '../../src/model/ruleSet.ts'
import type { Submission } from '../../src/model/submission.ts'
import {
  aBand,
  aCriterion,
  aGroup,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  nodeOf,
  score,
} from './builders.ts'

type Points = Readonly<Record<string, string>>

/** Scores a tree of reported leaves with the published points given. */
function scored(
  criteria: readonly Criterion[],
  points: Points,
  rest: Partial<RuleSet> = {},
  sent: Partial<Submission> = {},
) {
  return score(aRuleSet({ criteria, ...rest }), aSubmission({ points, ...sent }))
}

const exempt = (...ids: readonly string[]): Partial<Submission> => ({
  notApplicable: ids.map(criterionId => ({ criterionId, reason: 'Không có thủ tục' })),
})

describe('adding up', () => {
  test('leaves make groups, groups make the whole, at any depth', () => {
    const criteria = [
      aGroup('I', [
        aReportedLeaf('a', '2'),
        aGroup('I.2', [aReportedLeaf('b', '3'), aReportedLeaf('c', '1')]),
      ]),
      aReportedLeaf('II', '4'),
    ]
    const sheet = scored(criteria, { a: '1.5', b: '2.25', c: '0', II: '4' })
    expect(nodeOf(sheet, 'I.2')).toMatchObject({ maxPoints: '4', points: { from: '2.25', to: '2.25' } })
    expect(nodeOf(sheet, 'I')).toMatchObject({ maxPoints: '6', points: { from: '3.75', to: '3.75' } })
    // 1.5 + 2.25 + 0 + 4 = 7.75 of 2 + 3 + 1 + 4 = 10
    expect(sheet.total).toMatchObject({
      points: { kind: 'known', from: '7.75', to: '7.75' },
      maxPoints: '10',
      percent: { from: '77.5', to: '77.5' },
      gapToMax: { from: '2.25', to: '2.25' },
      missingLeaves: 0,
    })
  })

  test('percentages are of each node’s own maximum, endless ones stay fractions', () => {
    const sheet = scored([aGroup('I', [aReportedLeaf('a', '3')]), aReportedLeaf('II', '4')], {
      a: '2',
      II: '1',
    })
    expect(nodeOf(sheet, 'I').percent).toEqual({ from: '200/3', to: '200/3' }) // 2 ÷ 3 × 100
    expect(sheet.total.percent).toEqual({ from: '300/7', to: '300/7' }) // 3 ÷ 7 × 100
  })
})

describe('a missing leaf', () => {
  const criteria = [
    aGroup('I', [aReportedLeaf('a', '4'), aReportedLeaf('b', '6')]),
    aReportedLeaf('II', '10'),
  ]
  const sheet = scored(
    criteria,
    { a: '3', II: '5' },
    { bands: [aBand('low', '0'), aBand('fair', '45'), aBand('good', '70')] },
  )

  test('makes an interval from none of it to all of it', () => {
    expect(nodeOf(sheet, 'b')).toMatchObject({ points: { from: '0', to: '6' }, missingLeaves: 1 })
    expect(nodeOf(sheet, 'I')).toMatchObject({ points: { from: '3', to: '9' }, missingLeaves: 1 })
    expect(nodeOf(sheet, 'II')).toMatchObject({ points: { from: '5', to: '5' }, missingLeaves: 0 })
    // 3 + 0 … 6 + 5 of 20
    expect(sheet.total).toMatchObject({
      points: { kind: 'known', from: '8', to: '14' },
      percent: { from: '40', to: '70' },
      gapToMax: { from: '6', to: '12' },
      missingLeaves: 1,
    })
  })

  test('leaves the grade open between every band it may reach', () => {
    expect(sheet.total.bandIds).toEqual(['low', 'fair', 'good']) // 40% … 70%
  })

  test('is not counted as scored nor as at its maximum', () => {
    const full = scored(criteria, { a: '4', II: '10' }, { itemDepth: 1 })
    expect(full.total.items).toEqual({ total: 3, scored: 2, atMax: 2 }) // a, b (missing) and II
  })

  test('every leaf missing: from nothing to everything, and nobody is at 0', () => {
    const nothing = scored(criteria, {})
    expect(nothing.total).toMatchObject({ points: { from: '0', to: '20' }, missingLeaves: 3 })
    expect(nothing.total.items).toEqual({ total: 2, scored: 0, atMax: 0 })
  })

  test('waiting for the survey is just as open', () => {
    const survey = [aReportedLeaf('a', '4', { assessedBy: 'survey' }), aReportedLeaf('b', '6')]
    const waiting = scored(survey, { b: '6' })
    expect(nodeOf(waiting, 'a').outcome).toMatchObject({ kind: 'pendingReview', assessedBy: 'survey' })
    expect(waiting.total).toMatchObject({ points: { from: '6', to: '10' }, missingLeaves: 1 })
  })
})

describe('not applicable', () => {
  const criteria = [
    aGroup('I', [aReportedLeaf('a', '4'), aReportedLeaf('b', '6')]),
    aReportedLeaf('II', '10'),
  ]

  test('leaves numerator and denominator', () => {
    const sheet = scored(criteria, { a: '3', II: '5' }, {}, exempt('b'))
    expect(nodeOf(sheet, 'b')).toMatchObject({
      outcome: { kind: 'notApplicable', reason: { vi: 'Không có thủ tục' } },
      maxPoints: '0',
      percent: null,
      missingLeaves: 0,
    })
    expect(nodeOf(sheet, 'I')).toMatchObject({ points: { from: '3', to: '3' }, maxPoints: '4' })
    // 8 of 20 − 6 = 14
    expect(sheet.total).toMatchObject({
      points: { from: '8', to: '8' },
      maxPoints: '14',
      percent: { from: '400/7', to: '400/7' },
      notApplicableLeaves: 1,
      missingLeaves: 0,
    })
  })

  test('is not a loss and not an item', () => {
    const sheet = scored(criteria, { a: '4', II: '5' }, { itemDepth: 1 }, exempt('b'))
    expect(sheet.losses.map(step => step.nodeId)).toEqual(['II'])
    expect(sheet.total.items).toEqual({ total: 2, scored: 2, atMax: 1 })
  })

  test('a whole group exempt leaf by leaf has no percentage', () => {
    const sheet = scored(criteria, { II: '5' }, {}, exempt('a', 'b'))
    expect(nodeOf(sheet, 'I')).toMatchObject({
      maxPoints: '0',
      percent: null,
      gapToMax: { from: '0', to: '0' },
    })
    expect(sheet.total).toMatchObject({ points: { from: '5', to: '5' }, maxPoints: '10' })
  })

  test('a group named as exempt takes all its leaves along', () => {
    const sheet = scored(criteria, { II: '5' }, {}, exempt('I'))
    expect(nodeOf(sheet, 'a').outcome?.kind).toBe('notApplicable')
    expect(sheet.total).toMatchObject({
      points: { from: '5', to: '5' },
      maxPoints: '10',
      notApplicableLeaves: 2,
    })
  })

  test('everything exempt: nothing to be measured against, never NaN', () => {
    const bands = [aBand('low', '0')]
    const sheet = scored(criteria, {}, { bands }, exempt('a', 'b', 'II'))
    expect(sheet.total).toMatchObject({ maxPoints: '0', percent: null, bandIds: [], notApplicableLeaves: 3 })
    expect(sheet.losses).toEqual([])
    expect(JSON.stringify(sheet)).not.toContain('NaN')
  })

  test('an exempt leaf beside a missing one: the interval is of what applies', () => {
    const sheet = scored(criteria, { II: '5' }, {}, exempt('b'))
    expect(sheet.total).toMatchObject({ points: { from: '5', to: '9' }, maxPoints: '14', missingLeaves: 1 })
  })

  test('0/0 under "not applicable" does the same', () => {
    const rule = aRatioRule({ whenDenominatorZero: 'notApplicable' })
    const ruleSet = aRuleSet({ criteria: [aCriterion({ maxPoints: '6', rule }), aReportedLeaf('b', '4')] })
    const sheet = score(ruleSet, aSubmission({ figures: { done: '0', all: '0' }, points: { b: '3' } }))
    expect(sheet.total).toMatchObject({
      points: { from: '3', to: '3' },
      maxPoints: '4',
      notApplicableLeaves: 1,
    })
  })
})

test('leaves scored by what the rule set gives for 0/0 are counted', () => {
  const leaf = (id: string, whenDenominatorZero: 'zero' | 'full') =>
    aCriterion({ id, rule: aRatioRule({ whenDenominatorZero }) })
  const ruleSet = aRuleSet({ criteria: [leaf('a', 'full'), leaf('b', 'zero'), aReportedLeaf('c', '1')] })
  const sheet = score(ruleSet, aSubmission({ figures: { done: '0', all: '0' }, points: { c: '1' } }))
  expect(sheet.total).toMatchObject({ points: { from: '2', to: '2' }, notIncurredLeaves: 2 })
})
