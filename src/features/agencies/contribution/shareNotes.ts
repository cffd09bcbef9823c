import type { Contribution, ContributionLeaf } from '../../../model/attribution.ts'
import { stageNames } from '../../../receipt/stageNames.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { type ContributionWords, contributionWords } from './words.ts'

/** Whose figures the whole's are, and how sure; one sentence each. */
export function originText(
  { origin, agencyIds }: Pick<Contribution, 'origin' | 'agencyIds'>,
  whole: string,
  words: ContributionWords,
  language: Language,
): readonly string[] {
  return [
    origin.kind === 'gathered'
      ? words.gathered(formatNumber(String(agencyIds.length), language))
      : words.submitted(whole, stageNames[language][origin.stage]),
    ...(origin.certainty === 'illustrative' ? [words.illustrative] : []),
  ]
}

/** What the shares rest on: whose figures, of how many agencies, what a plus sign means. */
export function restsOn(
  { origin, agencyIds, expected, parentId }: Contribution,
  leaf: ContributionLeaf | null,
  nameOf: (agencyId: string) => string,
  language: Language,
): string {
  const words = contributionWords[language]
  const count = (number: number) => formatNumber(String(number), language)
  const isPart = leaf !== null && leaf.rows.length < agencyIds.length
  const hasOffsets = leaf?.rows.some(row => row.contribution.startsWith('-')) ?? false
  return [
    ...originText({ origin, agencyIds }, nameOf(parentId), words, language),
    expected
      ? words.loaded(count(agencyIds.length), count(expected.count))
      : isPart
        ? words.everyGroupPart(count(leaf.rows.length), count(agencyIds.length))
        : words.everyGroup(count(agencyIds.length)),
    ...(hasOffsets ? [words.offsets] : []),
  ].join(' ')
}

/** Who sent nothing and takes no part; empty where everybody did. */
export function silentText(
  { silent }: Pick<Contribution, 'silent'>,
  nameOf: (agencyId: string) => string,
  language: Language,
): string {
  if (silent.length === 0) return ''
  const count = formatNumber(String(silent.length), language)
  return contributionWords[language].silent(count, silent.map(nameOf).join(', '))
}
