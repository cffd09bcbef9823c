/** Viet Nam keeps one offset all year round. */
const offset = '+07:00'
const offsetMs = 7 * 60 * 60 * 1000

/** Day and time of an ISO instant in Asia/Ho_Chi_Minh; null where it is none. */
export function localTime(iso: string): { readonly day: string; readonly time: string } | null {
  const at = Date.parse(iso)
  if (Number.isNaN(at)) return null
  const local = new Date(at + offsetMs)
  // Years outside four digits have no ISO day of their own.
  if (Number.isNaN(local.getTime())) return null
  const text = local.toISOString()
  return /^\d{4}-/.test(text) ? { day: text.slice(0, 10), time: text.slice(11, 16) } : null
}

/** "21/11/2026 19:05" in Asia/Ho_Chi_Minh; what is no instant stands as it is. */
export function instantText(iso: string): string {
  const local = localTime(iso)
  return local === null ? iso : `${dayText(local.day)} ${local.time}`
}

/** "21/11/2026 19:05:42", where the order of lines matters. */
export function exactInstantText(iso: string): string {
  const local = localTime(iso)
  if (local === null) return iso
  return `${dayText(local.day)} ${new Date(Date.parse(iso) + offsetMs).toISOString().slice(11, 19)}`
}

function dayText(isoDay: string): string {
  return isoDay.split('-').reverse().join('/')
}

/**
 * An instant as typed: "25/11/2026" and "17:00" are "2026-11-25T17:00:00+07:00"; null where either is none.
 * Hours and days may have one digit ("5/3/2026", "9:30", "9h30").
 */
export function readInstant(day: string, time: string): string | null {
  const date = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(day)
  const clock = /^\s*(\d{1,2})\s*(?:[:h.]|giờ)\s*(\d{1,2})?\s*$/i.exec(time)
  if (!date || !clock) return null
  const two = (digits = '0') => digits.padStart(2, '0')
  const [, dd, mm, yyyy] = date
  const iso = `${yyyy}-${two(mm)}-${two(dd)}`
  const [hour, minute] = [Number(clock[1]), Number(clock[2] ?? '0')]
  if (hour > 23 || minute > 59) return null
  const at = new Date(`${iso}T00:00:00Z`)
  // 31/02 would silently become another day.
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso) return null
  return `${iso}T${two(clock[1])}:${two(clock[2])}:00${offset}`
}

/** What the fields of an instant hold: "25/11/2026" and "17:00". */
export function instantFields(iso: string | null): { readonly day: string; readonly time: string } {
  const local = iso === null ? null : localTime(iso)
  return local === null ? { day: '', time: '' } : { day: dayText(local.day), time: local.time }
}

/** Days between two instants on the calendar of Viet Nam: 0 on the same day. */
export function daysUntil(instant: string, now: number): number {
  const day = (time: number) => Math.floor((time + offsetMs) / 86_400_000)
  return day(Date.parse(instant)) - day(now)
}
