import { type CriterionPlace, isLeaf, walkCriteria } from '../model/criteria.ts'
import type { Interval } from '../model/exact.ts'
import type { Criterion, RuleSet } from '../model/ruleSet.ts'
import type { NodeScore, PoolScore, ScoreSheet } from '../model/scoreSheet.ts'
import type { Submission } from '../model/submission.ts'
import { bandIdsOf } from './bands.ts'
import { compare, divide, formatExact, hundred, multiply, parseExact, subtract, sum, zero } from './exact.ts'
import { gapToTarget, lossLadder, scoredBy } from './gaps.ts'
import { reconcile } from './reconcile.ts'
import { isSettledNode, type NodeTotal, nodePoints, type PoolTotal, rollUp } from './rollUp.ts'
import type { Inputs } from './rules/readInput.ts'
import { explainReported } from './rules/reported.ts'
import { type LeafScore, scoreLeaf } from './scoreLeaf.ts'

/** Changes whenever the same files may give another score sheet. */
export const engineVersion = '0.1.0'

/**
 * Scores one submission under one rule set and explains every point.
 *
 * Both must have passed the decoders and {@link lintRuleSet}; a broken invariant throws.
 * Neither is changed, and the order of values in the submission does not matter.
 *
 * @param scoredAt ISO instant to write into the sheet; the engine reads no clock
 */
export function scoreSubmission(ruleSet: RuleSet, submission: Submission, scoredAt: string): ScoreSheet {
  const inputs: Inputs = {
    metrics: new Map(ruleSet.metrics.map(metric => [metric.id, metric])),
    values: new Map(submission.values.map(value => [value.metricId, value])),
    submission,
  }
  const poolOf = new Map(ruleSet.pools.flatMap(pool => pool.criterionIds.map(id => [id, pool.id] as const)))
  const places = walkCriteria(ruleSet)
  const exemptions = exemptionsOf(ruleSet.criteria, submission)
  const leaves = new Map(
    places
      .filter(place => isLeaf(place.criterion))
      .map(({ criterion }) => [
        criterion.id,
        scoreLeaf(
          criterion,
          ruleSet.rounding,
          inputs,
          poolOf.get(criterion.id),
          exemptions.get(criterion.id),
        ),
      ]),
  )
  const pools = scorePools(ruleSet, inputs, leaves)
  const rolled = rollUp(ruleSet, leaves, new Map(pools.map(({ score, total }) => [score.poolId, total])))

  const nodes = places.map(place =>
    nodeScore(place, rolled.nodes.get(place.criterion.id), leaves, submission),
  )
  const { total } = rolled
  if (!total.maxPoints) throw new Error(`rule set "${ruleSet.id}": the maximum of what applies is unknown`)
  const points = nodePoints(total)
  const open = points.kind === 'unknown'
  const percent = open ? null : percentOf(total)
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
      maxPoints: formatExact(total.maxPoints),
      percent,
      gapToMax: open ? null : gapOf(total),
      bandIds: bandIdsOf(ruleSet.bands, percent),
      missingLeaves: total.missingLeaves,
      notApplicableLeaves: total.notApplicableLeaves,
      notIncurredLeaves: nodes.filter(node => scoredBy(node, 'denominatorZero')).length,
      scoredWithoutFigures: nodes.filter(node => scoredBy(node, 'missingByPolicy')).length,
      items: countItems(ruleSet, places, rolled.nodes),
      provenance: submission.published?.provenance ?? null,
    },
    nodes,
    pools: pools.map(pool => pool.score),
    losses: open
      ? []
      : lossLadder(
          nodes,
          pools.map(pool => pool.score),
          total,
        ),
    reconciliation: submission.published ? reconcile(ruleSet, rolled, submission.published) : null,
  }
}

/** Reason by leaf id; an exempt area exempts every leaf below it. */
function exemptionsOf(criteria: readonly Criterion[], submission: Submission): ReadonlyMap<string, string> {
  const stated = new Map((submission.notApplicable ?? []).map(entry => [entry.criterionId, entry.reason]))
  const reasons = new Map<string, string>()
  const visit = (criterion: Criterion, inherited: string | undefined) => {
    const reason = stated.get(criterion.id) ?? inherited
    if (reason !== undefined) reasons.set(criterion.id, reason)
    criterion.subCriteria?.forEach(child => {
      visit(child, reason)
    })
  }
  criteria.forEach(criterion => {
    visit(criterion, undefined)
  })
  return reasons
}

function scorePools(
  ruleSet: RuleSet,
  inputs: Inputs,
  leaves: ReadonlyMap<string, LeafScore>,
): readonly { score: PoolScore; total: PoolTotal }[] {
  return ruleSet.pools.map(pool => {
    const maxPoints = parseExact(pool.maxPoints)
    const reported = explainReported(pool.id, inputs)
    const own = pool.criterionIds.flatMap(id => {
      const outcome = leaves.get(id)?.outcome
      return outcome?.kind === 'scored' ? [parseExact(outcome.points)] : []
    })
    const allKnown = own.length === pool.criterionIds.length
    const settled = reported.points !== null || allKnown
    const from = reported.points === null ? sum(own) : parseExact(reported.points)
    const to = settled ? from : maxPoints
    return {
      total: { from, to, settled },
      score: {
        poolId: pool.id,
        name: pool.name,
        nameEn: pool.nameEn,
        shortName: pool.shortName ?? pool.name,
        shortNameEn: pool.shortNameEn ?? pool.nameEn,
        criterionIds: pool.criterionIds,
        maxPoints: formatExact(maxPoints),
        points: { from: formatExact(from), to: formatExact(to) },
        gapToMax: { from: formatExact(subtract(maxPoints, to)), to: formatExact(subtract(maxPoints, from)) },
        maxProvenance: pool.provenance,
        pointsProvenance: reported.provenance,
      },
    }
  })
}

function nodeScore(
  { criterion, parentId, depth }: CriterionPlace,
  node: NodeTotal | undefined,
  leaves: ReadonlyMap<string, LeafScore>,
  submission: Submission,
): NodeScore {
  if (!node) throw new Error(`criterion "${criterion.id}" was not rolled up`)
  const leaf = leaves.get(criterion.id)
  const points = nodePoints(node)
  const known = points.kind === 'known' && node.maxPoints !== null
  const { rule } = leaf?.explanation ?? {}
  return {
    criterionId: criterion.id,
    code: criterion.code,
    name: criterion.name,
    nameEn: criterion.nameEn,
    shortName: criterion.shortName ?? criterion.name,
    shortNameEn: criterion.shortNameEn ?? criterion.nameEn,
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
        ? gapToTarget(
            rule,
            leaf?.explanation.rounding.find(applied => applied.place === 'ratio')?.step ?? null,
          )
        : null,
    missingLeaves: node.missingLeaves,
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

/** Points ÷ maximum × 100; null when nothing applies ("không xét"). */
function percentOf({ from, to, maxPoints }: NodeTotal): Interval | null {
  if (!maxPoints || compare(maxPoints, zero) === 0) return null
  return {
    from: formatExact(multiply(divide(from, maxPoints), hundred)),
    to: formatExact(multiply(divide(to, maxPoints), hundred)),
  }
}

function gapOf({ from, to, maxPoints }: NodeTotal): Interval | null {
  if (!maxPoints) return null
  return { from: formatExact(subtract(maxPoints, to)), to: formatExact(subtract(maxPoints, from)) }
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
