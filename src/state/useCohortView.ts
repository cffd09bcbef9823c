import { type QueryClient, queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { dataFileError, problemsOf, ruleSetQuery, submissionsQuery } from '../io/queries.ts'
import type { AgencyDirectory } from '../model/agency.ts'
import { membersOf } from '../model/agency.ts'
import type { Catalogue, SubmissionEntry } from '../model/catalogue.ts'
import type { CohortView } from '../model/cohort.ts'
import { looksBack } from '../model/criteria.ts'
import { parsePeriod, precedes } from '../model/period.ts'
import type { Problem } from '../model/problem.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import type { Stage, Submission } from '../model/submission.ts'
import { cohortEngine } from './cohortEngine.ts'

/** Which agencies, when, and at which stage; null: the last decided one of each. */
export type CohortKey = {
  readonly ruleSetId: string
  readonly period: string
  readonly stage: Stage | null
}

export type CohortState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problems: readonly Problem[]; readonly retry: () => void }
  /** Nothing was published for the rule set and period, or no two agencies that can be compared. */
  | { readonly status: 'empty' }
  | { readonly status: 'ready'; readonly ruleSet: RuleSet; readonly view: CohortView }

/** A comparison group and the ids of its members. */
type ComparedGroup = { readonly groupId: string; readonly agencyIds: readonly string[] }

/** Found once for a catalogue, a directory and a rule set: thousands of agencies are not sorted on every key. */
const found = new WeakMap<Catalogue, WeakMap<AgencyDirectory, Map<string, readonly ComparedGroup[]>>>()

/** Groups of which at least two agencies have files under the rule set, in the order of the directory. */
export function comparedGroups(
  catalogue: Catalogue,
  directory: AgencyDirectory,
  ruleSetId: string,
): readonly ComparedGroup[] {
  const ofCatalogue =
    found.get(catalogue) ?? new WeakMap<AgencyDirectory, Map<string, readonly ComparedGroup[]>>()
  found.set(catalogue, ofCatalogue)
  const known = ofCatalogue.get(directory) ?? new Map<string, readonly ComparedGroup[]>()
  ofCatalogue.set(directory, known)
  const groups = known.get(ruleSetId) ?? findGroups(catalogue, directory, ruleSetId)
  known.set(ruleSetId, groups)
  return groups
}

function findGroups(
  catalogue: Catalogue,
  directory: AgencyDirectory,
  ruleSetId: string,
): readonly ComparedGroup[] {
  const listed = new Set(
    catalogue.submissions.flatMap(entry => (entry.ruleSetId === ruleSetId ? [entry.agencyId] : [])),
  )
  return directory.groups.flatMap(group => {
    const agencyIds = membersOf(directory, group.id).map(agency => agency.id)
    const isCompared = group.use === 'comparison' && agencyIds.filter(id => listed.has(id)).length > 1
    return isCompared ? [{ groupId: group.id, agencyIds }] : []
  })
}

/** Periods of the same kind published for a rule set, latest first. */
export function cohortPeriods(catalogue: Catalogue, { ruleSetId, period }: CohortKey): readonly string[] {
  const kind = parsePeriod(period)?.kind
  const periods = catalogue.submissions.flatMap(entry =>
    entry.ruleSetId === ruleSetId && parsePeriod(entry.period)?.kind === kind ? [entry.period] : [],
  )
  return [...new Set(periods)].toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0))
}

/** Earlier periods of the same kind that any of the agencies has a file of, latest first. */
export function earlierPeriods(
  catalogue: Catalogue,
  agencyIds: readonly string[],
  { ruleSetId, period }: Pick<CohortKey, 'ruleSetId' | 'period'>,
): readonly string[] {
  const members = new Set(agencyIds)
  const own = catalogue.submissions.filter(entry => members.has(entry.agencyId))
  return cohortPeriods({ ...catalogue, submissions: own }, { ruleSetId, period, stage: null }).filter(
    each => each < period,
  )
}

/**
 * Scores every comparison group of a rule set in one period, in a worker; kept for as long as the page is
 * open, so that going back to a period answers at once.
 */
export function useCohortView(
  catalogue: Catalogue,
  directory: AgencyDirectory,
  key: CohortKey,
  enabled = true,
): CohortState {
  const ruleSetEntry = catalogue.ruleSets.find(entry => entry.id === key.ruleSetId)
  const ruleSet = useQuery({ ...ruleSetQuery(ruleSetEntry?.path ?? ''), enabled: enabled && !!ruleSetEntry })
  const isComparable = hasEntries(catalogue, directory, key)
  const name = nameOf(key)
  useEffect(() => {
    if (enabled) cohortEngine.answerFirst(name)
  }, [enabled, name])
  const view = useQuery({ ...cohortQuery(catalogue, directory, key), enabled: enabled && isComparable })
  if (!ruleSetEntry || !isComparable) return { status: 'empty' }
  const error = ruleSet.error ?? view.error
  if (error)
    return {
      status: 'failed',
      problems: problemsOf(error),
      retry: () => {
        void ruleSet.refetch()
        void view.refetch()
      },
    }
  if (!ruleSet.data || !view.data) return { status: 'loading' }
  return { status: 'ready', ruleSet: ruleSet.data, view: view.data }
}

/**
 * The same groups in other periods, each as soon as it is scored; periods that fail are left out, for the
 * period shown does not depend on them.
 */
export function useCohortHistory(
  catalogue: Catalogue,
  directory: AgencyDirectory,
  key: CohortKey,
  periods: readonly string[],
): ReadonlyMap<string, CohortView> {
  return useQueries({
    queries: periods.map(period => cohortQuery(catalogue, directory, { ...key, period })),
    combine: byPeriod,
  })
}

const nameOf = ({ ruleSetId, period, stage }: CohortKey) => `${ruleSetId} ${period} ${stage}`

/** Of its own, so that the map stays the same until another period is scored. */
const byPeriod = (results: readonly { readonly data: CohortView | undefined }[]) =>
  new Map(results.flatMap(({ data }) => (data ? [[data.period, data] as const] : [])))

function hasEntries(catalogue: Catalogue, directory: AgencyDirectory, key: CohortKey): boolean {
  const groups = comparedGroups(catalogue, directory, key.ruleSetId)
  return (
    groups.length > 0 &&
    entriesOf(catalogue, key).some(entry => groups.some(each => each.agencyIds.includes(entry.agencyId)))
  )
}

function entriesOf({ submissions }: Catalogue, { ruleSetId, period }: CohortKey) {
  return submissions.filter(entry => entry.ruleSetId === ruleSetId && entry.period === period)
}

/** Every group of a rule set in one period, scored in a worker and kept for as long as the page is open. */
export function cohortQuery(catalogue: Catalogue, directory: AgencyDirectory, key: CohortKey) {
  return queryOptions({
    queryKey: ['cohort', key.ruleSetId, key.period, key.stage],
    queryFn: ({ client }) => loadCohort(client, catalogue, directory, key),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

async function loadCohort(
  client: QueryClient,
  catalogue: Catalogue,
  directory: AgencyDirectory,
  key: CohortKey,
): Promise<CohortView> {
  const ruleSetEntry = catalogue.ruleSets.find(entry => entry.id === key.ruleSetId)
  if (!ruleSetEntry) throw new Error(`there is no rule set "${key.ruleSetId}"`)
  const ruleSet = await client.ensureQueryData(ruleSetQuery(ruleSetEntry.path))
  const entries = entriesOf(catalogue, key)
  const before = cohortPeriods(catalogue, key).find(period => precedes(period, key.period))
  const earlier =
    before !== undefined && looksBack(ruleSet) ? entriesOf(catalogue, { ...key, period: before }) : []
  const [loaded, previous] = await Promise.all([loadAll(client, entries), loadAll(client, earlier)])
  const answer = await cohortEngine.ask(nameOf(key), {
    ruleSet,
    ruleSetFile: ruleSetEntry.path,
    period: key.period,
    stage: key.stage,
    submissions: loaded.submissions,
    previous: previous.submissions.map(each => each.submission),
    groups: comparedGroups(catalogue, directory, key.ruleSetId),
    workloadMetricId: ruleSetEntry.workloadMetricId ?? null,
    scoredAt: new Date().toISOString(),
  })
  if (answer.kind === 'failed') throw new Error(answer.message)
  if (answer.kind === 'refused') throw dataFileError(answer.problems)
  return { ...answer.view, refused: [...loaded.refused, ...answer.view.refused] }
}

/** What the entries name; a file that cannot be read costs its own agencies only. */
async function loadAll(client: QueryClient, entries: readonly SubmissionEntry[]) {
  const paths = [...new Set(entries.map(entry => entry.path))]
  const files = new Map(
    await Promise.all(
      paths.map(async path => {
        const read = client.ensureQueryData(submissionsQuery(path)).then(
          submissions => ({ submissions, problems: [] }),
          (error: unknown) => ({ submissions: [], problems: problemsOf(error) }),
        )
        return [path, await read] as const
      }),
    ),
  )
  const found = entries.map(({ agencyId, path }) => {
    const { submissions = [], problems = [] } = files.get(path) ?? {}
    const submission: Submission | undefined = submissions.find(each => each.agencyId === agencyId)
    const isAbsent = submission === undefined && problems.length === 0
    return { agencyId, path, submission, problems: isAbsent ? [absentFrom(path, agencyId)] : problems }
  })
  return {
    submissions: found.flatMap(({ path, submission }) => (submission ? [{ file: path, submission }] : [])),
    refused: found.flatMap(({ agencyId, submission, problems }) =>
      submission ? [] : [{ agencyId, problems }],
    ),
  }
}

/** The index lists an agency in a file that does not hold it. */
export function absentFrom(file: string, agencyId: string): Problem {
  return {
    file,
    path: '',
    code: 'other-agency',
    severity: 'error',
    message: {
      vi: `danh mục ghi tệp này có đơn vị “${agencyId}”, tệp không có`,
      en: `the index says this file holds agency "${agencyId}", it does not`,
    },
  }
}
