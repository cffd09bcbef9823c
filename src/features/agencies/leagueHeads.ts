import type { Provenance } from '../../model/provenance.ts'
import { periodName } from '../../receipt/periodName.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import type { Earlier } from './agenciesState.ts'
import type { HeatColumn } from './leagueRows.ts'
import type { League, LeagueFrame } from './useLeague.ts'
import { agenciesWords } from './words.ts'

/** What the head of a column says, line by line. */
export type LeagueHeadText = {
  readonly name: string
  /** Maximum, or what changes are measured from; empty where there is nothing to add. */
  readonly sub: string
  /** What the column holds is inferred: the word, and why. */
  readonly inferred: { readonly word: string; readonly note: string | undefined } | null
}

/** Head of a column of facts. */
export function factHead(
  id: string,
  { group, ruleSet, maximum }: LeagueFrame,
  since: string | null,
  language: Language,
): LeagueHeadText {
  const words = agenciesWords[language]
  const names: Readonly<Record<string, string>> = words.columns
  const rank = group.rows.find(row => row.published?.rank?.provenance)?.published?.rank
  const origins: Readonly<Record<string, Pick<Provenance, 'certainty' | 'note'> | null | undefined>> = {
    published: rank?.provenance,
    band: ruleSet.bandsProvenance,
  }
  const origin = origins[id]
  const subs: Readonly<Record<string, string | null>> = {
    total: maximum === null ? null : `/${formatNumber(maximum, language)}`,
    change: since,
  }
  return {
    name: names[id] ?? id,
    sub: subs[id] ?? '',
    inferred: origin?.certainty === 'inferred' ? { word: words.inferred, note: origin.note } : null,
  }
}

/** Head of a column of the heat table, with its maximum. */
export function heatHead(column: HeatColumn, language: Language): LeagueHeadText {
  return {
    name: pickName(language, column.shortName, column.shortNameEn),
    sub: column.maxPoints === null ? '/?' : `/${formatNumber(column.maxPoints, language)}`,
    inferred: null,
  }
}

/** Head above the columns of an area; its maximum after a blank. */
export function areaHead({ area }: LeagueFrame['areas'][number], language: Language) {
  return {
    name: `${area.code} ${pickName(language, area.shortName, area.shortNameEn)}`,
    sub: area.maxPoints === null ? '' : `/${formatNumber(area.maxPoints, language)}`,
  }
}

/** What the changes of the table are measured from; null where there are none. */
export function sinceText(
  { frame, rows }: Pick<League, 'frame' | 'rows'>,
  { periods }: Pick<Earlier, 'periods'>,
  language: Language,
): string | null {
  const words = agenciesWords[language]
  if (frame.changes === 'published') {
    const change = rows.find(row => row.published?.change)?.published?.change
    return change ? words.publishedChange(pickName(language, change.since, change.sinceEn)) : null
  }
  const before = periods.at(-1)
  return before === undefined ? null : words.since(periodName(before, language))
}
