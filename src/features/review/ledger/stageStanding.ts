import type { StageState } from '../../../model/roundState.ts'

/** Where a stage stands: a deadline that passed closes nothing by itself, and exactly at it is still in time. */
export function stageStanding(
  { deadline, closed }: Pick<StageState, 'deadline' | 'closed'>,
  now: Date,
): 'none' | 'before' | 'past' | 'closed' {
  if (closed !== null) return 'closed'
  if (deadline === null) return 'none'
  return now.getTime() > Date.parse(deadline) ? 'past' : 'before'
}
