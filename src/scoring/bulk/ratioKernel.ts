import { divide, hundred, multiply, parseExact, subtract } from '../exact.ts'
import { columnAt, type KernelContext, powerOf, type RuleOf } from './context.ts'
import {
  fraction,
  type Kernel,
  kernelOf,
  type Lane,
  longest,
  policyOfAbsence,
  writeLong,
  writePolicy,
} from './lane.ts'

/** A straight line in the percentage: points × 10^places = (percent × rise − fall) ÷ scale. */
type Line = { readonly rise: number; readonly fall: number; readonly scale: number }

/**
 * A plain ratio, or its complement, by whole numbers only.
 * The percentage stands as part ÷ base: base is denominator × 10^p of the numerator's decimals, or a
 * power of ten once the rule set has rounded it.
 * @returns null for what only the exact path knows (other shares, coefficient, competing denominators)
 */
export function ratioKernel(rule: RuleOf<'ratio'>, context: KernelContext): Kernel | null {
  if (rule.otherShares?.length || rule.coefficient !== undefined) return null
  if (rule.orDenominator !== undefined || rule.fallbackDenominator) return null
  return kernelOf(prepareRatio(rule, context), ratioLoop)
}

function prepareRatio(rule: RuleOf<'ratio'>, context: KernelContext) {
  const [numerator, denominator] = [columnAt(context, rule.numerator), columnAt(context, rule.denominator)]
  const columns = [numerator, denominator]
  const [tops, bottoms] = [numerator.values, denominator.values]
  // percent = top × toPercent ÷ (bottom × toBase)
  const { top: toPercent, bottom: toBase } = fraction(
    multiply(hundred, powerOf(denominator.places - numerator.places)),
  )
  const { max, span, states, ratioRounding, roundsHalfUp } = context
  const rising = rule.direction === 'higherIsBetter'
  const complement = rule.complement === true
  const target = fraction(parseExact(rule.targetPercent))
  const floor = rule.floorPercent === undefined ? null : fraction(parseExact(rule.floorPercent))
  const floorPays = rule.scaling !== 'fromFloor'
  const line = lineOf(rule, context)
  const unit = ratioRounding ? 10 ** ratioRounding.places : 0
  const mode = ratioRounding?.mode ?? 'halfUp'

  return {
    tops,
    bottoms,
    columns,
    toPercent,
    toBase,
    max,
    span,
    states,
    roundsHalfUp,
    rising,
    complement,
    target,
    floor,
    floorPays,
    line,
    unit,
    mode,
    whenDenominatorZero: rule.whenDenominatorZero,
  }
}

/** The percentage stands as part ÷ base throughout. */
function ratioLoop(
  {
    tops,
    bottoms,
    columns,
    toPercent,
    toBase,
    max,
    span,
    states,
    roundsHalfUp,
    rising,
    complement,
    target,
    floor,
    floorPays,
    line,
    unit,
    mode,
    whenDenominatorZero,
  }: ReturnType<typeof prepareRatio>,
  from: number,
  count: number,
  out: Lane,
): boolean {
  const { top, bottom } = out
  for (let at = 0; at < count; at += 1) {
    const row = from + at
    const n = tops[row] as number
    const d = bottoms[row] as number
    if (Number.isNaN(n) || Number.isNaN(d)) {
      const policy = policyOfAbsence(columns, row, states)
      if (policy) writePolicy(policy, out, at, max, span)
      else writeLong(out, at)
      continue
    }
    if (d === 0) {
      writePolicy(whenDenominatorZero, out, at, max, span)
      continue
    }
    let base = d * toBase
    let part = n * toPercent
    if (base < 0) {
      base = -base
      part = -part
    }
    if (complement) {
      // Two long numbers could differ by a short one that is not exact.
      part = 100 * base <= longest && Math.abs(part) <= longest ? 100 * base - part : Number.NaN
    }
    if (unit !== 0) {
      part = roundedPart(part, base, unit, mode)
      base = unit
    }
    const reached = part * target.bottom
    const wanted = target.top * base
    // Products past 2^52 are no longer surely exact; a part that could not be rounded is NaN.
    if (!(Math.abs(reached) <= longest && wanted <= longest)) {
      writeLong(out, at)
      continue
    }
    if (rising ? reached >= wanted : reached <= wanted) {
      top[at] = max.top
      bottom[at] = max.bottom
      continue
    }
    if (floor !== null) {
      const level = part * floor.bottom
      const least = floor.top * base
      if (!(Math.abs(level) <= longest && least <= longest)) {
        writeLong(out, at)
        continue
      }
      const toFloor = rising ? level - least : least - level
      if (toFloor < 0 || (toFloor === 0 && !floorPays)) {
        top[at] = 0
        bottom[at] = 1
        continue
      }
    }
    const risen = part * line.rise
    const fallen = line.fall * base
    const points = risen - fallen
    const below = line.scale * base
    if (!(Math.abs(risen) <= longest && Math.abs(fallen) <= longest)) writeLong(out, at)
    else if (!roundsHalfUp) {
      top[at] = points < 0 ? 0 : points
      bottom[at] = below
    } else {
      const doubled = 2 * points + below
      if (points < 0) top[at] = 0
      else if (doubled <= longest) top[at] = Math.floor(doubled / (2 * below))
      else writeLong(out, at)
    }
  }
  return roundsHalfUp
}

/** Rounds a percentage (part ÷ base) to whole parts of 1 ÷ unit; NaN when the numbers are too long. */
export function roundedPart(
  part: number,
  base: number,
  unit: number,
  mode: 'halfUp' | 'halfEven' | 'truncate',
): number {
  const scaled = Math.abs(part) * unit
  if (!(scaled * 2 + base <= longest)) return Number.NaN
  let rounded: number
  if (mode === 'halfUp') rounded = Math.floor((2 * scaled + base) / (2 * base))
  else {
    const cut = Math.floor(scaled / base)
    const twice = 2 * (scaled - cut * base)
    const up = mode === 'halfEven' && (twice > base || (twice === base && cut % 2 === 1))
    rounded = up ? cut + 1 : cut
  }
  return part < 0 ? -rounded : rounded
}

function lineOf(rule: RuleOf<'ratio'>, { maxPoints, places }: KernelContext): Line {
  const units = multiply(maxPoints, powerOf(places))
  const target = parseExact(rule.targetPercent)
  if (rule.scaling !== 'fromFloor') {
    const { top, bottom } = fraction(divide(units, rule.scaling === 'share' ? hundred : target))
    return { rise: top, fall: 0, scale: bottom }
  }
  const floor = parseExact(rule.floorPercent ?? '0')
  const slope = divide(units, subtract(target, floor))
  const [rise, fall] = [fraction(slope), fraction(multiply(slope, floor))]
  return { rise: rise.top * fall.bottom, fall: fall.top * rise.bottom, scale: rise.bottom * fall.bottom }
}
