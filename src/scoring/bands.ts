import type { Interval } from '../model/exact.ts'
import type { Band } from '../model/ruleSet.ts'
import { compare, parseExact } from './exact.ts'

/**
 * Grade of an unrounded percentage of the maximum: the highest band whose threshold it reaches.
 * @returns null when the rule set has no band that low
 */
export function bandOf(bands: readonly Band[], percent: string): Band | null {
  const value = parseExact(percent)
  return bands
    .filter(band => compare(value, parseExact(band.fromPercent)) >= 0)
    .reduce<Band | null>(
      (best, band) =>
        best && compare(parseExact(best.fromPercent), parseExact(band.fromPercent)) >= 0 ? best : band,
      null,
    )
}

/**
 * Every band a percentage may fall into, lowest first: one id when it is settled, all from the lower
 * to the upper end when missing figures leave it open, none when the rule set has no bands.
 */
export function bandIdsOf(bands: readonly Band[], percent: Interval | null): readonly string[] {
  if (percent === null) return []
  const ascending = bands.toSorted((a, b) => compare(parseExact(a.fromPercent), parseExact(b.fromPercent)))
  const [lowest, highest] = [bandOf(bands, percent.from), bandOf(bands, percent.to)]
  if (!highest) return []
  return ascending
    .slice(lowest ? ascending.indexOf(lowest) : 0, ascending.indexOf(highest) + 1)
    .map(band => band.id)
}
