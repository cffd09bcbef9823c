import type { Contribution, ContributionSplit } from '../model/attribution.ts'
import { toPlotNumber } from '../model/exact.ts'
import { formatNumber, formatPercent, type Language } from '../ui/formatNumber.ts'
import { dictionary } from '../ui/language.tsx'

/** "1 agency", "12 agencies". */
const agencies = (count: string) => (count === '1' ? '1 agency' : `${count} agencies`)
const criteria = (count: string) => (count === '1' ? '1 criterion' : `${count} criteria`)

const contributionWords = dictionary({
  vi: {
    lostAt: (whole: string, lost: string, name: string) => `${whole} mất ${lost} điểm ở ${name}`,
    lostInAll: (whole: string, lost: string, count: string) =>
      `${whole} mất ${lost} điểm ở ${count} tiêu chí tách được`,
    carry: (count: string, percent: string, names: string) => `${count} đơn vị gây ${percent}: ${names}`,
    carriesOne: (name: string, percent: string) => `${name} gây ${percent}`,
    restCarries: (who: string, percent: string) => `${who}: ${percent}`,
    and: ' và ',
    notLoaded: (count: string) => `${count} đơn vị chưa nạp`,
    absentPart: (count: string) => `${count} đơn vị không có số liệu`,
    unallocated: 'Chưa phân bổ cho đơn vị nào',
  },
  en: {
    lostAt: (whole: string, lost: string, name: string) => `${whole} lost ${lost} points at ${name}`,
    lostInAll: (whole: string, lost: string, count: string) =>
      `${whole} lost ${lost} points at ${criteria(count)} that can be split`,
    carry: (count: string, percent: string, names: string) =>
      `${agencies(count)} account for ${percent}: ${names}`,
    carriesOne: (name: string, percent: string) => `${name} accounts for ${percent}`,
    restCarries: (who: string, percent: string) => `${who}: ${percent}`,
    and: ' and ',
    notLoaded: (count: string) => `${agencies(count)} not loaded`,
    absentPart: (count: string) => `${agencies(count)} without figures`,
    unallocated: 'Not explained by any agency',
  },
})

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

/** Whether what no agency explains is more than what the leading ones carry: then that is the message. */
export function isMostlyNobodys({
  leading,
  unallocated,
}: Pick<ContributionSplit, 'leading' | 'unallocated'>): boolean {
  if (!unallocated || unallocated.contribution.startsWith('-')) return false
  return leading === null || toPlotNumber(unallocated.percentOfLoss) > toPlotNumber(leading.percentOfLoss)
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
  const rest =
    unallocated && !unallocated.contribution.startsWith('-')
      ? [words.restCarries(nobody, formatPercent(unallocated.percentOfLoss, language))]
      : []
  const agencyPart =
    leading && first !== undefined
      ? [
          leading.count === 1
            ? words.carriesOne(nameOf(first), formatPercent(leading.percentOfLoss, language))
            : words.carry(
                formatNumber(String(leading.count), language),
                formatPercent(leading.percentOfLoss, language),
                leading.agencyIds.map(nameOf).join(', '),
              ),
        ]
      : []
  const parts = [
    'name' in where
      ? words.lostAt(whole, lost, where.name)
      : words.lostInAll(whole, lost, formatNumber(String(where.count), language)),
    ...(isMostlyNobodys({ leading, unallocated }) ? [...rest, ...agencyPart] : [...agencyPart, ...rest]),
  ]
  return `${parts.join('; ')}.`
}
