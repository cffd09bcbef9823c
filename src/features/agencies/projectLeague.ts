import type { DisplayedColumn, DisplayedRow, DisplayedTable } from '../../model/displayedTable.ts'
import { textCell } from '../../receipt/displayedCell.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import type { AgenciesState } from './agenciesState.ts'
import { heatCell, heatContent } from './heatContent.ts'
import { type LeagueFilter, readFilter } from './leagueFilter.ts'
import { areaHead, factHead, heatHead, type LeagueHeadText } from './leagueHeads.ts'
import { factCell } from './leagueTexts.ts'
import type { League, LeagueFrame, LeagueItem } from './useLeague.ts'
import { type AgenciesWords, agenciesWords } from './words.ts'

/** The league as the screen draws it. */
export type ShownLeague = {
  readonly league: League
  readonly state: Pick<AgenciesState, 'q' | 'filter'>
  readonly title: string
  /** What changes are measured from. */
  readonly since: string | null
  /** Scope, stages, who has no score, sources. */
  readonly notes: readonly string[]
}

/** Ranking and heat table as displayed, for files, print and slides. The box that chooses agencies says nothing. */
export function projectLeague(shown: ShownLeague, language: Language): DisplayedTable {
  const { league, title, since, notes } = shown
  const { frame, items } = league
  const words = agenciesWords[language]
  const facts = frame.columnIds
    .slice(0, frame.columnIds.length - frame.heat.length)
    .filter(id => id !== 'with')
  return {
    id: 'league',
    name: words.leagueName,
    title: `${title}.`,
    columns: [
      ...facts.map(id => factColumn(id, factHead(id, frame, since, language))),
      ...heatColumns(frame, language),
    ],
    rows: league.shown === 0 ? [] : items.map(item => rowOf(item, facts, frame, language)),
    notes: [...notes, ...heatNotes(frame, words)],
    narrowed: narrowedLeague(shown, language),
    empty: words.noneHere,
  }
}

const widths: Readonly<Record<string, number>> = { rank: 12, agency: 40, band: 22, change: 22 }

function factColumn(id: string, { name, sub, inferred }: LeagueHeadText): DisplayedColumn {
  return {
    id,
    head: textCell(name, sub, inferred?.word ?? '').text,
    align: id === 'agency' || id === 'band' ? 'left' : 'right',
    width: widths[id] ?? 13,
  }
}

function heatColumns(frame: LeagueFrame, language: Language): readonly DisplayedColumn[] {
  const above = frame.areas.flatMap(span => {
    const { name, sub } = areaHead(span, language)
    return Array.from({ length: span.count }, () => textCell(name, sub).text)
  })
  return frame.heat.map((column, index) => {
    const { name, sub } = heatHead(column, language)
    return {
      id: column.criterionId,
      head: textCell(name, sub).text,
      ...(frame.showAreas ? { above: above[index] } : {}),
      align: 'right',
      width: 14,
    }
  })
}

function rowOf(
  item: LeagueItem,
  facts: readonly string[],
  frame: LeagueFrame,
  language: Language,
): DisplayedRow {
  const words = agenciesWords[language]
  if (item.kind === 'notLoaded')
    return { id: 'not-loaded', kind: 'gap', depth: 0, cells: [textCell(notLoadedText(item, language))] }
  if (item.kind === 'head')
    return {
      id: item.place,
      kind: 'heading',
      depth: 0,
      cells: [
        item.place === 'idle'
          ? textCell(words.idle, words.idleWhy)
          : textCell(words.unranked, words.unrankedWhy),
      ],
    }
  const { row } = item
  return {
    id: row.agencyId,
    kind: 'row',
    depth: 0,
    cells: [
      ...facts.map(id => factCell(id, row, frame, language)),
      ...frame.heat.map(column => {
        const cell = row.cells[column.place]
        return cell
          ? heatCell(heatContent(cell, row, column, frame, words, language), language)
          : { text: '' }
      }),
    ],
  }
}

/** "4 đơn vị chưa nạp số liệu", of how many ranked together where somebody published that. */
export function notLoadedText(
  { count, of }: { readonly count: number; readonly of: number | null },
  language: Language,
): string {
  const words = agenciesWords[language]
  const say = (number: number) => formatNumber(String(number), language)
  return of === null ? words.notLoaded(say(count)) : words.notLoadedOf(say(count), say(of))
}

/** What a filter asks for: a grade, an area, or a state. */
export function filterName(
  filter: LeagueFilter,
  frame: LeagueFrame,
  words: AgenciesWords,
  language: Language,
): string {
  if (filter.kind === 'band') {
    const band = frame.bands.find(each => each.id === filter.bandId)
    return band ? pickName(language, band.name, band.nameEn) : filter.bandId
  }
  if (filter.kind !== 'lost') return words.filters[filter.kind]
  const column = frame.group.columns.find(each => each.criterionId === filter.criterionId)
  return column ? pickName(language, column.shortName, column.shortNameEn) : filter.criterionId
}

/** What leaves agencies out or orders them, in words. */
export function narrowedLeague(
  { league: { frame, rows, shown, sorting }, state }: Pick<ShownLeague, 'league' | 'state'>,
  language: Language,
): readonly string[] {
  const words = agenciesWords[language]
  const filter = readFilter(state.filter)
  const kinds = { band: words.filterBand, lost: words.filterLost }
  const column = frame.heat.find(each => each.criterionId === sorting?.id)
  const sortName = column
    ? heatHead(column, language).name
    : factHead(sorting?.id ?? 'rank', frame, null, language).name
  return [
    ...(state.q === undefined || state.q.trim() === '' ? [] : [words.searchedFor(state.q.trim())]),
    ...(filter === null
      ? []
      : [
          words.filteredBy(
            filter.kind === 'band' || filter.kind === 'lost' ? kinds[filter.kind] : words.filterState,
            filterName(filter, frame, words, language),
          ),
        ]),
    ...(shown === rows.length ? [] : [words.shownOnly(words.shown(shown, rows.length))]),
    ...(sorting === null ? [] : [words.sortedBy(sortName, sorting.id === 'agency', sorting.desc)]),
  ]
}

/** How the cells of the heat table are to be read. */
function heatNotes({ measure, heat }: LeagueFrame, words: AgenciesWords): readonly string[] {
  if (heat.length === 0) return []
  return [words.mostLostNote, ...(measure === 'behind' ? [`${words.cellsSwitch}: ${words.cellBehind}.`] : [])]
}
