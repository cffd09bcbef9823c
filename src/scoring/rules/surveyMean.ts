import type { SurveyMeanRule } from '../../model/rules.ts'
import { compare, divide, formatExact, multiply, parseExact, subtract, zero } from '../exact.ts'
import { numberOf, readInput } from './readInput.ts'
import { absence, blank, limited, pointsByPolicy, type RuleKind } from './ruleKind.ts'
import { equals, number, operation } from './terms.ts'

/**
 * (mean − lower end) ÷ (upper − lower end of the scale) × max: a survey's mean, or a figure of another
 * published index (PAR Index 2022, "chất lượng cung cấp thông tin" 0,7981 of 1).
 */
export const surveyMeanKind: RuleKind<SurveyMeanRule> = {
  run(rule, { inputs, maxPoints, states }) {
    const input = readInput(inputs, rule.metric, 'value')
    const empty = absence([input], states, true)
    const common = blank('surveyMean', maxPoints, { least: zero, most: maxPoints }, [input])
    if (empty) {
      const points = pointsByPolicy(empty.policy, maxPoints)
      return { points, detail: { ...common, empty, points: points && formatExact(points) } }
    }
    const value = numberOf(input)
    const [from, to] = [parseExact(rule.scaleFrom), parseExact(rule.scaleTo)]
    const whole = multiply(divide(subtract(value, from), subtract(to, from)), maxPoints)
    const { points, cap } = limited(whole, { least: zero, most: maxPoints })
    const share =
      compare(from, zero) === 0
        ? operation('÷', number(value), number(to))
        : operation(
            '÷',
            operation('−', number(value), number(from)),
            operation('−', number(to), number(from)),
          )
    return {
      points,
      detail: {
        ...common,
        steps: [equals('points', operation('×', share, number(maxPoints)), whole)],
        cap,
        points: formatExact(points),
      },
    }
  },
  figures: rule => [{ metricId: rule.metric, path: 'metric', wants: 'amount' }],
  bounds: (_, maxPoints) => ({ least: zero, most: maxPoints }),
  trend: rule => (compare(parseExact(rule.scaleTo), parseExact(rule.scaleFrom)) > 0 ? 'rising' : 'falling'),
}
