import type { LedgerAct, LedgerEntry } from '../../../model/review.ts'
import type { ReviewConflict, RoundState } from '../../../model/roundState.ts'
import type { ReviewView } from '../../../state/review/reviewView.ts'

/**
 * The line that takes one side of a conflict: it says what that side says and names every side, so that it alone
 * stands. null: lines of this kind are no matter that can be chosen.
 */
export function takeSide(conflict: ReviewConflict, side: LedgerEntry, reason: string): LedgerAct | null {
  const over = conflict.entries.map(entry => entry.id)
  const { act } = side
  switch (act.kind) {
    case 'decide': {
      // The reason of the line that is taken stays in sight; why it was taken stands behind it.
      const own = act.reason === null || act.reason.trim() === '' ? null : act.reason
      return { ...act, reason: own === null ? reason : `${own} (${reason})`, over }
    }
    case 'use':
      return { ...act, reason, over }
    case 'taskState':
      return { ...act, note: reason, over }
    case 'deadline':
    case 'receivedAt':
      return { ...act, reason, over }
    case 'close': {
      // Closings are no matter to be replaced: the other one is opened, and this one stands.
      const other = conflict.entries.find(entry => entry.id !== side.id)
      return other ? { kind: 'reopen', closeId: other.id, reason } : null
    }
    case 'assign':
    case 'survey':
    case 'publish':
    case 'remedy':
      // These have no reason of their own: the source or the task says it.
      return { ...act, over }
    default:
      return null
  }
}

/** Why nobody can choose now: what is written would not count. null: somebody can. */
export function conflictBar(
  { about, stage }: ReviewConflict,
  { stages }: Pick<RoundState, 'stages'>,
  review: Pick<ReviewView, 'stage' | 'writable'>,
): 'closed' | 'late' | null {
  const frozen = stages.closed.closed !== null
  if (about === 'use') return frozen || stages.selfAssessment.closed !== null ? 'closed' : null
  if (about === 'survey') return frozen ? 'closed' : null
  if (about !== 'decide' || (stage !== 'firstReview' && stage !== 'secondReview')) return null
  if (frozen || stages[stage].closed !== null) return 'closed'
  return stage === review.stage && review.writable === 'yes' ? null : 'late'
}
