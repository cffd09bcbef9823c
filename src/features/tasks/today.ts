const vietnam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })

/** ISO day in Vietnam by the clock of this machine. */
export function todayInVietnam(now: Date): string {
  return vietnam.format(now)
}

/** Whether a day exists; an address may name 31 February. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().slice(0, 10) === text
  )
}
