import type { CohortRule } from '../../model/rules.ts'
import { divide, hundred, multiply, parseExact, subtract } from '../exact.ts'
import { bandKernel } from './bandKernel.ts'
import { inUnits, type KernelContext, type RuleOf } from './context.ts'
import {
  chunkLength,
  compareFractions,
  type Fraction,
  fraction,
  type Kernel,
  kernelOf,
  type Lane,
  long,
  longest,
  newLane,
  writeLong,
  writePolicy,
} from './lane.ts'
import { isMeasuredAt, measureKernel } from './subjectKernel.ts'

/** What every row measures, and what the cohorts make of it. */
type Measured = Lane & {
  /** Rows with the smallest and the largest value, by cohort; -1 where nobody has one. */
  readonly lowest: Int32Array
  readonly highest: Int32Array
  /** Every measured value stands over the same bottom, so that differences stay short. */
  readonly commonBottom: number | null
}

/**
 * Rules that compare the rows of a cohort: every row is measured once before the first chunk.
 * @returns null where some figure is too long for plain numbers; those leaves go the exact way
 */
export function cohortKernel(rule: CohortRule, context: KernelContext): Kernel | null {
  const measured = measureAll(rule, context)
  if (!measured) return null
  switch (rule.kind) {
    case 'shareOfBest':
      return shareOfBestKernel(rule, measured, context)
    case 'rank':
      return rankKernel(rule, measured, context)
    case 'leader':
      return measured.commonBottom === null
        ? null
        : leaderKernel(rule, measured, measured.commonBottom, context)
    case 'minMax':
      return measured.commonBottom === null ? null : minMaxKernel(rule, measured, context)
  }
}

function measureAll(rule: CohortRule, context: KernelContext): Measured | null {
  const { table } = context
  const measure = measureKernel(rule.measure, context)
  const all = newLane(table.rows)
  const lane = newLane()
  for (let from = 0; from < table.rows; from += chunkLength) {
    const count = Math.min(chunkLength, table.rows - from)
    measure(from, count, lane)
    for (const part of ['top', 'bottom', 'least', 'most', 'state'] as const)
      all[part].set(lane[part].subarray(0, count), from)
  }
  const { top, bottom, state } = all
  const exempt = table.exempt.get(context.nodeId)
  const cohorts = table.cohort.reduce((most, cohort) => Math.max(most, cohort), 0) + 1
  const [lowest, highest] = [new Int32Array(cohorts).fill(-1), new Int32Array(cohorts).fill(-1)]
  const order = orderOf(all)
  let commonBottom: number | null | undefined
  for (let row = 0; row < table.rows; row += 1) {
    if (exempt?.has(row)) continue
    if (Number.isNaN(top[row] as number)) {
      if (state[row] === long) return null
      continue
    }
    if (commonBottom === undefined) commonBottom = bottom[row] as number
    else if (commonBottom !== bottom[row]) commonBottom = null
    const cohort = table.cohort[row] as number
    const [low, high] = [lowest[cohort] as number, highest[cohort] as number]
    if (low < 0 || order(row, low) < 0) lowest[cohort] = row
    if (high < 0 || order(row, high) > 0) highest[cohort] = row
  }
  return { ...all, lowest, highest, commonBottom: commonBottom ?? null }
}

/** Rows that take part, cohort by cohort. */
function rowsByCohort({ top, lowest }: Measured, { table, nodeId }: KernelContext): readonly number[][] {
  const exempt = table.exempt.get(nodeId)
  const cohorts = Array.from(lowest, (): number[] => [])
  for (let row = 0; row < table.rows; row += 1)
    if (!Number.isNaN(top[row] as number) && !exempt?.has(row))
      cohorts[table.cohort[row] as number]?.push(row)
  return cohorts
}

/** Compares the values of two rows. */
function orderOf({ top, bottom }: Lane): (row: number, other: number) => number {
  return (row, other) =>
    compareFractions(top[row] as number, bottom[row] as number, top[other] as number, bottom[other] as number)
}

/** Copies a row of the measured table into a chunk; tells whether it holds a value. */
function copyRow(measured: Measured, row: number, out: Lane, at: number): boolean {
  out.top[at] = measured.top[row] as number
  if (!Number.isNaN(out.top[at] as number)) return true
  out.state[at] = measured.state[row] as number
  out.bottom[at] = measured.bottom[row] as number
  out.least[at] = measured.least[row] as number
  out.most[at] = measured.most[row] as number
  return false
}

/** The same, with the points of a policy put in place where one settled the row. */
function isMeasured(measured: Measured, row: number, out: Lane, at: number): boolean {
  if (copyRow(measured, row, out, at)) return true
  isMeasuredAt(out, at)
  return false
}

/** The row that stands for a cohort; a row itself where it has none (exempt rows are replaced afterwards). */
function memberAt(rows: Int32Array, cohort: number, row: number): number {
  const member = rows[cohort] as number
  return member < 0 ? row : member
}

function shareOfBestKernel(rule: RuleOf<'shareOfBest'>, measured: Measured, context: KernelContext): Kernel {
  return kernelOf(prepareShareOfBest(rule, measured, context), shareOfBestLoop)
}

function prepareShareOfBest(rule: RuleOf<'shareOfBest'>, measured: Measured, context: KernelContext) {
  const { table, max, span } = context
  const { top, bottom, highest } = measured
  return { measured, top, bottom, highest, table, max, span, whenAllZero: rule.whenAllZero }
}

/** Values over the largest of their cohort. */
function shareOfBestLoop(
  { measured, top, bottom, highest, table, max, span, whenAllZero }: ReturnType<typeof prepareShareOfBest>,
  from: number,
  count: number,
  out: Lane,
): boolean {
  for (let at = 0; at < count; at += 1) {
    const row = from + at
    if (!isMeasured(measured, row, out, at)) continue
    const best = memberAt(highest, table.cohort[row] as number, row)
    const bestTop = top[best] as number
    const bestBottom = bottom[best] as number
    if (bestTop <= 0) {
      writePolicy(whenAllZero, out, at, max, span)
      continue
    }
    const above = (top[row] as number) * bestBottom
    const points = above * max.top
    write(
      out,
      at,
      Math.abs(above) <= longest ? points : Number.NaN,
      (bottom[row] as number) * bestTop * max.bottom,
    )
  }
  return false
}

function leaderKernel(
  rule: RuleOf<'leader'>,
  measured: Measured,
  common: number,
  context: KernelContext,
): Kernel {
  const { table, maxPoints } = context
  const { top, highest } = measured
  const target = parseExact(rule.target)
  const atTarget = divide(multiply(parseExact(rule.percentAtTarget), maxPoints), hundred)
  // Short of the target: value ÷ (common × target) × points at target.
  const slope = inUnits(context, divide(atTarget, multiply(target, parseExact(String(common)))))
  const wanted = fraction(multiply(target, parseExact(String(common))))
  const start = inUnits(context, atTarget)
  const left = inUnits(context, subtract(maxPoints, atTarget))
  return (from, count, out) => {
    for (let at = 0; at < count; at += 1) {
      const row = from + at
      if (!isMeasured(measured, row, out, at)) continue
      const value = top[row] as number
      const reached = value * wanted.bottom
      if (!(Math.abs(reached) <= longest && Math.abs(wanted.top) <= longest)) {
        writeLong(out, at)
        continue
      }
      const past = reached - wanted.top
      if (past <= 0) {
        const points = value * slope.top
        write(out, at, points, slope.bottom)
        continue
      }
      const best = top[memberAt(highest, table.cohort[row] as number, row)] as number
      const ahead = best * wanted.bottom
      writeSum(start, past, ahead <= longest ? ahead - wanted.top : Number.NaN, left, out, at)
    }
    return false
  }
}

function minMaxKernel(rule: RuleOf<'minMax'>, measured: Measured, context: KernelContext): Kernel {
  return kernelOf(prepareMinMax(rule, measured, context), minMaxLoop)
}

function prepareMinMax(rule: RuleOf<'minMax'>, measured: Measured, context: KernelContext) {
  const { table, max, span, maxPoints } = context
  const { top, lowest, highest } = measured
  const base = divide(multiply(parseExact(rule.percentAtWorst), maxPoints), hundred)
  const [start, left] = [inUnits(context, base), inUnits(context, subtract(maxPoints, base))]
  const rising = rule.direction === 'higherIsBetter'
  return {
    measured,
    top,
    lowest,
    highest,
    table,
    max,
    span,
    start,
    left,
    rising,
    whenAllEqual: rule.whenAllEqual,
  }
}

/** Values between the ends of their cohort. */
function minMaxLoop(
  {
    measured,
    top,
    lowest,
    highest,
    table,
    max,
    span,
    start,
    left,
    rising,
    whenAllEqual,
  }: ReturnType<typeof prepareMinMax>,
  from: number,
  count: number,
  out: Lane,
): boolean {
  for (let at = 0; at < count; at += 1) {
    const row = from + at
    if (!isMeasured(measured, row, out, at)) continue
    const cohort = table.cohort[row] as number
    const low = top[memberAt(lowest, cohort, row)] as number
    const high = top[memberAt(highest, cohort, row)] as number
    const value = top[row] as number
    if (low === high) writePolicy(whenAllEqual, out, at, max, span)
    else {
      writeSum(start, rising ? value - low : high - value, high - low, left, out, at)
    }
  }
  return false
}

/** start + part ÷ whole × left, as one fraction. */
function writeSum(start: Fraction, part: number, whole: number, left: Fraction, out: Lane, at: number): void {
  const [first, second] = [start.top * left.bottom * whole, left.top * start.bottom * part]
  const below = start.bottom * left.bottom * whole
  const fits = first <= longest && Math.abs(second) <= longest && below <= longest
  write(out, at, fits ? first + second : Number.NaN, below)
}

/** Points from nothing up, while they are surely exact. */
function write(out: Lane, at: number, top: number, bottom: number): void {
  if (Math.abs(top) <= longest && bottom <= longest) {
    out.top[at] = Math.max(top, 0)
    out.bottom[at] = bottom
  } else writeLong(out, at)
}

function rankKernel(rule: RuleOf<'rank'>, measured: Measured, context: KernelContext): Kernel {
  const { table, max } = context
  const ranks = new Float64Array(table.rows).fill(1)
  const sizes = new Float64Array(table.rows).fill(1)
  for (const rows of rowsByCohort(measured, context))
    for (const [row, rank] of ranksOf(rows, measured, rule)) {
      ranks[row] = rank
      sizes[row] = rows.length
    }
  if (rule.points !== 'linear') {
    const byRank: Kernel = (from, count, out) => {
      for (let at = 0; at < count; at += 1) {
        if (!copyRow(measured, from + at, out, at)) continue
        out.top[at] = ranks[from + at] as number
        out.bottom[at] = 1
      }
      return false
    }
    return bandKernel(rule.points, byRank, context)
  }
  return (from, count, out) => {
    for (let at = 0; at < count; at += 1) {
      if (!isMeasured(measured, from + at, out, at)) continue
      const [rank, size] = [ranks[from + at] as number, sizes[from + at] as number]
      write(
        out,
        at,
        size <= 1 ? max.top : (size - rank) * max.top,
        size <= 1 ? max.bottom : (size - 1) * max.bottom,
      )
    }
    return false
  }
}

/** Rank of every row of a cohort, best value first, equal values on one rank. */
function ranksOf(
  rows: readonly number[],
  measured: Measured,
  { direction, ties }: RuleOf<'rank'>,
): readonly (readonly [row: number, rank: number])[] {
  const { top, commonBottom } = measured
  const order = orderOf(measured)
  const sign = direction === 'higherIsBetter' ? -1 : 1
  const bestFirst =
    commonBottom === null
      ? rows.toSorted((a, b) => sign * order(a, b))
      : rows.toSorted((a, b) => sign * ((top[a] as number) - (top[b] as number)))
  let rank = 0
  return bestFirst.map((row, index) => {
    const isTied = index > 0 && order(row, bestFirst[index - 1] as number) === 0
    if (!isTied) rank = ties === 'competition' ? index + 1 : rank + 1
    return [row, rank]
  })
}
