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
  const common = { direction, targetPercent, unit, unitEn }
  if (ratio.atTarget) return { ...common, percentPoints: '0', count: '0' }

  const target = parseExact(targetPercent)
  const short = subtract(target, parseExact(ratio.roundedPercent ?? ratio.percent))
  const numerator = parseExact(ratio.numerator.value)
  const denominator = parseExact(ratio.denominator.value)
  const rising = direction === 'higherIsBetter'
  const reached = countReaching(target, denominator, rising, ratioRounding)
  const needed = subtract(reached, numerator)
  const counted = ratio.isPlain && [numerator, denominator].every(isWhole)
  return {
    ...common,
    percentPoints: formatExact(rising ? short : subtract(zero, short)),
    count: counted ? formatExact(rising ? needed : subtract(zero, needed)) : null,
  }
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
  const unit = { n: 1n, d: 10n ** BigInt(places) }
  const steps = divide(target, unit)
  const onGrid = multiply(rising ? ceiling(steps) : floor(steps), unit)
  const half = divide(unit, { n: 2n, d: 1n })
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
  const losses: Loss[] = [
    ...inTree.map(loss => ({ ...loss, lost: formatExact(multiply(parseExact(loss.lost), factor)) })),
    ...adjustments.flatMap(adjustmentLoss),
  ]
  const sumOf = (open: boolean) =>
    sum(losses.filter(loss => (loss.kind === 'missing') === open).map(loss => parseExact(loss.lost)))
  // Rounding of groups and of the total moves either end of the sum of leaves.
  const atBest = subtract(subtract(total.maxPoints, total.to), sumOf(false))
  const atWorst = subtract(subtract(total.to, total.from), sumOf(true))
  if (compare(atBest, zero) !== 0) losses.push(roundingLoss('rounding', atBest))
  if (compare(atWorst, zero) !== 0)
    losses.push({ ...roundingLoss('rounding-open', atWorst), kind: 'missing' })

  const sorted = losses.toSorted(
    (a, b) => order[a.kind] - order[b.kind] || compare(parseExact(b.lost), parseExact(a.lost)),
  )
  let level = total.maxPoints
  let remaining = sum(losses.map(loss => parseExact(loss.lost)))
  return sorted.map((loss, index) => {
    const lost = parseExact(loss.lost)
    const from = level
    level = subtract(level, lost)
    remaining = subtract(remaining, lost)
    return {
      ...loss,
      from: formatExact(from),
      to: formatExact(level),
      remaining: { count: sorted.length - index - 1, lost: formatExact(remaining) },
    }
  })
}

function roundingLoss(nodeId: string, lost: Rational): Loss {
  return {
    nodeId,
    kind: 'rounding',
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

function leafLoss(node: NodeScore): readonly Loss[] {
  if (!node.isLeaf || node.maxPoints === null || node.outcome === null) return []
  const common = { nodeId: node.criterionId, maxPoints: node.maxPoints, notIncurred: node.notIncurred }
  if (node.outcome.kind === 'scored') {
    const lost = subtract(parseExact(node.maxPoints), parseExact(node.outcome.points))
    if (compare(lost, zero) <= 0) return []
    const { points, certainty } = node.outcome
    return [{ ...common, kind: 'lost', certainty, lost: formatExact(lost), points }]
  }
  if (node.outcome.kind === 'notApplicable') return []
  const [from, to] = [parseExact(node.outcome.range.from), parseExact(node.outcome.range.to)]
  const sure = subtract(parseExact(node.maxPoints), to)
  const open = { ...common, certainty: 'stated', points: null } as const
  return [
    ...(compare(sure, zero) > 0 ? [{ ...open, kind: 'lost' as const, lost: formatExact(sure) }] : []),
    ...(compare(to, from) > 0
      ? [{ ...open, kind: 'missing' as const, lost: formatExact(subtract(to, from)) }]
      : []),
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
