import type { DisplayedCell } from '../../model/displayedTable.ts'
import type { Band, RuleSet } from '../../model/ruleSet.ts'
import type { Grade } from '../../model/standings.ts'
import { numberCell, textCell } from '../../receipt/displayedCell.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import type { LeagueRow } from './leagueRows.ts'
import type { LeagueFrame } from './useLeague.ts'
import { type AgenciesWords, agenciesWords } from './words.ts'

/** What the facts of a row say, on the screen and in every file made of it. */

/** A range may go on in the next line after its dash. */
const breakable = (range: string) => range.replace('–', '–\u200b')

/** "1", "5 đồng hạng", "9–20" while figures are missing, or why there is none. */
export function rankText(
  { rank, tiedWith, place }: Pick<LeagueRow, 'rank' | 'tiedWith' | 'place'>,
  words: AgenciesWords,
): { readonly kind: 'none' | 'open' | 'ranked'; readonly text: string; readonly tied: string } {
  if (rank === null) return { kind: 'none', text: place === 'idle' ? words.idle : words.unranked, tied: '' }
  if (rank.kind === 'open') return { kind: 'open', text: `${rank.from}–${rank.to}`, tied: '' }
  return { kind: 'ranked', text: String(rank.rank), tied: tiedWith.length > 0 ? words.tied : '' }
}

/** Points; with their maximum where the head of the column cannot say it for all. */
export function totalText(
  { total: { points, maxPoints } }: Pick<LeagueRow, 'total'>,
  { ruleSet, maximum }: Pick<LeagueFrame, 'ruleSet' | 'maximum'>,
  language: Language,
): { readonly text: string; readonly of: string } {
  const format = pointsFormat(ruleSet, language)
  return {
    text:
      points.kind === 'known'
        ? breakable(formatInterval(points, format))
        : `≥\u00a0${format(points.atLeast)}`,
    of: maximum === null ? `/${formatNumber(maxPoints, language)}` : '',
  }
}

export function percentText({ total: { percent } }: Pick<LeagueRow, 'total'>, language: Language): string {
  if (!percent) return '–'
  const write = (value: string) => formatNumber(value, language, { places: 2, minPlaces: 2 })
  return `${breakable(formatInterval(percent, write))}%`
}

export function workloadText({ workload }: Pick<LeagueRow, 'workload'>, language: Language): string {
  return workload === null ? '–' : formatNumber(workload, language)
}

/** "3" and what it is of, "/63"; a dash where nobody published a rank. */
export function publishedText({ published }: Pick<LeagueRow, 'published'>) {
  const rank = published?.rank
  return rank ? { text: String(rank.rank), of: `/${rank.of}` } : { text: '–', of: '' }
}

/** Grades that may still hold, the highest first ("Tốt hoặc Khá"), and what else than points made them. */
export function bandText(grade: Grade, bands: readonly Band[], language: Language) {
  const words = agenciesWords[language]
  const nameOf = (id: string) => {
    const band = bands.find(each => each.id === id)
    return band ? pickName(language, band.name, band.nameEn) : id
  }
  const joined = (ids: readonly string[]) => ids.map(nameOf).join(words.bandOr)
  return { name: joined(grade.bandIds.toReversed()), why: reasonOf(grade, joined, words) }
}

function reasonOf(
  { override, verdicts, beforeQuotas }: Grade,
  joined: (ids: readonly string[]) => string,
  words: AgenciesWords,
): string | null {
  if (override) return words.forced
  if (verdicts.some(verdict => verdict.outcome === 'falls')) return words.fellByQuota(joined(beforeQuotas))
  return verdicts.some(verdict => verdict.outcome === 'open') ? words.maybeByQuota : null
}

/** Why a row has no grade. */
export const noBandText = ({ place }: Pick<LeagueRow, 'place'>, words: AgenciesWords) =>
  place === 'idle' ? words.idleMark : words.unranked

/** Exact change since the period before, or why there is none. */
export function changeText(
  { published, change }: Pick<LeagueRow, 'published' | 'change'>,
  { changes, ruleSet }: { readonly changes: LeagueFrame['changes']; readonly ruleSet: RuleSet },
  language: Language,
):
  | { readonly kind: 'changed'; readonly text: string; readonly isLoss: boolean }
  | { readonly kind: 'none' | 'waiting'; readonly text: string }
  | { readonly kind: 'notComparable'; readonly text: string; readonly word: string; readonly full: string } {
  const words = agenciesWords[language]
  const changed = (points: string) =>
    ({
      kind: 'changed',
      text: formatNumber(points, language, { signed: true, minPlaces: ruleSet.pointsPlaces }),
      isLoss: points.startsWith('-'),
    }) as const
  if (changes === 'published')
    return published?.change ? changed(published.change.points) : { kind: 'none', text: '–' }
  if (change === null) return { kind: 'waiting', text: '…' }
  if (change.kind === 'changed') return changed(change.difference)
  const reason = words.reasons[change.reason]
  return {
    kind: 'notComparable',
    word: `${words.notComparable}:`,
    text: reason.short,
    full: `${words.notComparable}: ${reason.long}`,
  }
}

/** A fact of a row as one cell. */
export function factCell(id: string, row: LeagueRow, frame: LeagueFrame, language: Language): DisplayedCell {
  const words = agenciesWords[language]
  switch (id) {
    case 'rank': {
      const { text, tied } = rankText(row, words)
      return numberCell(text, language, tied === '' ? {} : { after: ` ${tied}` })
    }
    case 'agency':
      return textCell(row.shortName)
    case 'total': {
      const { text, of } = totalText(row, frame, language)
      return numberCell(text, language, { after: of })
    }
    case 'percent':
      return numberCell(percentText(row, language), language)
    case 'band': {
      if (!row.grade) return textCell(noBandText(row, words))
      const { name, why } = bandText(row.grade, frame.bands, language)
      return textCell(name, why === null ? '' : `(${why})`)
    }
    case 'workload':
      return numberCell(workloadText(row, language), language)
    case 'published': {
      const { text, of } = publishedText(row)
      return numberCell(text, language, { after: of })
    }
    case 'change': {
      const said = changeText(row, frame, language)
      return said.kind === 'notComparable' ? textCell(said.word, said.text) : numberCell(said.text, language)
    }
    default:
      return { text: '' }
  }
}
