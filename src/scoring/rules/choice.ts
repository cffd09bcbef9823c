import type { ChoiceRule } from '../../model/rules.ts'
import { compare, formatExact, larger, parseExact, smaller } from '../exact.ts'
import { numberOf, readInput } from './readInput.ts'
import { absence, blank, pointsByPolicy, type Range, type RuleKind } from './ruleKind.ts'

/**
 * Points of the one answer that was chosen ("Chấm điểm CCHC": each leaf one radio group).
 * @throws when the value is none of the options; the linter of submissions should have refused it
 */
export const choiceKind: RuleKind<ChoiceRule> = {
  run(rule, { inputs, maxPoints, states }) {
    const input = readInput(inputs, rule.metric, 'option')
    const empty = absence([input], states, true)
    const value = empty ? null : numberOf(input)
    const index =
      value === null ? -1 : rule.options.findIndex(each => compare(parseExact(each.value), value) === 0)
    const chosen = rule.options[index]
    if (!empty && !chosen) throw new Error(`metric "${rule.metric}": no option "${input.value}"`)
    const points = empty ? pointsByPolicy(empty.policy, maxPoints) : chosen ? parseExact(chosen.points) : null
    return {
      points,
      detail: {
        ...blank('choice', maxPoints, boundsOf(rule), [
          chosen ? { ...input, answer: { label: chosen.label, labelEn: chosen.labelEn } } : input,
        ]),
        empty,
        branches: rule.options.map((option, place) => ({
          when: { kind: 'answer', label: option.label, labelEn: option.labelEn },
          gives: { kind: 'points', points: formatExact(parseExact(option.points)) },
          taken: place === index,
        })),
        points: points && formatExact(points),
      },
    }
  },
  figures: rule => [{ metricId: rule.metric, path: 'metric', wants: 'option' }],
  bounds: boundsOf,
  // Options are names that happen to be numbers: their order means nothing.
  trend: () => 'mixed',
}

function boundsOf(rule: ChoiceRule): Range {
  const points = rule.options.map(option => parseExact(option.points))
  const [first] = points
  if (!first) throw new Error('a choice needs at least one option')
  return { least: points.reduce(smaller, first), most: points.reduce(larger, first) }
}
