import type { Exact } from '../../model/exact.ts'
import type { Explanation } from '../../model/explanation.ts'
import type { Outcome, ScoreSheet } from '../../model/scoreSheet.ts'

/** A leaf or adjustment as a sheet has it. */
export type LeafView = { readonly outcome: Outcome; readonly explanation: Explanation | null }

/** Leaves in the order of the rule set, then adjustments, by id. */
export function leavesIn({ nodes, adjustments }: ScoreSheet): ReadonlyMap<string, LeafView> {
  return new Map([
    ...nodes.flatMap(({ criterionId, outcome, explanation }) =>
      outcome ? [[criterionId, { outcome, explanation }] as const] : [],
    ),
    ...adjustments.map(
      ({ adjustmentId, outcome, explanation }) => [adjustmentId, { outcome, explanation }] as const,
    ),
  ])
}

/** Settled points; null where they are open or the leaf does not apply. */
export function settledPoints(leaf: LeafView | undefined): Exact | null {
  return leaf?.outcome.kind === 'scored' ? leaf.outcome.points : null
}
