import type { Catalogue, SubmissionEntry } from '../../model/catalogue.ts'
import { sentNothing } from '../../model/stages.ts'
import type { Submission } from '../../model/submission.ts'
import { entryBefore } from '../assessment/earlierPeriod.ts'
import type { OpenRound } from './openRound.ts'

type OfRound = Pick<OpenRound, 'round' | 'ruleSet'>

/** What this page publishes of the agencies of a round for their period before, one entry an agency. */
export function entriesBefore({ round, ruleSet }: OfRound, catalogue: Catalogue): readonly SubmissionEntry[] {
  const byAgency = new Map<string, SubmissionEntry[]>()
  for (const entry of catalogue.submissions) {
    if (entry.ruleSetId !== ruleSet.id) continue
    const own = byAgency.get(entry.agencyId)
    if (own) own.push(entry)
    else byAgency.set(entry.agencyId, [entry])
  }
  return round.groups
    .flatMap(group => group.agencyIds)
    .flatMap(agencyId => {
      const submissions = byAgency.get(agencyId) ?? []
      const subject = { ruleSetId: ruleSet.id, agencyId, period: round.period }
      return entryBefore({ ...catalogue, submissions }, subject) ?? []
    })
}

/** Files that hold the entries. */
export function pathsOf(entries: readonly SubmissionEntry[]): readonly string[] {
  return [...new Set(entries.map(({ path }) => path))]
}

/** Figures of the entries out of their files, by agency; of other rules, or of agencies that sent none, nothing. */
export function submissionsBefore(
  files: readonly (readonly Submission[])[],
  entries: readonly SubmissionEntry[],
  { ruleSet }: Pick<OfRound, 'ruleSet'>,
): ReadonlyMap<string, Submission> {
  const wanted = new Map(entries.map(each => [each.agencyId, each.period]))
  return new Map(
    files
      .flat()
      .filter(
        each =>
          wanted.get(each.agencyId) === each.period &&
          each.ruleSetId === ruleSet.id &&
          each.ruleSetVersion === ruleSet.version &&
          !sentNothing(each),
      )
      .map(each => [each.agencyId, each]),
  )
}
