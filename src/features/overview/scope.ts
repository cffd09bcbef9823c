import { periodName } from '../../receipt/periodName.ts'
import { stageNames } from '../../receipt/stageNames.ts'
import type { ScoredView } from '../../state/useScoredView.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { overviewWords } from './words.ts'

/** Agency, rule set with version, stage and period. */
export function scopeOf({ sheet, ruleSet, agency }: ScoredView, language: Language): string {
  return [
    agency?.name ?? sheet.agencyId,
    `${pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn)}, ${overviewWords[language].version(ruleSet.version)}`,
    `${stageNames[language][sheet.stage]} ${periodName(sheet.period, language)}`,
  ].join(' · ')
}
