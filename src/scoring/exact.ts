import type { Exact } from '../model/exact.ts'
import type { RoundingStep } from '../model/ruleSet.ts'

/**
 * Exact rational number: numerator over a positive denominator. Reduced only when it is written
 * down or grows long, because the common divisor costs more than the arithmetic itself.
 * All scoring runs on these; see decisions/exact-arithmetic.md.
 */
export type Rational = { readonly n: bigint; readonly d: bigint }

export const zero: Rational = { n: 0n, d: 1n }
export const one: Rational = { n: 1n, d: 1n }
export const hundred: Rational = { n: 100n, d: 1n }

const safe = BigInt(Number.MAX_SAFE_INTEGER)
/** Denominators past this are reduced at once, so that long sums stay short. */
const longDenominator = 1n << 64n

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  // BigInt remainders are slow: as soon as both fit, plain numbers go on.
  while (x > safe || y > safe) {
    if (y === 0n) return x
    ;[x, y] = [y, x % y]
  }
  let [p, q] = [Number(x), Number(y)]
  while (q !== 0) [p, q] = [q, p % q]
  return BigInt(p)
}

function reduce({ n, d }: Rational): Rational {
  if (d === 1n) return { n, d }
  const divisor = greatestCommonDivisor(n, d)
  return divisor === 1n ? { n, d } : { n: n / divisor, d: d / divisor }
}

function rational(n: bigint, d: bigint): Rational {
  return d > longDenominator ? reduce({ n, d }) : { n, d }
}

const powersOfTen = Array.from({ length: 32 }, (_, exponent) => 10n ** BigInt(exponent))

/** 10 to a whole power from 0 up. */
export function powerOfTen(exponent: number): bigint {
  return powersOfTen[exponent] ?? 10n ** BigInt(exponent)
}

/**
 * Reads a Decimal ("10.1352") or Exact ("4223/5625") text.
 * @throws when the text is neither; decoded files never hold such text
 */
export function parseExact(text: Exact): Rational {
  const match = /^(-?\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text)
  if (!match) throw new Error(`not an exact number: "${text}"`)
  const [, whole = '', decimals, denominator] = match
  if (decimals !== undefined) return { n: BigInt(whole + decimals), d: powerOfTen(decimals.length) }
  if (denominator === undefined) return { n: BigInt(whole), d: 1n }
  const d = BigInt(denominator)
  if (d === 0n) throw new Error(`division by zero: ${text}`)
  return { n: BigInt(whole), d }
}

/** Canonical text: a decimal where the value terminates, otherwise the reduced fraction. */
export function formatExact(value: Rational): Exact {
  if (value.d === 1n) return String(value.n)
  const { n, d } = reduce(value)
  if (d === 1n) return String(n)
  const places = terminatingPlaces(d)
  if (places === null) return `${n}/${d}`
  const scaled = (n * powerOfTen(places)) / d
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0')
  return `${n < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** Decimals a reduced fraction over `d` needs; null when it never ends. */
function terminatingPlaces(d: bigint): number | null {
  let [twos, fives] = [0, 0]
  if (d <= safe) {
    let rest = Number(d)
    for (; rest % 2 === 0; rest /= 2) twos += 1
    for (; rest % 5 === 0; rest /= 5) fives += 1
    return rest === 1 ? Math.max(twos, fives) : null
  }
  let rest = d
  for (; rest % 2n === 0n; rest /= 2n) twos += 1
  for (; rest % 5n === 0n; rest /= 5n) fives += 1
  return rest === 1n ? Math.max(twos, fives) : null
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : rational(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function subtract(a: Rational, b: Rational): Rational {
  return a.d === b.d ? { n: a.n - b.n, d: a.d } : rational(a.n * b.d - b.n * a.d, a.d * b.d)
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d)
}

/** @throws when `b` is zero */
export function divide(a: Rational, b: Rational): Rational {
  if (b.n === 0n) throw new Error(`division by zero: ${a.n}/${a.d} ÷ 0`)
  return b.n < 0n ? rational(-a.n * b.d, a.d * -b.n) : rational(a.n * b.d, a.d * b.n)
}

export function negate({ n, d }: Rational): Rational {
  return { n: -n, d }
}

export function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, zero)
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function isZero({ n }: Rational): boolean {
  return n === 0n
}

/** Whether the value has no fraction. */
export function isWhole({ n, d }: Rational): boolean {
  return n % d === 0n
}

export function smaller(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b
}

export function larger(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b
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
  const scale = powerOfTen(step.places)
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
  return { n: negative ? -rounded : rounded, d: scale }
}
