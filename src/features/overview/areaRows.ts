import { isSettled } from '../../model/exact.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { AreaShares } from '../../model/scoreSheet.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import { formatNumber, formatPercent, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { moreWords } from './moreWords.ts'

/** An area with its share of its maximum, as it is written. */
export type AreaRow = ReturnType<typeof areaRows>[number]

/** Areas in the order of the rule set. */
export function areaRows(shares: AreaShares, ruleSet: RuleSet, language: Language) {
  const words = moreWords[language]
  const format = pointsFormat(ruleSet, language)
  return shares.areas.map(area => ({
    id: area.criterionId,
    code: area.code,
    name: pickName(language, area.shortName, area.shortNameEn),
    full: pickName(language, area.name, area.nameEn),
    isOpen: area.percent !== null && !isSettled(area.percent),
    percent: area.percent
      ? formatInterval(area.percent, value => formatPercent(value, language))
      : words.unknownShare,
    points: area.points?.kind === 'known' ? formatInterval(area.points, format) : words.unknownShare,
    max: area.maxPoints === null ? words.unknownShare : formatNumber(area.maxPoints, language),
  }))
}
