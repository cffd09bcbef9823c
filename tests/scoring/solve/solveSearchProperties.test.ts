import fc from 'fast-check'
import { describe, test } from 'vitest'
import type { Rule } from '../../../src/model/rules.ts'
import type { SolveGoal } from '../../../src/model/solution.ts'
import { aBand, aCriterion, aGroup, aRatioRule, aRuleSet, roundingAt, stated } from '../builders.ts'
import { agrees, counts, leafScene, rounding, runs, type Scene, tenths, wanted } from './bruteForce.ts'
import { total } from './solveScenes.ts'

describe('properties: the nearest count among all, over several leaves and without a direction', () => {
  test('the total: groups, rounding, a bonus, a penalty and bands', () => {
    const goal = fc.oneof(
      tenths(1, 60).map((points): SolveGoal => ({ kind: 'points', points })),
      fc.constantFrom('low', 'middle', 'high').map((bandId): SolveGoal => ({ kind: 'band', bandId })),
    )
    const bands = [aBand('high', '75'), aBand('middle', '50'), aBand('low', '0')]
    fc.assert(
      fc.property(
        counts,
        fc.integer({ min: 0, max: 5 }),
        rounding,
        rounding,
        fc.boolean(),
        goal,
        fc.constantFrom('done', 'all', 'complaints'),
        fc.constantFrom('zero' as const, 'full' as const, 'notApplicable' as const),
        ([done, all], complaints, group, whole, onRounded, wish, metricId, whenDenominatorZero) => {
          const deduction = {
            kind: 'deduction',
            items: [{ metric: 'complaints', each: { points: '0.4' } }],
          } as const
          const criteria = [
            aGroup('I', [
              aCriterion({ maxPoints: '2', rule: aRatioRule({ whenDenominatorZero }) }),
              aCriterion({ id: 'polite', maxPoints: '2', rule: deduction }),
            ]),
          ]
          const perUnit = { kind: 'perUnit', metric: 'complaints', pointsPerUnit: '0.3' } as const
          const penalty = {
            id: 'p',
            name: 'p',
            effect: 'penalty',
            ceiling: '1',
            rule: perUnit,
            provenance: stated,
          } as const
          const ruleSet = aRuleSet({
            criteria,
            adjustments: [penalty],
            bands,
            rounding: roundingAt({ group, total: whole }),
            grading: { on: onRounded ? 'rounded' : 'unrounded' },
          })
          const figures = { done: String(done), all: String(all), complaints: String(complaints) }
          const scene: Scene = { ruleSet, figures, target: total }
          // More of a whole only takes points away.
          agrees(scene, metricId, wish, metricId === 'done' ? all : 12, metricId === 'all' ? done : 0)
        },
      ),
      runs,
    )
  })

  test('a formula that turns round, within the steps that are searched', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 2, max: 20 }),
        wanted,
        (n, top, width, goal) => {
          const rule: Rule = {
            kind: 'formula',
            variables: [{ name: 'n', metric: 'n' }],
            cases: [{ expression: `2 - (n - ${top}) * (n - ${top}) / ${width}` }],
            aboveMaximum: 'cap',
            whenUndefined: 'zero',
          }
          agrees({ ...leafScene(rule, { n: String(n) }), steps: 60 }, 'n', goal, 60)
        },
      ),
      runs,
    )
  })

  test('a total with a figure that helps one leaf and harms another', () => {
    const at = fc.integer({ min: 0, max: 25 })
    const goal = tenths(1, 60).map((points): SolveGoal => ({ kind: 'points', points }))
    fc.assert(
      fc.property(
        at,
        at,
        at,
        fc.integer({ min: 2, max: 20 }),
        rounding,
        goal,
        (n, top, other, width, leaf, wish) => {
          const hill = (place: number): Rule => ({
            kind: 'formula',
            variables: [{ name: 'n', metric: 'n' }],
            cases: [{ expression: `2 - (n - ${place}) * (n - ${place}) / ${width}` }],
            aboveMaximum: 'cap',
            whenUndefined: 'zero',
          })
          const late: Rule = { kind: 'deduction', items: [{ metric: 'n', each: { points: '0.1' } }] }
          const criteria = [hill(top), hill(other), late].map((rule, index) =>
            aCriterion({ id: `c${index}`, maxPoints: '2', rule }),
          )
          const ruleSet = aRuleSet({ criteria, rounding: roundingAt({ leaf }) })
          agrees({ ruleSet, figures: { n: String(n) }, target: total, steps: 60 }, 'n', wish, 60)
        },
      ),
      runs,
    )
  })
})
