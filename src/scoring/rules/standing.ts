import type { Emptiness, ExplainedCohort } from '../../model/explanation.ts'
import type { Direction, TieStyle } from '../../model/rules.ts'
import { compare, formatExact, type Rational } from '../exact.ts'
import type { RuleContext } from './ruleKind.ts'

/** Where one agency's value stands among those of its cohort. */
export type Standing = {
  readonly best: Rational
  readonly worst: Rational
  /** How many agencies have a figure, this one included. */
  readonly known: number
  readonly rank: (direction: Direction, ties: TieStyle) => number
  readonly cohort: ExplainedCohort
}

export const noCohort: Emptiness = { because: 'noCohort', policy: 'missing' }

/**
 * Compares an agency's own value, as it is now, with everybody else's.
 * @param direction which end is the best
 * @returns null when nobody else's figures were given
 */
export function standingOf(
  value: Rational,
  { inputs, nodeId }: RuleContext,
  direction: Direction,
): Standing | null {
  const figures = inputs.cohortAt?.(nodeId)
  if (!figures) return null
  const { agencyId } = inputs.submission
  const others = figures.ascending.filter(entry => entry.agencyId !== agencyId)
  const all = [...others, { agencyId, value }].toSorted((a, b) => compare(a.value, b.value))
  const [smallest, largest] = [all[0]?.value ?? value, all.at(-1)?.value ?? value]
  const rising = direction === 'higherIsBetter'
  const best = rising ? largest : smallest
  return {
    best,
    worst: rising ? smallest : largest,
    known: all.length,
    rank: (along, ties) => {
      const better = others
        .map(entry => entry.value)
        .filter(other => (along === 'higherIsBetter' ? compare(other, value) > 0 : compare(other, value) < 0))
      return 1 + (ties === 'competition' ? better.length : distinct(better))
    },
    cohort: {
      agencies: figures.agencyIds.size + (figures.agencyIds.has(agencyId) ? 0 : 1),
      known: all.length,
      leaderIds: all
        .filter(entry => compare(entry.value, best) === 0)
        .map(entry => entry.agencyId)
        .toSorted(),
      best: formatExact(best),
      worst: formatExact(rising ? smallest : largest),
    },
  }
}

/** How many different values there are in an ascending list. */
function distinct(ascending: readonly Rational[]): number {
  return ascending.filter((value, index) => {
    const before = ascending[index - 1]
    return before === undefined || compare(before, value) !== 0
  }).length
}
