import { expect, test } from 'vitest'
import { countFigures } from '../../../src/scoring/actions/countFigures.ts'
import { aCriterion, aRatioRule, aRuleSet, aSubmission, score } from '../builders.ts'

const ratio = (id: string) =>
  aCriterion({ id, rule: aRatioRule({ numerator: `${id}.n`, denominator: `${id}.d` }) })

const ruleSet = aRuleSet({
  criteria: [
    ratio('a'),
    ratio('b'),
    ratio('c'),
    aCriterion({ id: 'w', maxPoints: '0', rule: { kind: 'monitor', numerator: 'w.n', denominator: 'w.d' } }),
  ],
})

test('figures are counted, not criteria; zero is entered', () => {
  const submission = aSubmission({
    figures: { 'a.n': '0', 'a.d': '9', 'b.n': null, 'b.d': null, 'w.n': '1', 'w.d': null },
    notApplicable: [{ criterionId: 'c', reason: 'Không có thẩm quyền' }],
  })
  const counted = countFigures(ruleSet, submission, score(ruleSet, submission))
  // Entered: both of a and one that is watched. Both of c do not apply.
  expect(counted).toMatchObject({ entered: 3, missing: 3, notApplicable: 2, open: 2 })
  expect(counted.missingFigures.map(each => [each.metricId, each.criterionIds, each.isWatched])).toEqual([
    ['b.n', ['b'], false],
    ['b.d', ['b'], false],
    ['w.d', ['w'], true],
  ])
})

test('what nobody mentions is missing where a leaf waits for it, and nowhere else', () => {
  const spare = aRuleSet({
    criteria: [aCriterion({ rule: aRatioRule({ orDenominator: 'other' }) })],
  })
  const full = aSubmission({ figures: { done: '1', all: '2', other: '1' } })
  expect(countFigures(spare, full, score(spare, full))).toMatchObject({ entered: 3, missing: 0 })
  const nothing = aSubmission()
  expect(countFigures(ruleSet, nothing, score(ruleSet, nothing))).toMatchObject({ entered: 0, open: 6 })
})
