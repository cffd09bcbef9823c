import type { CohortChanges, CohortGroup, CohortView } from '../../model/cohort.ts'
import type { Stage } from '../../model/submission.ts'

/** What of this screen lives in the address. */
export type AgenciesState = {
  readonly group?: string | undefined
  readonly stage?: Stage | undefined
  readonly criterion?: string | undefined
  /** Agencies put beside each other. */
  readonly with?: string | undefined
  readonly sort?: string | undefined
  readonly closed?: string | undefined
  readonly filter?: string | undefined
  readonly tables?: string | undefined
  readonly q?: string | undefined
  /** `all`: a column for every leaf criterion, not for areas. */
  readonly rows?: 'all' | undefined
  /** `share`: cells say how far each is behind the best of the group. */
  readonly measure?: 'points' | 'share' | undefined
}

export type ChangeState = (next: AgenciesState, how?: 'push' | 'replace') => void

/** Where an agency, or one of its cells, can be read whole. */
export type AgencyTarget = {
  readonly screen: '/' | '/criteria' | '/trend'
  readonly agencyId: string
  readonly criterionId?: string | undefined
}

export type HrefOf = (target: AgencyTarget) => string

/** What is known of other periods than the one shown. */
export type Earlier = {
  /** The same groups in earlier periods, as far as they are scored yet. */
  readonly history: ReadonlyMap<string, CohortView>
  /** Earlier periods that were published, the oldest first. */
  readonly periods: readonly string[]
  /** Since the latest of them; null while there is none, or it is not scored yet. */
  readonly changes: CohortChanges | null
}

export type GroupOfView = { readonly view: CohortView; readonly group: CohortGroup }

/** At most as many agencies as a comparison can still be read with. */
export const mostCompared = 5

/** Agencies chosen for comparison that stand in the group. */
export function chosenAgencies({ with: chosen = '' }: AgenciesState, group: CohortGroup): readonly string[] {
  const known = new Set(group.rows.map(row => row.agencyId))
  return chosen.split(',').filter((id, index, all) => known.has(id) && all.indexOf(id) === index)
}

/** The `with` of the address after one more or one less; null when no more fit. */
export function toggleChosen(
  chosen: readonly string[],
  agencyId: string,
): { with: string | undefined } | null {
  const next = chosen.includes(agencyId) ? chosen.filter(id => id !== agencyId) : [...chosen, agencyId]
  if (next.length > mostCompared) return null
  return { with: next.length === 0 ? undefined : next.join(',') }
}
