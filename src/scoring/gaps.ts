import type { ExplainedRatio } from '../model/explanation.ts'
import type { RoundingStep } from '../model/ruleSet.ts'
import type { AdjustmentScore, GapToTarget, LossStep, NodeScore, PoolScore } from '../model/scoreSheet.ts'
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  formatExact,
  hundred,
  isWhole,
  isZero,
  multiply,
  negate,
  one,
  parseExact,
  type Rational,
  round,
  subtract,
  sum,
  whole,
  zero,
} from './exact.ts'

/**
 * What separates a ratio leaf from full points, in percentage points and whole units.
 *
 * The unit count is the smallest change of the numerator that reaches the target with
 * today's denominator, after the rule set's rounding of the percentage.
 * @returns null while there is no percentage
 */
export function gapToTarget(ratio: ExplainedRatio, ratioRounding: RoundingStep | null): GapToTarget | null {
  if (ratio.percent === null || ratio.numerator.value === null || ratio.denominator.value === null)
    return null
  const { direction, targetPercent } = ratio
  const { unit, unitEn } = ratio.numerator
  const gap = (percentPoints: Rational, count: Rational | null): GapToTarget => ({
    direction,
    targetPercent,
    unit,
    unitEn,
    percentPoints: formatExact(percentPoints),
    count: count && formatExact(count),
  })
  if (ratio.atTarget) return gap(zero, zero)

  const target = parseExact(targetPercent)
  const short = subtract(target, parseExact(ratio.roundedPercent ?? ratio.percent))
  const numerator = parseExact(ratio.numerator.value)
  const denominator = parseExact(ratio.denominator.value)
  const rising = direction === 'higherIsBetter'
  const away = rising ? short : negate(short)
  const counted = ratio.isPlain && isWhole(numerator) && isWhole(denominator)
  if (!counted || compare(denominator, zero) <= 0) return gap(away, null)
  const needed = subtract(countReaching(target, denominator, rising, ratioRounding), numerator)
  return gap(away, rising ? needed : negate(needed))
}

/** The least (or, falling, the most) whole numerator whose rounded percentage reaches the target. */
function countReaching(
  target: Rational,
  denominator: Rational,
  rising: boolean,
  rounding: RoundingStep | null,
): Rational {
  const reaches = (count: Rational) => {
    const percent = round(multiply(divide(count, denominator), hundred), rounding)
    return rising ? compare(percent, target) >= 0 : compare(percent, target) <= 0
  }
  const edge = rounding === null ? target : earliestReaching(target, rising, rounding)
  const exact = divide(multiply(edge, denominator), hundred)
  // The edge itself may round either way, so at most one step is left to take.
  let count = rising ? ceiling(exact) : floor(exact)
  while (!reaches(count)) count = rising ? add(count, one) : subtract(count, one)
  return count
}

/** The unrounded percentage from which rounding reaches the target: half a unit early, or a whole one when cut. */
function earliestReaching(target: Rational, rising: boolean, { places, mode }: RoundingStep): Rational {
  const unit = divide(one, whole(10 ** places))
  const steps = divide(target, unit)
  const onGrid = multiply(rising ? ceiling(steps) : floor(steps), unit)
  const half = divide(unit, whole(2))
  if (rising) return mode === 'truncate' ? onGrid : subtract(onGrid, half)
  return add(onGrid, mode === 'truncate' ? unit : half)
}

type Loss = Omit<LossStep, 'from' | 'to' | 'remaining'>

const order = { lost: 0, unexplained: 1, adjusted: 2, rounding: 3, missing: 4 } as const

/**
 * The ladder of lost points from the maximum down to the score. The steps add up exactly:
 * without missing figures the last `to` is the score, with them it is the lower end.
 *
 * @param factor what a point of the tree counts in the total
 */
export function lossLadder(
  nodes: readonly NodeScore[],
  pools: readonly PoolScore[],
  adjustments: readonly AdjustmentScore[],
  total: { readonly from: Rational; readonly to: Rational; readonly maxPoints: Rational | null },
  factor: Rational,
): readonly LossStep[] {
  if (!total.maxPoints) return []
  const inTree = [...nodes.flatMap(leafLoss), ...pools.flatMap(poolLoss)]
  const losses = [
    ...(compare(factor, one) === 0 ? inTree : inTree.map(loss => rescaledLoss(loss, factor))),
    ...adjustments.flatMap(adjustmentLoss),
  ].map(loss => ({ loss, lost: parseExact(loss.lost) }))
  const push = (loss: Loss) => losses.push({ loss, lost: parseExact(loss.lost) })
  const sumOf = (open: boolean) =>
    sum(losses.filter(({ loss }) => (loss.kind === 'missing') === open).map(({ lost }) => lost))
  // Rounding of groups and of the total moves either end of the sum of leaves.
  const atBest = subtract(subtract(total.maxPoints, total.to), sumOf(false))
  const atWorst = subtract(subtract(total.to, total.from), sumOf(true))
  if (!isZero(atBest)) push(roundingLoss('rounding', 'rounding', atBest))
  if (!isZero(atWorst)) push(roundingLoss('rounding-open', 'missing', atWorst))

  const sorted = losses.toSorted((a, b) => order[a.loss.kind] - order[b.loss.kind] || compare(b.lost, a.lost))
  let level = total.maxPoints
  let [from, remaining, sure] = [formatExact(level), sum(losses.map(({ lost }) => lost)), sumOf(false)]
  return sorted.map(({ loss, lost }, index) => {
    level = subtract(level, lost)
    remaining = subtract(remaining, lost)
    if (loss.kind !== 'missing') sure = subtract(sure, lost)
    // Written out: spreading takes longer than all the arithmetic.
    const step: LossStep = {
      nodeId: loss.nodeId,
      kind: loss.kind,
      certainty: loss.certainty,
      lost: loss.lost,
      from,
      to: formatExact(level),
      points: loss.points,
      maxPoints: loss.maxPoints,
      notIncurred: loss.notIncurred,
      remaining: {
        count: sorted.length - index - 1,
        lost: formatExact(remaining),
        sure: formatExact(sure),
      },
    }
    from = step.to
    return step
  })
}

function rescaledLoss(loss: Loss, factor: Rational): Loss {
  return { ...loss, lost: formatExact(multiply(parseExact(loss.lost), factor)) }
}

function roundingLoss(nodeId: string, kind: 'rounding' | 'missing', lost: Rational): Loss {
  return {
    nodeId,
    kind,
    certainty: 'stated',
    lost: formatExact(lost),
    points: null,
    maxPoints: '0',
    notIncurred: false,
  }
}

/** A bonus loses less than nothing; what a missing figure leaves open comes last. */
function adjustmentLoss({
  adjustmentId,
  effect,
  ceiling,
  points,
  outcome,
}: AdjustmentScore): readonly Loss[] {
  const [from, to] = [parseExact(points.from), parseExact(points.to)]
  const sure = effect === 'bonus' ? negate(to) : from
  const common = { nodeId: adjustmentId, points: null, maxPoints: ceiling, notIncurred: false }
  return [
    ...(isZero(sure)
      ? []
      : [
          {
            ...common,
            kind: 'adjusted' as const,
            certainty: outcome.kind === 'scored' ? outcome.certainty : ('stated' as const),
            lost: formatExact(sure),
          },
        ]),
    ...(compare(to, from) > 0
      ? [
          {
            ...common,
            kind: 'missing' as const,
            certainty: 'stated' as const,
            lost: formatExact(subtract(to, from)),
          },
        ]
      : []),
  ]
}

function leafLoss({
  isLeaf,
  maxPoints,
  outcome,
  criterionId: nodeId,
  notIncurred,
}: NodeScore): readonly Loss[] {
  if (!isLeaf || maxPoints === null || outcome === null || outcome.kind === 'notApplicable') return []
  const max = parseExact(maxPoints)
  if (outcome.kind === 'scored') {
    const { points, certainty } = outcome
    const lost = subtract(max, parseExact(points))
    if (compare(lost, zero) <= 0) return []
    return [{ nodeId, maxPoints, notIncurred, kind: 'lost', certainty, lost: formatExact(lost), points }]
  }
  const [from, to] = [parseExact(outcome.range.from), parseExact(outcome.range.to)]
  const sure = subtract(max, to)
  const open = (kind: Loss['kind'], lost: Rational): Loss => ({
    nodeId,
    maxPoints,
    notIncurred,
    kind,
    certainty: 'stated',
    lost: formatExact(lost),
    points: null,
  })
  return [
    ...(compare(sure, zero) > 0 ? [open('lost', sure)] : []),
    ...(compare(to, from) > 0 ? [open('missing', subtract(to, from))] : []),
  ]
}

function poolLoss(pool: PoolScore): readonly Loss[] {
  const common = { nodeId: pool.poolId, maxPoints: pool.maxPoints, notIncurred: false }
  if (pool.points.from !== pool.points.to)
    return [
      {
        ...common,
        kind: 'missing',
        certainty: 'stated',
        lost: formatExact(subtract(parseExact(pool.points.to), parseExact(pool.points.from))),
        points: null,
      },
    ]
  if (pool.gapToMax.to === '0') return []
  const certainty = pool.pointsProvenance?.certainty ?? 'inferred'
  return [{ ...common, kind: 'unexplained', certainty, lost: pool.gapToMax.to, points: pool.points.to }]
}

/**
 * Points that criteria, groups included, can still win back together; each leaf counts once and
 * leaves out of reach count nothing.
 */
export function recoverablePoints(criterionIds: readonly string[], nodes: readonly NodeScore[]): Rational {
  const named = new Set(criterionIds)
  const outOfReach = new Set<string>()
  // Parents stand before children, so one pass hands down both marks.
  for (const node of nodes) {
    if (node.parentId !== null && named.has(node.parentId)) named.add(node.criterionId)
    if (node.outOfReach !== null || (node.parentId !== null && outOfReach.has(node.parentId)))
      outOfReach.add(node.criterionId)
  }
  return sum(
    nodes.flatMap(node =>
      node.isLeaf &&
      named.has(node.criterionId) &&
      !outOfReach.has(node.criterionId) &&
      node.gapToMax !== null
        ? [parseExact(node.gapToMax.from)]
        : [],
    ),
  )
}
