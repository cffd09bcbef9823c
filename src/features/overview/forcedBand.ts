import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'

/** The figure that fixed the grade whatever the points, and what the rule set says of it; null where points decide. */
export function forcedBand(
  { sheet, ruleSet }: { readonly sheet: ScoreSheet; readonly ruleSet: RuleSet },
  language: Language,
): { readonly band: string; readonly metric: string; readonly note: string } | null {
  const { bandOverride } = sheet.total
  if (bandOverride === null) return null
  const metric = ruleSet.metrics.find(each => each.id === bandOverride.metricId)
  const band = ruleSet.bands.find(each => each.id === bandOverride.bandId)
  return {
    band: band ? pickName(language, band.name, band.nameEn) : bandOverride.bandId,
    metric: metric ? pickName(language, metric.name, metric.nameEn) : bandOverride.metricId,
    note: bandOverride.provenance.note ?? '',
  }
}
