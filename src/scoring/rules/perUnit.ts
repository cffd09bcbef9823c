import type { PerUnitRule } from '../../model/rules.ts'
import { compare, formatExact, multiply, parseExact, type Rational, zero } from '../exact.ts'
import { numberOf, readInput } from './readInput.ts'
import { absence, blank, limited, pointsByPolicy, type RuleKind } from './ruleKind.ts'
import { equals, number, operation } from './terms.ts'

/** n × points per unit, up to a cap ("mỗi ứng dụng … 1 điểm, không quá 5 điểm"). */
export const perUnitKind: RuleKind<PerUnitRule> = {
  run(rule, { inputs, maxPoints, states }) {
    const input = readInput(inputs, rule.metric, 'count')
    const empty = absence([input], states, true)
    const common = blank('perUnit', maxPoints, { least: zero, most: capOf(rule, maxPoints) }, [input])
    if (empty) {
      const points = pointsByPolicy(empty.policy, maxPoints)
      return { points, detail: { ...common, empty, points: points && formatExact(points) } }
    }
    const each = parseExact(rule.pointsPerUnit)
    const whole = multiply(numberOf(input), each)
    const { points, cap } = limited(whole, { least: zero, most: capOf(rule, maxPoints) })
    return {
      points,
      detail: {
        ...common,
        steps: [equals('points', operation('×', number(numberOf(input)), number(each)), whole)],
        cap,
        points: formatExact(points),
      },
    }
  },
  figures: rule => [{ metricId: rule.metric, path: 'metric', wants: 'amount' }],
  bounds: (rule, maxPoints) => ({ least: zero, most: capOf(rule, maxPoints) }),
  trend: rule => (compare(parseExact(rule.pointsPerUnit), zero) >= 0 ? 'rising' : 'falling'),
}

function capOf(rule: PerUnitRule, maxPoints: Rational): Rational {
  return rule.cap === undefined ? maxPoints : parseExact(rule.cap)
}
