import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ruleSetQuery } from '../../io/queries.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { Trend } from '../../model/trend.ts'
import { trendPeriodQuery } from '../trendQuery.ts'
import type { ScoredPeriod } from '../trendView.ts'
import type { Selection } from '../useScoredView.ts'
import { periodsUpTo } from './deckPeriods.ts'

type Result<T> = { readonly data: T | undefined; readonly isLoading: boolean }

/** Outside the hook, so that results that did not change keep their identity. */
const results = <T>(queries: readonly Result<T>[]): readonly Result<T>[] =>
  queries.map(({ data, isLoading }) => ({ data, isLoading }))

/**
 * The total of an agency through the latest periods of one rule set up to the selected one. A period that cannot be
 * read is left out; null where fewer than two are left.
 */
export function useDeckTrend(
  catalogue: Catalogue,
  { ruleSetId, period, agencyId, stage }: Selection,
  enabled: boolean,
): { readonly value: Trend | null; readonly isWaiting: boolean } {
  const entries = useMemo(
    () => periodsUpTo(catalogue, { ruleSetId, period, agencyId }),
    [catalogue, ruleSetId, period, agencyId],
  )
  const isWanted = enabled && entries.length > 1
  const ruleSetEntry = catalogue.ruleSets.find(entry => entry.id === ruleSetId)
  const ruleSet = useQuery({ ...ruleSetQuery(ruleSetEntry?.path ?? ''), enabled: isWanted && !!ruleSetEntry })
  const engine = useQuery({
    queryKey: ['engine', 'trend'],
    queryFn: () => import('../trendView.ts').then(module => module.trendEngine),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    enabled: isWanted,
  })
  const scored = useQueries({
    queries: (isWanted ? entries : []).map((entry, rank) =>
      trendPeriodQuery(catalogue, entry, stage ?? null, engine.data ?? null, rank),
    ),
    combine: results<ScoredPeriod>,
  })
  const value = useMemo(() => {
    const periods = scored.flatMap(({ data }) => (data ? [data.period] : [])).toReversed()
    if (!engine.data || !ruleSet.data || periods.length < 2) return null
    return engine.data.follow(periods, [ruleSet.data], { criterionId: null, measure: 'points' })
  }, [scored, engine.data, ruleSet.data])
  return { value, isWaiting: engine.isLoading || scored.some(({ isLoading }) => isLoading) }
}
