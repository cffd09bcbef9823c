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

/** Bands the two ends of a percentage fall into: one id when settled, lower first when open, none when unbanded. */
export function bandIdsOf(bands: readonly Band[], percent: Interval | null): readonly string[] {
  if (percent === null) return []
  const ids = [bandOf(bands, percent.from), bandOf(bands, percent.to)].flatMap(band =>
    band ? [band.id] : [],
  )
  return [...new Set(ids)]
}
