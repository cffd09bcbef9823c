import type { Interval } from '../model/exact.ts'
import type { Provenance } from '../model/provenance.ts'
import type { Band, RuleSet } from '../model/ruleSet.ts'
import type { MetricValue } from '../model/submission.ts'
import { compare, isZero, parseExact } from './exact.ts'

/** A flag that forces a band: raised, or not answered and so still possible. */
export type ForcedBand = {
  readonly state: 'forced' | 'possible'
  readonly metricId: string
  readonly bandId: string
  readonly provenance: Provenance
}

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
 * A raised flag leaves only its own band; an unanswered one adds it.
 */
export function bandIdsOf(
  bands: readonly Band[],
  percent: Interval | null,
  override: ForcedBand | null = null,
): readonly string[] {
  if (override?.state === 'forced') return [override.bandId]
  if (percent === null) return []
  const ascending = bands.toSorted((a, b) => compare(parseExact(a.fromPercent), parseExact(b.fromPercent)))
  const [lowest, highest] = [bandOf(bands, percent.from), bandOf(bands, percent.to)]
  if (!highest) return []
  const [first, last] = [lowest ? ascending.indexOf(lowest) : 0, ascending.indexOf(highest)]
  return ascending
    .filter((band, place) => (place >= first && place <= last) || band.id === override?.bandId)
    .map(band => band.id)
}

/**
 * The band a flag of the rule set forces whatever the score (NĐ 335/2025: bị kỷ luật thì không hoàn
 * thành nhiệm vụ). The first raised flag wins; a flag nobody answered leaves its band possible.
 */
export function forcedBand(
  { grading }: RuleSet,
  values: ReadonlyMap<string, MetricValue>,
): ForcedBand | null {
  const flags = (grading?.overrides ?? []).map(({ metric, bandId, provenance }) => {
    const value = values.get(metric)
    const state =
      value?.state === 'notApplicable' || (value?.state === 'entered' && isZero(parseExact(value.value)))
        ? null
        : value?.state === 'entered'
          ? ('forced' as const)
          : ('possible' as const)
    return state && { state, metricId: metric, bandId, provenance }
  })
  return flags.find(flag => flag?.state === 'forced') ?? flags.find(flag => flag !== null) ?? null
}
