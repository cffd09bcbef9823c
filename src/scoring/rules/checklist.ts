import type { ChecklistRule } from '../../model/rules.ts'
import { add, formatExact, isZero, parseExact, type Rational, sum, zero } from '../exact.ts'
import { numberOf, readInput } from './readInput.ts'
import { absence, blank, pointsByPolicy, type RuleKind } from './ruleKind.ts'
import { equals, number, operation } from './terms.ts'

/** Sum of the items that are ticked; an item nobody answered leaves its own points open. */
export const checklistKind: RuleKind<ChecklistRule> = {
  run(rule, { inputs, maxPoints, states }) {
    const items = rule.items.map(item => ({
      input: readInput(inputs, item.metric, 'flag'),
      worth: parseExact(item.points),
    }))
    const read = items.map(item => item.input)
    const empty = absence(read, states, false)
    const sure = sum(
      items.flatMap(({ input, worth }) => (input.value === null ? [] : [ticked(input.value, worth)])),
    )
    const open = sum(items.flatMap(({ input, worth }) => (input.value === null ? [worth] : [])))
    const points = empty ? pointsByPolicy(empty.policy, maxPoints) : sure
    const [first, ...rest] = items.map(({ input, worth }) =>
      number(input.value === null ? zero : ticked(input.value, worth)),
    )
    return {
      points,
      detail: {
        ...blank('checklist', maxPoints, { least: sure, most: add(sure, open) }, read),
        empty,
        steps: empty || !first ? [] : [equals('points', operation('+', first, ...rest), sure)],
        branches: items.flatMap(({ input, worth }) => ({
          when: { kind: 'answer', label: input.name, labelEn: input.nameEn },
          gives: { kind: 'points', points: formatExact(worth) },
          taken: input.value !== null && !isZero(numberOf(input)),
          ...(input.value === null
            ? { state: input.state === 'notApplicable' ? 'notApplicable' : 'missing' }
            : {}),
        })),
        points: points && formatExact(points),
      },
    }
  },
  figures: rule =>
    rule.items.map((item, index) => ({
      metricId: item.metric,
      path: `items[${index}].metric`,
      wants: 'flag',
    })),
  bounds: rule => ({ least: zero, most: sum(rule.items.map(item => parseExact(item.points))) }),
  trend: () => 'rising',
}

function ticked(value: string, worth: Rational): Rational {
  return isZero(parseExact(value)) ? zero : worth
}
