import type { Agency } from '../../model/agency.ts'
import type { Consolidation } from '../../model/consolidation.ts'
import { walkCriteria } from '../../model/criteria.ts'
import type { DisplayedTable } from '../../model/displayedTable.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import type { ReviewRound } from '../../model/review.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { pointsFormat } from '../../receipt/pointsFormat.ts'
import { formatNumber, formatPercent, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { nameAlone } from './letterhead.ts'
import type { ReportRemedy } from './reportInput.ts'
import { roundReportWords } from './roundWords.ts'

/** What the report of a round is made of. */
export type RoundReportInput = {
  readonly round: ReviewRound
  readonly ruleSet: RuleSet
  readonly consolidation: Consolidation
  readonly isClosed: boolean
  /** The whole ranking of each group, in the order of the groups. */
  readonly rankings: readonly { readonly group: string; readonly table: DisplayedTable }[]
  readonly remedies: readonly ReportRemedy[]
  readonly documents: readonly SourceDocument[]
  readonly agencyOf: (id: string) => Agency | null
  readonly language: Language
}

export type RoundTelling = ReturnType<typeof roundTellingOf>

/** Names, formats and words of such a report. */
export function roundTellingOf(input: RoundReportInput) {
  const { ruleSet, language, agencyOf } = input
  const criteria = new Map(walkCriteria(ruleSet).map(({ criterion }) => [criterion.id, criterion]))
  const named = (id: string) =>
    criteria.get(id) ??
    ruleSet.pools.find(each => each.id === id) ??
    ruleSet.adjustments?.find(each => each.id === id)
  return {
    input,
    language,
    words: roundReportWords[language],
    format: pointsFormat(ruleSet, language),
    number: (exact: string) => formatNumber(exact, language),
    percent: (exact: string) => formatPercent(exact, language),
    count: (value: number) => formatNumber(String(value), language),
    agency: (id: string) => {
      const found = agencyOf(id)
      return found ? nameAlone(found) : id
    },
    codeOf: (id: string) => criteria.get(id)?.code ?? '',
    nodeName: (id: string) => {
      const found = named(id)
      const name = found ? pickName(language, found.name, found.nameEn) : id
      const code = criteria.get(id)?.code ?? ''
      return code === '' ? name : `${code} ${name}`
    },
    band: (id: string) => {
      const band = ruleSet.bands.find(each => each.id === id)
      return band ? pickName(language, band.name, band.nameEn) : id
    },
  }
}
