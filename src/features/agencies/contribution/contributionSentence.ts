import type { Contribution, ContributionSplit } from '../../../model/attribution.ts'
import { formatNumber, formatPercent, type Language } from '../../../ui/formatNumber.ts'
import { contributionWords } from './words.ts'

/** Who holds the part no agency explains, as far as it can be told from counts. */
export function nobodysName(
  { expected }: Pick<Contribution, 'expected'>,
  absentCount: number,
  language: Language,
): string {
  const words = contributionWords[language]
  const parts = [
    ...(expected && expected.notLoaded > 0
      ? [words.notLoaded(formatNumber(String(expected.notLoaded), language))]
      : []),
    ...(absentCount > 0 ? [words.absentPart(formatNumber(String(absentCount), language))] : []),
  ]
  return parts.length === 0 ? words.unallocated : parts.join(words.and)
}

/** "Toàn tỉnh mất 2,28/20 điểm ở …; 5 đơn vị gây 19,83%: …". */
export function contributionSentence({
  split: { leading, unallocated },
  whole,
  where,
  lost,
  nobody,
  nameOf,
  language,
}: {
  split: Pick<ContributionSplit, 'leading' | 'unallocated'>
  whole: string
  /** A criterion by name, or how many together. */
  where: { readonly name: string } | { readonly count: number }
  /** With its maximum. */
  lost: string
  nobody: string
  nameOf: (agencyId: string) => string
  language: Language
}): string {
  const words = contributionWords[language]
  const [first] = leading?.agencyIds ?? []
  const parts = [
    'name' in where
      ? words.lostAt(whole, lost, where.name)
      : words.lostInAll(whole, lost, formatNumber(String(where.count), language)),
    ...(leading && first !== undefined
      ? [
          leading.count === 1
            ? words.carriesOne(nameOf(first), formatPercent(leading.percentOfLoss, language))
            : words.carry(
                formatNumber(String(leading.count), language),
                formatPercent(leading.percentOfLoss, language),
                leading.agencyIds.map(nameOf).join(', '),
              ),
        ]
      : []),
    ...(unallocated && !unallocated.contribution.startsWith('-')
      ? [words.restCarries(nobody, formatPercent(unallocated.percentOfLoss, language))]
      : []),
  ]
  return `${parts.join('; ')}.`
}
