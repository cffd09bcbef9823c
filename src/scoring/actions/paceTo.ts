import type { Exact } from '../../model/exact.ts'
import { parsePeriod } from '../../model/period.ts'
import type { Calendar } from '../../model/ruleSet.ts'
import type { TargetPace } from '../../model/scoreSheet.ts'
import { ceiling, divide, formatExact, parseExact, whole } from '../exact.ts'
import { covers, dayNumber, workingDaysBetween } from '../workingDays.ts'

/**
 * How many units a working day and a month bring a count to its target in time.
 *
 * The day data is of is the last one of its period: the clock is not read. Days after it count, the target's
 * day included; months are whole ones. Rates are rounded up, so that keeping to them is enough.
 * @param count units still missing, above zero
 * @param by ISO day of the target
 * @returns null when the period is of no known form
 */
export function paceTo(
  count: Exact,
  period: string,
  by: string,
  calendars: readonly Calendar[],
): TargetPace | null {
  const from = lastDayOf(period)
  if (from === null) return null
  if (by <= from) return { kind: 'past', by }
  const calendar = calendars.find(each => covers(each, from, by))
  const workingDays = calendar ? workingDaysBetween(from, by, calendar) : null
  const months = wholeMonths(from, by)
  const each = (parts: number) => formatExact(ceiling(divide(parseExact(count), whole(parts))))
  return {
    kind: 'open',
    by,
    workingDays,
    perWorkingDay: workingDays === null || workingDays === 0 ? null : each(workingDays),
    months: months === 0 ? null : months,
    perMonth: months === 0 ? null : each(months),
    days: dayNumber(by) - dayNumber(from),
  }
}

/** Last day of a period, as ISO text; null when it is no period. */
export function lastDayOf(id: string): string | null {
  const period = parsePeriod(id)
  switch (period?.kind) {
    case 'date':
      return id
    case 'month':
      return endOfMonth(period.year, period.month)
    case 'quarter':
      return endOfMonth(period.year, String(Number(period.quarter) * 3).padStart(2, '0'))
    case 'year':
      return `${period.year}-12-31`
    default:
      return null
  }
}

/** The day before the first of the month after. */
function endOfMonth(year: string, month: string): string {
  const [nextYear, next] = month === '12' ? [Number(year) + 1, 1] : [Number(year), Number(month) + 1]
  const first = dayNumber(`${String(nextYear).padStart(4, '0')}-${String(next).padStart(2, '0')}-01`)
  return isoDay(first - 1)
}

function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** Months that pass whole between two days; the end of one month and the end of another are whole months apart. */
function wholeMonths(from: string, to: string): number {
  const [a, b] = [from, to].map(date => date.split('-').map(Number))
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = a ?? []
  const [toYear = 0, toMonth = 0, toDay = 0] = b ?? []
  const apart = (toYear - fromYear) * 12 + toMonth - fromMonth
  const isEnd = isoDay(dayNumber(to) + 1).endsWith('-01')
  return toDay >= fromDay || isEnd ? apart : apart - 1
}
