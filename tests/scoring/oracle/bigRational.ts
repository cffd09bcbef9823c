import type { RoundingMode } from '../../../src/model/ruleSet.ts'

/**
 * A fraction in lowest terms over a positive denominator. Written apart from the engine's own arithmetic
 * and as plainly as can be, so that both would have to be wrong in the same way to agree.
 */
export type Fraction = { readonly top: bigint; readonly bottom: bigint }

/** @throws when `bottom` is zero */
export function fraction(top: bigint, bottom = 1n): Fraction {
  if (bottom === 0n) throw new Error(`${top} ÷ 0`)
  const sign = bottom < 0n ? -1n : 1n
  const divisor = commonDivisor(top < 0n ? -top : top, bottom * sign)
  return { top: (sign * top) / divisor, bottom: (sign * bottom) / divisor }
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b)
}

export const nothing = fraction(0n)
export const whole = fraction(1n)

/** Reads "12", "-0.5" or "4/3". */
export function readFraction(text: string): Fraction {
  const [before = '', after] = text.split('/')
  if (after !== undefined) return fraction(BigInt(before), BigInt(after))
  const [digits = '', decimals = ''] = before.split('.')
  return fraction(BigInt(digits + decimals), 10n ** BigInt(decimals.length))
}

/** A decimal where the value ends, else "top/bottom". */
export function writeFraction({ top, bottom }: Fraction): string {
  let rest = bottom
  for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime
  if (rest !== 1n) return `${top}/${bottom}`
  let places = 0
  while (10n ** BigInt(places) % bottom !== 0n) places += 1
  const digits = String((absolute(top) * 10n ** BigInt(places)) / bottom).padStart(places + 1, '0')
  const mark = digits.length - places
  return `${top < 0n ? '-' : ''}${digits.slice(0, mark)}${places === 0 ? '' : `.${digits.slice(mark)}`}`
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.bottom * b.bottom)
}

/** @throws when `b` is zero */
export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom, a.bottom * b.top)
}

export function total(values: readonly Fraction[]): Fraction {
  return values.reduce(plus, nothing)
}

export function isBelow(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom < b.top * a.bottom
}

export function isEqual(a: Fraction, b: Fraction): boolean {
  return a.top === b.top && a.bottom === b.bottom
}

export function greatest(values: readonly Fraction[]): Fraction | null {
  return values.reduce<Fraction | null>((best, each) => (best && !isBelow(best, each) ? best : each), null)
}

export function between(value: Fraction, least: Fraction, most: Fraction): Fraction {
  return isBelow(value, least) ? least : isBelow(most, value) ? most : value
}

/** To decimal places: halves away from zero, halves to the even digit, or cut towards zero. */
export function roundTo(value: Fraction, places: number, mode: RoundingMode): Fraction {
  const scale = 10n ** BigInt(places)
  const exact = absolute(value.top) * scale
  const cut = exact / value.bottom
  const rest = fraction(exact - cut * value.bottom, value.bottom)
  const half = fraction(1n, 2n)
  const goesUp = {
    truncate: false,
    halfUp: !isBelow(rest, half),
    halfEven: isBelow(half, rest) || (isEqual(rest, half) && cut % 2n !== 0n),
  }[mode]
  const rounded = goesUp ? cut + 1n : cut
  return fraction(value.top < 0n ? -rounded : rounded, scale)
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}
