import { type Exact, type Interval, isSettled } from '../../model/exact.ts'
import type { Form } from '../../model/form.ts'
import type { ReviewStage } from '../../model/review.ts'
import type { ReviewedAgency } from '../../model/roundState.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import { formatExact, parseExact, subtract } from '../../scoring/exact.ts'
import { isReviewed } from '../../scoring/review/reviewItem.ts'

/** Items of an agency that reviewers have to decide at a stage. */
export function reviewedIds(form: Form, agency: ReviewedAgency, stage: ReviewStage): ReadonlySet<string> {
  return new Set(
    form.areas
      .flatMap(area => area.items)
      .flatMap(item => {
        const review = agency.items.get(item.nodeId)
        return review && isReviewed(item, review, stage) ? [item.nodeId] : []
      }),
  )
}

/** The total as it stands, and what reviewing has made of what the agency said of itself. */
export function totalOf({ sheet, selfSheet }: Pick<ReviewedAgency, 'sheet' | 'selfSheet'>): {
  /** null: a part of it is nowhere stated. */
  readonly total: Interval | null
  /** null: one of the two is open. */
  readonly difference: Exact | null
} {
  const [total, self] = [intervalOf(sheet), intervalOf(selfSheet)]
  return { total, difference: differenceOf(self, total) }
}

export function intervalOf({ total: { points } }: Pick<ScoreSheet, 'total'>): Interval | null {
  return points.kind === 'known' ? { from: points.from, to: points.to } : null
}

/** to − from; null where either is open or does not apply. */
export function differenceOf(from: Interval | null, to: Interval | null): Exact | null {
  if (from === null || to === null || !isSettled(from) || !isSettled(to)) return null
  return formatExact(subtract(parseExact(to.to), parseExact(from.to)))
}
