import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { dataFileError, problemsOf, submissionsQuery } from '../io/queries.ts'
import type { AgencyDirectory } from '../model/agency.ts'
import type { Contribution } from '../model/attribution.ts'
import type { Catalogue, SubmissionEntry } from '../model/catalogue.ts'
import type { CohortGroup, CohortView } from '../model/cohort.ts'
import { looksBack } from '../model/criteria.ts'
import { parsePeriod, precedes } from '../model/period.ts'
import type { Problem } from '../model/problem.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import type { Submission } from '../model/submission.ts'
import { contributionEngine } from './contributionEngine.ts'
import { absentFrom } from './useCohortView.ts'

export type ContributionState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problems: readonly Problem[]; readonly retry: () => void }
  /** The agencies of the group have no one agency above them. */
  | { readonly status: 'noParent' }
  | { readonly status: 'ready'; readonly contribution: Contribution }

/** The one agency above all members of a group; null when there is none or they differ. */
export function parentOf({ agencies }: AgencyDirectory, group: CohortGroup): string | null {
  const members = new Set([...group.rows.map(row => row.agencyId), ...group.notSubmitted, ...group.notLoaded])
  const parents = new Set(
    agencies.flatMap(agency => (members.has(agency.id) ? [agency.parentId ?? null] : [])),
  )
  const [parent] = parents
  return parents.size === 1 && parent != null ? parent : null
}

type Key = {
  readonly catalogue: Catalogue
  readonly directory: AgencyDirectory
  readonly ruleSet: RuleSet
  readonly view: CohortView
  readonly parentId: string
}

/**
 * Asks what the agencies below the parent of a group cost it: all of them, of whatever group, for the
 * parent's figures are made of all. Kept for as long as the page is open.
 */
export function useContribution(
  catalogue: Catalogue,
  directory: AgencyDirectory,
  ruleSet: RuleSet,
  view: CohortView,
  group: CohortGroup,
): ContributionState {
  const parentId = parentOf(directory, group)
  const query = useQuery({
    ...contributionQuery({ catalogue, directory, ruleSet, view, parentId: parentId ?? '' }),
    enabled: parentId !== null,
  })
  if (parentId === null) return { status: 'noParent' }
  if (query.error)
    return { status: 'failed', problems: problemsOf(query.error), retry: () => void query.refetch() }
  return query.data ? { status: 'ready', contribution: query.data } : { status: 'loading' }
}

/** What the agencies below one cost it, split in a worker and kept for as long as the page is open. */
export function contributionQuery(key: Key) {
  const { ruleSetId, period, stage } = key.view
  return queryOptions({
    queryKey: ['contribution', ruleSetId, period, stage, key.parentId],
    queryFn: ({ client }) => load(client, key),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

async function load(
  client: QueryClient,
  { catalogue, directory, ruleSet, view, parentId }: Key,
): Promise<Contribution> {
  const entries = catalogue.submissions.filter(entry => entry.ruleSetId === view.ruleSetId)
  const now = entries.filter(entry => entry.period === view.period)
  const below = new Set(
    directory.agencies.flatMap(agency => (agency.parentId === parentId ? [agency.id] : [])),
  )
  const refused = new Set(view.refused.map(each => each.agencyId))
  const wholeEntry = now.find(entry => entry.agencyId === parentId)
  const previousEntry = entries.find(
    entry =>
      entry.agencyId === parentId &&
      looksBack(ruleSet) &&
      parsePeriod(entry.period) !== null &&
      precedes(entry.period, view.period),
  )
  const [whole, previous, parts] = await Promise.all([
    wholeEntry ? loadWhole(client, wholeEntry) : null,
    previousEntry ? loadOne(client, previousEntry).catch(() => null) : null,
    loadParts(
      client,
      now.filter(entry => below.has(entry.agencyId) && !refused.has(entry.agencyId)),
    ),
  ])
  const answer = await contributionEngine.ask(`${view.ruleSetId} ${view.period}`, {
    ruleSet,
    stage: view.stage,
    parentId,
    whole,
    wholeFile: wholeEntry?.path ?? '',
    period: view.period,
    previous,
    parts,
    scoredAt: new Date().toISOString(),
  })
  if (answer.kind === 'failed') throw new Error(answer.message)
  if (answer.kind === 'refused') throw dataFileError(answer.problems)
  return answer.contribution
}

/** Sums must not quietly take the place of a file that is listed and does not hold what the index says. */
async function loadWhole(client: QueryClient, entry: SubmissionEntry): Promise<Submission> {
  const submission = await loadOne(client, entry)
  if (!submission) throw dataFileError([absentFrom(entry.path, entry.agencyId)])
  return submission
}

async function loadOne(client: QueryClient, { agencyId, path }: SubmissionEntry): Promise<Submission | null> {
  const submissions = await client.ensureQueryData(submissionsQuery(path))
  return submissions.find(each => each.agencyId === agencyId) ?? null
}

/** Files that cannot be read were refused, and said so, when the agencies were compared. */
async function loadParts(
  client: QueryClient,
  entries: readonly SubmissionEntry[],
): Promise<readonly Submission[]> {
  const found = await Promise.all(entries.map(entry => loadOne(client, entry).catch(() => null)))
  return found.flatMap(submission => submission ?? [])
}
