import type { RoundingStep, RuleSet } from '../../model/ruleSet.ts'
import type { Rule } from '../../model/rules.ts'
import { compare, formatExact, multiply, parseExact, type Rational, round, zero } from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import type { LeafScore, Scorable } from '../scoreLeaf.ts'
import { scorableAdjustment, scorableOf } from '../scoreLeaves.ts'
import { statesFor } from '../states.ts'
import { inUnits, type KernelContext, powerOf } from './context.ts'
import type { ExactRows } from './exactRow.ts'
import { kernelFor, spanOf } from './kernelFor.ts'
import {
  chunkLength,
  halfUp,
  type Kernel,
  type Lane,
  long,
  missing,
  newLane,
  notApplicable,
  scored,
  writeLong,
} from './lane.ts'
import { roundedPart } from './ratioKernel.ts'
import { type BulkTable, decimalsOf } from './table.ts'

/** Waits for somebody other than the agency. */
export const pending = 3

/** One leaf or adjustment over all rows. */
export type BulkLeaf = {
  readonly id: string
  readonly isAdjustment: boolean
  /** Points are whole numbers of 10^-places. */
  readonly places: number
  /** False where the rule set does not round the leaf: then its points are rounded half up for reading only. */
  readonly isRounded: boolean
  /** NaN unless scored. */
  readonly points: Float64Array
  /** `scored`, `missing`, `notApplicable` or `pending`. */
  readonly state: Uint8Array
}

/** Sums over every row, in units of the plan: the lower end, how far the upper end lies above it, the maximum. */
export type Sums = {
  readonly low: Float64Array
  readonly spread: Float64Array
  readonly max: Float64Array
  readonly missingLeaves: Uint16Array
}

/** How a leaf enters the sums: units of the sum in one of its own, negative for a penalty; its maximum there. */
export type Term = { readonly factor: number; readonly max: number }

/** Decimals points are read with where the rule set does not round a leaf. */
const readingPlaces = 6

/** A leaf ready to run: its columns, and the loop that fills them and adds them to the sums. */
export type CompiledLeaf = {
  readonly leaf: BulkLeaf
  readonly run: (sums: Sums, term: Term) => void
}

/**
 * Builds the loops of every leaf and adjustment once.
 * @param count told of every score that went the exact way
 */
export function compileLeaves(
  ruleSet: RuleSet,
  table: BulkTable,
  rows: ExactRows,
  count: () => void,
): readonly CompiledLeaf[] {
  const index = indexRuleSet(ruleSet)
  const lane = newLane()
  return [
    ...index.leaves.map(leaf => ({ each: scorableOf(leaf, ruleSet, index), isAdjustment: false })),
    ...(ruleSet.adjustments ?? []).map(adjustment => ({
      each: scorableAdjustment(adjustment, ruleSet),
      isAdjustment: true,
    })),
  ].map(({ each, isAdjustment }) => {
    const { kernel, finishing } = compileLeaf(each, isAdjustment, ruleSet, table)
    const { leaf } = finishing
    const exactly = (row: number) => {
      count()
      return rows.leaf(row, leaf.id)
    }
    return {
      leaf,
      run: (sums, term) => {
        for (let from = 0; from < table.rows; from += chunkLength) {
          const length = Math.min(chunkLength, table.rows - from)
          if (!kernel) for (let at = 0; at < length; at += 1) writeLong(lane, at)
          const isWhole = kernel?.(from, length, lane) ?? false
          finish(finishing, from, length, isWhole, lane, sums, term, exactly)
        }
      },
    }
  })
}

function compileLeaf(each: Scorable, isAdjustment: boolean, ruleSet: RuleSet, table: BulkTable) {
  const { rule, rounding } = each
  const isTaken = rule.kind === 'reported' || rule.kind === 'monitor'
  const isRounded = isTaken || rounding.leaf !== null
  // Points taken as they stand need room for every decimal they, or the maximum they may reach, have.
  const taken = Math.max(table.published.get(each.id)?.places ?? 0, decimalsOf(each.maxPoints ?? '0'))
  const step: RoundingStep = isTaken
    ? { places: taken, mode: 'halfUp' }
    : (rounding.leaf ?? { places: readingPlaces, mode: 'halfUp' })
  // Decided points are taken as they stand, however many decimals they have.
  const decided = [...(table.decided.get(each.id)?.values() ?? [])]
  const places = Math.max(step.places, ...decided.map(decimalsOf))
  if (places > 15)
    throw new RangeError(`leaf "${each.id}": points with more than 15 decimals do not fit a table`)
  const maxPoints = each.maxPoints === null ? zero : parseExact(each.maxPoints)
  const states = statesFor(rule, each.states, ruleSet.states)
  const base = { table, ruleSet, nodeId: each.id, states, ratioRounding: rounding.ratio, maxPoints, places }
  const waits =
    rule.kind === 'reported' && each.poolId === undefined && (each.assessedBy ?? 'self') !== 'self'
  const leaf: BulkLeaf = {
    id: each.id,
    isAdjustment,
    places,
    isRounded,
    points: new Float64Array(table.rows),
    state: new Uint8Array(table.rows),
  }
  // A unit finer than the rounding would let decimals through.
  const kernel = places > step.places ? null : kernelWith(rule, base, isRounded && step.mode === 'halfUp')
  const finishing: Finishing = {
    leaf,
    step,
    waits,
    exempt: table.exempt.get(each.id),
    decided: table.decided.get(each.id),
  }
  return { kernel, finishing }
}

/** The loop of a rule; null where a maximum or a threshold has too many digits for plain numbers. */
function kernelWith(
  rule: Rule,
  base: Omit<KernelContext, 'max' | 'span' | 'roundsHalfUp'>,
  roundsHalfUp: boolean,
): Kernel | null {
  try {
    const max = inUnits(base, base.maxPoints)
    return kernelFor(rule, {
      ...base,
      max,
      span: spanOf(rule, base),
      roundsHalfUp: roundsHalfUp && max.bottom === 1,
    })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** A leaf with what its rounding needs and what was said of single rows. */
type Finishing = {
  readonly leaf: BulkLeaf
  readonly step: RoundingStep
  readonly waits: boolean
  readonly exempt: ReadonlySet<number> | undefined
  readonly decided: ReadonlyMap<number, string> | undefined
}

/** Rounds a lane into the leaf's columns and adds it to the sums. */
function finish(
  finishing: Finishing,
  start: number,
  count: number,
  isWhole: boolean,
  lane: Lane,
  sums: Sums,
  term: Term,
  exactly: (row: number) => LeafScore,
): void {
  const { leaf, step, exempt, decided } = finishing
  // What was said of single rows comes before what their figures say.
  for (const row of decided?.keys() ?? [])
    if (row >= start && row < start + count) writeLong(lane, row - start)
  for (const row of exempt ?? [])
    if (row >= start && row < start + count) {
      lane.top[row - start] = Number.NaN
      lane.state[row - start] = notApplicable
    }
  const { top: tops, bottom: bottoms } = lane
  const { points, isRounded } = leaf
  const { low } = sums
  const { factor } = term
  const isHalfUp = step.mode === 'halfUp'
  if (isWhole) {
    for (let at = 0; at < count; at += 1) {
      const row = start + at
      const units = tops[at] as number
      if (Number.isNaN(units)) finishApart(finishing, row, at, lane, sums, term, exactly)
      else {
        points[row] = units
        low[row] = (low[row] as number) + units * factor
      }
    }
    return
  }
  for (let at = 0; at < count; at += 1) {
    const row = start + at
    const top = tops[at] as number
    const bottom = bottoms[at] as number
    const rounded = isHalfUp ? halfUp(top, bottom) : roundedPart(top, bottom, 1, step.mode)
    if (Number.isNaN(rounded)) finishApart(finishing, row, at, lane, sums, term, exactly)
    else {
      points[row] = rounded
      low[row] = (low[row] as number) + (isRounded ? rounded : top / bottom) * factor
    }
  }
}

/** Rows that hold no points, or none that plain numbers can. */
function finishApart(
  { leaf, step, waits }: Finishing,
  row: number,
  at: number,
  lane: Lane,
  sums: Sums,
  term: Term,
  exactly: (row: number) => LeafScore,
): void {
  const state = Number.isNaN(lane.top[at] as number) ? lane.state[at] : long
  if (state === notApplicable) {
    writeApart(leaf, row, sums, term, notApplicable, 0, 0)
    return
  }
  const least = lane.least[at] as number
  const most = lane.most[at] as number
  const bottom = lane.bottom[at] as number
  const low = roundedPart(least, bottom, 1, step.mode)
  const high = roundedPart(most, bottom, 1, step.mode)
  const outcome = waits ? pending : missing
  if (state !== missing || Number.isNaN(low) || Number.isNaN(high))
    writeExactly(leaf, row, sums, term, exactly(row))
  else if (leaf.isRounded) writeApart(leaf, row, sums, term, outcome, low, high)
  else writeApart(leaf, row, sums, term, outcome, least / bottom, most / bottom)
}

/** A row without points: what it may still earn enters the sums, what does not apply leaves the maximum. */
function writeApart(
  leaf: BulkLeaf,
  row: number,
  sums: Sums,
  term: Term,
  outcome: number,
  least: number,
  most: number,
): void {
  leaf.state[row] = outcome
  leaf.points[row] = Number.NaN
  if (outcome === notApplicable) {
    sums.max[row] = (sums.max[row] as number) - term.max
    return
  }
  addEnds(row, sums, term, least, most)
  if (!leaf.isAdjustment) sums.missingLeaves[row] = (sums.missingLeaves[row] as number) + 1
}

/** A row as the explaining path scored it. */
function writeExactly(
  leaf: BulkLeaf,
  row: number,
  sums: Sums,
  term: Term,
  { outcome, from, to }: LeafScore,
): void {
  const units = (value: Rational) => unitsOf(value, leaf.places, leaf.isRounded)
  if (outcome.kind === 'scored') {
    leaf.state[row] = scored
    leaf.points[row] = unitsOf(from, leaf.places, true)
    addEnds(row, sums, term, units(from), units(from))
    return
  }
  const state =
    outcome.kind === 'notApplicable' ? notApplicable : outcome.kind === 'missing' ? missing : pending
  writeApart(leaf, row, sums, term, state, units(from), units(to))
}

function addEnds(row: number, { low, spread }: Sums, { factor }: Term, least: number, most: number): void {
  low[row] = (low[row] as number) + (factor > 0 ? least : most) * factor
  spread[row] = (spread[row] as number) + (most - least) * Math.abs(factor)
}

/** Units of 10^-places: whole where the leaf is rounded, otherwise the nearest float. */
function unitsOf(value: Rational, places: number, isWhole: boolean): number {
  const scaled = multiply(value, powerOf(places))
  if (isWhole) return Number(formatExact(round(scaled, { places: 0, mode: 'halfUp' })))
  return compare(scaled, zero) === 0 ? 0 : Number(scaled.n) / Number(scaled.d)
}
