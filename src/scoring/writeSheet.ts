import { type CriterionPlace, isLeaf, namesOf } from '../model/criteria.ts'
import type { Interval } from '../model/exact.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import type { AdjustmentScore, NodeScore, PoolScore, ScoreSheet } from '../model/scoreSheet.ts'
import type { MetricValue, Submission } from '../model/submission.ts'
import { bandIdsOf, forcedBands } from './bands.ts'
import {
  compare,
  divide,
  formatExact,
  hundred,
  isZero,
  multiply,
  parseExact,
  type Rational,
  subtract,
  sum,
  zero,
} from './exact.ts'
import { gapToTarget, lossLadder } from './gaps.ts'
import { reconcile } from './reconcile.ts'
import { isSettledNode, type NodeTotal, nodePoints, type PoolTotal, type RollUp } from './rollUp.ts'
import { indexRuleSet } from './ruleSetIndex.ts'
import type { LeafScore } from './scoreLeaf.ts'
import { roundingOf } from './scoreLeaves.ts'

/** Changes whenever the same files may give another score sheet. */
export const engineVersion = '0.2.0'

/** Everything that was scored, before it is written down. */
export type ScoredParts = {
  readonly ruleSet: RuleSet
  readonly submission: Submission
  readonly leaves: ReadonlyMap<string, LeafScore>
  readonly rolled: RollUp
  readonly pools: readonly PoolScore[]
  readonly adjustments: readonly AdjustmentScore[]
  readonly values: ReadonlyMap<string, MetricValue>
  /** Nodes of an earlier sheet in which nothing changed. */
  readonly kept: ReadonlyMap<string, NodeScore> | undefined
}

/** Writes the score sheet: exact text for every number, in the order of the rule set. */
export function writeSheet(parts: ScoredParts, scoredAt: string): ScoreSheet {
  const { ruleSet, submission, leaves, rolled, pools, adjustments, values, kept } = parts
  const { places } = indexRuleSet(ruleSet)
  const nodes = places.map(
    place =>
      kept?.get(place.criterion.id) ??
      nodeScore(
        place,
        rolled.nodes.get(place.criterion.id),
        leaves.get(place.criterion.id),
        ruleSet,
        submission,
      ),
  )
  const { total, beforeRescaling } = rolled
  if (!total.maxPoints) throw new Error(`rule set "${ruleSet.id}": the maximum of what applies is unknown`)
  const points = nodePoints(total)
  const open = points.kind === 'unknown'
  const graded = ruleSet.grading?.on === 'rounded' ? total : { ...total, ...total.unrounded }
  const flags = forcedBands(ruleSet, values)
  const decidedIds = new Set((submission.decisions ?? []).map(entry => entry.criterionId))
  return {
    formatVersion: 1,
    engineVersion,
    scoredAt,
    ruleSetId: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    submissionId: submission.id,
    agencyId: submission.agencyId,
    period: submission.period,
    stage: submission.stage,
    total: {
      points,
      unrounded: open ? null : intervalOf(total.unrounded.from, total.unrounded.to),
      rounding: total.rounding,
      maxPoints: formatExact(total.maxPoints),
      rescaled:
        beforeRescaling?.maxPoints && ruleSet.rescaling
          ? {
              fromMax: formatExact(beforeRescaling.maxPoints),
              points: intervalOf(beforeRescaling.from, beforeRescaling.to),
              provenance: ruleSet.rescaling.provenance,
            }
          : null,
      percent: open ? null : percentOf(total),
      gapToMax: open ? null : gapOf(total),
      bandIds: bandIdsOf(ruleSet.bands, open ? null : percentOf(graded), flags),
      bandOverride: flags.find(flag => flag.state === 'forced') ?? null,
      missingLeaves: total.missingLeaves,
      notApplicableLeaves: total.notApplicableLeaves,
      notIncurredLeaves: nodes.filter(node => node.notIncurred).length,
      scoredWithoutFigures: nodes.filter(
        node =>
          node.outcome?.kind === 'scored' &&
          node.explanation?.decision === null &&
          node.explanation.rule.empty?.because === 'state',
      ).length,
      items: countItems(ruleSet, places, rolled.nodes),
      provenance: submission.published?.provenance ?? null,
    },
    nodes,
    pools,
    adjustments,
    losses: open ? [] : lossLadder(nodes, pools, adjustments, total, rolled.factor),
    reconciliation: submission.published
      ? reconcile(ruleSet, rolled, submission.published, decidedIds)
      : null,
  }
}

/** Points of leaves that are only known together, published or added up. */
export function poolScores(
  ruleSet: RuleSet,
  submission: Submission,
  leaves: ReadonlyMap<string, LeafScore>,
): readonly { readonly score: PoolScore; readonly total: PoolTotal }[] {
  return ruleSet.pools.map(pool => {
    const maxPoints = parseExact(pool.maxPoints)
    const { published } = submission
    const reported = published?.points.find(entry => entry.nodeId === pool.id)
    const own = pool.criterionIds.flatMap(id => {
      const leaf = leaves.get(id)
      return leaf?.outcome.kind === 'scored' ? [leaf.from] : []
    })
    const settled = reported !== undefined || own.length === pool.criterionIds.length
    const from = reported ? parseExact(reported.points) : sum(own)
    const to = settled ? from : maxPoints
    return {
      total: { from, to, settled },
      score: {
        poolId: pool.id,
        ...namesOf(pool),
        criterionIds: pool.criterionIds,
        maxPoints: formatExact(maxPoints),
        points: intervalOf(from, to),
        gapToMax: intervalOf(subtract(maxPoints, to), subtract(maxPoints, from)),
        maxProvenance: pool.provenance,
        pointsProvenance: reported ? (reported.provenance ?? published?.provenance ?? null) : null,
      },
    }
  })
}

/** Points outside the tree; what does not apply adds and takes nothing. */
export function adjustmentScores(
  ruleSet: RuleSet,
  leaves: ReadonlyMap<string, LeafScore>,
): readonly AdjustmentScore[] {
  return (ruleSet.adjustments ?? []).map(({ id, name, nameEn, effect, ceiling }) => {
    const leaf = leaves.get(id)
    if (!leaf) throw new Error(`adjustment "${id}" was not scored`)
    return {
      adjustmentId: id,
      name,
      nameEn,
      shortName: name,
      shortNameEn: nameEn,
      effect,
      ceiling: formatExact(parseExact(ceiling)),
      outcome: leaf.outcome,
      points: intervalOf(leaf.from, leaf.to),
      explanation: leaf.explanation,
    }
  })
}

function nodeScore(
  { criterion, parentId, depth }: CriterionPlace,
  node: NodeTotal | undefined,
  leaf: LeafScore | undefined,
  ruleSet: RuleSet,
  submission: Submission,
): NodeScore {
  if (!node) throw new Error(`criterion "${criterion.id}" was not rolled up`)
  const points = nodePoints(node)
  const known = points.kind === 'known' && node.maxPoints !== null
  const { rule } = leaf?.explanation ?? {}
  // Decided points no longer rest on what the figures said, unless they are what the rule gives.
  const decision = leaf?.explanation.decision ?? null
  const isRuled = leaf?.outcome.kind === 'scored' && (decision === null || decision.byRule === true)
  return {
    criterionId: criterion.id,
    code: criterion.code,
    ...namesOf(criterion),
    parentId,
    depth,
    isLeaf: isLeaf(criterion),
    maxPoints: node.maxPoints ? formatExact(node.maxPoints) : null,
    maxProvenance: criterion.provenance,
    points,
    percent: known ? percentOf(node) : null,
    gapToMax: known ? gapOf(node) : null,
    gapToTarget:
      rule?.kind === 'ratio' && leaf?.outcome.kind === 'scored'
        ? gapToTarget(rule, roundingOf(criterion, ruleSet.rounding).ratio)
        : null,
    missingLeaves: node.missingLeaves,
    notIncurred: isRuled && rule?.empty?.because === 'denominatorZero',
    sumRounding: node.rounding,
    outcome: leaf?.outcome ?? null,
    ruleKind: criterion.rule?.kind ?? null,
    explanation: leaf?.explanation ?? null,
    outOfReach: criterion.outOfReach ?? null,
    note: criterion.note ?? null,
    publishedPoints:
      submission.published?.points.find(entry => entry.nodeId === criterion.id)?.points ?? null,
  }
}

type Ends = Pick<NodeTotal, 'from' | 'to' | 'maxPoints'>

/** Points ÷ maximum × 100; null when nothing applies ("không xét"). */
function percentOf({ from, to, maxPoints }: Ends): Interval | null {
  if (!maxPoints || isZero(maxPoints)) return null
  return intervalOf(
    multiply(divide(from, maxPoints), hundred),
    from === to ? null : multiply(divide(to, maxPoints), hundred),
  )
}

function gapOf({ from, to, maxPoints }: Ends): Interval | null {
  if (!maxPoints) return null
  return intervalOf(subtract(maxPoints, to), from === to ? null : subtract(maxPoints, from))
}

/** @param to null when it is the same as `from` */
function intervalOf(from: Rational, to: Rational | null): Interval {
  const low = formatExact(from)
  return { from: low, to: to === null || to === from ? low : formatExact(to) }
}

/** Counts items at the depth the source counts them; watched-only and exempt ones are none. */
function countItems(
  ruleSet: RuleSet,
  places: readonly CriterionPlace[],
  nodes: ReadonlyMap<string, NodeTotal>,
): ScoreSheet['total']['items'] {
  const items = places.flatMap(({ criterion, depth }) => {
    const node = nodes.get(criterion.id)
    const counts = depth === ruleSet.itemDepth || (depth < ruleSet.itemDepth && isLeaf(criterion))
    const scores = node && (node.maxPoints === null || compare(node.maxPoints, zero) > 0)
    return counts && scores ? [node] : []
  })
  const scored = items.filter(isSettledNode)
  return {
    total: items.length,
    scored: scored.length,
    atMax: scored.filter(node => node.maxPoints !== null && compare(node.from, node.maxPoints) >= 0).length,
  }
}
