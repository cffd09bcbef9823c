import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import {
  agenciesQuery,
  catalogueQuery,
  documentsQuery,
  planQuery,
  problemsOf,
  ruleSetQuery,
  submissionsQuery,
} from '../io/queries.ts'
import type { Agency } from '../model/agency.ts'
import type { Catalogue, SubmissionEntry } from '../model/catalogue.ts'
import { looksBack } from '../model/criteria.ts'
import { parsePeriod } from '../model/period.ts'
import type { Problem } from '../model/problem.ts'
import type { SourceDocument } from '../model/provenance.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import type { Change, ScoreSheet } from '../model/scoreSheet.ts'
import type { Stage, Submission } from '../model/submission.ts'
import type { ScoredPlan, ViewParts } from './scoreView.ts'

/** What the address asks to see. */
export type Selection = {
  readonly ruleSetId: string
  readonly period: string
  readonly agencyId: string
  /** Stage to read the submission at; absent: the last decided one. */
  readonly stage?: Stage | undefined
}

/** Everything a screen needs to draw one agency in one period. */
export type ScoredView = {
  readonly ruleSet: RuleSet
  /** As it stood at the stage asked for. */
  readonly submission: Submission
  /** Stages the submission can be read at, earliest first. */
  readonly stages: readonly Stage[]
  readonly sheet: ScoreSheet
  /** Since the previous period published for the same agency and rule set. */
  readonly change: Change | null
  readonly plan: ScoredPlan | null
  /** What is told beside the sheet; a sheet drawn on its own has none. */
  readonly parts?: ViewParts | undefined
  readonly agency: Agency | null
  readonly documents: readonly SourceDocument[]
}

export type ViewState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problems: readonly Problem[]; readonly retry: () => void }
  /** Nothing was published for the selection. */
  | { readonly status: 'empty' }
  | { readonly status: 'ready'; readonly view: ScoredView }

const none: readonly never[] = []

/**
 * Loads, checks and scores what the selection names. Screens draw the result and compute nothing.
 * The sheet is dated with the moment its submission was loaded.
 */
export function useScoredView(catalogue: Catalogue, selection: Selection): ViewState {
  const ruleSetEntry = catalogue.ruleSets.find(entry => entry.id === selection.ruleSetId)
  const submissionEntry = catalogue.submissions.find(
    entry =>
      entry.ruleSetId === selection.ruleSetId &&
      entry.period === selection.period &&
      entry.agencyId === selection.agencyId,
  )
  const planEntry = catalogue.plans.find(
    entry => entry.ruleSetId === selection.ruleSetId && entry.agencyId === selection.agencyId,
  )

  const ruleSet = useQuery({ ...ruleSetQuery(ruleSetEntry?.path ?? ''), enabled: ruleSetEntry !== undefined })
  const submission = useSubmission(submissionEntry)
  const previousEntry = entryBefore(catalogue, selection)
  // The change is a side fact: a broken earlier file must not hide this period's result.
  const previous = useSubmission(previousEntry)
  // Growth makes the earlier score depend on a period earlier still.
  const needsEarlier = ruleSet.data !== undefined && looksBack(ruleSet.data)
  const earlierEntry = previousEntry && needsEarlier ? entryBefore(catalogue, previousEntry) : undefined
  const earlier = useSubmission(earlierEntry)
  const plan = useQuery({ ...planQuery(planEntry?.path ?? ''), enabled: planEntry !== undefined })
  const [agencies, documents] = useQueries({
    queries: [agenciesQuery(catalogue.agencies), documentsQuery(catalogue.documents)],
  })

  // Not a file more: that the rules were other ones is known from the catalogue.
  const replaced = ruleSet.data?.supersedes
  const replacedPeriod =
    previousEntry === undefined && replaced !== undefined
      ? (entryBefore(catalogue, { ...selection, ruleSetId: replaced })?.period ?? null)
      : null

  // The engine is a good part of the scripts; it comes while the files do.
  const engine = useQuery({
    queryKey: ['engine'],
    queryFn: () => import('./scoreView.ts'),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

  const scored = useMemo(() => {
    if (!engine.data || !ruleSet.data || !submission.data || !ruleSetEntry || !submissionEntry) return null
    if (planEntry && !plan.data) return null
    return engine.data.scoreView({
      ruleSet: { value: ruleSet.data, entry: ruleSetEntry },
      submission: { value: submission.data, entry: submissionEntry },
      previous: previous.data && previousEntry ? { value: previous.data, entry: previousEntry } : null,
      earlier: earlier.data && earlierEntry ? { value: earlier.data, entry: earlierEntry } : null,
      plan: plan.data && planEntry ? { value: plan.data, entry: planEntry } : null,
      replacedPeriod,
      stage: selection.stage ?? null,
      loadedAt: new Date(submission.dataUpdatedAt).toISOString(),
    })
  }, [
    engine.data,
    ruleSet.data,
    submission.data,
    submission.dataUpdatedAt,
    previous.data,
    earlier.data,
    plan.data,
    previousEntry,
    earlierEntry,
    ruleSetEntry,
    submissionEntry,
    planEntry,
    replacedPeriod,
    selection.stage,
  ])

  // One view as long as nothing in it changed, so that what rests on it is not worked out again.
  const view = useMemo(
    () =>
      scored && !('problems' in scored) && agencies.data && documents.data
        ? {
            ...scored,
            agency: agencies.data.agencies.find(agency => agency.id === selection.agencyId) ?? null,
            documents: documents.data,
          }
        : null,
    [scored, agencies.data, documents.data, selection.agencyId],
  )

  if (!ruleSetEntry || !submissionEntry) return { status: 'empty' }
  const queries = [engine, ruleSet, submission, plan, agencies, documents]
  const failed = queries.filter(query => query.error !== null)
  // A file the linter refused was fetched without error, so everything that was fetched is fetched again.
  const retry = () => {
    for (const query of queries) if (query.fetchStatus === 'idle' && !query.isPending) void query.refetch()
  }
  if (failed.length > 0)
    return { status: 'failed', problems: failed.flatMap(query => problemsOf(query.error)), retry }
  const waitsForPrevious =
    (previousEntry !== undefined && previous.isPending) || (earlierEntry !== undefined && earlier.isPending)
  if (scored && 'problems' in scored && agencies.data && documents.data && !waitsForPrevious)
    return { status: 'failed', problems: scored.problems, retry }
  return view && !waitsForPrevious ? { status: 'ready', view } : { status: 'loading' }
}

/** What was published for the same agency and rule set in the latest period before; days with days, years with years. */
function entryBefore(
  { submissions }: Catalogue,
  { ruleSetId, agencyId, period }: Selection,
): SubmissionEntry | undefined {
  return submissions
    .filter(
      entry =>
        entry.ruleSetId === ruleSetId &&
        entry.agencyId === agencyId &&
        parsePeriod(entry.period)?.kind === parsePeriod(period)?.kind &&
        entry.period < period,
    )
    .reduce<SubmissionEntry | undefined>(
      (latest, entry) => (latest && latest.period > entry.period ? latest : entry),
      undefined,
    )
}

/** The submission an entry names; of a file that does not hold it the first, whose fault is then said. */
function useSubmission(entry: SubmissionEntry | undefined) {
  const { data, ...query } = useQuery({
    ...submissionsQuery(entry?.path ?? ''),
    enabled: entry !== undefined,
  })
  return { ...query, data: data?.find(each => each.agencyId === entry?.agencyId) ?? data?.[0] }
}

/** The list of what is published, with its agencies; `failed` names the file. */
export function useCatalogue() {
  const catalogue = useQuery(catalogueQuery())
  const agencies = useQuery({
    ...agenciesQuery(catalogue.data?.agencies ?? ''),
    enabled: catalogue.data !== undefined,
  })
  return {
    catalogue: catalogue.data ?? null,
    agencies: agencies.data?.agencies ?? none,
    directory: agencies.data ?? null,
    problems: catalogue.error === null ? none : problemsOf(catalogue.error),
    directoryProblems: agencies.error === null ? none : problemsOf(agencies.error),
    retry: () => void (catalogue.error === null ? agencies.refetch() : catalogue.refetch()),
  }
}

/** The registry of cited documents; null until it is loaded. */
export function useDocuments(catalogue: Catalogue) {
  const documents = useQuery(documentsQuery(catalogue.documents))
  return {
    documents: documents.data ?? null,
    problems: documents.error === null ? none : problemsOf(documents.error),
    retry: () => void documents.refetch(),
  }
}
