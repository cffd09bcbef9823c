import type { ReviewItem } from '../../../model/roundState.ts'
import type { ReviewProps } from '../reviewProps.ts'

/** Items that reviewers had to decide, and those on which nothing was decided at any stage. */
export type Undecided = { readonly left: number; readonly of: number }

const decided: ReadonlySet<ReviewItem['status']> = new Set(['agreed', 'changed', 'notApplicable'])

/** Of one agency; the same before and after closing. */
export function undecidedAt(review: ReviewProps['review'], agencyId: string): Undecided {
  const items = review.agencies.get(agencyId)?.items
  if (!items) return { left: 0, of: 0 }
  const own = review
    .formOf(agencyId)
    .areas.flatMap(area => area.items)
    .flatMap(({ nodeId, notForLevel, filledBy }) => {
      const item = items.get(nodeId)
      const isForReviewers = notForLevel === null && filledBy !== 'watched' && item?.freedom.kind !== 'survey'
      return item && isForReviewers ? [item] : []
    })
  return { left: own.filter(({ status }) => !decided.has(status)).length, of: own.length }
}

/** Of every agency whose result counts. */
export function undecidedOf(review: ReviewProps['review']): Undecided {
  const all = [...review.agencies.values()]
    .filter(({ state }) => state.state === 'chosen')
    .map(({ agencyId }) => undecidedAt(review, agencyId))
  return {
    left: all.reduce((sum, each) => sum + each.left, 0),
    of: all.reduce((sum, each) => sum + each.of, 0),
  }
}
