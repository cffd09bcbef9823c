import type { Deadline } from '../../model/plan.ts'
import type { CalendarEntry } from '../../model/taskStanding.ts'
import { isRecurring, occurrencesBetween } from './dueDays.ts'

type Dated = {
  readonly deadline?: Deadline | undefined
  /** Day its document was issued, or the first of its year: nothing is due before it. */
  readonly since: string
}

/**
 * Every day from one to another on which something is due, earliest first; in the order given within a day.
 * What is continuous or waits for an event has no day and is not in it.
 */
export function reportingCalendar<Item extends Dated>(
  items: readonly Item[],
  from: string,
  to: string,
): readonly CalendarEntry<Item>[] {
  return items
    .flatMap(item =>
      daysOf(item, from, to).map(({ day, isStated }) => ({ day, isDayStated: isStated, item })),
    )
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function daysOf({ deadline, since }: Dated, from: string, to: string) {
  if (deadline === undefined) return []
  if (isRecurring(deadline)) return occurrencesBetween(deadline, since > from ? since : from, to)
  if (!('by' in deadline)) return []
  const last = deadline.latest ?? deadline.by
  const days = last === deadline.by ? [last] : [deadline.by, last]
  return days.filter(day => from <= day && day <= to).map(day => ({ day, isStated: true }))
}
