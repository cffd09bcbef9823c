import type { RuleSet } from '../../model/ruleSet.ts'
import { exactRows } from './exactRow.ts'
import { type BulkLeaf, compileLeaves } from './leaves.ts'
import type { BulkTable } from './table.ts'
import { type BulkTotals, totalsOf } from './totals.ts'

/** Result of a table: columns in row order. */
export type BulkScores = {
  readonly rows: number
  readonly leaves: readonly BulkLeaf[]
  readonly totals: BulkTotals
  /** Leaf scores that plain whole numbers could not hold and the explaining path worked out. */
  readonly exactly: number
}

/** Leaves and adjustments scored so far. */
export type BulkProgress = { readonly done: number; readonly leaves: number }

/**
 * Scores a table of agencies × periods in columns: the same points as {@link scoreSubmission} leaf by leaf
 * and in total, without explanations.
 *
 * Points are whole numbers of 10^-places of their leaf. Arithmetic runs on whole numbers below 2^53, where
 * plain numbers are exact; a row that would leave them is scored by the explaining path. Rule set and
 * submissions must have passed the linter.
 */
export function scoreTable(ruleSet: RuleSet, table: BulkTable): BulkScores {
  const steps = scoreTableInSteps(ruleSet, table)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same, stopping after every leaf to say how far it is; leave the generator to cancel. */
export function* scoreTableInSteps(ruleSet: RuleSet, table: BulkTable): Generator<BulkProgress, BulkScores> {
  let exactly = 0
  // Leaves and totals share it, so that a cohort is measured the exact way once at most.
  const rows = exactRows(ruleSet, table)
  const compiled = compileLeaves(ruleSet, table, rows, () => {
    exactly += 1
  })
  const leaves = compiled.map(({ leaf }) => leaf)
  const { sums, terms, finish } = totalsOf(ruleSet, table, rows, leaves)
  for (const [index, { run }] of compiled.entries()) {
    const term = terms[index]
    if (term) run(sums, term)
    yield { done: index + 1, leaves: compiled.length }
  }
  return { rows: table.rows, leaves: leaves.filter(leaf => !leaf.isAdjustment), totals: finish(), exactly }
}
