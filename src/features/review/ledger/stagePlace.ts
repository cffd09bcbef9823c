import type { RoundStage } from '../../../model/review.ts'
import type { RoundState } from '../../../model/roundState.ts'
import type { ReviewView } from '../../../state/review/reviewView.ts'

/**
 * Stage whose work comes next: the review that decides, then closing the result. null: the round is closed.
 * @param reviewing stage that new decisions belong to
 */
export function currentStage(
  { stages }: Pick<RoundState, 'stages'>,
  reviewing: ReviewView['stage'],
): Exclude<RoundStage, 'selfAssessment' | 'explanation'> | null {
  if (stages.closed.closed !== null) return null
  if (reviewing === 'firstReview' || stages.secondReview.closed === null) return reviewing
  return stages.firstReview.closed === null ? 'firstReview' : 'closed'
}

/** What the second review has to look at again is known once the first one is closed. */
export function waitsForFirst({ stages }: Pick<RoundState, 'stages'>, stage: RoundStage): boolean {
  return stage === 'secondReview' && stages.firstReview.closed === null && stages.secondReview.closed === null
}
