import type { Catalogue } from '../../model/catalogue.ts'
import { nextPeriod, suggestPeriod } from '../assessment/suggestPeriod.ts'

/** Periods a round can be of: those something was published for, newest first, after the one that comes next. */
export function roundPeriods(
  catalogue: Catalogue,
  ruleSetId: string,
  now: Date,
): readonly { readonly period: string; readonly isNext: boolean }[] {
  const today = localDay(now)
  const published = [
    ...new Set(catalogue.submissions.flatMap(entry => (entry.ruleSetId === ruleSetId ? [entry.period] : []))),
  ]
  const [latest] = published
  const next =
    latest === undefined
      ? suggestPeriod(catalogue, { ruleSetId, agencyId: null, drafted: [], today })
      : nextPeriod(latest, today)
  return [
    ...(next === null || published.includes(next) ? [] : [{ period: next, isNext: true }]),
    ...published.map(period => ({ period, isNext: false })),
  ]
}

/** ISO day on the clock of this machine. */
function localDay(at: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
