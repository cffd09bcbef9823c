/** Whether one instant is after another; texts that are none are after nothing. */
export function isAfter(instant: string, other: string): boolean {
  return Date.parse(instant) > Date.parse(other)
}

const hanoiAhead = 7 * 3_600_000

/** Day of an instant in Việt Nam, which has one time all year; null where the text is no instant. */
export function dayInVietnam(instant: string): string | null {
  const time = Date.parse(instant)
  return Number.isNaN(time) ? null : new Date(time + hanoiAhead).toISOString().slice(0, 10)
}
