import type { BonusPenaltyRule } from '../../model/rules.ts'
import { add, formatExact, multiply, negate, parseExact, sum, zero } from '../exact.ts'
import { numberOf, readInput } from './readInput.ts'
import { absence, blank, joinTrends, limited, pointsByPolicy, type RuleKind } from './ruleKind.ts'
import { equals, number, operation } from './terms.ts'

/** base + n × bonus − m × penalty between two ends ("type 4 cộng/trừ"). */
export const bonusPenaltyKind: RuleKind<BonusPenaltyRule> = {
  run(rule, { inputs, maxPoints, states }) {
    const items = rule.items.map(item => ({
      effect: item.effect,
      input: readInput(inputs, item.metric, 'count'),
      each: parseExact(item.points),
    }))
    const read = items.map(item => item.input)
    const empty = absence(read, states, false)
    const base = rule.base === undefined ? zero : parseExact(rule.base)
    const known = items.filter(({ input }) => input.value !== null)
    const unknown = items.filter(({ input }) => input.value === null)
    const whole = add(
      base,
      sum(
        known.map(({ input, each, effect }) => {
          const amount = multiply(numberOf(input), each)
          return effect === 'bonus' ? amount : negate(amount)
        }),
      ),
    )
    const [least, most] = [parseExact(rule.least), parseExact(rule.most)]
    const { points: sure, cap } = limited(whole, { least, most })
    const points = empty ? pointsByPolicy(empty.policy, maxPoints) : sure
    const term = known.reduce(
      (left, { input, each, effect }) =>
        operation(
          effect === 'bonus' ? '+' : '−',
          left,
          operation('×', number(numberOf(input)), number(each)),
        ),
      number(base),
    )
    return {
      points,
      detail: {
        ...blank(
          'bonusPenalty',
          maxPoints,
          {
            least: unknown.some(item => item.effect === 'penalty') ? least : sure,
            most: unknown.some(item => item.effect === 'bonus') ? most : sure,
          },
          read,
        ),
        empty,
        steps: empty ? [] : [equals('points', term, whole)],
        cap: empty ? null : cap,
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
  bounds: rule => ({ least: parseExact(rule.least), most: parseExact(rule.most) }),
  trend: (rule, metricId) =>
    joinTrends(
      rule.items
        .filter(item => item.metric === metricId)
        .map(item => (item.effect === 'bonus' ? 'rising' : 'falling')),
    ),
}
