import type { CalendarLine } from '../../state/tasks/tasksView.ts'

/** The same day of another year; 29 February becomes the 28th. */
export function sameDayIn(isoDay: string, year: number): string {
  const monthDay = isoDay.slice(5)
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return `${year}-${monthDay === '02-29' && !isLeap ? '02-28' : monthDay}`
}

/** Lines of a year under the months that have any. */
export function monthsOf(lines: readonly CalendarLine[]) {
  const months = [...new Set(lines.map(({ day }) => Number(day.slice(5, 7))))]
  return months.map(month => ({ month, lines: lines.filter(({ day }) => Number(day.slice(5, 7)) === month) }))
}
