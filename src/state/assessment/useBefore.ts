import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { keptDrafts } from '../../io/drafts/draftStore.ts'
import { submissionsQuery } from '../../io/queries.ts'
import type { Catalogue, SubmissionEntry } from '../../model/catalogue.ts'
import type { Draft } from '../../model/draft.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { sentNothing } from '../../model/stages.ts'
import type { PreviousPeriod } from './assess.ts'
import { draftsBefore, entryBefore } from './earlierPeriod.ts'
import { withUnsaved } from './openSessions.ts'

type Engine = Pick<typeof import('./assess.ts'), 'draftSubmission'>

/** The period before, and how it went with loading it. */
export type Before = {
  readonly previous: PreviousPeriod | null
  readonly isPending: boolean
  /** What is published of it could not be loaded, and no later draft stands in for it. */
  readonly failed: { readonly period: string; readonly retry: () => void } | null
}

/**
 * The agency's period before under the same rule set: what was published, or a later draft of this machine.
 * Where there is neither, what was published under the rule set that this one replaced.
 */
export function useBefore(
  catalogue: Catalogue,
  ruleSet: RuleSet | undefined,
  engine: Engine | undefined,
  { agencyId, period }: Pick<Draft, 'agencyId' | 'period'>,
): Before {
  const drafts = useQuery({
    queryKey: ['drafts', 'before', ruleSet?.id ?? '', agencyId, period],
    queryFn: async () => draftsBefore(await draftsHere(), { ruleSetId: ruleSet?.id ?? '', agencyId, period }),
    enabled: ruleSet !== undefined,
    networkMode: 'always',
    retry: false,
    // Another look at each visit: the other draft may have gone on since.
    staleTime: 0,
    gcTime: 0,
  })
  const draft = useMemo((): PreviousPeriod | null => {
    if (!ruleSet || !engine) return null
    for (const each of drafts.data ?? []) {
      const submission = engine.draftSubmission(each, ruleSet)
      const { id, version } = each.ruleSet
      if (!sentNothing(submission))
        return {
          submission,
          otherRules: version === ruleSet.version ? null : { id, version },
          isDraft: true,
        }
    }
    return null
  }, [drafts.data, ruleSet, engine])

  const entry = useMemo((): SubmissionEntry | undefined => {
    if (!ruleSet) return undefined
    const of = (ruleSetId: string) => entryBefore(catalogue, { ruleSetId, agencyId, period })
    const own = of(ruleSet.id)
    if (own || draft || ruleSet.supersedes === undefined) return own
    return of(ruleSet.supersedes)
  }, [catalogue, ruleSet, agencyId, period, draft])
  const file = useQuery({ ...submissionsQuery(entry?.path ?? ''), enabled: entry !== undefined })
  const published = useMemo((): PreviousPeriod | null => {
    const submission = file.data?.find(each => each.agencyId === agencyId && each.period === entry?.period)
    if (!submission || !ruleSet || sentNothing(submission)) return null
    const { ruleSetId: id, ruleSetVersion: version } = submission
    const isSame = id === ruleSet.id && version === ruleSet.version
    return { submission, otherRules: isSame ? null : { id, version } }
  }, [file.data, entry, agencyId, ruleSet])

  const isLaterDraft = draft !== null && (entry === undefined || draft.submission.period > entry.period)
  const isPending =
    (ruleSet !== undefined && drafts.isPending) || (entry !== undefined && !isLaterDraft && file.isPending)
  const failedPeriod = entry && !isLaterDraft && file.isError && !file.data ? entry.period : null
  const { refetch } = file
  return useMemo(
    () => ({
      previous: isLaterDraft || (failedPeriod === null && published === null) ? draft : published,
      isPending,
      failed: failedPeriod === null ? null : { period: failedPeriod, retry: () => void refetch() },
    }),
    [isLaterDraft, draft, published, failedPeriod, isPending, refetch],
  )
}

/** Every draft of this machine, and those that only this page holds; a closed store holds none. */
async function draftsHere(): Promise<readonly Draft[]> {
  return withUnsaved(await keptDrafts().catch(() => []))
}
