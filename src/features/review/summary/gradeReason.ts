import type { ConsolidatedRow } from '../../../model/consolidation.ts'
import { isSettled, toPlotNumber } from '../../../model/exact.ts'
import type { RuleSet } from '../../../model/ruleSet.ts'
import type { CohortStandings } from '../../../model/standings.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import type { SummaryNames } from './summaryNames.ts'
import { summaryWords } from './words.ts'

/** Why an agency has its grade, as sentences: flag, threshold, then every quota that looked at it. */
export function gradeReason(
  { agencyId, row }: ConsolidatedRow,
  standings: CohortStandings,
  ruleSet: RuleSet,
  names: SummaryNames,
): readonly string[] {
  const words = summaryWords[names.language]
  const { grade } = row
  const percent = standings.ranked.find(each => each.agencyId === agencyId)?.percent
  if (!grade || !percent) return []
  // Never rounded to the threshold it misses.
  const exactly = (value: string) => formatNumber(value, names.language)
  const shown = isSettled(percent)
    ? exactly(percent.to)
    : words.range(exactly(percent.from), exactly(percent.to))
  if (grade.override)
    return [
      words.reason.forced(names.metric(grade.override.metricId), names.band(grade.override.bandId), shown),
    ]
  return [...thresholds(grade.beforeQuotas, percent, ruleSet, names), ...quotas()]

  function quotas(): readonly string[] {
    return (grade?.verdicts ?? []).flatMap(({ quota, outcome, limit, count }) => {
      const rule = ruleSet.grading?.quotas?.[quota]
      if (!rule) return []
      const range = (ends: { readonly from: number; readonly to: number }) =>
        words.range(names.count(ends.from), names.count(ends.to))
      const band = names.band(rule.bandId)
      if (outcome === 'falls')
        return [words.reason.falls(shown, range(limit), range(count), band, names.band(rule.toBandId))]
      if (outcome === 'keeps') return [words.reason.keeps(range(limit), range(count), band)]
      return [words.reason.quotaOpen(range(limit), range(count), band)]
    })
  }
}

function thresholds(
  bandIds: readonly string[],
  percent: { readonly from: string; readonly to: string },
  { bands }: RuleSet,
  names: SummaryNames,
): readonly string[] {
  const words = summaryWords[names.language]
  const exactly = (value: string) => formatNumber(value, names.language)
  const [only, ...others] = bandIds
  if (only === undefined) return []
  if (others.length > 0)
    return [
      words.reason.open(
        exactly(percent.from),
        exactly(percent.to),
        bandIds.toReversed().map(names.band).join(words.bandOr),
      ),
    ]
  const ascending = bands.toSorted((a, b) => toPlotNumber(a.fromPercent) - toPlotNumber(b.fromPercent))
  const place = ascending.findIndex(band => band.id === only)
  const [band, next] = [ascending[place], ascending[place + 1]]
  if (!band) return []
  const shown = isSettled(percent)
    ? exactly(percent.to)
    : words.range(exactly(percent.from), exactly(percent.to))
  return [
    words.reason.reaches(shown, exactly(band.fromPercent), names.band(band.id)),
    ...(next ? [words.reason.below(exactly(next.fromPercent), names.band(next.id))] : []),
  ]
}
