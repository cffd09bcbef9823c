import { isRealDay } from '../../io/fields.ts'
import { parsePeriod } from '../../model/period.ts'

/** Whether a day of the year ("02-29") comes in some year. */
export function isRealMonthDay(monthDay: string): boolean {
  return isRealDay(`2024-${monthDay}`)
}

/** Last day of the month a day lies in. */
export function monthEnd(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** First and last day of the quarter a day lies in. */
export function quarterOf(day: string): { readonly from: string; readonly to: string } {
  const last = Math.ceil(Number(day.slice(5, 7)) / 3) * 3
  const year = day.slice(0, 4)
  const two = (month: number) => String(month).padStart(2, '0')
  return { from: `${year}-${two(last - 2)}-01`, to: monthEnd(`${year}-${two(last)}-01`) }
}

/** First and last day of a period id; null for a day the calendar does not have. */
export function daysOfPeriod(text: string): { readonly from: string; readonly to: string } | null {
  const period = parsePeriod(text)
  switch (period?.kind) {
    case 'year':
      return { from: `${text}-01-01`, to: `${text}-12-31` }
    case 'quarter':
      return quarterOf(`${period.year}-${String(Number(period.quarter) * 3).padStart(2, '0')}-01`)
    case 'month':
      return { from: `${text}-01`, to: monthEnd(`${text}-01`) }
    case 'date':
      return isRealDay(text) ? { from: text, to: text } : null
    default:
      return null
  }
}
