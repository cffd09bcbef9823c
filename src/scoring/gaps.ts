import type { RoundingStep } from '../model/ruleSet.ts'
import type { ExplainedRatio, GapToTarget, LossStep, NodeScore, PoolScore } from '../model/scoreSheet.ts'
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  formatExact,
  hundred,
  multiply,
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
  const common = {
    targetPercent: ratio.targetPercent,
    unit: ratio.numerator.unit,
    unitEn: ratio.numerator.unitEn,
  }
  if (ratio.branch === 'atTarget') return { ...common, percentPoints: '0', count: '0' }

  const target = parseExact(ratio.targetPercent)
  const percent = parseExact(ratio.roundedPercent ?? ratio.percent)
  const difference = subtract(target, percent)
  const denominator = parseExact(ratio.denominator.value)
  const numerator = parseExact(ratio.numerator.value)
  const rising = ratio.direction === 'higherIsBetter'
  const reaches = (count: Rational) => {
    const reached = round(multiply(divide(count, denominator), hundred), ratioRounding)
    return rising ? compare(reached, target) >= 0 : compare(reached, target) <= 0
  }
  // A rounded percentage may reach the target up to half a unit of its last place early.
  const early = ratioRounding && ratioRounding.mode !== 'truncate' ? halfUnit(ratioRounding.places) : zero
  const reachedAt = rising ? subtract(target, early) : add(target, early)
  const exactCount = divide(multiply(reachedAt, denominator), hundred)
  let count = rising ? ceiling(exactCount) : floor(exactCount)
  while (!reaches(count)) count = rising ? add(count, one) : subtract(count, one)
  const needed = subtract(count, numerator)
  return {
    ...common,
    percentPoints: formatExact(rising ? difference : subtract(zero, difference)),
    count: formatExact(rising ? needed : subtract(zero, needed)),
  }
}

function halfUnit(places: number): Rational {
  return divide(one, multiply({ n: 2n, d: 1n }, { n: 10n ** BigInt(places), d: 1n }))
}

type Loss = Omit<LossStep, 'from' | 'to' | 'remaining'>

const order = { lost: 0, unexplained: 1, rounding: 2, missing: 3 } as const

/**
 * The ladder of lost points from the maximum down to the score. The steps add up exactly:
 * without missing figures the last `to` is the score, with them it is the lower end.
 *
 * @param bestPoints upper end of the total, after all rounding
 */
export function lossLadder(
  nodes: readonly NodeScore[],
  pools: readonly PoolScore[],
  maxPoints: Rational,
  bestPoints: Rational,
): readonly LossStep[] {
  const losses: Loss[] = [...nodes.flatMap(leafLoss), ...pools.flatMap(poolLoss)]
  const sure = sum(losses.filter(loss => loss.kind !== 'missing').map(loss => parseExact(loss.lost)))
  const takenByRounding = subtract(subtract(maxPoints, bestPoints), sure)
  if (compare(takenByRounding, zero) !== 0)
    losses.push({
      nodeId: 'rounding',
      kind: 'rounding',
      certainty: 'stated',
      lost: formatExact(takenByRounding),
      points: null,
      maxPoints: '0',
      notIncurred: false,
    })

  const sorted = losses.toSorted(
    (a, b) => order[a.kind] - order[b.kind] || compare(parseExact(b.lost), parseExact(a.lost)),
  )
  let level = maxPoints
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

/** Whether a leaf's score rests on a zero denominator. */
export function isNotIncurred(node: NodeScore): boolean {
  const rule = node.explanation?.rule
  return rule?.kind === 'ratio' && rule.branch === 'denominatorZero'
}

function leafLoss(node: NodeScore): readonly Loss[] {
  if (!node.isLeaf || node.maxPoints === null || node.outcome === null) return []
  const notIncurred = isNotIncurred(node)
  const common = { nodeId: node.criterionId, maxPoints: node.maxPoints, notIncurred }
  if (node.outcome.kind === 'scored') {
    const lost = subtract(parseExact(node.maxPoints), parseExact(node.outcome.points))
    if (compare(lost, zero) <= 0) return []
    const { points, certainty } = node.outcome
    return [{ ...common, kind: 'lost', certainty, lost: formatExact(lost), points }]
  }
  if (node.outcome.kind === 'notApplicable' || compare(parseExact(node.maxPoints), zero) === 0) return []
  return [{ ...common, kind: 'missing', certainty: 'stated', lost: node.maxPoints, points: null }]
}

function poolLoss(pool: PoolScore): readonly Loss[] {
  const common = { nodeId: pool.poolId, maxPoints: pool.maxPoints, notIncurred: false }
  if (pool.points.from !== pool.points.to)
    return [{ ...common, kind: 'missing', certainty: 'stated', lost: pool.maxPoints, points: null }]
  if (pool.gapToMax.to === '0') return []
  const certainty = pool.pointsProvenance?.certainty ?? 'inferred'
  return [{ ...common, kind: 'unexplained', certainty, lost: pool.gapToMax.to, points: pool.points.to }]
}

/** Points several criteria can still win back together; those out of reach count nothing. */
export function recoverablePoints(criterionIds: readonly string[], nodes: readonly NodeScore[]): Rational {
  return sum(
    nodes.flatMap(node =>
      criterionIds.includes(node.criterionId) && node.outOfReach === null && node.gapToMax !== null
        ? [parseExact(node.gapToMax.from)]
        : [],
    ),
  )
}
