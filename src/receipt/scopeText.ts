import type { RuleSet } from '../model/ruleSet.ts'
import type { ScoreSheet } from '../model/scoreSheet.ts'
import type { Language } from '../ui/formatNumber.ts'
import { dictionary, pickName } from '../ui/language.tsx'
import { periodName } from './periodName.ts'
import { stageNames } from './stageNames.ts'

// Of its own, so that a screen can say its scope without loading every word of the receipts.
const scopeWords = dictionary({
  vi: {
    version: (version: string) => `bản ${version}`,
    // "Thẩm định lần 1 2026" would read as one number.
    stageOf: (name: string, period: string) =>
      /\d$/.test(name) ? `${name}, kỳ ${period}` : `${name} ${period}`,
  },
  en: {
    version: (version: string) => `version ${version}`,
    stageOf: (name: string, period: string) => `${name} ${period}`,
  },
})

/** Agency, rule set with version, stage and period: what a receipt or table is of. */
export function scopeText(
  sheet: Pick<ScoreSheet, 'stage' | 'period'>,
  ruleSet: RuleSet,
  agency: string | null,
  language: Language,
): string {
  const words = scopeWords[language]
  return [
    ...(agency === null ? [] : [agency]),
    `${pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn)}, ${words.version(ruleSet.version)}`,
    words.stageOf(stageNames[language][sheet.stage], periodName(sheet.period, language)),
  ].join(' · ')
}
