import type { BranchCondition, ExplainedBranch } from '../../model/explanation.ts'
import type { BandTable, PointBand } from '../../model/rules.ts'
import { compare, formatExact, larger, parseExact, type Rational, smaller } from '../exact.ts'
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

/** How points move along the value: bands in order of their edges, `otherwise` outside them. */
export function bandTrend(table: BandTable): Trend {
  const sorted = table.bands.toSorted((a, b) => lowEdge(a, b))
  const levels = sorted.map(band => parseExact(band.points))
  if (table.otherwise !== undefined) {
    const outside = parseExact(table.otherwise)
    // Gaps between bands would earn it too: only a table open at one end and closed elsewhere keeps an order.
    if (hasInnerGap(sorted)) return 'mixed'
    if (sorted[0]?.from !== undefined) levels.unshift(outside)
    if (sorted.at(-1)?.to !== undefined) levels.push(outside)
  }
  const steps = levels.slice(1).map((level, index) => compare(level, levels[index] ?? level))
  if (steps.every(step => step >= 0)) return 'rising'
  return steps.every(step => step <= 0) ? 'falling' : 'mixed'
}

function lowEdge(a: PointBand, b: PointBand): number {
  if (a.from === undefined || b.from === undefined)
    return a.from === b.from ? 0 : a.from === undefined ? -1 : 1
  return compare(parseExact(a.from), parseExact(b.from))
}

function hasInnerGap(sorted: readonly PointBand[]): boolean {
  return sorted.slice(1).some((band, index) => {
    const below = sorted[index]
    if (below?.to === undefined || band.from === undefined) return false
    const order = compare(parseExact(band.from), parseExact(below.to))
    return order > 0 || (order === 0 && band.fromExclusive === true && below.toInclusive !== true)
  })
}

function pointsOf({ bands, otherwise }: BandTable): readonly Rational[] {
  return [...bands.map(band => band.points), ...(otherwise === undefined ? [] : [otherwise])].map(parseExact)
}

function canonical(points: string): string {
  return formatExact(parseExact(points))
}
