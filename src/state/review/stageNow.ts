import type { RoundState } from '../../model/roundState.ts'
import { isAfter } from '../../scoring/review/instants.ts'
import type { ReviewView } from './reviewView.ts'

/**
 * Stage that new decisions belong to at an instant, and whether they would count: the first review until it is
 * closed or past its deadline, then the second. Up to the very instant of a deadline they do.
 * @param now ISO instant
 */
export function stageNow(
  { stages }: Pick<RoundState, 'stages'>,
  now: string,
): Pick<ReviewView, 'stage' | 'writable'> {
  const barOf = (stage: 'firstReview' | 'secondReview'): ReviewView['writable'] => {
    const { closed, deadline } = stages[stage]
    if (closed) return 'closed'
    return deadline !== null && isAfter(now, deadline) ? 'afterDeadline' : 'yes'
  }
  // A closed second review froze the first one with it.
  const isFirst = barOf('firstReview') === 'yes' && !stages.secondReview.closed
  const stage = isFirst ? 'firstReview' : 'secondReview'
  return { stage, writable: stages.closed.closed ? 'closed' : barOf(stage) }
}

/** Deadlines after an instant, the next one first, in milliseconds of the epoch: when the answer may change. */
export function deadlinesAfter({ stages }: Pick<RoundState, 'stages'>, now: string): readonly number[] {
  const from = Date.parse(now)
  return [stages.firstReview, stages.secondReview]
    .flatMap(({ deadline }) => (deadline === null ? [] : [Date.parse(deadline)]))
    .filter(time => time >= from)
    .toSorted((a, b) => a - b)
}
