export type Period =
  | { readonly kind: 'year'; readonly year: string }
  | { readonly kind: 'quarter'; readonly year: string; readonly quarter: string }
  | { readonly kind: 'month'; readonly year: string; readonly month: string }
  | { readonly kind: 'date'; readonly year: string; readonly month: string; readonly day: string }

/** Whole text of a valid period id. */
export const periodPattern = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?))?$/

/** Reads a period id ("2022", "2026-Q3", "2026-10", "2026-10-10"); null when it is none of these. */
export function parsePeriod(text: string): Period | null {
  const match = periodPattern.exec(text)
  if (!match) return null
  const [, year = '', quarter, month, day] = match
  if (quarter !== undefined) return { kind: 'quarter', year, quarter }
  if (month === undefined) return { kind: 'year', year }
  return day === undefined ? { kind: 'month', year, month } : { kind: 'date', year, month, day }
}

/**
 * Whether a period is the one before another: the year, quarter or month before it; among single days,
 * which nobody published at fixed steps, any earlier one.
 */
export function precedes(earlier: string, later: string): boolean {
  const [a, b] = [parsePeriod(earlier), parsePeriod(later)]
  if (!a || !b || a.kind !== b.kind) return false
  if (a.kind === 'date' || b.kind === 'date') return earlier < later
  return ordinal(b) - ordinal(a) === 1
}

function ordinal(period: Exclude<Period, { kind: 'date' }>): number {
  const year = Number(period.year)
  if (period.kind === 'quarter') return year * 4 + Number(period.quarter)
  return period.kind === 'month' ? year * 12 + Number(period.month) : year
}

/** An ISO day as it is written in Vietnam: "05/03/2026". */
export function writtenDay(isoDay: string): string {
  return isoDay.split('-').toReversed().join('/')
}
