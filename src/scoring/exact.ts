import type { Exact } from '../model/exact.ts'
import type { RoundingStep } from '../model/ruleSet.ts'

/**
 * Exact rational number: numerator over a positive denominator, both whole. Plain numbers while every
 * step stays within 2^53, where they are exact too; BigInt from there on. Reduced only when it is written
 * down or grows long, because the common divisor costs more than the arithmetic itself.
 * All scoring runs on these; see decisions/exact-arithmetic.md.
 */
export type Rational = Small | Big
type Small = { readonly n: number; readonly d: number }
type Big = { readonly n: bigint; readonly d: bigint }

export const zero: Rational = { n: 0, d: 1 }
export const one: Rational = { n: 1, d: 1 }
export const hundred: Rational = { n: 100, d: 1 }

const limit = Number.MAX_SAFE_INTEGER
const bigLimit = BigInt(limit)
/** Denominators past this are reduced at once, so that long sums stay short. */
const longDenominator = 1n << 256n

const isSafe = (value: number) => value <= limit && value >= -limit
const isSmall = (value: Rational): value is Small => typeof value.n === 'number'
const grow = (value: Rational): Big =>
  isSmall(value) ? { n: BigInt(value.n), d: BigInt(value.d) } : (value as Big)

/** A whole number. @throws when it has a fraction or is past 2^53 */
export function whole(value: number): Rational {
  if (!Number.isSafeInteger(value)) throw new Error(`not a whole number: ${value}`)
  return { n: value, d: 1 }
}

function divisorOfNumbers(a: number, b: number): number {
  let [x, y] = [Math.abs(a), b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}

function divisorOf(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  // BigInt remainders are slow: as soon as both fit, plain numbers go on.
  while (x > bigLimit || y > bigLimit) {
    if (y === 0n) return x
    ;[x, y] = [y, x % y]
  }
  return BigInt(divisorOfNumbers(Number(x), Number(y)))
}

function reduce(value: Rational): Rational {
  if (isSmall(value)) {
    const divisor = value.d === 1 ? 1 : divisorOfNumbers(value.n, value.d)
    return divisor === 1 ? value : { n: value.n / divisor, d: value.d / divisor }
  }
  const { n, d } = value as Big
  const divisor = divisorOf(n, d)
  return shrink({ n: n / divisor, d: d / divisor })
}

/** Back to plain numbers where both fit. */
function shrink({ n, d }: Big): Rational {
  return d <= bigLimit && n <= bigLimit && n >= -bigLimit ? { n: Number(n), d: Number(d) } : { n, d }
}

function big(n: bigint, d: bigint): Rational {
  if (d > longDenominator) return reduce({ n, d })
  return shrink({ n, d })
}

const powersOfTen = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent)

function bigPowerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent)
}

/**
 * Reads a Decimal ("10.1352") or Exact ("4223/5625") text.
 * @throws when the text is neither; decoded files never hold such text
 */
export function parseExact(text: Exact): Rational {
  // Digits are read one by one while they surely fit; a pattern would take several times as long.
  const negative = text.charCodeAt(0) === 45
  let [value, decimals, digits] = [0, -1, 0]
  for (let place = negative ? 1 : 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place)
    if (code >= 48 && code <= 57) {
      value = value * 10 + (code - 48)
      digits += 1
      if (decimals >= 0) decimals += 1
    } else if (code === 46 && decimals < 0 && digits > 0) decimals = 0
    else return parseAny(text)
  }
  if (digits === 0 || digits > 15 || decimals === 0) return parseAny(text)
  return { n: negative && value !== 0 ? -value : value, d: powersOfTen[Math.max(decimals, 0)] ?? 1 }
}

function parseAny(text: Exact): Rational {
  const match = /^(-?\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text)
  if (!match) throw new Error(`not an exact number: "${text}"`)
  const [, integer = '', decimals, denominator] = match
  if (denominator !== undefined && /^0+$/.test(denominator)) throw new Error(`division by zero: ${text}`)
  if (decimals !== undefined)
    return shrink({ n: BigInt(integer + decimals), d: bigPowerOfTen(decimals.length) })
  return shrink({ n: BigInt(integer), d: BigInt(denominator ?? '1') })
}

/** Canonical text: a decimal where the value terminates, otherwise the reduced fraction. */
export function formatExact(value: Rational): Exact {
  const reduced = reduce(value)
  if (isSmall(reduced)) {
    const { n, d } = reduced
    // + 0 turns a negative zero, which only exists among floats, into zero.
    if (d === 1) return String(n + 0)
    const places = terminatingPlaces(d)
    if (places === null) return `${n}/${d}`
    const scaled = n * ((powersOfTen[places] ?? Number.POSITIVE_INFINITY) / d)
    return isSafe(scaled)
      ? decimalText(scaled < 0, String(Math.abs(scaled)), places)
      : formatBig(grow(reduced))
  }
  return formatBig(reduced as Big)
}

function formatBig({ n, d }: Big): Exact {
  if (d === 1n) return String(n)
  const places = terminatingBigPlaces(d)
  if (places === null) return `${n}/${d}`
  const scaled = (n * bigPowerOfTen(places)) / d
  return decimalText(scaled < 0n, String(scaled < 0n ? -scaled : scaled), places)
}

function decimalText(negative: boolean, digits: string, places: number): string {
  const padded = digits.padStart(places + 1, '0')
  return `${negative ? '-' : ''}${padded.slice(0, -places)}.${padded.slice(-places)}`
}

/** Decimals a reduced fraction over `d` needs; null when it never ends. */
function terminatingPlaces(d: number): number | null {
  let [twos, fives, rest] = [0, 0, d]
  for (; rest % 2 === 0; rest /= 2) twos += 1
  for (; rest % 5 === 0; rest /= 5) fives += 1
  return rest === 1 ? Math.max(twos, fives) : null
}

function terminatingBigPlaces(d: bigint): number | null {
  let [twos, fives, rest] = [0, 0, d]
  for (; rest % 2n === 0n; rest /= 2n) twos += 1
  for (; rest % 5n === 0n; rest /= 5n) fives += 1
  return rest === 1n ? Math.max(twos, fives) : null
}

export function add(a: Rational, b: Rational): Rational {
  if (isSmall(a) && isSmall(b)) {
    if (a.d === b.d) {
      const n = a.n + b.n
      if (isSafe(n)) return { n, d: a.d }
    } else {
      const [left, right, d] = [a.n * b.d, b.n * a.d, a.d * b.d]
      if (isSafe(left) && isSafe(right) && isSafe(left + right) && d <= limit) return { n: left + right, d }
    }
  }
  const [x, y] = [grow(a), grow(b)]
  return x.d === y.d ? shrink({ n: x.n + y.n, d: x.d }) : big(x.n * y.d + y.n * x.d, x.d * y.d)
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b))
}

export function multiply(a: Rational, b: Rational): Rational {
  if (isSmall(a) && isSmall(b)) {
    const [n, d] = [a.n * b.n, a.d * b.d]
    if (isSafe(n) && d <= limit) return { n: n + 0, d }
  }
  const [x, y] = [grow(a), grow(b)]
  return big(x.n * y.n, x.d * y.d)
}

/** @throws when `b` is zero */
export function divide(a: Rational, b: Rational): Rational {
  if (isZero(b)) throw new Error(`division by zero: ${a.n}/${a.d} ÷ 0`)
  if (isSmall(b)) return multiply(a, b.n < 0 ? { n: -b.d, d: -b.n } : { n: b.d, d: b.n })
  const { n, d } = b as Big
  return multiply(a, n < 0n ? { n: -d, d: -n } : { n: d, d: n })
}

export function negate(value: Rational): Rational {
  return isSmall(value) ? { n: 0 - value.n, d: value.d } : { n: -(value as Big).n, d: (value as Big).d }
}

export function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, zero)
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Rational, b: Rational): number {
  if (isSmall(a) && isSmall(b)) {
    if (a.d === b.d) return a.n - b.n
    const [left, right] = [a.n * b.d, b.n * a.d]
    if (isSafe(left) && isSafe(right)) return left - right
  }
  const [x, y] = [grow(a), grow(b)]
  const [left, right] = [x.n * y.d, y.n * x.d]
  return left < right ? -1 : left > right ? 1 : 0
}

export function isZero({ n }: Rational): boolean {
  return typeof n === 'number' ? n === 0 : n === 0n
}

/** Whether the value has no fraction. */
export function isWhole(value: Rational): boolean {
  return isSmall(value) ? value.n % value.d === 0 : (value as Big).n % (value as Big).d === 0n
}

export function smaller(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b
}

export function larger(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b
}

/** Smallest whole number at or above the value. */
export function ceiling(value: Rational): Rational {
  return negate(floor(negate(value)))
}

/** Largest whole number at or below the value. */
export function floor(value: Rational): Rational {
  // The quotient of whole numbers below 2^53 never rounds up to the next whole number.
  if (isSmall(value)) return { n: Math.floor(value.n / value.d), d: 1 }
  const { n, d } = value as Big
  const quotient = n / d
  return shrink({ n: quotient * d > n ? quotient - 1n : quotient, d: 1n })
}

/**
 * Rounds to decimal places. `halfUp` takes halves away from zero, as officials do
 * (1,005 → 1,01), `halfEven` to the even neighbour, `truncate` cuts.
 * `null` leaves the value as it is.
 */
export function round(value: Rational, step: RoundingStep | null): Rational {
  if (step === null) return value
  const power = powersOfTen[step.places]
  if (isSmall(value) && power !== undefined) {
    const scaled = Math.abs(value.n) * power
    if (scaled <= limit) {
      const cut = Math.floor(scaled / value.d)
      const twiceRest = (scaled - cut * value.d) * 2
      const up = roundsUp(step.mode, twiceRest > value.d, twiceRest === value.d, cut % 2 === 1)
      const rounded = up ? cut + 1 : cut
      return { n: value.n < 0 ? 0 - rounded : rounded, d: power }
    }
  }
  const { n, d } = grow(value)
  const scale = bigPowerOfTen(step.places)
  const scaled = (n < 0n ? -n : n) * scale
  const cut = scaled / d
  const twiceRest = (scaled - cut * d) * 2n
  const rounded = roundsUp(step.mode, twiceRest > d, twiceRest === d, cut % 2n === 1n) ? cut + 1n : cut
  return shrink({ n: n < 0n ? -rounded : rounded, d: scale })
}

function roundsUp(mode: RoundingStep['mode'], isPastHalf: boolean, isHalf: boolean, isOdd: boolean): boolean {
  if (mode === 'truncate') return false
  return isPastHalf || (isHalf && (mode === 'halfUp' || isOdd))
}
