import type { Deadline } from '../../model/plan.ts'
import type { DueOn } from '../../model/taskStanding.ts'
import { isRecurring, occurrenceBefore, occurrenceFrom } from './dueDays.ts'

/**
 * What a deadline says on a day: the day that is due, or of a recurring one the last that passed and the next.
 * No document says when its recurring duties end, so they go on; they begin with the document.
 * @param since day the document was issued, or the first of its year
 */
export function dueOn(deadline: Deadline | undefined, on: string, since: string): DueOn {
  if (deadline === undefined) return { kind: 'none' }
  if (isRecurring(deadline))
    return {
      kind: 'recurring',
      passed: occurrenceBefore(deadline, since, on),
      next: occurrenceFrom(deadline, since, on),
    }
  switch (deadline.kind) {
    case 'continuous':
      return { kind: 'continuous' }
    case 'event':
      return { kind: 'afterEvent', after: deadline.after, taskId: deadline.taskId ?? null }
    default:
      return {
        kind: 'once',
        from: ('from' in deadline ? deadline.from : undefined) ?? null,
        wanted: deadline.by,
        last: deadline.latest ?? deadline.by,
      }
  }
}
