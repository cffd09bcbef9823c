import { type Exact, type Interval, isSettled } from '../../model/exact.ts'
import type { AdjustmentScore, NodeScore, Outcome, ScoreSheet } from '../../model/scoreSheet.ts'
import type { StageBasis, StageCell } from '../../model/stageColumns.ts'
import type { PublishedResult } from '../../model/submission.ts'
import { formatExact, isZero, negate, parseExact, type Rational, subtract, sum } from '../exact.ts'

/** A settled or open interval of points. */
export function pointsCell(points: Interval, basis: StageBasis): StageCell {
  return {
    state: isSettled(points) ? 'settled' : 'open',
    points: { from: points.from, to: points.to },
    basis,
  }
}

/** A criterion as a sheet of the engine has it. */
export function nodeCell(node: NodeScore): StageCell {
  const { outcome, points, ruleKind } = node
  if (ruleKind === 'monitor') return { state: 'watched' }
  if (outcome) return outcomeCell(outcome, basisOf(node), points?.kind === 'known' ? points : null)
  if (points === null || (node.maxPoints === '0' && node.percent === null)) return { state: 'notApplicable' }
  if (points.kind === 'unknown') return { state: 'unknown', atLeast: points.atLeast }
  return pointsCell(points, 'sum')
}

function basisOf({ explanation, ruleKind }: NodeScore): StageBasis {
  const stage = explanation?.decision?.stage
  if (stage !== undefined) return stage === 'selfAssessment' ? 'claim' : 'decision'
  return ruleKind === 'reported' ? 'published' : 'rule'
}

function outcomeCell(outcome: Outcome, basis: StageBasis, points: Interval | null): StageCell {
  switch (outcome.kind) {
    case 'scored':
      return pointsCell(points ?? { from: outcome.points, to: outcome.points }, basis)
    case 'notApplicable':
      return { state: 'notApplicable' }
    case 'missing':
      return outcome.poolId === undefined ? { state: 'missing', range: outcome.range } : { state: 'pooled' }
    case 'pendingReview':
      return {
        state: outcome.assessedBy === 'survey' ? 'pendingSurvey' : 'pendingReview',
        range: outcome.range,
      }
  }
}

/** A bonus or penalty with its sign: what it adds to the total. */
export function adjustmentCell({ effect, points, outcome, explanation }: AdjustmentScore): StageCell {
  const stage = explanation.decision?.stage
  const basis = stage === undefined ? 'rule' : stage === 'selfAssessment' ? 'claim' : 'decision'
  if (outcome.kind === 'scored') return pointsCell(signed(effect, points), basis)
  const cell = outcomeCell(outcome, basis, null)
  return 'range' in cell ? { ...cell, range: signed(effect, points) } : cell
}

function signed(effect: AdjustmentScore['effect'], { from, to }: Interval): Interval {
  return effect === 'bonus' ? { from, to } : { from: minus(to), to: minus(from) }
}

function minus(points: Exact): Exact {
  return formatExact(negate(parseExact(points)))
}

export function totalCell({ total: { points } }: ScoreSheet): StageCell {
  return points.kind === 'unknown' ? { state: 'unknown', atLeast: points.atLeast } : pointsCell(points, 'sum')
}

/**
 * What somebody published of a node; `total` is the published total. What is only watched has no points,
 * whatever is printed for it.
 */
export function publishedCell(nodeId: string, own: StageCell, { points, total }: PublishedResult): StageCell {
  if (own.state === 'watched') return own
  const found = nodeId === 'total' ? total : points.find(entry => entry.nodeId === nodeId)?.points
  return found === undefined || found === null
    ? { state: 'notStated' }
    : pointsCell({ from: found, to: found }, 'published')
}

/** What bringing the tree back to another maximum, and rounding the total, add to it; null where they do nothing. */
export function totalSteps(sheet: ScoreSheet): {
  readonly rescaling: Interval | null
  readonly rounding: Interval | null
} {
  const { points, unrounded, rescaled } = sheet.total
  if (points.kind === 'unknown' || unrounded === null) return { rescaling: null, rounding: null }
  const adjusted = sheet.adjustments.map(each => signed(each.effect, each.points))
  const gain = (end: 'from' | 'to') =>
    rescaled &&
    subtract(
      parseExact(unrounded[end]),
      sum([parseExact(rescaled.points[end]), ...adjusted.map(each => parseExact(each[end]))]),
    )
  const cut = (end: 'from' | 'to') => subtract(parseExact(points[end]), parseExact(unrounded[end]))
  return {
    rescaling: unlessZero(gain('from'), gain('to')),
    rounding: unlessZero(cut('from'), cut('to')),
  }
}

function unlessZero(from: Rational | null, to: Rational | null): Interval | null {
  if (!from || !to || (isZero(from) && isZero(to))) return null
  return { from: formatExact(from), to: formatExact(to) }
}

/** Last − first where both are one number. */
export function differenceOf(first: StageCell, last: StageCell): Exact | null {
  if (first.state !== 'settled' || last.state !== 'settled') return null
  return formatExact(subtract(parseExact(last.points.to), parseExact(first.points.to)))
}
