import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PointBand, Rule } from '../../../src/model/rules.ts'
import { aCriterion, aRatioRule, aRuleSet, roundingAt } from '../builders.ts'
import {
  agrees,
  bruteForce,
  counts,
  fallingRatio,
  leafScene,
  risingRatio,
  rounding,
  runs,
  type Scene,
  solveScene,
  tenths,
  wanted,
} from './bruteForce.ts'
import { leafTarget } from './solveScenes.ts'

describe('properties: the answer is the nearest count, found by trying all of them', () => {
  test('the numerator of a plain ratio', () => {
    fc.assert(
      fc.property(
        fc.oneof(risingRatio, fallingRatio),
        counts,
        rounding,
        rounding,
        wanted,
        (rule, [done, all], ratio, leaf, goal) => {
          const figures = { done: String(done), all: String(all) }
          const parts = { rounding: roundingAt({ ratio, leaf }) }
          agrees(leafScene(aRatioRule(rule), figures, parts), 'done', goal, all)
        },
      ),
      runs,
    )
  })

  test('the denominator of a plain ratio, never below its numerator', () => {
    fc.assert(
      fc.property(
        fc.oneof(risingRatio, fallingRatio),
        counts,
        rounding,
        wanted,
        (rule, [done, all], ratio, goal) => {
          const figures = { done: String(done), all: String(all) }
          const scene = leafScene(aRatioRule(rule), figures, { rounding: roundingAt({ ratio }) })
          // 9 are 10% of 90: no whole past 100 reaches what 90 does not.
          agrees(scene, 'all', goal, 100, done)
          const smaller = bruteForce(scene, 'all', goal, { least: 0, most: done - 1 })
          const solution = solveScene(scene, 'all', goal)
          if (solution.status === 'impossible' && smaller !== null)
            expect(solution.reason.code).toBe('belowNumerator')
        },
      ),
      runs,
    )
  })

  test('bands over a count and over a percentage', () => {
    const edges = fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 4 })
    const worth = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(
        edges,
        worth,
        fc.boolean(),
        counts,
        wanted,
        (list, points, isPercent, [done, all], goal) => {
          const sorted = list.toSorted((a, b) => a - b)
          const edge = (value: number | undefined) =>
            value === undefined ? undefined : String(isPercent ? value * 10 : value)
          const bands = [undefined, ...sorted].map(
            (from, index): PointBand => ({
              from: edge(from),
              to: edge(sorted[index]),
              points: String((points[index] ?? 0) / 2),
            }),
          )
          const measure = isPercent
            ? ({ of: 'percent', numerator: 'done', denominator: 'all', whenDenominatorZero: 'zero' } as const)
            : ({ of: 'value', metric: 'done' } as const)
          const figures = { done: String(done), all: String(all) }
          agrees(leafScene({ kind: 'bands', measure, bands }, figures), 'done', goal, isPercent ? all : 12)
        },
      ),
      runs,
    )
  })

  test('points per unit, deductions, bonus and penalty', () => {
    const each = tenths(1, 8)
    const rule = fc.oneof(
      fc
        .record({ pointsPerUnit: each, cap: fc.option(tenths(5, 20), { nil: undefined }) })
        .map((parts): Rule => ({ kind: 'perUnit', metric: 'n', ...parts })),
      fc.tuple(each, fc.option(tenths(0, 15), { nil: undefined })).map(
        ([points, floor]): Rule => ({
          kind: 'deduction',
          items: [
            { metric: 'n', each: { points } },
            { metric: 'm', each: { percentOfMax: '10' } },
          ],
          floor,
        }),
      ),
      fc.tuple(each, each, fc.constantFrom('bonus' as const, 'penalty' as const), tenths(0, 20)).map(
        ([points, other, effect, base]): Rule => ({
          kind: 'bonusPenalty',
          base,
          items: [
            { metric: 'n', effect, points },
            { metric: 'm', effect: 'penalty', points: other },
          ],
          least: '0',
          most: '2',
        }),
      ),
    )
    const few = fc.integer({ min: 0, max: 12 })
    fc.assert(
      fc.property(rule, few, few, wanted, rounding, (kind, n, m, goal, leaf) => {
        const figures = { n: String(n), m: String(m) }
        const parts = { rounding: roundingAt({ leaf }) }
        // 12 × 0.8 of penalties and 2 points are made up for by 116 × 0.1.
        agrees(leafScene(kind, figures, parts), 'n', goal, 120)
      }),
      runs,
    )
  })

  test('a coefficient, a complement, the larger of two', () => {
    const shape = fc.record({
      complement: fc.option(fc.constant(true as const), { nil: undefined }),
      orDenominator: fc.option(fc.constant('or'), { nil: undefined }),
      metricId: fc.constantFrom('done', 'a'),
    })
    fc.assert(
      fc.property(risingRatio, shape, counts, counts, wanted, (rule, parts, [done, all], [a, b], goal) => {
        const { metricId, ...extra } = parts
        const criteria = [
          aCriterion({ maxPoints: '2', rule: aRatioRule({ ...rule, ...extra, coefficient: 'other' }) }),
          aCriterion({ id: 'other', rule: aRatioRule({ numerator: 'a', denominator: 'b' }) }),
        ]
        const figures = { done: String(done), all: String(all), a: String(a), b: String(b), or: '5' }
        const scene: Scene = { ruleSet: aRuleSet({ criteria }), figures, target: leafTarget }
        const whole = parts.orDenominator ? Math.max(all, 5) : all
        // Another figure of a product may be missing: a denominator of 0 leaves it open.
        if (all > 0 && b > 0) agrees(scene, metricId, goal, metricId === 'a' ? b : whole)
      }),
      runs,
    )
  })
})
