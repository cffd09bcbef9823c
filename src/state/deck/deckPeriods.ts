import type { Catalogue, SubmissionEntry } from '../../model/catalogue.ts'
import { parsePeriod } from '../../model/period.ts'
import type { Selection } from '../useScoredView.ts'

/** Periods a slide has room for; each is a file to read. */
const mostPeriods = 6

/**
 * The latest periods of an agency under one rule set up to the selected one, the newest first.
 * @param more earlier ones than slides have room for
 */
export function periodsUpTo(
  catalogue: Catalogue,
  { ruleSetId, period, agencyId }: Pick<Selection, 'ruleSetId' | 'period' | 'agencyId'>,
  more = 0,
): readonly SubmissionEntry[] {
  const kind = parsePeriod(period)?.kind
  return catalogue.submissions
    .filter(
      entry =>
        entry.ruleSetId === ruleSetId &&
        entry.agencyId === agencyId &&
        entry.period <= period &&
        parsePeriod(entry.period)?.kind === kind,
    )
    .toSorted((a, b) => (a.period < b.period ? 1 : a.period > b.period ? -1 : 0))
    .slice(0, mostPeriods + more)
}
