const offset = 7 * 3_600_000

/** "17:00 28/11/2026" in Asia/Ho_Chi_Minh, wherever the page is opened; what is no instant stands as it is. */
export function vietnamTime(instant: string): string {
  const time = Date.parse(instant)
  if (Number.isNaN(time)) return instant
  const [day = '', clock = ''] = new Date(time + offset).toISOString().split('T')
  return `${clock.slice(0, 5)} ${day.split('-').reverse().join('/')}`
}

/** Days between two instants on the calendar of Viet Nam: 0 on the same day. */
export function daysUntil(instant: string, now: number): number {
  const day = (time: number) => Math.floor((time + offset) / 86_400_000)
  return day(Date.parse(instant)) - day(now)
}
