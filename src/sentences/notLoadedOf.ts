import type { CohortGroup, CohortView } from '../model/cohort.ts'

/**
 * Units the publisher ranks together that no file was loaded of: those it counts less those of every group
 * that carry its count. Null where nobody published a count.
 */
export function notLoadedOf(
  view: CohortView,
  group: CohortGroup,
): { readonly count: number; readonly of: number | null } | null {
  const of = group.rows.find(row => row.published?.rank)?.published?.rank?.of
  if (of !== undefined) {
    const loaded = view.groups.flatMap(each => each.rows).filter(row => row.published?.rank?.of === of)
    const refused = view.refused.length
    const count = of - loaded.length - refused
    if (count > 0) return { count, of }
  }
  return group.notLoaded.length > 0 ? { count: group.notLoaded.length, of: null } : null
}
