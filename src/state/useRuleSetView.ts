import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { documentsQuery, problemsOf, ruleSetQuery } from '../io/queries.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Problem } from '../model/problem.ts'
import type { SourceDocument } from '../model/provenance.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import type { RuleSetChange } from '../model/ruleSetChange.ts'
import type { RuleSetReport } from './ruleSetView.ts'

/** Everything a screen needs to show one rule set and hold it against another. */
export type RuleSetView = RuleSetReport & {
  readonly ruleSet: RuleSet
  /** The published file, relative to the page. */
  readonly path: string
  readonly documents: readonly SourceDocument[]
  readonly comparison: RuleSetComparison | null
  /** Why the set it should be compared with could not be read; the set itself is shown all the same. */
  readonly comparisonProblems: readonly Problem[]
}

/** `older` is what the chosen set is held against. */
export type RuleSetComparison = { readonly older: RuleSet; readonly change: RuleSetChange }

export type RuleSetViewState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problems: readonly Problem[]; readonly retry: () => void }
  /** Nothing of this id is published. */
  | { readonly status: 'empty' }
  | { readonly status: 'ready'; readonly view: RuleSetView; readonly comparedId: string | undefined }

/**
 * Loads and checks a rule set, and the one it is compared with: the wished one or, where nothing is
 * wished, the one it supersedes if that is published. `none` compares with nothing.
 */
export function useRuleSetView(
  catalogue: Catalogue,
  ruleSetId: string,
  wishedId: string | undefined,
): RuleSetViewState {
  const entry = catalogue.ruleSets.find(each => each.id === ruleSetId)
  const ruleSet = useQuery({ ...ruleSetQuery(entry?.path ?? ''), enabled: entry !== undefined })
  const otherId = wishedId ?? ruleSet.data?.supersedes
  const otherEntry = catalogue.ruleSets.find(each => each.id === otherId && each.id !== ruleSetId)
  const other = useQuery({ ...ruleSetQuery(otherEntry?.path ?? ''), enabled: otherEntry !== undefined })
  const [documents, engine] = useQueries({
    queries: [
      documentsQuery(catalogue.documents),
      {
        queryKey: ['engine', 'rule-set'],
        queryFn: () => import('./ruleSetView.ts'),
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
      },
    ],
  })

  const report = useMemo(
    () => (engine.data && ruleSet.data && entry ? engine.data.reportRuleSet(ruleSet.data, entry.path) : null),
    [engine.data, ruleSet.data, entry],
  )
  const comparison = useMemo(
    () =>
      engine.data && ruleSet.data && other.data && otherEntry
        ? { older: other.data, change: engine.data.compareWith(ruleSet.data, other.data) }
        : null,
    [engine.data, ruleSet.data, other.data, otherEntry],
  )

  if (!entry) return { status: 'empty' }
  const failed = [ruleSet, documents, engine].filter(query => query.error !== null)
  const retry = () => {
    for (const query of failed) void query.refetch()
  }
  if (failed.length > 0)
    return { status: 'failed', problems: failed.flatMap(query => problemsOf(query.error)), retry }
  const waitsForOther = otherEntry !== undefined && other.isPending
  if (!report || !ruleSet.data || !documents.data || waitsForOther) return { status: 'loading' }
  return {
    status: 'ready',
    comparedId: otherEntry?.id,
    view: {
      ...report,
      ruleSet: ruleSet.data,
      path: entry.path,
      documents: documents.data,
      comparison,
      comparisonProblems: other.error === null ? [] : problemsOf(other.error),
    },
  }
}
