import { parsePeriod } from '../../model/period.ts'

/** First and last day of a period, and until when what is written about it is still taken for its own. */
export type PeriodDays = { readonly from: string; readonly to: string; readonly grace: string }

/** Reports on a period come in the weeks after it; nobody states how many, so a month is allowed. */
const graceDays = 31

/**
 * The days of a period. What is told of a single day was counted since the year began.
 * @returns null where the period has no known form
 */
export function daysAround(id: string): PeriodDays | null {
  const period = parsePeriod(id)
  if (!period) return null
  const year = Number(period.year)
  switch (period.kind) {
    case 'year':
      return daysOf(`${period.year}-01-01`, dayBefore(year + 1, 0))
    case 'quarter': {
      const last = Number(period.quarter) * 3
      return daysOf(isoDay(Date.UTC(year, last - 3, 1)), dayBefore(year, last))
    }
    case 'month':
      return daysOf(`${id}-01`, dayBefore(year, Number(period.month)))
    case 'date':
      return daysOf(`${period.year}-01-01`, id)
  }
}

/** Hours the day begins earlier in the east of the world: what is dated today there must not be taken for tomorrow. */
const hoursAhead = 14

/** The latest day that may be called today at an instant. */
export function todayAt(instant: string): string {
  return isoDay(Date.parse(instant) + hoursAhead * 3_600_000)
}

/** The later of some days; null where there is none. */
export function lastDay(days: readonly (string | undefined)[]): string | null {
  return days.reduce<string | null>(
    (last, day) => (day !== undefined && (last === null || day > last) ? day : last),
    null,
  )
}

function daysOf(from: string, to: string): PeriodDays {
  return { from, to, grace: isoDay(Date.parse(`${to}T00:00:00Z`) + graceDays * 86_400_000) }
}

/** Day before the first of a month (0 is January). */
function dayBefore(year: number, month: number): string {
  return isoDay(Date.UTC(year, month, 0))
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
