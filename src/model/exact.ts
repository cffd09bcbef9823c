/**
 * Decimal number as text, exactly as a file states it: "10.1352", "-0.5", "82".
 * Point as decimal mark, no exponent, no grouping.
 */
export type Decimal = string

/**
 * Exact result as text: a Decimal where the value terminates ("0.2734"),
 * otherwise a reduced fraction ("4223/5625"). Never a rounded stand-in.
 */
export type Exact = string

/** Closed interval; `from` equals `to` when nothing is missing. */
export type Interval = { readonly from: Exact; readonly to: Exact }

/**
 * Position of an exact value for drawing (bar lengths, axis places) and nothing else.
 * Points, ranks, bands and printed numbers always come from the exact text.
 */
export function toPlotNumber(value: Exact): number {
  const [numerator = '', denominator] = value.split('/')
  // Long fractions overflow a float on both sides: divide first, to 15 places.
  return denominator === undefined
    ? Number(numerator)
    : Number((BigInt(numerator) * 10n ** 15n) / BigInt(denominator)) / 1e15
}

/** Whether an interval is a single known value. */
export function isSettled(interval: Interval): boolean {
  return interval.from === interval.to
}
