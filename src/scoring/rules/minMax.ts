import type { MinMaxRule } from '../../model/rules.ts'
import {
  add,
  compare,
  divide,
  formatExact,
  hundred,
  multiply,
  parseExact,
  type Rational,
  subtract,
  zero,
} from '../exact.ts'
import { figuresOfMeasure, policiesOfMeasure, takeMeasure, trendOfMeasure } from './measure.ts'
import { blank, pointsByPolicy, type Range, type RuleKind, withPolicies } from './ruleKind.ts'
import { noCohort, standingOf } from './standing.ts'
import { equals, number, operation, percent } from './terms.ts'

/**
 * base + (value − worst) ÷ (best − worst) × (max − base): PCI brings every indicator to 1–10 this way
 * (9 × (x − min) ÷ (max − min) + 1), the other way round where lower is better.
 */
export const minMaxKind: RuleKind<MinMaxRule> = {
  run(rule, context) {
    const { maxPoints } = context
    const measured = takeMeasure(rule.measure, context)
    const standing = measured.value && standingOf(measured.value, context, rule.direction)
    const level = standing && compare(standing.best, standing.worst) === 0
    const empty =
      measured.empty ??
      (!standing ? noCohort : level ? ({ because: 'allEqual', policy: rule.whenAllEqual } as const) : null)
    const base = pointsAtWorst(rule, maxPoints)
    const common = {
      ...blank('minMax', maxPoints, boundsOf(rule, maxPoints), measured.inputs),
      cohort: standing?.cohort ?? null,
    }
    if (empty || !measured.value || !standing) {
      const points = empty ? pointsByPolicy(empty.policy, maxPoints) : null
      return {
        points,
        detail: { ...common, empty, steps: measured.steps, points: points && formatExact(points) },
      }
    }
    const { value } = measured
    const { best, worst } = standing
    const rest = subtract(maxPoints, base)
    const share = divide(subtract(value, worst), subtract(best, worst))
    const points = add(base, multiply(share, rest))
    const term = rule.measure.of === 'percent' ? percent : number
    const spread = operation(
      '×',
      operation('÷', operation('−', term(value), term(worst)), operation('−', term(best), term(worst))),
      number(rest),
    )
    return {
      points,
      detail: {
        ...common,
        steps: [
          ...measured.steps,
          equals('points', compare(base, zero) === 0 ? spread : operation('+', number(base), spread), points),
        ],
        points: formatExact(points),
      },
    }
  },
  figures: rule => figuresOfMeasure(rule.measure),
  bounds: boundsOf,
  trend: (rule, metricId) =>
    trendOfMeasure(rule.measure, metricId, rule.direction === 'higherIsBetter' ? 'rising' : 'falling'),
}

function pointsAtWorst(rule: MinMaxRule, maxPoints: Rational): Rational {
  return divide(multiply(parseExact(rule.percentAtWorst), maxPoints), hundred)
}

/** All equal may give nothing even where the worst of several earns something. */
function boundsOf(rule: MinMaxRule, maxPoints: Rational): Range {
  const compared = { least: pointsAtWorst(rule, maxPoints), most: maxPoints }
  return withPolicies(compared, [rule.whenAllEqual, ...policiesOfMeasure(rule.measure)], maxPoints)
}
