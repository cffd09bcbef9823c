import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RatioRule } from '../../../src/model/rules.ts'
import { compare, formatExact, parseExact, zero } from '../../../src/scoring/exact.ts'
import { lintRuleSet } from '../../../src/scoring/lint/lintRuleSet.ts'
import { percentEarning, pointsAtPercent } from '../../../src/scoring/rules/ratio.ts'
import { aCriterion, aRatioRule, aRuleSet, aSubmission, nodeOf, score } from '../builders.ts'

const runs = { numRuns: 1500, seed: 766 }

const percent = fc.integer({ min: 0, max: 1500 }).map(tenths => String(tenths / 10)) // "0" … "150"

/** Any ratio rule the linter lets through. */
const soundRule: fc.Arbitrary<RatioRule> = fc
  .record({
    direction: fc.constantFrom('higherIsBetter' as const, 'lowerIsBetter' as const),
    scaling: fc.constantFrom('share' as const, 'shareOfTarget' as const, 'fromFloor' as const),
    targetPercent: percent,
    floorPercent: fc.option(percent, { nil: undefined }),
  })
  .map(parts => aRatioRule(parts))
  .filter(rule => lintRuleSet(aRuleSet({ criteria: [aCriterion({ rule })] }), '').length === 0)

/** Points of `done` in 200, of a maximum of 3. */
function pointsOf(rule: RatioRule, done: number) {
  const ruleSet = aRuleSet({ criteria: [aCriterion({ maxPoints: '3', rule })] })
  const sheet = score(ruleSet, aSubmission({ figures: { done: String(done), all: '200' } }))
  const { outcome } = nodeOf(sheet, 'leaf')
  if (outcome?.kind !== 'scored') throw new Error('not scored')
  return parseExact(outcome.points)
}

test('points stay between none and the maximum', () => {
  fc.assert(
    fc.property(soundRule, fc.integer({ min: 0, max: 400 }), (rule, done) => {
      const points = pointsOf(rule, done)
      expect(compare(points, zero)).toBeGreaterThanOrEqual(0)
      expect(compare(points, parseExact('3'))).toBeLessThanOrEqual(0)
    }),
    runs,
  )
})

test('a better figure never earns less', () => {
  fc.assert(
    fc.property(soundRule, fc.integer({ min: 0, max: 399 }), (rule, done) => {
      const step = compare(pointsOf(rule, done + 1), pointsOf(rule, done))
      expect(rule.direction === 'higherIsBetter' ? step : -step).toBeGreaterThanOrEqual(0)
    }),
    runs,
  )
})

test('the percentage said to earn some points earns exactly those', () => {
  fc.assert(
    fc.property(soundRule, fc.integer({ min: -10, max: 310 }), (rule, hundredths) => {
      const points = parseExact(`${hundredths}/100`)
      const max = parseExact('3')
      const earning = percentEarning(rule, points, max)
      if (earning !== null) expect(compare(pointsAtPercent(rule, earning, max), points)).toBe(0)
    }),
    runs,
  )
})

test('at none and at full points many percentages earn the same, so none is named', () => {
  const rule = aRatioRule()
  const max = parseExact('3')
  expect(percentEarning(rule, zero, max)).toBeNull()
  expect(percentEarning(rule, max, max)).toBeNull()
  // 0.2734 of 1.5: 0.2734 ÷ 1.5 = 18.22666…%
  const earning = percentEarning(rule, parseExact('0.2734'), parseExact('1.5'))
  expect(earning && formatExact(earning)).toBe('1367/75')
})
