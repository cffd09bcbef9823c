/** Values to choose from, both ends included. */
export type Ends = { readonly low: bigint; readonly high: bigint }

/**
 * The nearest value to `start` that reaches, where reaching only grows (`rising`) or only shrinks
 * (`falling`) along the values. 0 stands apart: as a denominator it is a case of its own.
 *
 * @param start today's value; null asks for the least demand: the smallest value that is enough, or the
 *   largest that still is
 */
export function nearestReaching(
  trend: 'rising' | 'falling',
  ends: Ends,
  start: bigint | null,
  reaches: (value: bigint) => boolean,
): bigint | null {
  const hasZero = ends.low <= 0n && ends.high >= 0n
  const steady = ends.low === 0n ? { ...ends, low: 1n } : ends
  const candidates = [edgeOf(trend, steady, start, reaches), hasZero && reaches(0n) ? 0n : null].filter(
    value => value !== null,
  )
  if (start === null) return candidates.toSorted(trend === 'rising' ? ascending : descending)[0] ?? null
  return candidates.toSorted((a, b) => ascending(distance(a, start), distance(b, start)))[0] ?? null
}

function edgeOf(
  trend: 'rising' | 'falling',
  { low, high }: Ends,
  start: bigint | null,
  reaches: (value: bigint) => boolean,
): bigint | null {
  if (low > high) return null
  const [worst, best] = trend === 'rising' ? [low, high] : [high, low]
  if (start === null) {
    // Where even the worst value is enough, any is: the plainest one is the low end.
    return reaches(worst) ? low : firstReaching(worst, best, reaches)
  }
  return firstReaching(clamp(start, low, high), best, reaches)
}

/**
 * The first value on the way from `from` to `to` (both included) that reaches, where every later one does
 * too: ever longer strides, then halving.
 */
function firstReaching(from: bigint, to: bigint, reaches: (value: bigint) => boolean): bigint | null {
  if (reaches(from)) return from
  if (!reaches(to)) return null
  const sign = to > from ? 1n : -1n
  const length = distance(from, to)
  // `short` is too near, `enough` reaches.
  let [short, enough] = [0n, 1n]
  while (enough < length && !reaches(from + sign * enough)) [short, enough] = [enough, enough * 2n]
  if (enough > length) enough = length
  while (enough - short > 1n) {
    const middle = (short + enough) / 2n
    if (reaches(from + sign * middle)) enough = middle
    else short = middle
  }
  return from + sign * enough
}

/**
 * The value nearest to `start` that is as good as the good end of a steady stretch; found from that end,
 * because such stretches are short.
 */
export function nearestKeeping(
  trend: 'rising' | 'falling',
  { low, high }: Ends,
  start: bigint | null,
  keeps: (value: bigint) => boolean,
): bigint {
  const [worst, best] = trend === 'rising' ? [low, high] : [high, low]
  const near = start === null ? worst : clamp(start, low, high)
  const lost = firstReaching(best, near, value => !keeps(value))
  return lost === null ? near : lost + (best > near ? 1n : -1n)
}

/**
 * Tries values outward from `start`, the larger of two equally far ones first.
 * @param steps how far to go
 */
export function searchOutward(
  ends: Ends,
  start: bigint,
  steps: number,
  visit: (value: bigint) => 'found' | 'goOn',
): { readonly found: bigint | null; readonly tried: Ends } {
  const middle = clamp(start, ends.low, ends.high)
  if (visit(middle) === 'found') return { found: middle, tried: { low: middle, high: middle } }
  for (let away = 1n; away <= BigInt(steps); away += 1n) {
    const [up, down] = [middle + away, middle - away]
    if (up > ends.high && down < ends.low) break
    if (up <= ends.high && visit(up) === 'found') return { found: up, tried: ends }
    if (down >= ends.low && visit(down) === 'found') return { found: down, tried: ends }
  }
  const reach = BigInt(steps)
  return {
    found: null,
    tried: {
      low: clamp(middle - reach, ends.low, ends.high),
      high: clamp(middle + reach, ends.low, ends.high),
    },
  }
}

function clamp(value: bigint, low: bigint, high: bigint): bigint {
  return value < low ? low : value > high ? high : value
}

function distance(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a
}

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function descending(a: bigint, b: bigint): number {
  return ascending(b, a)
}
