import type { DeductionRule } from '../../model/rules.ts'
import {
  compare,
  divide,
  formatExact,
  hundred,
  larger,
  multiply,
  parseExact,
  type Rational,
  subtract,
  sum,
  zero,
} from '../exact.ts'
import { numberOf, readInput } from './readInput.ts'
import { absence, blank, pointsByPolicy, type RuleKind } from './ruleKind.ts'
import { equals, number, operation } from './terms.ts'

/**
 * Maximum − Σ violations × deduction each, never below the floor
 * (NĐ 335/2025: mỗi lần chưa đạt chất lượng trừ 25% điểm chất lượng của sản phẩm).
 */
export const deductionKind: RuleKind<DeductionRule> = {
  run(rule, { inputs, maxPoints, states }) {
    const items = rule.items.map(item => ({
      input: readInput(inputs, item.metric, 'count'),
      each:
        'points' in item.each
          ? parseExact(item.each.points)
          : divide(multiply(parseExact(item.each.percentOfMax), maxPoints), hundred),
    }))
    const read = items.map(item => item.input)
    const empty = absence(read, states, false)
    const known = items.filter(({ input }) => input.value !== null)
    const whole = subtract(maxPoints, sum(known.map(({ input, each }) => multiply(numberOf(input), each))))
    const floor = floorOf(rule)
    const sure = larger(whole, floor)
    const points = empty ? pointsByPolicy(empty.policy, maxPoints) : sure
    const terms = known.map(({ input, each }) => operation('×', number(numberOf(input)), number(each)))
    return {
      points,
      detail: {
        // Missing violations can only take more away.
        ...blank('deduction', maxPoints, { least: floor, most: sure }, read),
        empty,
        steps: empty
          ? []
          : [
              equals(
                'points',
                terms.reduce((left, term) => operation('−', left, term), number(maxPoints)),
                whole,
              ),
            ],
        cap: !empty && compare(whole, floor) < 0 ? { side: 'least', limit: formatExact(floor) } : null,
        points: points && formatExact(points),
      },
    }
  },
  figures: rule =>
    rule.items.map((item, index) => ({
      metricId: item.metric,
      path: `items[${index}].metric`,
      wants: 'amount',
    })),
  bounds: (rule, maxPoints) => ({ least: floorOf(rule), most: maxPoints }),
  trend: () => 'falling',
}

function floorOf(rule: DeductionRule): Rational {
  return rule.floor === undefined ? zero : parseExact(rule.floor)
}
