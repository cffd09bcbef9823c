import type { CohortGroup } from '../model/cohort.ts'
import type { AgencyComparison } from '../model/comparison.ts'
import { compareAgencies } from '../scoring/cohort/compareAgencies.ts'

/** The engine's comparison of a few agencies of a scored group; small enough to be made while drawing. */
export function compareInGroup(group: CohortGroup, agencyIds: readonly string[]): AgencyComparison {
  return compareAgencies(group, agencyIds)
}
