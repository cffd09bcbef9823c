import type { PerUnitRule } from '../../model/rules.ts'
import { compare, formatExact, larger, multiply, parseExact, type Rational, smaller, zero } from '../exact.ts'
import { numberOf, readInput } from './readInput.ts'
import { absence, blank, pointsByPolicy, type RuleKind } from './ruleKind.ts'
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
    const limit = capOf(rule, maxPoints)
    const points = larger(smaller(whole, limit), zero)
    return {
      points,
      detail: {
        ...common,
        steps: [equals('points', operation('×', number(numberOf(input)), number(each)), whole)],
        cap:
          compare(whole, limit) > 0
            ? { side: 'most', limit: formatExact(limit) }
            : compare(whole, zero) < 0
              ? { side: 'least', limit: '0' }
              : null,
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
