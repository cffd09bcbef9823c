import type { Decimal, Exact } from '../../model/exact.ts'
import type { Metric } from '../../model/ruleSet.ts'
import type { Attainable, Impossible, Solution, SolveMethod, SolveTarget } from '../../model/solution.ts'
import { compare } from '../exact.ts'
import type { Scored } from '../scoreSubmission.ts'
import type { Aim, Measuring, Standing } from './goal.ts'
import { enteredValue } from './limits.ts'
import { figuresMissing, impossible } from './reasons.ts'

/** One figure to be solved for. */
export type Task = {
  readonly scored: Scored
  readonly target: SolveTarget
  readonly aim: Aim
  readonly measure: Measuring
  readonly metric: Metric
}

/** Scores the target with the figure at a value. */
export function tryValue({ measure, metric }: Task, value: Decimal): Tried {
  return { value, standing: measure({ metricId: metric.id, state: 'entered', value }) }
}

export function reached(
  { scored, aim, measure, metric }: Task,
  value: Decimal,
  change: Exact | null,
  after: Standing,
  method: SolveMethod,
): Solution {
  return {
    status: 'reached',
    value,
    change,
    from: enteredValue(scored, metric.id),
    pointsBefore: measure(null).points,
    pointsAfter: after.points,
    bandId: aim.kind === 'band' ? aim.bandId : null,
    method,
  }
}

/** A value that was tried, with what came of it. */
export type Tried = { readonly value: Decimal; readonly standing: Standing }

/**
 * The answer where no value reaches the goal: open when the upper end of one does, otherwise impossible.
 * @param otherwise what to say when other figures do not matter either
 */
export function unreached(
  { scored, measure, metric }: Task,
  tried: readonly Tried[],
  best: Tried | null,
  otherwise: Impossible,
): Solution {
  const today = measure(null)
  const hope = tried.find(({ standing }) => standing.reachable)?.standing ?? (today.reachable ? today : null)
  if (hope) {
    const { metricIds, criterionIds } = hope.open()
    return {
      status: 'open',
      reason: figuresMissing,
      metricIds: metricIds.filter(id => id !== metric.id || hope !== today),
      criterionIds,
      ...bestOf(best, today, true),
    }
  }
  if ([today, ...tried.map(each => each.standing)].every(({ points }) => points === null))
    return impossible('exempt')
  return { ...otherwise, ...bestOf(best, today, enteredValue(scored, metric.id) === null) }
}

/** The better of two, the first when they are equal. */
export function better(a: Tried | null, b: Tried): Tried | null {
  if (!b.standing.sure) return a
  return a?.standing.sure && compare(a.standing.sure, b.standing.sure) >= 0 ? a : b
}

/** @param onlyGain a first entry that brings no more than today's gap in the figures is nothing to aim for */
function bestOf(best: Tried | null, today: Standing, onlyGain: boolean): { readonly best?: Attainable } {
  if (!best?.standing.points || !best.standing.sure) return {}
  const gains = !today.sure || compare(best.standing.sure, today.sure) > 0
  return gains || !onlyGain ? { best: { value: best.value, points: best.standing.points } } : {}
}
