import type { Catalogue } from '../../model/catalogue.ts'
import { type Period, parsePeriod } from '../../model/period.ts'

export type PeriodKind = Period['kind']

/** Kind of the periods a rule set is published for, the latest period's; null where nothing is published. */
export function periodKindOf(catalogue: Catalogue, ruleSetId: string): PeriodKind | null {
  const [latest] = periodsOf(catalogue, ruleSetId)
  return (latest !== undefined && parsePeriod(latest)?.kind) || null
}

/**
 * The period to fill in next: the first after the last published for the agency, or for anybody, that has no
 * draft yet; for single days, which follow no steps, today; where nothing is published the month that is over.
 * @param drafted periods the agency has drafts of
 * @param today ISO day
 */
export function suggestPeriod(
  catalogue: Catalogue,
  {
    ruleSetId,
    agencyId,
    drafted,
    today,
  }: { ruleSetId: string; agencyId: string | null; drafted: readonly string[]; today: string },
): string {
  const own = agencyId === null ? [] : periodsOf(catalogue, ruleSetId, agencyId)
  const [latest] = own.length > 0 ? own : periodsOf(catalogue, ruleSetId)
  const first = (latest !== undefined && nextPeriod(latest, today)) || lastMonth(today)
  // At most every draft stands in the way once.
  return drafted.reduce(next => (drafted.includes(next) ? (nextPeriod(next, today) ?? next) : next), first)
}

/** The year, quarter or month after one; of a day: today. null where it is none of these. */
export function nextPeriod(period: string, today: string): string | null {
  const read = parsePeriod(period)
  switch (read?.kind) {
    case 'year':
      return writtenYear(Number(read.year) + 1)
    case 'quarter':
      return read.quarter === '4'
        ? `${writtenYear(Number(read.year) + 1)}-Q1`
        : `${read.year}-Q${Number(read.quarter) + 1}`
    case 'month':
      return read.month === '12'
        ? `${writtenYear(Number(read.year) + 1)}-01`
        : `${read.year}-${String(Number(read.month) + 1).padStart(2, '0')}`
    case 'date':
      return today
    default:
      return null
  }
}

/** The same day seen as a period of another kind. */
export function periodAt(kind: PeriodKind, day: string): string {
  const [year = '', month = ''] = day.split('-')
  switch (kind) {
    case 'year':
      return year
    case 'quarter':
      return `${year}-Q${Math.ceil(Number(month) / 3)}`
    case 'month':
      return `${year}-${month}`
    case 'date':
      return day
  }
}

function periodsOf({ submissions }: Catalogue, ruleSetId: string, agencyId?: string): readonly string[] {
  // The catalogue has the newest first.
  return submissions
    .filter(entry => entry.ruleSetId === ruleSetId && (agencyId === undefined || entry.agencyId === agencyId))
    .map(entry => entry.period)
}

function lastMonth(today: string): string {
  const [year = '', month = ''] = today.split('-')
  return month === '01'
    ? `${writtenYear(Number(year) - 1)}-12`
    : `${year}-${String(Number(month) - 1).padStart(2, '0')}`
}

const writtenYear = (year: number) => String(year).padStart(4, '0')
