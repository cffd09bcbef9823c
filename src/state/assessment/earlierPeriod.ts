import { type AgencyDirectory, membersOf } from '../../model/agency.ts'
import type { Catalogue, SubmissionEntry } from '../../model/catalogue.ts'
import { parsePeriod } from '../../model/period.ts'

/** Whose figures of which period. */
type Subject = { readonly ruleSetId: string; readonly agencyId: string; readonly period: string }

/** The latest period before that was published for an agency and rule set; days with days, years with years. */
export function entryBefore({ submissions }: Catalogue, { ruleSetId, agencyId, period }: Subject) {
  const kind = parsePeriod(period)?.kind
  return submissions
    .filter(
      entry =>
        entry.ruleSetId === ruleSetId &&
        entry.agencyId === agencyId &&
        parsePeriod(entry.period)?.kind === kind &&
        entry.period < period,
    )
    .reduce<SubmissionEntry | undefined>(
      (latest, entry) => (latest && latest.period > entry.period ? latest : entry),
      undefined,
    )
}

/** Files that hold what agencies sent for a period. */
export function filesOf({ submissions }: Catalogue, { ruleSetId, period }: Omit<Subject, 'agencyId'>) {
  const entries = submissions.filter(entry => entry.ruleSetId === ruleSetId && entry.period === period)
  return [...new Set(entries.map(entry => entry.path))]
}

/** Agencies compared with one, without itself; none where it stands in no group. */
export function peersOf(directory: AgencyDirectory, agencyId: string): ReadonlySet<string> {
  const groups = directory.groups
    .filter(group => group.use === 'comparison')
    .map(group => membersOf(directory, group.id).map(agency => agency.id))
    .filter(ids => ids.includes(agencyId))
  return new Set(groups.flat().filter(id => id !== agencyId))
}
