import { useMemo } from 'react'
import type { CohortChanges, CohortView } from '../model/cohort.ts'
import { changesSince } from '../scoring/cohort/changesSince.ts'

/** Changes since the latest earlier period; null while none was published or it is still being scored. */
export function useCohortChanges(
  view: CohortView | null,
  history: ReadonlyMap<string, CohortView>,
  /** The period before, whether it is scored yet or not. */
  before: string | undefined,
): CohortChanges | null {
  const earlier = before === undefined ? undefined : history.get(before)
  return useMemo(() => (view && earlier ? changesSince(view, earlier) : null), [view, earlier])
}
