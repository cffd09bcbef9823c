import { isLeaf, walkCriteria } from '../../model/criteria.ts'
import type { Criterion, RoundingStep, RuleSet } from '../../model/ruleSet.ts'
import { formatExact, multiply, parseExact, type Rational, round } from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { powerOf } from './context.ts'
import type { ExactRows } from './exactRow.ts'
import { type Fraction, fraction, longest } from './lane.ts'
import type { BulkLeaf, Sums, Term } from './leaves.ts'
import { roundedPart } from './ratioKernel.ts'
import { type BulkTable, decimalsOf } from './table.ts'

/** Totals of every row; points and maxima are whole numbers of 10^-places, ends equal where settled. */
export type BulkTotals = {
  readonly places: number
  readonly from: Float64Array
  readonly to: Float64Array
  readonly maxPlaces: number
  readonly max: Float64Array
  readonly missingLeaves: Uint16Array
  /** Index into the rule set's bands for the lower and the upper end; -1 for none. */
  readonly lowBand: Int8Array
  readonly highBand: Int8Array
}

/** Decimals a total is read with where nothing rounds it to fewer. */
const readingPlaces = 6

/**
 * Adds leaves up to totals, as rollUp.ts does.
 *
 * Where every leaf is rounded and nothing is brought back to another maximum, the sum is a whole number
 * and exact. Otherwise, and for rule sets that round groups, hold pools or force bands, rows are summed by
 * the explaining path where a float could land on the wrong side of a rounding or a band.
 */
export function totalsOf(ruleSet: RuleSet, table: BulkTable, exact: ExactRows, leaves: readonly BulkLeaf[]) {
  const plan = planOf(ruleSet, leaves)
  const sums: Sums = {
    low: new Float64Array(table.rows),
    spread: new Float64Array(table.rows),
    max: new Float64Array(table.rows).fill(plan.scale),
    missingLeaves: new Uint16Array(table.rows),
  }
  return {
    sums,
    terms: plan.terms,
    /** Rounds and grades the sums of every row. */
    finish: (): BulkTotals => {
      const result: BulkTotals = {
        places: plan.places,
        from: new Float64Array(table.rows),
        to: new Float64Array(table.rows),
        maxPlaces: plan.maxPlaces,
        max: sums.max,
        missingLeaves: sums.missingLeaves,
        lowBand: new Int8Array(table.rows),
        highBand: new Int8Array(table.rows),
      }
      for (let row = 0; row < table.rows; row += 1) {
        const low = sums.low[row] as number
        if (plan.isPlain)
          finishRow(result, row, low, low + (sums.spread[row] as number), plan, exact, ruleSet)
        else writeWhole(result, row, exact, ruleSet)
      }
      return result
    },
  }
}

type Plan = {
  /** Sums need nothing but the leaves: no rounded groups, pools, blocks that may not be run, forced bands. */
  readonly isPlain: boolean
  /** Every leaf is a whole number of units, so that sums are exact. */
  readonly isWhole: boolean
  readonly places: number
  /** Units the leaves are added in: 10^-unitPlaces. */
  readonly unitPlaces: number
  readonly maxPlaces: number
  /** Maximum of the whole in 10^-maxPlaces. */
  readonly scale: number
  readonly rounding: RoundingStep | null
  readonly terms: readonly Term[]
  /** Thresholds of the bands by index, as percentages. */
  readonly bands: readonly Fraction[]
  /** Index of the band with the lowest threshold; -1 without bands. */
  readonly lowestBand: number
  readonly onRounded: boolean
}

function planOf(ruleSet: RuleSet, leaves: readonly BulkLeaf[]): Plan {
  const { leafById } = indexRuleSet(ruleSet)
  const isWhole = leaves.every(leaf => leaf.isRounded)
  const unitPlaces = leaves.reduce((most, leaf) => Math.max(most, leaf.places), 0)
  const maxPlaces = [ruleSet.scale, ...[...leafById.values()].map(leaf => leaf.maxPoints ?? '0')].reduce(
    (most, text) => Math.max(most, decimalsOf(text)),
    0,
  )
  const effects = new Map((ruleSet.adjustments ?? []).map(({ id, effect }) => [id, effect]))
  const inMaxUnits = (text: string) => Number(formatExact(multiply(parseExact(text), powerOf(maxPlaces))))
  const step = ruleSet.rounding.total
  const bands = ruleSet.bands.map(band => fraction(parseExact(band.fromPercent)))
  return {
    isPlain:
      ruleSet.pools.length === 0 &&
      ruleSet.rescaling === undefined &&
      (ruleSet.grading?.overrides ?? []).length === 0 &&
      (ruleSet.rounding.group === null || !hasGroups(ruleSet.criteria)),
    isWhole,
    places: step
      ? step.places
      : isWhole && ruleSet.rescaling === undefined && ruleSet.rounding.group === null
        ? unitPlaces
        : Math.max(unitPlaces, readingPlaces),
    unitPlaces,
    maxPlaces,
    scale: inMaxUnits(ruleSet.scale),
    rounding: step,
    terms: leaves.map(leaf => ({
      factor: 10 ** (unitPlaces - leaf.places) * (effects.get(leaf.id) === 'penalty' ? -1 : 1),
      max: leaf.isAdjustment ? 0 : inMaxUnits(leafById.get(leaf.id)?.maxPoints ?? '0'),
    })),
    bands,
    lowestBand: bands.reduce(
      (lowest, { top, bottom }, index) =>
        top / bottom < (bands[lowest]?.top ?? 0) / (bands[lowest]?.bottom ?? 1) ? index : lowest,
      bands.length - 1,
    ),
    onRounded: ruleSet.grading?.on === 'rounded',
  }
}

function hasGroups(criteria: readonly Criterion[]): boolean {
  return walkCriteria({ criteria }).some(place => !isLeaf(place.criterion))
}

/** Room a float sum may err by, in units: far more than a thousand additions do, far less than a rounding step. */
const doubtAt = (size: number) => 1e-6 + size * 1e-12

function finishRow(
  result: BulkTotals,
  row: number,
  low: number,
  high: number,
  plan: Plan,
  exact: ExactRows,
  ruleSet: RuleSet,
): void {
  const { rounding, unitPlaces, places, isWhole } = plan
  // Units of the sum in one unit of the total, or the other way round: one of the two is 1.
  const [coarser, finer] = [10 ** Math.max(unitPlaces - places, 0), 10 ** Math.max(places - unitPlaces, 0)]
  const mode = rounding?.mode ?? 'halfUp'
  const end = (sum: number) =>
    isWhole ? roundedPart(sum * finer, coarser, 1, mode) : nearest((sum * finer) / coarser, mode)
  const from = end(low)
  const to = high === low ? from : end(high)
  // Bands look at the sum before its own rounding unless the rule set says otherwise.
  const isExact = isWhole || plan.onRounded
  const gradedPlaces = plan.onRounded ? places : unitPlaces
  const max = result.max[row] as number
  const lowBand = bandAt(plan.onRounded ? from : low, gradedPlaces, max, plan, isExact)
  const highBand =
    high === low ? lowBand : bandAt(plan.onRounded ? to : high, gradedPlaces, max, plan, isExact)
  if (Number.isNaN(from) || Number.isNaN(to) || lowBand === unsure || highBand === unsure) {
    writeWhole(result, row, exact, ruleSet)
    return
  }
  result.from[row] = from
  result.to[row] = to
  // An end below every band may still be in the lowest, as in bands.ts.
  result.lowBand[row] = lowBand < 0 && highBand >= 0 ? plan.lowestBand : lowBand
  result.highBand[row] = highBand
}

const unsure = -2

/** Best band whose threshold is reached; `unsure` where a float lies too close to one. */
function bandAt(points: number, places: number, max: number, plan: Plan, isExact: boolean): number {
  const { bands, maxPlaces } = plan
  if (max === 0) return -1
  // Percent = points × 10^(maxPlaces + 2 − places) ÷ maximum, multiplied out so that whole numbers stay whole.
  const shift = maxPlaces + 2 - places
  const reached = shift >= 0 ? points * 10 ** shift : points
  const whole = shift >= 0 ? max : max * 10 ** -shift
  let best = -1
  for (let index = 0; index < bands.length; index += 1) {
    const band = bands[index] as Fraction
    const left = reached * band.bottom
    const right = band.top * whole
    const isClose = !isExact && Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(right))
    if (isClose || !(Math.abs(left) <= longest && right <= longest)) return unsure
    if (left < right) continue
    const rival = bands[best]
    if (!rival || band.top * rival.bottom > rival.top * band.bottom) best = index
  }
  return best
}

/** Rounds a float that may be off by `doubtAt` its size; NaN where that could change the result. */
function nearest(value: number, mode: RoundingStep['mode']): number {
  const size = Math.abs(value)
  const edge = mode === 'truncate' ? 0 : 0.5
  const past = size - Math.floor(size) - edge
  const distance =
    mode === 'truncate' ? Math.min(size - Math.floor(size), Math.ceil(size) - size) : Math.abs(past)
  if (!(distance > doubtAt(size)) || size > 2 ** 45) return Number.NaN
  const rounded = mode === 'truncate' ? Math.floor(size) : Math.floor(size + 0.5)
  return value < 0 ? 0 - rounded : rounded
}

/** A row as the explaining path adds it up. */
function writeWhole(result: BulkTotals, row: number, exact: ExactRows, ruleSet: RuleSet): void {
  const { sheet, rolled } = exact.whole(row)
  const units = (value: Rational, places: number) =>
    Number(formatExact(round(multiply(value, powerOf(places)), { places: 0, mode: 'halfUp' })))
  result.from[row] = units(rolled.total.from, result.places)
  result.to[row] = units(rolled.total.to, result.places)
  result.max[row] = rolled.total.maxPoints ? units(rolled.total.maxPoints, result.maxPlaces) : Number.NaN
  result.missingLeaves[row] = sheet.total.missingLeaves
  const indexes = sheet.total.bandIds.map(id => ruleSet.bands.findIndex(band => band.id === id))
  result.lowBand[row] = indexes[0] ?? -1
  result.highBand[row] = indexes.at(-1) ?? -1
}
