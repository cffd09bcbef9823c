import type { Decimal } from '../../model/exact.ts'
import type { Solution } from '../../model/solution.ts'
import { compare, formatExact, parseExact, subtract } from '../exact.ts'
import { enteredValue } from './limits.ts'
import { impossible } from './reasons.ts'
import { better, reached, type Task, type Tried, tryValue, unreached } from './task.ts'

/**
 * Tries every answer of a flag or a choice. Of several that reach the goal the one that claims least: the
 * fewest points, then the first listed.
 */
export function enumerate(task: Task, values: readonly Decimal[]): Solution {
  const { scored, metric } = task
  const now = enteredValue(scored, metric.id)
  const tried = values.map(value => tryValue(task, value))
  const [least] = tried
    .filter(({ value, standing }) => value !== now && standing.reached)
    .toSorted(({ standing: a }, { standing: b }) => (a.sure && b.sure ? compare(a.sure, b.sure) : 0))
  if (least) {
    const isNumber = metric.valueType === 'flag' && now !== null
    const change = isNumber ? formatExact(subtract(parseExact(least.value), parseExact(now))) : null
    return reached(task, least.value, change, least.standing, 'enumeration')
  }
  const current = tried.filter(({ value }) => value === now)
  const best = [...current, ...tried].reduce<Tried | null>(better, null)
  return unreached(task, tried, best, impossible('notEnough'))
}
