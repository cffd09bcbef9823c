import type { Exact, Interval } from './exact.ts'

/** What a change of the total comes from, in the order it is taken apart. */
export type ChangeCause = 'rules' | 'applicability' | 'data' | 'review'

/**
 * Differences of the lower and of the upper ends of two totals. Not an interval: `from` may lie above `to`
 * when figures came in. Equal when neither total is open.
 */
export type EndChange = { readonly from: Exact; readonly to: Exact }

export type ChangeStep = {
  readonly cause: ChangeCause
  readonly difference: EndChange
  /** The total once everything up to this cause is as it is now. */
  readonly total: Interval
}

export type ChangeDecomposition =
  | {
      readonly kind: 'comparable'
      /** Percentages of the maximum where points of the two totals are not worth the same. */
      readonly unit: 'points' | 'percent'
      readonly before: Interval
      readonly after: Interval
      /** after − before; the steps add up to it at both ends. */
      readonly difference: EndChange
      readonly steps: readonly ChangeStep[]
    }
  | {
      readonly kind: 'incomparable'
      readonly because: 'unknownPoints' | 'nothingApplies'
      /** Where the total is lost: before anything changed, or once this cause is as it is now. */
      readonly at: 'before' | ChangeCause
    }
