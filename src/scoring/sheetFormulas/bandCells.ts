import type { BandTable, PointBand } from '../../model/rules.ts'
import { policyCode } from './ruleCells.ts'
import { above, all, atLeast, literal } from './workings.ts'

/**
 * Points of the first band a value lies in.
 * @param exact whether the value is typed, counted or rounded, so that it may be held against edges as it is
 * @returns a formula for the points, and one for the code where the table leaves the value out
 */
export function bandFormulas(table: BandTable, value: string, exact: boolean) {
  const nested = (at: (band: PointBand) => string, otherwise: string) =>
    table.bands.reduceRight(
      (rest, band) => `IF(${inBand(band, value, exact)},${at(band)},${rest})`,
      otherwise,
    )
  return {
    points: nested(band => literal(band.points), literal(table.otherwise ?? '0')),
    code: table.otherwise === undefined ? nested(() => '0', String(policyCode('missing'))) : '0',
  }
}

function inBand(band: PointBand, value: string, exact: boolean): string {
  const conditions = []
  if (band.from !== undefined)
    conditions.push((band.fromExclusive ? above : atLeast)(value, literal(band.from), exact))
  if (band.to !== undefined) {
    const past = (band.toInclusive ? above : atLeast)(value, literal(band.to), exact)
    conditions.push(`NOT(${past})`)
  }
  return all(conditions)
}
