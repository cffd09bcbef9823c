import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { submissionsQuery } from '../io/queries.ts'
import type { Catalogue } from '../model/catalogue.ts'
import { looksBack } from '../model/criteria.ts'
import { precedes } from '../model/period.ts'
import type { StageTable } from '../model/stageColumns.ts'
import type { ScoredView } from './useScoredView.ts'

/**
 * The stages of a scored view beside each other; null until the engine has them. Rules that compare
 * periods are given the same period before that the view itself was scored with.
 */
export function useCriteriaView(catalogue: Catalogue, view: ScoredView | null): StageTable | null {
  const engine = useQuery({
    queryKey: ['engine', 'criteria'],
    queryFn: () => import('./criteriaView.ts'),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const entry =
    view && looksBack(view.ruleSet)
      ? catalogue.submissions.find(
          each =>
            each.ruleSetId === view.ruleSet.id &&
            each.agencyId === view.sheet.agencyId &&
            precedes(each.period, view.sheet.period),
        )
      : undefined
  const before = useQuery({ ...submissionsQuery(entry?.path ?? ''), enabled: entry !== undefined })
  const previous = entry ? (before.data?.find(each => each.agencyId === entry.agencyId) ?? null) : null
  // A broken earlier file only costs what compares with it.
  const isWaiting = entry !== undefined && before.isPending
  return useMemo(
    () => (engine.data && view && !isWaiting ? engine.data.criteriaTable(view, previous) : null),
    [engine.data, view, previous, isWaiting],
  )
}
