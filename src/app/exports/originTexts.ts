/** "a1b2 c3d4 e5f6": enough of a hash to be compared by eye. */
export function shownHash(sha256: string): string {
  return sha256.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ')
}

/** A moment as an ISO instant with the offset of Viet Nam, to the second. */
export function vietnamInstant(now: number): string {
  return `${new Date(now + 7 * 60 * 60 * 1000).toISOString().slice(0, 19)}+07:00`
}
