import type { QueryClient } from '@tanstack/react-query'
import { planQuery, ruleSetQuery, submissionsQuery } from '../../io/queries.ts'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue, SubmissionEntry } from '../../model/catalogue.ts'
import { looksBack } from '../../model/criteria.ts'
import { precedes } from '../../model/period.ts'
import type { Submission } from '../../model/submission.ts'
import { type DataPart, ruleSetPart, submissionPart } from '../exports/dataHash.ts'
import { nameParts } from '../exports/nameParts.ts'
import { comparedGroups, earlierPeriods } from '../useCohortView.ts'
import type { Selection } from '../useScoredView.ts'
import { periodsUpTo } from './deckPeriods.ts'

/** Files a deck is made of. */
export type DeckFiles = {
  /** Of the period: the subject, and every agency it may be compared with. */
  readonly submissions: readonly Submission[]
  /** Of the period right before, where rules compare with it. */
  readonly earlier: readonly Submission[]
  /** Everything the slides rest on but the lines of ledgers, which change while the page is open. */
  readonly parts: readonly DataPart[]
}

/**
 * Gathers what a deck of a selection rests on. The one place that decides it: slides that were frozen and those of the
 * page as it stands have the same hash as long as nothing of it differs. Files that cannot be read are left out.
 */
export async function deckFiles(
  client: QueryClient,
  catalogue: Catalogue,
  directory: AgencyDirectory,
  selection: Selection,
): Promise<DeckFiles> {
  const { ruleSetId, period, agencyId, stage } = selection
  const entry = catalogue.ruleSets.find(each => each.id === ruleSetId)
  const ruleSet = entry ? await client.ensureQueryData(ruleSetQuery(entry.path)) : null
  const members = new Set([
    agencyId,
    ...comparedGroups(catalogue, directory, ruleSetId).flatMap(group => group.agencyIds),
  ])
  const own = catalogue.submissions.filter(each => each.ruleSetId === ruleSetId && members.has(each.agencyId))
  const before =
    ruleSet && looksBack(ruleSet)
      ? earlierPeriods(catalogue, [...members], { ruleSetId, period }).find(each => precedes(each, period))
      : undefined
  const at = (wanted: string | undefined) =>
    loadAll(
      client,
      own.filter(each => each.period === wanted),
    )
  const [submissions, earlier, through, plans, names] = await Promise.all([
    at(period),
    at(before),
    // The first period of the trend may be measured against the one before it.
    loadAll(client, periodsUpTo(catalogue, selection, 1)),
    Promise.all(catalogue.plans.map(each => client.ensureQueryData(planQuery(each.path)).catch(() => null))),
    nameParts(client, catalogue, directory),
  ])
  return {
    submissions,
    earlier,
    parts: [
      ...(ruleSet ? [ruleSetPart(ruleSet)] : []),
      ...[...submissions, ...earlier, ...through].map(each => submissionPart(each, stage ?? null)),
      ...plans.flatMap(each => (each ? [{ name: `plan ${each.id}`, value: each }] : [])),
      ...names,
    ],
  }
}

/** Files that cannot be read cost their own agencies only. */
async function loadAll(
  client: QueryClient,
  entries: readonly SubmissionEntry[],
): Promise<readonly Submission[]> {
  const wanted = new Set(entries.map(entry => `${entry.path} ${entry.agencyId}`))
  const paths = [...new Set(entries.map(entry => entry.path))]
  const files = await Promise.all(
    paths.map(async path => {
      const read = await client.ensureQueryData(submissionsQuery(path)).catch((): readonly Submission[] => [])
      return read.filter(submission => wanted.has(`${path} ${submission.agencyId}`))
    }),
  )
  return files.flat()
}
