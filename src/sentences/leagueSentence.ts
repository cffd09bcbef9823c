import type { CohortGroup, CohortRow } from '../model/cohort.ts'
import { isSettled } from '../model/exact.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import { formatInterval, pointsFormat } from '../receipt/pointsFormat.ts'
import { formatNumber, type Language } from '../ui/formatNumber.ts'
import { dictionary, pickName } from '../ui/language.tsx'
import { bandsFromLowest } from './bandsFromLowest.ts'

const sentenceWords = dictionary({
  vi: {
    leads: (name: string, points: string) => `${name} dẫn đầu với ${points}\u00a0điểm`,
    share: (names: string, points: string) => `${names} cùng dẫn đầu với ${points}\u00a0điểm`,
    sharePercent: (names: string, percent: string) => `${names} cùng dẫn đầu với ${percent} điểm tối đa`,
    open: (names: string) => `Chưa rõ đơn vị dẫn đầu vì thiếu số liệu: ${names}`,
    and: ' và ',
    or: ' hoặc ',
    more: (first: string, count: number) => `${first} và ${count}\u00a0đơn vị khác`,
    moreOr: (first: string, count: number) => `${first} hoặc một trong ${count}\u00a0đơn vị khác`,
    reach: (count: number, possible: number, all: number, band: string) =>
      count === all
        ? `cả ${all}\u00a0đơn vị được xếp hạng đều đạt mức ${band}`
        : `${count}${possible === count ? '' : ` (có\u00a0thể\u00a0${possible})`} trong ${all}\u00a0đơn vị được xếp hạng đạt mức ${band}`,
    none: (all: number, band: string, limit: string) =>
      `trong ${all}\u00a0đơn vị được xếp hạng, không đơn vị nào đạt mức ${band} (từ ${limit})`,
    noneSure: (all: number, band: string, limit: string) =>
      `trong ${all}\u00a0đơn vị được xếp hạng, chưa đơn vị nào chắc chắn đạt mức ${band} (từ ${limit})`,
    points: 'điểm',
    nobody: 'Chưa đơn vị nào được xếp hạng',
    silent: (count: number) => `${count}\u00a0đơn vị chưa nộp`,
  },
  en: {
    leads: (name: string, points: string) => `${name} leads with ${points} points`,
    share: (names: string, points: string) => `${names} share the lead with ${points} points`,
    sharePercent: (names: string, percent: string) =>
      `${names} share the lead with ${percent} of the maximum`,
    open: (names: string) => `Figures are missing to tell who leads: ${names}`,
    and: ' and ',
    or: ' or ',
    more: (first: string, count: number) => `${first} and ${count} more`,
    moreOr: (first: string, count: number) => `${first} or one of ${count} others`,
    reach: (count: number, possible: number, all: number, band: string) =>
      count === all
        ? `all ${all} ranked agencies are graded ${band}`
        : `${count}${possible === count ? '' : ` (maybe\u00a0${possible})`} of ${all} ranked agencies are graded ${band}`,
    none: (all: number, band: string, limit: string) =>
      `of ${all} ranked agencies, none is graded ${band} (from ${limit})`,
    noneSure: (all: number, band: string, limit: string) =>
      `of ${all} ranked agencies, none is sure to be graded ${band} (from ${limit})`,
    points: 'points',
    nobody: 'No agency is ranked yet',
    silent: (count: number) => `${count} agencies sent nothing`,
  },
})

/** Who leads with what, and how high the group reaches: the title of the screen. */
export function leagueSentence(
  group: CohortGroup,
  ruleSet: RuleSet,
  nameOf: (agencyId: string) => string,
  language: Language,
): string {
  return leagueParts(group, ruleSet, nameOf, language).join('; ')
}

/** The same in its parts, for where there is room for one: who leads, then how high the group reaches. */
export function leagueParts(
  group: CohortGroup,
  ruleSet: RuleSet,
  nameOf: (agencyId: string) => string,
  language: Language,
): readonly string[] {
  const words = sentenceWords[language]
  const ranked = group.rows.filter(row => row.place === 'ranked')
  if (ranked.length === 0)
    return [words.nobody, ...(group.notSubmitted.length > 0 ? [words.silent(group.notSubmitted.length)] : [])]
  const lead = leadPart(ranked, ruleSet, nameOf, language)
  const reach = reachPart(ranked, group, ruleSet, language)
  return [lead, ...(reach === null ? [] : [reach])]
}

function leadPart(
  ranked: readonly CohortRow[],
  ruleSet: RuleSet,
  nameOf: (agencyId: string) => string,
  language: Language,
): string {
  const words = sentenceWords[language]
  const first = ranked.filter(({ rank }) => (rank?.kind === 'open' ? rank.from : rank?.rank) === 1)
  const [leader] = first
  const names = first.map(row => nameOf(row.agencyId))
  const [name = ''] = names
  if (!leader || first.some(row => row.rank?.kind === 'open'))
    return words.open(names.length > 3 ? words.moreOr(name, names.length - 1) : names.join(words.or))
  const { points, maxPoints, percent } = leader.total
  const shown =
    points.kind === 'known'
      ? `${formatInterval(points, pointsFormat(ruleSet, language))}/${formatNumber(maxPoints, language)}`
      : '–'
  if (first.length === 1) return words.leads(name, shown)
  const joined = names.length > 3 ? words.more(name, names.length - 1) : names.join(words.and)
  if (first.every(row => row.total.maxPoints === maxPoints)) return words.share(joined, shown)
  return words.sharePercent(joined, percent ? `${formatNumber(percent.to, language, { places: 2 })}%` : '–')
}

/** How many hold the best grade that anybody holds sure; or the lowest grade that nobody reaches. */
function reachPart(
  ranked: readonly CohortRow[],
  group: CohortGroup,
  ruleSet: RuleSet,
  language: Language,
): string | null {
  const words = sentenceWords[language]
  const bands = bandsFromLowest(ruleSet.bands)
  const best = bands.at(-1)
  if (!best) return null
  const nameOf = (band: typeof best) => pickName(language, band.name, band.nameEn)
  const sure = (bandId: string) =>
    group.bandCounts.find(each => each.bandId === bandId)?.agencyIds.length ?? 0
  const topHeld = bands.findLastIndex(band => sure(band.id) > 0)
  if (topHeld === -1) return null
  if (topHeld === bands.length - 1) {
    const possible = ranked.filter(row => row.grade?.bandIds.includes(best.id)).length
    return words.reach(sure(best.id), possible, ranked.length, nameOf(best))
  }
  const next = bands[topHeld + 1]
  if (!next) return null
  const above = new Set(bands.slice(topHeld + 1).map(band => band.id))
  const maybe = ranked.some(row => row.grade?.bandIds.some(id => above.has(id)))
  const isHundred = ruleSet.scale === '100' && ranked.every(row => row.total.maxPoints === '100')
  const limit = isHundred
    ? `${formatNumber(next.fromPercent, language)}\u00a0${words.points}`
    : `${formatNumber(next.fromPercent, language)}%`
  return (maybe ? words.noneSure : words.none)(ranked.length, nameOf(next), limit)
}

/** "33,54%" and "92,76%": the lowest and highest settled score of ranked agencies; null when none is settled. */
export function settledRange(
  rows: readonly CohortRow[],
): { readonly low: string; readonly high: string } | null {
  const settled = rows
    .filter(
      row =>
        row.place === 'ranked' && row.total.percent && isSettled(row.total.percent) && row.order !== null,
    )
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
  const [low, high] = [settled[0]?.total.percent?.to, settled.at(-1)?.total.percent?.to]
  return low === undefined || high === undefined ? null : { low, high }
}
