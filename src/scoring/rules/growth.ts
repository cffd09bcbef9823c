import type { Emptiness } from '../../model/explanation.ts'
import type { GrowthRule } from '../../model/rules.ts'
import { divide, formatExact, hundred, isZero, multiply, type Rational, round, subtract } from '../exact.ts'
import { bandBounds, bandBranches, bandTrend, outsideBands, pointsInBands } from './bandTable.ts'
import { numberOf, readInput, readPrevious } from './readInput.ts'
import { absence, blank, pointsByPolicy, type Range, type RuleKind, withPolicies } from './ruleKind.ts'
import { earns, equals, number, operation, percent } from './terms.ts'

/**
 * (this period − the one before) ÷ the one before, in percent, in bands
 * (remembered from annexes: newly founded enterprises against the year before).
 */
export const growthKind: RuleKind<GrowthRule> = {
  run(rule, { inputs, maxPoints, states, ratioRounding }) {
    const [now, before] = [
      readInput(inputs, rule.metric, 'value'),
      readPrevious(inputs, rule.metric, 'value'),
    ]
    const absent = absence([now, before], states, true)
    const fromNothing: Emptiness = { because: 'previousZero', policy: rule.whenPreviousZero }
    const empty = absent ?? (isZero(numberOf(before)) ? fromNothing : null)
    const common = blank('growth', maxPoints, boundsOf(rule, maxPoints), [now, before])
    if (empty) {
      const points = pointsByPolicy(empty.policy, maxPoints)
      return {
        points,
        detail: {
          ...common,
          empty,
          branches: bandBranches(rule, 'growth', null),
          points: points && formatExact(points),
        },
      }
    }
    const [value, base] = [numberOf(now), numberOf(before)]
    const exact = multiply(divide(subtract(value, base), base), hundred)
    const growth = round(exact, ratioRounding)
    const points = pointsInBands(rule, growth)
    return {
      points,
      detail: {
        ...common,
        empty: points ? null : outsideBands,
        steps: [
          equals(
            'growth',
            operation('÷', operation('−', number(value), number(base)), number(base)),
            exact,
            true,
          ),
          ...(points ? [earns(percent(growth), points)] : []),
        ],
        branches: bandBranches(rule, 'growth', growth),
        points: points && formatExact(points),
      },
    }
  },
  figures: rule => [{ metricId: rule.metric, path: 'metric', wants: 'amount' }],
  bounds: boundsOf,
  trend: rule => bandTrend(rule),
}

function boundsOf(rule: GrowthRule, maxPoints: Rational): Range {
  return withPolicies(bandBounds(rule), [rule.whenPreviousZero], maxPoints)
}
