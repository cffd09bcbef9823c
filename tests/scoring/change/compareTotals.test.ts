import { expect, test } from 'vitest'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { Stage, Submission } from '../../../src/model/submission.ts'
import { compareTotals } from '../../../src/scoring/change/compareTotals.ts'
import { aReportedLeaf, aRuleSet, aSubmission, score } from '../builders.ts'

const criteria = [aReportedLeaf('a', '10'), aReportedLeaf('b', '5')]

function sheet(
  points: Readonly<Record<string, string>>,
  rest: Partial<Submission> = {},
  set: Partial<RuleSet> = {},
) {
  return score(aRuleSet({ criteria, ...set }), aSubmission({ points, ...rest }))
}

const before = sheet({ a: '6', b: '4.1' }, { period: '2025' })

test.each([
  ['6.55', '0.55'], // 10.65 − 10.1
  ['6', '0'],
  ['5.99', '-0.01'],
])('a from 6 to %s changes the total by %s', (a, difference) => {
  expect(compareTotals(sheet({ a, b: '4.1' }), before)).toEqual({ previousPeriod: '2025', difference })
})

test('an open total on either side has no change', () => {
  expect(compareTotals(sheet({ a: '6' }), before)).toBeNull()
  expect(compareTotals(before, sheet({ a: '6' }))).toBeNull()
})

test('another rule set or another version is not comparable', () => {
  const points = { a: '6', b: '4.1' }
  expect(compareTotals(sheet(points, {}, { version: '2' }), before)).toBeNull()
  expect(compareTotals(sheet(points, {}, { id: 'bo-khac' }), before)).toBeNull()
})

test('exempt from something else, the maxima differ and so the totals do not compare', () => {
  const exempt = { notApplicable: [{ criterionId: 'b', reason: 'Không có' }] }
  expect(compareTotals(sheet({ a: '6' }, exempt), before)).toBeNull()
  const exemptBefore = sheet({ a: '5' }, { ...exempt, period: '2025' })
  expect(compareTotals(sheet({ a: '6' }, exempt), exemptBefore)).toEqual({
    previousPeriod: '2025',
    difference: '1',
  })
})

test('a claimed total is not compared with a decided one; two claims or two decisions are', () => {
  const claimed: Stage = 'selfAssessment'
  const at = (stage: Stage) => sheet({ a: '7', b: '4.1' }, { stage })
  const then = (stage: Stage) => sheet({ a: '6', b: '4.1' }, { period: '2025', stage })
  expect(compareTotals(at(claimed), then('closed'))).toBeNull()
  expect(compareTotals(at('closed'), then(claimed))).toBeNull()
  const plusOne = { previousPeriod: '2025', difference: '1' } // 11.1 − 10.1
  expect(compareTotals(at(claimed), then(claimed))).toEqual(plusOne)
  expect(compareTotals(at('closed'), then('firstReview'))).toEqual(plusOne)
  expect(compareTotals(at('published'), then('explanation'))).toEqual(plusOne)
})
