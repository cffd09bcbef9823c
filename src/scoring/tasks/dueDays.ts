import type { Deadline } from '../../model/plan.ts'
import type { Occurrence } from '../../model/taskStanding.ts'

/** Kinds of deadline that come back. */
export type RecurringDeadline = Extract<Deadline, { kind: 'yearly' | 'quarterly' | 'monthly' }>

export function isRecurring(deadline: Deadline): deadline is RecurringDeadline {
  return deadline.kind === 'yearly' || deadline.kind === 'quarterly' || deadline.kind === 'monthly'
}

/** Days of a year (`MM-DD`) a recurring deadline falls on; the ends of its periods where it names none. */
function daysOfYear(deadline: RecurringDeadline, year: number): readonly Occurrence[] {
  const named = deadline.kind === 'monthly' ? undefined : deadline.on
  if (named !== undefined && named.length > 0)
    return named
      .toSorted()
      .map(monthDay => ({ day: existing(`${padYear(year)}-${monthDay}`), isStated: true }))
  const months =
    deadline.kind === 'yearly' ? [12] : deadline.kind === 'quarterly' ? [3, 6, 9, 12] : everyMonth
  return months.map(month => ({ day: endOfMonth(year, month), isStated: false }))
}

const everyMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** Every due day of a recurring deadline from one day to another, both included. */
export function occurrencesBetween(
  deadline: RecurringDeadline,
  from: string,
  to: string,
): readonly Occurrence[] {
  const found: Occurrence[] = []
  for (let year = yearOf(from); year <= yearOf(to); year += 1)
    found.push(...daysOfYear(deadline, year).filter(({ day }) => from <= day && day <= to))
  return found
}

/** Last due day before a day, not before `since`; null when there is none. */
export function occurrenceBefore(deadline: RecurringDeadline, since: string, on: string): Occurrence | null {
  const near = `${padYear(yearOf(on) - 1)}-01-01`
  return occurrencesBetween(deadline, since > near ? since : near, on).findLast(({ day }) => day < on) ?? null
}

/** First due day from a day on, not before `since`. */
export function occurrenceFrom(deadline: RecurringDeadline, since: string, on: string): Occurrence {
  const start = since > on ? since : on
  const [first] = occurrencesBetween(deadline, start, `${padYear(yearOf(start) + 1)}-12-31`)
  if (!first) throw new Error(`a recurring deadline has no day after ${start}: "${deadline.written}"`)
  return first
}

/** Last day of a month, 1 to 12. */
export function endOfMonth(year: number, month: number): string {
  // Day 0 of the month after.
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** 29 February falls on the 28th in other years. */
function existing(isoDay: string): string {
  const time = Date.parse(`${isoDay}T00:00:00Z`)
  const stands = !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === isoDay
  return stands ? isoDay : endOfMonth(yearOf(isoDay), Number(isoDay.slice(5, 7)))
}

const yearOf = (isoDay: string) => Number(isoDay.slice(0, 4))
const padYear = (year: number) => String(year).padStart(4, '0')
