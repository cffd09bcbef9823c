import type { TaskStanding } from '../../model/taskStanding.ts'

/** What rows can be narrowed to: a standing, or the overdue ones nobody reported on. */
export type StandingId = TaskStanding['kind'] | 'unreported'

/** What is most pressing first. */
export const standingIds = [
  'overdue',
  'unreported',
  'dueSoon',
  'notYet',
  'continuous',
  'unknownDay',
  'noDeadline',
  'done',
  'doneLate',
  'dropped',
] as const satisfies readonly StandingId[]

/** Whether a standing is among those a filter asks for. */
export function isStanding({ kind, reported }: TaskStanding, id: StandingId): boolean {
  return id === 'unreported' ? kind === 'overdue' && reported === null : kind === id
}
