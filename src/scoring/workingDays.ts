import type { Calendar } from '../model/ruleSet.ts'

const dayLength = 86_400_000

/** Days since 1970 of an ISO date. @throws when there is no such day */
export function dayNumber(isoDate: string): number {
  const time = Date.parse(`${isoDate}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== isoDate)
    throw new Error(`not a date: "${isoDate}"`)
  return time / dayLength
}

/** Whether a calendar says of every day from one date to another whether it was worked. */
export function covers(calendar: Calendar, from: string, to: string): boolean {
  return calendar.from <= from && to <= calendar.to
}

/**
 * Working days from one date (not counted) to another (counted); 0 when the second is not later.
 * Saturdays and Sundays are off unless listed as worked, holidays are off.
 */
export function workingDaysBetween(from: string, to: string, calendar: Calendar): number {
  const isWorked = workedDays(calendar)
  const last = dayNumber(to)
  let count = 0
  for (let day = dayNumber(from) + 1; day <= last; day += 1) if (isWorked(day)) count += 1
  return count
}

/** Tells of a day number whether it is worked. */
export function workedDays(calendar: Calendar): (day: number) => boolean {
  const off = new Set(calendar.holidays.map(holiday => dayNumber(holiday.date)))
  const worked = new Set(calendar.workedDays.map(dayNumber))
  return day => {
    // 1 January 1970 was a Thursday.
    const weekday = (((day + 4) % 7) + 7) % 7
    const isWeekend = weekday === 0 || weekday === 6
    return worked.has(day) || !(isWeekend || off.has(day))
  }
}
