import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { portalRuleSetIds } from '../io/dvcqg766/portalShape.ts'
import type { PortalSource } from '../io/dvcqg766/readPortalFile.ts'
import { agenciesQuery, problemsOf, ruleSetQuery } from '../io/queries.ts'
import type { Agency } from '../model/agency.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Problem } from '../model/problem.ts'
import type { PortalOutcome } from './portalImport.ts'

export type PortalState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problems: readonly Problem[]; readonly retry: () => void }
  | ({ readonly status: 'ready'; readonly agencies: readonly Agency[] } & PortalOutcome)

/**
 * What files saved from the portal come to. Nothing is sent anywhere: rule sets are read from the page's own
 * folder, the files only in the reader's browser.
 */
export function usePortalImport(
  catalogue: Catalogue,
  sources: readonly PortalSource[],
  day: string | null,
): PortalState {
  const pathOf = (id: string) => catalogue.ruleSets.find(entry => entry.id === id)?.path
  const [unitsPath, rankingPath] = [pathOf(portalRuleSetIds.units), pathOf(portalRuleSetIds.ranking)]
  const ruleSet = useQuery({ ...ruleSetQuery(unitsPath ?? ''), enabled: unitsPath !== undefined })
  const ranking = useQuery({ ...ruleSetQuery(rankingPath ?? ''), enabled: rankingPath !== undefined })
  const directory = useQuery(agenciesQuery(catalogue.agencies))
  const agencies = directory.data?.agencies
  const engine = useQuery({
    queryKey: ['portal import'],
    queryFn: () => import('./portalImport.ts'),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

  const rankingRuleSet = ranking.data ?? null
  const waits = rankingPath !== undefined && ranking.isPending
  const outcome = useMemo(() => {
    if (!engine.data || !ruleSet.data || !agencies || waits) return null
    return engine.data.importPortal({
      sources,
      day,
      ruleSet: ruleSet.data,
      rankingRuleSet,
      agencies,
      loadedAt: new Date(ruleSet.dataUpdatedAt).toISOString(),
    })
  }, [engine.data, ruleSet.data, ruleSet.dataUpdatedAt, rankingRuleSet, waits, sources, day, agencies])

  const queries = [engine, ruleSet, ranking, directory]
  // A file the linter refused was fetched without error, so everything that was fetched is fetched again.
  const retry = () => {
    for (const query of queries) if (query.fetchStatus === 'idle' && !query.isPending) void query.refetch()
  }
  const failed = queries.filter(query => query.error !== null)
  if (failed.length > 0)
    return { status: 'failed', problems: failed.flatMap(query => problemsOf(query.error)), retry }
  if (unitsPath === undefined) return { status: 'failed', problems: [noRuleSet], retry }
  if (!outcome || !agencies) return { status: 'loading' }
  return 'problems' in outcome
    ? { status: 'failed', problems: outcome.problems, retry }
    : { status: 'ready', agencies, ...outcome }
}

const noRuleSet: Problem = {
  file: 'index.json',
  path: 'ruleSets',
  code: 'no-rule-set',
  severity: 'error',
  message: {
    vi: `danh mục không có bộ chỉ số “${portalRuleSetIds.units}” nên không chấm được tệp của Cổng`,
    en: `the catalogue has no rule set "${portalRuleSetIds.units}", so the portal's files cannot be scored`,
  },
}
