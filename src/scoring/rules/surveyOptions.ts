import type { Emptiness } from '../../model/explanation.ts'
import type { SurveyOptionsRule } from '../../model/rules.ts'
import {
  compare,
  divide,
  formatExact,
  hundred,
  isZero,
  larger,
  multiply,
  parseExact,
  type Rational,
  smaller,
  sum,
  zero,
} from '../exact.ts'
import { numberOf, readInput } from './readInput.ts'
import {
  absence,
  blank,
  pointsByPolicy,
  type Range,
  type RuleKind,
  type Trend,
  withPolicies,
} from './ruleKind.ts'
import { equals, number, operation, percent } from './terms.ts'

/** Σ answers × weight ÷ Σ answers × max (Yên Bái: A 100%, B 60%, C 20%, D 0%). */
export const surveyOptionsKind: RuleKind<SurveyOptionsRule> = {
  run(rule, { inputs, maxPoints, states }) {
    const options = rule.options.map(option => ({
      input: readInput(inputs, option.metric, 'count'),
      weight: parseExact(option.weightPercent),
    }))
    const read = options.map(option => option.input)
    const absent = absence(read, states, true)
    const answers = absent ? zero : sum(read.map(numberOf))
    const nobody: Emptiness = { because: 'denominatorZero', policy: rule.whenNoAnswers }
    const empty = absent ?? (isZero(answers) ? nobody : null)
    const common = blank('surveyOptions', maxPoints, boundsOf(rule, maxPoints), read)
    const [first, ...rest] = options
    if (empty || !first) {
      const points = empty ? pointsByPolicy(empty.policy, maxPoints) : null
      return { points, detail: { ...common, empty, points: points && formatExact(points) } }
    }
    const weighted = sum(options.map(({ input, weight }) => multiply(numberOf(input), weight)))
    const mean = divide(weighted, answers)
    const points = multiply(divide(mean, hundred), maxPoints)
    const termOf = ({ input, weight }: (typeof options)[number]) =>
      operation('×', number(numberOf(input)), percent(weight))
    return {
      points,
      detail: {
        ...common,
        steps: [
          equals(
            'mean',
            operation('÷', operation('+', termOf(first), ...rest.map(termOf)), number(answers)),
            mean,
            true,
          ),
          equals('points', operation('×', percent(mean), number(maxPoints)), points),
        ],
        points: formatExact(points),
      },
    }
  },
  figures: rule =>
    rule.options.map((option, index) => ({
      metricId: option.metric,
      path: `options[${index}].metric`,
      wants: 'amount',
    })),
  bounds: boundsOf,
  trend(rule, metricId): Trend {
    // More answers of one option pull the mean towards its weight: up only for the best, down only for the worst.
    const weights = rule.options.map(option => parseExact(option.weightPercent))
    const own = rule.options
      .filter(option => option.metric === metricId)
      .map(each => parseExact(each.weightPercent))
    if (own.every(weight => weights.every(other => compare(weight, other) >= 0))) return 'rising'
    return own.every(weight => weights.every(other => compare(weight, other) <= 0)) ? 'falling' : 'mixed'
  },
}

function boundsOf(rule: SurveyOptionsRule, maxPoints: Rational): Range {
  const worth = rule.options.map(option =>
    divide(multiply(parseExact(option.weightPercent), maxPoints), hundred),
  )
  const [first] = worth
  if (!first) throw new Error('a survey needs at least one option')
  const answered = { least: worth.reduce(smaller, first), most: worth.reduce(larger, first) }
  return withPolicies(answered, [rule.whenNoAnswers], maxPoints)
}
