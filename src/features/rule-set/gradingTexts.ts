import type { RuleSet } from '../../model/ruleSet.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { ruleSetWords } from './words.ts'

/** Quotas and conditions of the grades, a sentence each: "tối đa 20% đơn vị được Xuất sắc". */
export function gradingTexts({ bands, metrics, grading }: RuleSet, language: Language) {
  const words = ruleSetWords[language]
  const nameIn = (
    list: readonly { readonly id: string; readonly name: string; readonly nameEn?: string | undefined }[],
    id: string,
  ) => {
    const found = list.find(each => each.id === id)
    return found ? pickName(language, found.name, found.nameEn) : id
  }
  return {
    quotas: (grading?.quotas ?? []).map(({ maxPercent, bandId }) =>
      words.quota(`${formatNumber(maxPercent, language)}%`, nameIn(bands, bandId)),
    ),
    overrides: (grading?.overrides ?? []).map(({ metric, bandId }) =>
      words.override(nameIn(metrics, metric), nameIn(bands, bandId)),
    ),
  }
}
