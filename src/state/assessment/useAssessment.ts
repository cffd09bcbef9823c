import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { documentsQuery, problemsOf, ruleSetQuery, submissionsQuery } from '../../io/queries.ts'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { RuleSetMark } from '../../model/draft.ts'
import type { Problem } from '../../model/problem.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { sentNothing } from '../../model/stages.ts'
import type { Submission } from '../../model/submission.ts'
import type { Assessment } from './assessment.ts'
import { filesOf, peersOf } from './earlierPeriod.ts'
import type { OpenDraft } from './openDraft.ts'
import { useBefore } from './useBefore.ts'

export type AssessmentState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problems: readonly Problem[]; readonly retry: () => void }
  /** What the draft answers is not published here to the letter; `other` is what is, if anything. */
  | {
      readonly status: 'noRuleSet'
      readonly wanted: RuleSetMark
      readonly other: { readonly mark: RuleSetMark; readonly ruleSet: RuleSet } | null
    }
  | { readonly status: 'ready'; readonly assessment: Assessment }

const none: readonly never[] = []

/**
 * Loads what a draft is assessed with, and assesses each revision of it. What stands beside it (the period
 * before, the other agencies) is left out where it cannot be loaded; of the period before that is said.
 */
export function useAssessment(
  { draft }: Pick<OpenDraft, 'draft'>,
  catalogue: Catalogue,
  directory: AgencyDirectory,
): AssessmentState {
  const { agencyId, period } = draft
  const ruleSetEntry = catalogue.ruleSets.find(entry => entry.id === draft.ruleSet.id)
  const ruleSet = useQuery({ ...ruleSetQuery(ruleSetEntry?.path ?? ''), enabled: ruleSetEntry !== undefined })
  const documents = useQuery(documentsQuery(catalogue.documents))
  // The engine is a good part of the scripts; it comes while the files do.
  const engine = useQuery({
    queryKey: ['engine', 'assess'],
    queryFn: () => import('./assess.ts'),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const before = useBefore(catalogue, ruleSet.data, engine.data, draft)
  const peers = usePeers(catalogue, directory, draft.ruleSet.id, { agencyId, period })
  const agency = useMemo(
    () => directory.agencies.find(each => each.id === agencyId) ?? null,
    [directory, agencyId],
  )
  const superior = useMemo(
    () => directory.agencies.find(each => each.id === agency?.parentId) ?? null,
    [directory, agency],
  )

  const mark = useMemo(
    () => (engine.data && ruleSet.data ? engine.data.ruleSetMark(ruleSet.data) : null),
    [engine.data, ruleSet.data],
  )
  const refused = useMemo(
    () =>
      engine.data && ruleSet.data && ruleSetEntry
        ? engine.data.ruleSetErrors(ruleSet.data, ruleSetEntry.path)
        : none,
    [engine.data, ruleSet.data, ruleSetEntry],
  )
  const isOther =
    mark !== null && (mark.version !== draft.ruleSet.version || mark.sha256 !== draft.ruleSet.sha256)
  // Keeps what the last revision came to, so that the next one only works out what changed.
  const assess = useMemo(() => engine.data?.createAssessor() ?? null, [engine.data])
  const assessment = useMemo(
    () =>
      assess &&
      ruleSet.data &&
      documents.data &&
      mark &&
      !before.isPending &&
      !isOther &&
      refused.length === 0
        ? {
            ...assess({
              draft,
              ruleSet: ruleSet.data,
              ruleSetSha256: mark.sha256,
              agency,
              documents: documents.data,
              previous: before.previous,
              previousFailed: before.failed?.period,
              peers,
            }),
            superior,
            ...(before.failed && { previousFailed: { retry: before.failed.retry } }),
          }
        : null,
    [assess, draft, ruleSet.data, mark, agency, superior, documents.data, before, peers, isOther, refused],
  )

  if (!ruleSetEntry) return { status: 'noRuleSet', wanted: draft.ruleSet, other: null }
  const queries = [engine, ruleSet, documents]
  const errors = queries.flatMap(query => (query.error === null ? [] : problemsOf(query.error)))
  if (errors.length > 0 || refused.length > 0)
    return {
      status: 'failed',
      problems: errors.length > 0 ? errors : refused,
      retry: () => {
        for (const query of queries)
          if (query.fetchStatus === 'idle' && !query.isPending) void query.refetch()
      },
    }
  if (isOther && mark && ruleSet.data)
    return { status: 'noRuleSet', wanted: draft.ruleSet, other: { mark, ruleSet: ruleSet.data } }
  return assessment ? { status: 'ready', assessment } : { status: 'loading' }
}

type Whose = { readonly agencyId: string; readonly period: string }

/** What the other agencies of the group sent for the same period, where that was published. */
function usePeers(
  catalogue: Catalogue,
  directory: AgencyDirectory,
  ruleSetId: string,
  { agencyId, period }: Whose,
) {
  const paths = useMemo(() => filesOf(catalogue, { ruleSetId, period }), [catalogue, ruleSetId, period])
  const ids = useMemo(() => peersOf(directory, agencyId), [directory, agencyId])
  const files = useQueries({
    queries: paths.map(path => ({ ...submissionsQuery(path), enabled: ids.size > 0 })),
    combine: gather,
  })
  return useMemo(
    () => files.filter(each => ids.has(each.agencyId) && each.period === period && !sentNothing(each)),
    [files, ids, period],
  )
}

/** One function for good: a new one would be asked again at every key stroke. */
function gather(files: readonly UseQueryResult<readonly Submission[]>[]): readonly Submission[] {
  return files.flatMap(file => file.data ?? none)
}
