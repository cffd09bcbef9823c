import type {
  BranchCondition,
  ExplainedBranch,
  ExplainedRatio,
  FormulaStep,
} from '../../model/explanation.ts'
import type { RatioRule } from '../../model/rules.ts'
import {
  add,
  compare,
  divide,
  formatExact,
  hundred,
  larger,
  multiply,
  parseExact,
  type Rational,
  round,
  subtract,
  zero,
} from '../exact.ts'
import { figuresOfShare, takeShare, trendOfShare } from './ratioShare.ts'
import { pointsByPolicy, type RuleKind } from './ruleKind.ts'
import { earns, equals, number, operation, percent as percentTerm } from './terms.ts'

/**
 * Points for a share measured against a target.
 *
 * Full points at or past `targetPercent`. Short of it, by `scaling`:
 * - `share`: share × max (QĐ 766, 2.1: 393.087/443.565 × 20)
 * - `shareOfTarget`: share ÷ target × max (QĐ 766, 5.4: full from 90%)
 * - `fromFloor`: (share − floor) ÷ (target − floor) × max, none at the floor; the only
 *   one that also runs downwards, with target below floor
 * Short of `floorPercent` there are no points under any scaling.
 *
 * What the share is made of (complement, larger denominator, coefficient) stands in ratioShare.ts.
 * The percentage is rounded first when the rule set rounds ratios (QĐ 766 payment leaves).
 * A missing figure stays missing unless the rule set says otherwise: zero would be a claim
 * the agency never made.
 */
export const ratioKind: RuleKind<RatioRule> = {
  run(rule, context) {
    const { maxPoints, ratioRounding } = context
    const share = takeShare(rule, context)
    const percent = share.percent && round(share.percent, ratioRounding)
    const branch = percent && branchOf(rule, percent)
    const unlimited = percent && branch && pointsOf(rule, branch, percent, maxPoints)
    // 100% − a sum past 100% would take points away that were never there.
    const earned = unlimited && larger(unlimited, zero)
    const points = share.empty ? pointsByPolicy(share.empty.policy, maxPoints) : earned
    // Written out: spreading other objects into it takes longer than all the arithmetic.
    const detail: ExplainedRatio = {
      kind: 'ratio',
      inputs: share.inputs,
      numerator: share.numerator,
      denominator: share.denominator,
      isPlain: share.isPlain,
      coefficientId: rule.coefficient,
      percent: share.percent && formatExact(share.percent),
      roundedPercent: percent && ratioRounding ? formatExact(percent) : null,
      targetPercent: rule.targetPercent,
      floorPercent: rule.floorPercent ?? null,
      direction: rule.direction,
      scaling: rule.scaling,
      atTarget: branch === 'atTarget',
      empty: share.empty,
      steps:
        percent && branch && unlimited
          ? [...share.steps, pointsStep(rule, branch, percent, maxPoints, unlimited)]
          : share.steps,
      branches: branchesOf(rule, branch, maxPoints),
      cap: unlimited && compare(unlimited, zero) < 0 ? { side: 'least', limit: '0' } : null,
      maxPoints: formatExact(maxPoints),
      points: points && formatExact(points),
      range: { from: '0', to: formatExact(maxPoints) },
    }
    return { points, detail }
  },
  figures: figuresOfShare,
  bounds: (_, maxPoints) => ({ least: zero, most: maxPoints }),
  trend: (rule, metricId) =>
    trendOfShare(rule, metricId, rule.direction === 'higherIsBetter' ? 'rising' : 'falling'),
}

/** Which way through the rule a percentage takes. */
type RatioBranch = 'atTarget' | 'belowTarget' | 'atFloorOrShort'

/** Positive when `percent` is past `threshold` in the rule's own direction. */
function past(rule: RatioRule, percent: Rational, threshold: string): number {
  const difference = compare(percent, parseExact(threshold))
  return rule.direction === 'higherIsBetter' ? difference : -difference
}

function branchOf(rule: RatioRule, percent: Rational): RatioBranch {
  if (past(rule, percent, rule.targetPercent) >= 0) return 'atTarget'
  if (rule.floorPercent !== undefined) {
    const beyondFloor = past(rule, percent, rule.floorPercent)
    if (beyondFloor < 0 || (beyondFloor === 0 && rule.scaling === 'fromFloor')) return 'atFloorOrShort'
  }
  return 'belowTarget'
}

function pointsOf(rule: RatioRule, branch: RatioBranch, percent: Rational, maxPoints: Rational): Rational {
  if (branch === 'atTarget') return maxPoints
  if (branch === 'atFloorOrShort') return zero
  const target = parseExact(rule.targetPercent)
  const floor = parseExact(rule.floorPercent ?? '0')
  const share =
    rule.scaling === 'share'
      ? divide(percent, hundred)
      : rule.scaling === 'shareOfTarget'
        ? divide(percent, target)
        : divide(subtract(percent, floor), subtract(target, floor))
  return multiply(share, maxPoints)
}

function pointsStep(
  rule: RatioRule,
  branch: RatioBranch,
  percent: Rational,
  maxPoints: Rational,
  points: Rational,
): FormulaStep {
  const own = percentTerm(percent)
  if (branch !== 'belowTarget') return earns(own, points)
  const [target, floor] = [percentTerm(rule.targetPercent), percentTerm(rule.floorPercent ?? '0')]
  const share =
    rule.scaling === 'share'
      ? own
      : rule.scaling === 'shareOfTarget'
        ? operation('÷', own, target)
        : rule.direction === 'higherIsBetter'
          ? operation('÷', operation('−', own, floor), operation('−', target, floor))
          : // The same share, written without negative numbers.
            operation('÷', operation('−', floor, own), operation('−', floor, target))
  return equals('points', operation('×', share, number(maxPoints)), points)
}

/** Full points, slope and floor in reading order, each with the stretch of percentages it covers. */
function branchesOf(
  rule: RatioRule,
  taken: RatioBranch | null,
  maxPoints: Rational,
): readonly ExplainedBranch[] {
  const rising = rule.direction === 'higherIsBetter'
  const { targetPercent: target, floorPercent: floor = null } = rule
  const floorPays = rule.scaling !== 'fromFloor'
  const stretch = (
    low: string | null,
    lowIn: boolean,
    high: string | null,
    highIn: boolean,
  ): BranchCondition =>
    rising
      ? { kind: 'range', of: 'percent', from: low, fromInclusive: lowIn, to: high, toInclusive: highIn }
      : { kind: 'range', of: 'percent', from: high, fromInclusive: highIn, to: low, toInclusive: lowIn }
  const branches: ExplainedBranch[] = [
    {
      when: stretch(target, true, null, false),
      gives: { kind: 'full', points: formatExact(maxPoints) },
      taken: taken === 'atTarget',
    },
    {
      when: stretch(floor, floorPays, target, false),
      gives: { kind: 'slope', scaling: rule.scaling },
      taken: taken === 'belowTarget',
    },
  ]
  if (floor !== null)
    branches.push({
      when: stretch(null, false, floor, !floorPays),
      gives: { kind: 'points', points: '0' },
      taken: taken === 'atFloorOrShort',
    })
  return branches
}

/** Points a percentage earns under a ratio rule, before leaf rounding. */
export function pointsAtPercent(rule: RatioRule, percent: Rational, maxPoints: Rational): Rational {
  return pointsOf(rule, branchOf(rule, percent), percent, maxPoints)
}

/**
 * The percentage that earns exactly `points` of `maxPoints` under a ratio rule; the inverse of
 * {@link pointsAtPercent} on its sloping part.
 * @returns null at or beyond full points, at zero, and for points the rule jumps over
 */
export function percentEarning(rule: RatioRule, points: Rational, maxPoints: Rational): Rational | null {
  if (compare(points, zero) <= 0 || compare(points, maxPoints) >= 0) return null
  const share = divide(points, maxPoints)
  const target = parseExact(rule.targetPercent)
  const floor = parseExact(rule.floorPercent ?? '0')
  const percent =
    rule.scaling === 'share'
      ? multiply(share, hundred)
      : rule.scaling === 'shareOfTarget'
        ? multiply(share, target)
        : add(floor, multiply(share, subtract(target, floor)))
  return compare(pointsAtPercent(rule, percent, maxPoints), points) === 0 ? percent : null
}
