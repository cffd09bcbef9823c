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

test('losses on 0/0 are told apart, and said to be most from one point over half', () => {
  const idle = (maxPoints: string) =>
    aRuleSet({
      criteria: [
        aCriterion({
          id: 'i',
          maxPoints,
          rule: aRatioRule({ numerator: 'i.n', denominator: 'i.d', whenDenominatorZero: 'zero' }),
        }),
        aCriterion({ id: 'w', maxPoints: '4', rule: aRatioRule({ numerator: 'w.n', denominator: 'w.d' }) }),
      ],
    })
  // w loses 4 − 1 ÷ 4 × 4 = 3; i earns nothing for 0/0.
  const submission = aSubmission({ figures: { 'i.n': '0', 'i.d': '0', 'w.n': '1', 'w.d': '4' } })
  const lossOf = (maxPoints: string) =>
    countFigures(idle(maxPoints), submission, score(idle(maxPoints), submission)).notIncurredLoss
  expect(lossOf('4')).toEqual({ lost: '4', isMost: true })
  expect(lossOf('3')).toEqual({ lost: '3', isMost: false })
  const full = aSubmission({ figures: { 'i.n': '1', 'i.d': '1', 'w.n': '1', 'w.d': '4' } })
  expect(countFigures(idle('4'), full, score(idle('4'), full)).notIncurredLoss).toBeNull()
})
