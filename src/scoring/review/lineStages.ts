import type { LedgerAct, ReviewStage, RoundStage } from '../../model/review.ts'

/** Stages at which points are decided, in order. */
export const reviewStages: readonly ReviewStage[] = ['firstReview', 'secondReview']

/**
 * Stage that a line belongs to: freezing the stage freezes the line. `closed` holds what is known last, the surveys.
 * Deadlines, areas, closings and what follows a result (published points, remedies, tasks) belong to none and can
 * always be written.
 */
export function stageOfAct(act: LedgerAct): RoundStage | null {
  switch (act.kind) {
    case 'receive':
      return act.file.outcome === 'read' && act.file.answers ? 'explanation' : 'selfAssessment'
    case 'receivedAt':
    case 'setAside':
    case 'use':
      return 'selfAssessment'
    case 'decide':
      return act.stage
    case 'request':
    case 'answer':
      return 'explanation'
    case 'survey':
      return 'closed'
    case 'deadline':
    case 'assign':
    case 'close':
    case 'reopen':
    case 'withdraw':
    case 'publish':
    case 'remedy':
    case 'taskState':
      return null
  }
}
