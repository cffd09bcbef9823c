import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { StageTable } from '../model/stageColumns.ts'
import type { ScoredView } from './useScoredView.ts'

/**
 * The stages of a scored view beside each other; null until the engine has them. Rules that compare
 * periods are given the same period before that the view itself was scored with.
 */
export function useCriteriaView(view: ScoredView | null): StageTable | null {
  const engine = useQuery({
    queryKey: ['engine', 'criteria'],
    queryFn: () => import('./criteriaView.ts'),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return useMemo(
    () => (engine.data && view ? engine.data.criteriaTable(view, view.parts?.before ?? null) : null),
    [engine.data, view],
  )
}
