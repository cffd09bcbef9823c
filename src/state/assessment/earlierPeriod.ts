import { type AgencyDirectory, membersOf } from '../../model/agency.ts'
import type { Catalogue, SubmissionEntry } from '../../model/catalogue.ts'
import type { Draft } from '../../model/draft.ts'
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

/**
 * Earlier drafts of an agency for a rule set, the latest period first, and of one period what was changed last;
 * days with days, years with years.
 */
export function draftsBefore(
  drafts: readonly Draft[],
  { ruleSetId, agencyId, period }: Subject,
): readonly Draft[] {
  const kind = parsePeriod(period)?.kind
  return drafts
    .filter(
      each =>
        each.ruleSet.id === ruleSetId &&
        each.agencyId === agencyId &&
        parsePeriod(each.period)?.kind === kind &&
        each.period < period,
    )
    .toSorted((a, b) => down(a.period, b.period) || down(a.updatedAt, b.updatedAt))
}

function down(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0
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
