import type { RuleSet } from '../model/ruleSet.ts'
import type { ScoreSheet } from '../model/scoreSheet.ts'
import type { MetricValue, Submission } from '../model/submission.ts'
import { negate, parseExact } from './exact.ts'
import { type RollUp, rollUp } from './rollUp.ts'
import { indexRuleSet } from './ruleSetIndex.ts'
import type { LeafScore } from './scoreLeaf.ts'
import { inputsOf, type ScoringContext, scoreLeaves } from './scoreLeaves.ts'
import { adjustmentScores, poolScores, type ScoredParts, writeSheet } from './writeSheet.ts'

/** A score sheet with what it was made from, so that a change re-scores only what it touches. */
export type Scored = {
  readonly sheet: ScoreSheet
  readonly ruleSet: RuleSet
  readonly submission: Submission
  readonly context: ScoringContext
  readonly leaves: ReadonlyMap<string, LeafScore>
  readonly rolled: RollUp
}

/**
 * Scores one submission under one rule set and explains every point.
 *
 * Both must have passed the decoders and {@link lintRuleSet}; a broken invariant throws.
 * Neither is changed, and the order of values in the submission does not matter.
 * Rules that compare agencies stay open without `context.cohortAt`; see scoreCohort.ts.
 *
 * @param scoredAt ISO instant to write into the sheet; the engine reads no clock
 */
export function scoreSubmission(
  ruleSet: RuleSet,
  submission: Submission,
  scoredAt: string,
  context: ScoringContext = {},
): ScoreSheet {
  return scoreForChanges(ruleSet, submission, scoredAt, context).sheet
}

/** Scores a submission and keeps what {@link changeFigures} needs. */
export function scoreForChanges(
  ruleSet: RuleSet,
  submission: Submission,
  scoredAt: string,
  context: ScoringContext = {},
): Scored {
  const inputs = inputsOf(ruleSet, submission, context)
  const leaves = scoreLeaves(ruleSet, inputs)
  return assemble({ ruleSet, submission, context, leaves, inputs }, scoredAt, null)
}

/**
 * The same submission with some figures changed: only leaves that look at them and the groups above are
 * scored again, every other node of the sheet is the very same object.
 * @param values replace the figures of their metrics, or add them
 */
export function changeFigures(before: Scored, values: readonly MetricValue[], scoredAt: string): Scored {
  const { ruleSet, context } = before
  const changed = new Map(values.map(value => [value.metricId, value]))
  const known = new Set(before.submission.values.map(value => value.metricId))
  const submission: Submission = {
    ...before.submission,
    values: [
      ...before.submission.values.map(value => changed.get(value.metricId) ?? value),
      ...values.filter(value => !known.has(value.metricId)),
    ],
  }
  const { dependents } = indexRuleSet(ruleSet)
  const affected = new Set(values.flatMap(value => [...(dependents.get(value.metricId) ?? [])]))
  const inputs = inputsOf(ruleSet, submission, context)
  const again = scoreLeaves(ruleSet, inputs, affected)
  const leaves = new Map([...before.leaves].map(([id, leaf]) => [id, again.get(id) ?? leaf]))
  return assemble({ ruleSet, submission, context, leaves, inputs }, scoredAt, { before, affected })
}

type Parts = Pick<Scored, 'ruleSet' | 'submission' | 'context' | 'leaves'> & {
  readonly inputs: ReturnType<typeof inputsOf>
}

function assemble(
  { ruleSet, submission, context, leaves, inputs }: Parts,
  scoredAt: string,
  change: { readonly before: Scored; readonly affected: ReadonlySet<string> } | null,
): Scored {
  const pools = poolScores(ruleSet, submission, leaves)
  const adjustments = adjustmentScores(ruleSet, leaves)
  const kept = change && untouched(change.before, change.affected)
  const rolled = rollUp(ruleSet, {
    leaves,
    pools: new Map(pools.map(({ score, total }) => [score.poolId, total])),
    adjustments: adjustments.map(({ effect, points }) => {
      const [from, to] = [parseExact(points.from), parseExact(points.to)]
      return effect === 'bonus' ? { from, to } : { from: negate(to), to: negate(from) }
    }),
    kept: kept?.totals,
  })
  const parts: ScoredParts = {
    ruleSet,
    submission,
    leaves,
    rolled,
    adjustments,
    pools: pools.map(pool => pool.score),
    values: inputs.values,
    kept: kept?.nodes,
  }
  return { sheet: writeSheet(parts, scoredAt), ruleSet, submission, context, leaves, rolled }
}

/** Nodes of an earlier result that no affected leaf stands below. */
function untouched({ ruleSet, rolled, sheet }: Scored, affected: ReadonlySet<string>) {
  const { parentOf } = indexRuleSet(ruleSet)
  const touched = new Set(affected)
  for (const id of affected)
    for (let above = parentOf.get(id) ?? null; above !== null; above = parentOf.get(above) ?? null)
      touched.add(above)
  return {
    totals: new Map([...rolled.nodes].filter(([id]) => !touched.has(id))),
    nodes: new Map(
      sheet.nodes.flatMap(node => (touched.has(node.criterionId) ? [] : [[node.criterionId, node] as const])),
    ),
  }
}
