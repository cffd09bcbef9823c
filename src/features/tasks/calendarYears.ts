/** The same day of another year; 29 February becomes the 28th. */
export function sameDayIn(isoDay: string, year: number): string {
  const monthDay = isoDay.slice(5)
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return `${year}-${monthDay === '02-29' && !isLeap ? '02-28' : monthDay}`
}
