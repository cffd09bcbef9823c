import type { Emptiness, ExplainedInput } from '../../model/explanation.ts'
import type { EveryOccurrenceRule } from '../../model/rules.ts'
import { divide, formatExact, isZero, multiply, whole, zero } from '../exact.ts'
import { numberOf, readInput } from './readInput.ts'
import { absence, blank, pointsByPolicy, type ResolvedStates, type RuleKind } from './ruleKind.ts'
import { equals, number, operation } from './terms.ts'

/**
 * Items in time every time ÷ items × max; one late occurrence makes an item late for the whole period
 * (QĐ 766, 1.1 and 1.2). Occurrences and items that do not apply are left out.
 */
export const everyOccurrenceKind: RuleKind<EveryOccurrenceRule> = {
  run(rule, { inputs, maxPoints, states }) {
    const items = rule.items.map(item => {
      const read = item.metrics.map(metricId => readInput(inputs, metricId, 'flag'))
      return { item, read, verdict: verdictOf(read) }
    })
    const applying = items.filter(({ verdict }) => verdict !== 'notApplicable')
    const [sure, open] = [count(applying, 'onTime'), count(applying, 'open')]
    const read = items.flatMap(each => each.read)
    const empty = emptinessOf(items, applying.length === 0, states)
    const worth = (done: number) =>
      applying.length === 0 ? zero : multiply(divide(whole(done), whole(applying.length)), maxPoints)
    const range =
      applying.length === 0
        ? { least: zero, most: maxPoints }
        : { least: worth(sure), most: worth(sure + open) }
    const points = empty ? pointsByPolicy(empty.policy, maxPoints) : worth(sure)
    const [onTime, all] = [number(String(sure)), number(String(applying.length))]
    return {
      points,
      detail: {
        ...blank('everyOccurrence', maxPoints, range, read),
        empty,
        steps: empty
          ? []
          : [equals('points', operation('×', operation('÷', onTime, all), number(maxPoints)), worth(sure))],
        branches: items.map(({ item, verdict }) => ({
          when: { kind: 'answer', label: item.label, labelEn: item.labelEn },
          gives: { kind: 'points', points: formatExact(applying.length === 0 ? zero : worth(1)) },
          taken: verdict === 'onTime',
          ...(verdict === 'open'
            ? { state: 'missing' }
            : verdict === 'notApplicable'
              ? { state: verdict }
              : {}),
        })),
        points: points && formatExact(points),
      },
    }
  },
  figures: rule =>
    rule.items.flatMap((item, index) =>
      item.metrics.map((metricId, place) => ({
        metricId,
        path: `items[${index}].metrics[${place}]`,
        wants: 'flag' as const,
      })),
    ),
  bounds: (_, maxPoints) => ({ least: zero, most: maxPoints }),
  trend: () => 'rising',
}

type Verdict = 'onTime' | 'late' | 'open' | 'notApplicable'

function verdictOf(read: readonly ExplainedInput[]): Verdict {
  if (read.every(input => input.state === 'notApplicable')) return 'notApplicable'
  if (read.some(input => input.value !== null && isZero(numberOf(input)))) return 'late'
  return read.some(input => input.state === 'missing' || input.state === 'withheld') ? 'open' : 'onTime'
}

type ReadItem = { readonly read: readonly ExplainedInput[]; readonly verdict: Verdict }

/** An absent occurrence empties the rule only where it could still change the count. */
function emptinessOf(
  items: readonly ReadItem[],
  nothingApplies: boolean,
  states: ResolvedStates,
): Emptiness | null {
  const deciding = items.filter(({ verdict }) => nothingApplies || verdict === 'open')
  const read = deciding.flatMap(item => item.read)
  return absence(
    read.filter(input => nothingApplies || input.state !== 'notApplicable'),
    states,
    false,
  )
}

function count(items: readonly { readonly verdict: Verdict }[], verdict: Verdict): number {
  return items.filter(item => item.verdict === verdict).length
}
