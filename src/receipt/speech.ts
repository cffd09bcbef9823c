import { formatInFormula, type Language } from '../ui/formatNumber.ts'
import { pickName } from '../ui/language.tsx'
import { type FormulaWords, formulaWords } from './formulaWords.ts'
import { pointsFormat } from './pointsFormat.ts'
import type { ReceiptContext } from './receipt.ts'
import { type ReceiptWords, receiptWords } from './words.ts'

/** How the sentences of one receipt are said: its language, its words and the names of what it mentions. */
export type Speech = {
  readonly language: Language
  readonly words: ReceiptWords
  readonly formula: FormulaWords
  /** A number inside a calculation: cut, never rounded. */
  readonly number: (exact: string) => string
  /** Points as the rule set shows them. */
  readonly points: (exact: string) => string
  /** "1.4 Hồ sơ trực tuyến" for a criterion of the sheet. */
  readonly nodeName: (criterionId: string) => string
  readonly agencyName: (agencyId: string) => string
}

export function speechOf({ language, sheet, ruleSet, agencyName }: ReceiptContext): Speech {
  return {
    language,
    words: receiptWords[language],
    formula: formulaWords[language],
    number: exact => formatInFormula(exact, language),
    points: pointsFormat(ruleSet, language),
    nodeName: criterionId => {
      const node = sheet.nodes.find(entry => entry.criterionId === criterionId)
      return node ? `${node.code} ${pickName(language, node.shortName, node.shortNameEn)}` : criterionId
    },
    agencyName: agencyName ?? (id => id),
  }
}
