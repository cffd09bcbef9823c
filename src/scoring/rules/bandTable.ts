import type { BranchCondition, Emptiness, ExplainedBranch } from '../../model/explanation.ts'
import type { BandTable, PointBand } from '../../model/rules.ts'
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  formatExact,
  larger,
  one,
  parseExact,
  type Rational,
  smaller,
  subtract,
  zero,
} from '../exact.ts'
import type { Range, Trend } from './ruleKind.ts'

/** What a band table measures along. */
export type BandSubject = Extract<BranchCondition, { kind: 'range' }>['of']

/** Whether a value lies in a band; the lower edge belongs to it and the upper does not unless the band says otherwise. */
export function isInBand(band: PointBand, value: Rational): boolean {
  if (band.from !== undefined) {
    const past = compare(value, parseExact(band.from))
    if (past < 0 || (past === 0 && band.fromExclusive)) return false
  }
  if (band.to === undefined) return true
  const short = compare(value, parseExact(band.to))
  return short < 0 || (short === 0 && band.toInclusive === true)
}

/**
 * Points of the first band a value lies in, `otherwise` when it lies in none.
 * @returns null when the table leaves the value out; the linter should have refused such a gap
 */
export function pointsInBands(table: BandTable, value: Rational): Rational | null {
  const band = table.bands.find(candidate => isInBand(candidate, value))
  const points = band?.points ?? table.otherwise
  return points === undefined ? null : parseExact(points)
}

/** A table without `otherwise` says nothing about a value outside its bands. */
export const outsideBands: Emptiness = { because: 'undefined', policy: 'missing' }

/** Every band as a branch, the one that applied marked; none taken while there is no value. */
export function bandBranches(
  table: BandTable,
  of: BandSubject,
  value: Rational | null,
): readonly ExplainedBranch[] {
  const taken = value === null ? -1 : table.bands.findIndex(band => isInBand(band, value))
  const branches = table.bands.map(
    (band, index): ExplainedBranch => ({
      when: {
        kind: 'range',
        of,
        from: band.from ?? null,
        fromInclusive: band.fromExclusive !== true,
        to: band.to ?? null,
        toInclusive: band.toInclusive === true,
      },
      gives: { kind: 'points', points: canonical(band.points) },
      taken: index === taken,
    }),
  )
  if (table.otherwise === undefined) return branches
  return [
    ...branches,
    {
      when: { kind: 'otherwise' },
      gives: { kind: 'points', points: canonical(table.otherwise) },
      taken: value !== null && taken === -1,
    },
  ]
}

export function bandBounds(table: BandTable): Range {
  const points = pointsOf(table)
  const [first] = points
  if (!first) throw new Error('a band table needs at least one band')
  return { least: points.reduce(smaller, first), most: points.reduce(larger, first) }
}

/**
 * How points move along the value: past the outermost edges, at every edge and between them.
 * @param wholeFrom the least value there is, where only whole ones are (days late, ranks)
 */
export function bandTrend(table: BandTable, wholeFrom: Rational | null = null): Trend {
  const edges = table.bands
    .flatMap(band => [band.from, band.to])
    .flatMap(edge => (edge === undefined ? [] : [parseExact(edge)]))
    .toSorted(compare)
  const values = wholeFrom === null ? valuesAround(edges) : wholesAround(edges, wholeFrom)
  const levels = values.toSorted(compare).flatMap(value => pointsInBands(table, value) ?? [])
  const steps = levels.slice(1).map((level, index) => compare(level, levels[index] ?? level))
  if (steps.every(step => step >= 0)) return 'rising'
  return steps.every(step => step <= 0) ? 'falling' : 'mixed'
}

function valuesAround(edges: readonly Rational[]): readonly Rational[] {
  const between = edges
    .slice(1)
    .map((edge, index) => divide(add(edge, edges[index] ?? edge), parseExact('2')))
  return [subtract(edges[0] ?? zero, one), ...edges, ...between, add(edges.at(-1) ?? zero, one)]
}

function wholesAround(edges: readonly Rational[], from: Rational): readonly Rational[] {
  const around = edges.flatMap(edge => [subtract(ceiling(edge), one), floor(edge), add(floor(edge), one)])
  return [from, ...around].filter(value => compare(value, from) >= 0)
}

function pointsOf({ bands, otherwise }: BandTable): readonly Rational[] {
  return [...bands.map(band => band.points), ...(otherwise === undefined ? [] : [otherwise])].map(parseExact)
}

function canonical(points: string): string {
  return formatExact(parseExact(points))
}
