import type { RatioRule, RoundingStep } from '../../model/ruleSet.ts'
import type { ExplainedRatio, RatioBranch } from '../../model/scoreSheet.ts'
import {
  add,
  compare,
  divide,
  formatExact,
  hundred,
  multiply,
  parseExact,
  type Rational,
  round,
  subtract,
  zero,
} from '../exact.ts'
import { type Inputs, readInput } from './readInput.ts'

/**
 * Points for numerator ÷ denominator measured against a target.
 *
 * Full points at or past `targetPercent`. Short of it, by `scaling`:
 * - `share`: share × max (QĐ 766, 2.1: 393.087/443.565 × 20)
 * - `shareOfTarget`: share ÷ target × max (QĐ 766, 5.4: full from 90%)
 * - `fromFloor`: (share − floor) ÷ (target − floor) × max, none at the floor; the only
 *   one that also runs downwards, with target below floor
 * Short of `floorPercent` there are no points under any scaling.
 *
 * The percentage is rounded first when the rule set rounds ratios (QĐ 766 payment leaves).
 * A missing figure stays missing unless the rule set says otherwise: zero would be a claim
 * the agency never made.
 *
 * @param ratioRounding rounding of the percentage (0–100), null for none
 * @returns points before leaf rounding, null when the rule gives none
 */
export function explainRatio(
  rule: RatioRule,
  maxPoints: Rational,
  ratioRounding: RoundingStep | null,
  inputs: Inputs,
): ExplainedRatio {
  const numerator = readInput(inputs, rule.numerator, 'numerator')
  const denominator = readInput(inputs, rule.denominator, 'denominator')
  const common = {
    kind: 'ratio',
    numerator,
    denominator,
    targetPercent: rule.targetPercent,
    floorPercent: rule.floorPercent ?? null,
    direction: rule.direction,
    scaling: rule.scaling,
    maxPoints: formatExact(maxPoints),
  } as const

  if (numerator.state === 'notApplicable' || denominator.state === 'notApplicable')
    return { ...common, ...emptyBranch('missingByPolicy', 'notApplicable', maxPoints) }
  if (numerator.value === null || denominator.value === null)
    return { ...common, ...emptyBranch('missingByPolicy', rule.whenMissing, maxPoints) }

  const over = parseExact(denominator.value)
  if (compare(over, zero) === 0)
    return { ...common, ...emptyBranch('denominatorZero', rule.whenDenominatorZero, maxPoints) }

  const exact = multiply(divide(parseExact(numerator.value), over), hundred)
  const percent = round(exact, ratioRounding)
  const branch = branchOf(rule, percent)
  return {
    ...common,
    percent: formatExact(exact),
    roundedPercent: ratioRounding ? formatExact(percent) : null,
    branch,
    policy: null,
    points: formatExact(pointsOf(rule, branch, percent, maxPoints)),
  }
}

function emptyBranch(
  branch: 'denominatorZero' | 'missingByPolicy',
  policy: RatioRule['whenMissing'],
  maxPoints: Rational,
) {
  const points = policy === 'full' ? formatExact(maxPoints) : policy === 'zero' ? '0' : null
  return { percent: null, roundedPercent: null, branch, policy, points }
}

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

/** Points a percentage earns under a ratio rule, before leaf rounding. */
export function pointsAtPercent(rule: RatioRule, percent: Rational, maxPoints: Rational): Rational {
  return pointsOf(rule, branchOf(rule, percent), percent, maxPoints)
}

/**
 * The percentage that earns exactly `points` of `maxPoints` under a ratio rule; the inverse of
 * {@link explainRatio} on its sloping part.
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
