import type { RuleSet } from '../model/ruleSet.ts'
import type { ScoreSheet } from '../model/scoreSheet.ts'
import type { Language } from '../ui/formatNumber.ts'
import { pickName } from '../ui/language.tsx'
import { periodName } from './periodName.ts'
import { stageNames } from './stageNames.ts'
import { receiptWords } from './words.ts'

/** Agency, rule set with version, stage and period: what a receipt or table is of. */
export function scopeText(
  sheet: Pick<ScoreSheet, 'stage' | 'period'>,
  ruleSet: RuleSet,
  agency: string | null,
  language: Language,
): string {
  const words = receiptWords[language]
  return [
    ...(agency === null ? [] : [agency]),
    `${pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn)}, ${words.version(ruleSet.version)}`,
    words.stageOf(stageNames[language][sheet.stage], periodName(sheet.period, language)),
  ].join(' · ')
}
