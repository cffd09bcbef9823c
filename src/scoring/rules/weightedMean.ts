import type { WeightedMeanRule } from '../../model/rules.ts'
import { divide, formatExact, multiply, parseExact, sum, zero } from '../exact.ts'
import { numberOf, readInput } from './readInput.ts'
import { absence, blank, limited, pointsByPolicy, type RuleKind } from './ruleKind.ts'
import { equals, number, operation } from './terms.ts'

/** Σ weight × figure ÷ Σ weight ÷ scale × max (draft KPI rules: 30 common + 70 result). */
export const weightedMeanKind: RuleKind<WeightedMeanRule> = {
  run(rule, { inputs, maxPoints, states }) {
    const terms = rule.terms.map(term => ({
      input: readInput(inputs, term.metric, 'value'),
      weight: parseExact(term.weight),
    }))
    const read = terms.map(term => term.input)
    const empty = absence(read, states, true)
    const common = blank('weightedMean', maxPoints, { least: zero, most: maxPoints }, read)
    const [first, ...rest] = terms
    if (empty || !first) {
      const points = empty ? pointsByPolicy(empty.policy, maxPoints) : null
      return { points, detail: { ...common, empty, points: points && formatExact(points) } }
    }
    const weights = sum(terms.map(term => term.weight))
    const mean = divide(sum(terms.map(({ input, weight }) => multiply(numberOf(input), weight))), weights)
    const scale = parseExact(rule.scaleTo)
    const whole = multiply(divide(mean, scale), maxPoints)
    const { points, cap } = limited(whole, { least: zero, most: maxPoints })
    const termOf = ({ input, weight }: (typeof terms)[number]) =>
      operation('×', number(weight), number(numberOf(input)))
    return {
      points,
      detail: {
        ...common,
        steps: [
          equals(
            'mean',
            operation('÷', operation('+', termOf(first), ...rest.map(termOf)), number(weights)),
            mean,
          ),
          equals(
            'points',
            operation('×', operation('÷', number(mean), number(scale)), number(maxPoints)),
            whole,
          ),
        ],
        cap,
        points: formatExact(points),
      },
    }
  },
  figures: rule =>
    rule.terms.map((term, index) => ({
      metricId: term.metric,
      path: `terms[${index}].metric`,
      wants: 'amount',
    })),
  bounds: (_, maxPoints) => ({ least: zero, most: maxPoints }),
  trend: () => 'rising',
}
