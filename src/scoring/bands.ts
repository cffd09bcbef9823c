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
 * A raised flag leaves no band to the percentage; an unanswered one adds its own.
 */
export function bandIdsOf(
  bands: readonly Band[],
  percent: Interval | null,
  flags: readonly ForcedBand[] = [],
): readonly string[] {
  const isForced = flags.some(flag => flag.state === 'forced')
  if (percent === null && !isForced) return []
  const ascending = bands.toSorted((a, b) => compare(parseExact(a.fromPercent), parseExact(b.fromPercent)))
  const [lowest, highest] = percent ? [bandOf(bands, percent.from), bandOf(bands, percent.to)] : [null, null]
  const [first, last] = [lowest ? ascending.indexOf(lowest) : 0, highest ? ascending.indexOf(highest) : -1]
  return ascending
    .filter(
      (band, place) =>
        (!isForced && place >= first && place <= last) || flags.some(flag => flag.bandId === band.id),
    )
    .map(band => band.id)
}

/**
 * Flags of the rule set that force a band whatever the score (NĐ 335/2025: bị kỷ luật thì không hoàn
 * thành nhiệm vụ), up to the first raised one, which wins; those nobody answered stay possible.
 */
export function forcedBands(
  { grading }: RuleSet,
  values: ReadonlyMap<string, MetricValue>,
): readonly ForcedBand[] {
  const flags = (grading?.overrides ?? []).flatMap(
    ({ metric, bandId, provenance }): readonly ForcedBand[] => {
      const value = values.get(metric)
      if (value?.state === 'notApplicable') return []
      if (value?.state !== 'entered') return [{ state: 'possible', metricId: metric, bandId, provenance }]
      return isZero(parseExact(value.value))
        ? []
        : [{ state: 'forced', metricId: metric, bandId, provenance }]
    },
  )
  const raised = flags.findIndex(flag => flag.state === 'forced')
  return raised === -1 ? flags : flags.slice(0, raised + 1)
}
