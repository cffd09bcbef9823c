import type { EmptyPolicy } from '../../model/rules.ts'
import { formatExact, type Rational } from '../exact.ts'
import type { ResolvedStates } from '../rules/ruleKind.ts'
import type { BulkColumn } from './table.ts'

/** What became of a leaf in a row. */
export const scored = 0
export const missing = 1
export const notApplicable = 2
/** In a lane only: the row goes the exact way. */
export const long = 7

/** Rows worked on at a time: their scratch stays in the processor's cache. */
export const chunkLength = 2048

/** Whole numbers up to here are exact also after being doubled. */
export const longest = 2 ** 52

/**
 * Scratch for one chunk. Points × 10^places = top ÷ bottom, both whole and exact. A NaN top stands for
 * anything else, and only then the state says what: missing figures (what the leaf may still earn is
 * least ÷ bottom to most ÷ bottom), not applicable, or numbers that grew too long for this path.
 */
export type Lane = {
  readonly top: Float64Array
  readonly bottom: Float64Array
  readonly least: Float64Array
  readonly most: Float64Array
  readonly state: Uint8Array
}

/** A fraction of whole plain numbers. */
export type Fraction = { readonly top: number; readonly bottom: number }

/** What a rule can give at least and at most, over one bottom. */
export type Span = { readonly least: number; readonly most: number; readonly bottom: number }

/**
 * Works out rows `from` up to `from + count` into places 0 to count of a lane.
 * @returns whether every top is a whole number of units already, so that nothing is left to divide and round
 */
export type Kernel = (from: number, count: number, out: Lane) => boolean

/**
 * A kernel of values worked out once and a loop over them. The loop is a function of its own, not a closure:
 * an engine keeps what it learnt about it from one table to the next.
 */
export function kernelOf<Values>(
  values: Values,
  loop: (values: Values, from: number, count: number, out: Lane) => boolean,
): Kernel {
  return (from, count, out) => loop(values, from, count, out)
}

export function newLane(length = chunkLength): Lane {
  return {
    top: new Float64Array(length),
    bottom: new Float64Array(length),
    least: new Float64Array(length),
    most: new Float64Array(length),
    state: new Uint8Array(length),
  }
}

/** A fraction as two whole plain numbers. @throws RangeError when they do not fit */
export function fraction(value: Rational): Fraction {
  const [top = '', bottom = '1'] = reducedText(value).split('/')
  const [a, b] = [Number(top), Number(bottom)]
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b))
    throw new RangeError(`too long for plain numbers: ${top}/${bottom}`)
  return { top: a, bottom: b }
}

function reducedText(value: Rational): string {
  const text = formatExact(value)
  const mark = text.indexOf('.')
  if (mark < 0) return text
  const places = text.length - mark - 1
  const scaled = text.replace('.', '')
  const divisor = commonDivisor(Math.abs(Number(scaled)), 10 ** places)
  return `${Number(scaled) / divisor}/${10 ** places / divisor}`
}

export function commonDivisor(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return x || 1
}

/** Writes what a policy gives into a place of a lane. */
export function writePolicy(policy: EmptyPolicy, out: Lane, at: number, max: Fraction, span: Span): void {
  if (policy === 'missing') writeOpen(out, at, span.least, span.most, span.bottom)
  else if (policy === 'notApplicable') {
    out.top[at] = Number.NaN
    out.state[at] = notApplicable
  } else {
    out.top[at] = policy === 'full' ? max.top : 0
    out.bottom[at] = policy === 'full' ? max.bottom : 1
  }
}

/** Points that missing figures leave open. */
export function writeOpen(out: Lane, at: number, least: number, most: number, bottom: number): void {
  out.top[at] = Number.NaN
  out.state[at] = missing
  out.least[at] = least
  out.most[at] = most
  out.bottom[at] = bottom
}

/** Numbers that do not fit. */
export function writeLong(out: Lane, at: number): void {
  out.top[at] = Number.NaN
  out.state[at] = long
}

/** The same order of states as `absence` in rules/ruleKind.ts, read from columns. */
export function policyOfAbsence(
  columns: readonly BulkColumn[],
  row: number,
  policies: ResolvedStates,
): EmptyPolicy | null {
  let [isMissing, isWithheld] = [false, false]
  for (const column of columns) {
    const state = column.states[row]
    if (state === 3) return policies.notApplicable
    if (state === 1) isMissing = true
    if (state === 2) isWithheld = true
  }
  return isMissing ? policies.missing : isWithheld ? policies.withheld : null
}

/** Whole units of top ÷ bottom, half away from zero; NaN when the numbers are too long to be surely exact. */
export function halfUp(top: number, bottom: number): number {
  const doubled = 2 * Math.abs(top) + bottom
  if (!(doubled <= longest)) return Number.NaN
  const rounded = Math.floor(doubled / (2 * bottom))
  return top < 0 ? 0 - rounded : rounded
}

/** Negative, zero or positive as one fraction of whole numbers is below, equal to or above another. */
export function compareFractions(top: number, bottom: number, otherTop: number, otherBottom: number): number {
  const left = top * otherBottom
  const right = otherTop * bottom
  if (Math.abs(left) <= longest && Math.abs(right) <= longest) return left - right
  const difference = BigInt(top) * BigInt(otherBottom) - BigInt(otherTop) * BigInt(bottom)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
