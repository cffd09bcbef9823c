import type { CohortChange, CohortChanges, CohortRow, CohortView, NotComparable } from '../../model/cohort.ts'
import type { Exact } from '../../model/exact.ts'
import { isClaimed } from '../../model/stages.ts'
import { compareTotals } from '../change/compareTotals.ts'
import { ordersOf } from './columns.ts'

/** What of a view is compared. */
type Scored = Pick<CohortView, 'ruleSetId' | 'ruleSetVersion' | 'period' | 'groups'>

/**
 * Change of every agency's total since an earlier period, or why the two totals cannot be held against each
 * other. An agency is found by its id, whatever group it stood in then.
 */
export function changesSince(view: Scored, earlier: Scored): CohortChanges {
  const before = new Map(earlier.groups.flatMap(({ rows }) => rows.map(row => [row.agencyId, row] as const)))
  const found = view.groups.flatMap(({ rows }) =>
    rows.map(row => ({ row, result: changeOf(view, row, earlier, before.get(row.agencyId)) })),
  )
  const orders = ordersOf(
    found.map(({ result }) => (typeof result === 'object' ? { from: result.of, to: result.of } : null)),
  )
  return {
    previousPeriod: earlier.period,
    byAgency: new Map(
      found.map(({ row, result }, index): readonly [string, CohortChange] => [
        row.agencyId,
        typeof result === 'object'
          ? { kind: 'changed', difference: result.of, order: orders[index] ?? 0 }
          : { kind: 'notComparable', reason: result },
      ]),
    ),
  }
}

function changeOf(
  view: Scored,
  row: CohortRow,
  earlier: Scored,
  before: CohortRow | undefined,
): NotComparable | { readonly of: Exact } {
  if (!before) return 'absent'
  if (row.place === 'idle' || before.place === 'idle') return 'idle'
  if (isClaimed(row.stage) !== isClaimed(before.stage)) return 'otherStage'
  if (!isSettled(row)) return 'open'
  if (!isSettled(before)) return 'openBefore'
  if (row.total.maxPoints !== before.total.maxPoints) return 'otherMaximum'
  const change = compareTotals(
    { ...view, stage: row.stage, total: row.total },
    { ...earlier, stage: before.stage, total: before.total },
  )
  return change === null ? 'otherRules' : { of: change.difference }
}

const isSettled = ({ total: { points } }: CohortRow) => points.kind === 'known' && points.from === points.to
