import type { Exact } from '../model/exact.ts'
import type { RoundingStep } from '../model/ruleSet.ts'

/**
 * Exact rational number: numerator over a positive denominator, always reduced.
 * All scoring arithmetic runs on these; see decisions/exact-arithmetic.md.
 */
export type Rational = { readonly n: bigint; readonly d: bigint }

export const zero: Rational = { n: 0n, d: 1n }
export const one: Rational = { n: 1n, d: 1n }
export const hundred: Rational = { n: 100n, d: 1n }

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

function reduce(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new Error(`division by zero: ${n}/0`)
  const sign = d < 0n ? -1n : 1n
  const divisor = greatestCommonDivisor(n, d * sign)
  return { n: (n * sign) / divisor, d: (d * sign) / divisor }
}

/**
 * Reads a Decimal ("10.1352") or Exact ("4223/5625") text.
 * @throws when the text is neither; decoded files never hold such text
 */
export function parseExact(text: Exact): Rational {
  const match = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text)
  if (!match) throw new Error(`not an exact number: "${text}"`)
  const [, sign, whole = '', decimals, denominator] = match
  const digits = BigInt(whole + (decimals ?? ''))
  return reduce(
    sign === '-' ? -digits : digits,
    denominator === undefined ? 10n ** BigInt(decimals?.length ?? 0) : BigInt(denominator),
  )
}

/** Canonical text: a decimal where the value terminates, otherwise the reduced fraction. */
export function formatExact({ n, d }: Rational): Exact {
  let rest = d
  let [twos, fives] = [0, 0]
  for (; rest % 2n === 0n; rest /= 2n) twos += 1
  for (; rest % 5n === 0n; rest /= 5n) fives += 1
  if (rest !== 1n) return `${n}/${d}`
  const places = Math.max(twos, fives)
  const scaled = (n * 10n ** BigInt(places)) / d
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0')
  const sign = n < 0n ? '-' : ''
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

export function add(a: Rational, b: Rational): Rational {
  return reduce(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function subtract(a: Rational, b: Rational): Rational {
  return reduce(a.n * b.d - b.n * a.d, a.d * b.d)
}

export function multiply(a: Rational, b: Rational): Rational {
  return reduce(a.n * b.n, a.d * b.d)
}

/** @throws when `b` is zero */
export function divide(a: Rational, b: Rational): Rational {
  return reduce(a.n * b.d, a.d * b.n)
}

export function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, zero)
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Smallest whole number at or above the value. */
export function ceiling({ n, d }: Rational): Rational {
  const quotient = n / d
  return { n: quotient * d < n ? quotient + 1n : quotient, d: 1n }
}

/** Largest whole number at or below the value. */
export function floor({ n, d }: Rational): Rational {
  const quotient = n / d
  return { n: quotient * d > n ? quotient - 1n : quotient, d: 1n }
}

/**
 * Rounds to decimal places. `halfUp` takes halves away from zero, as officials do
 * (1,005 → 1,01), `halfEven` to the even neighbour, `truncate` cuts.
 * `null` leaves the value as it is.
 */
export function round(value: Rational, step: RoundingStep | null): Rational {
  if (step === null) return value
  const scale = 10n ** BigInt(step.places)
  const negative = value.n < 0n
  const scaled = (negative ? -value.n : value.n) * scale
  const cut = scaled / value.d
  const twiceRest = (scaled - cut * value.d) * 2n
  const up =
    step.mode === 'truncate'
      ? false
      : step.mode === 'halfUp'
        ? twiceRest >= value.d
        : twiceRest > value.d || (twiceRest === value.d && cut % 2n === 1n)
  const rounded = up ? cut + 1n : cut
  return reduce(negative ? -rounded : rounded, scale)
}
