import type { Decimal } from '../../model/exact.ts'
import { compare, negate, type Rational } from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { inputsOf, scoreLeaves } from '../scoreLeaves.ts'
import { withFigure } from './goal.ts'
import type { Task } from './task.ts'

/** How many of the values asked before are held against a new one. */
const remembered = 8

/**
 * Whether a value cannot bring the total more than one asked before: each leaf it changes earns no more
 * then. Scoring those leaves is far cheaper than the whole sheet, and a search asks thousands of times.
 */
export function dominance({ scored, target, metric }: Task): (value: Decimal) => boolean {
  const { ruleSet, submission, context } = scored
  const affected = indexRuleSet(ruleSet).dependents.get(metric.id)
  if (target.kind === 'leaf' || !affected) return () => false
  const penalties = new Set(
    (ruleSet.adjustments ?? []).flatMap(each => (each.effect === 'penalty' ? [each.id] : [])),
  )
  let asked: readonly (readonly Rational[])[] = []
  return value => {
    const figure = { metricId: metric.id, state: 'entered', value } as const
    const inputs = inputsOf(ruleSet, withFigure(submission, figure), context)
    const leaves = [...scoreLeaves(ruleSet, inputs, affected)]
    // A leaf that is open or does not apply changes more than its points.
    if (leaves.some(([, leaf]) => leaf.outcome.kind !== 'scored')) return false
    const points = leaves.map(([id, leaf]) => (penalties.has(id) ? negate(leaf.from) : leaf.from))
    const isBelow = (other: readonly Rational[]) =>
      points.every((own, index) => compare(own, other[index] ?? own) <= 0)
    if (asked.some(isBelow)) return true
    asked = [points, ...asked].slice(0, remembered)
    return false
  }
}
