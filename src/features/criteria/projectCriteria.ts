import type { DisplayedColumn, DisplayedRow, DisplayedTable } from '../../model/displayedTable.ts'
import type { StageTable } from '../../model/stageColumns.ts'
import { oneLine } from '../../receipt/displayedCell.ts'
import { criteriaSentence } from '../../sentences/criteriaSentence.ts'
import type { ScoredView } from '../../state/useScoredView.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { columnWidth, numberColumns } from './columnWidths.ts'
import { type CriteriaLine, countLines, criteriaLines, type LineOrder, unfolded } from './criteriaLines.ts'
import { remarksOf, sourceLine } from './criteriaNotes.ts'
import { lineName, type OfficialColumn, officialColumns, totalSays } from './officialColumns.ts'
import { comparedNames, type TableView, tableViewOf } from './tableView.ts'
import type { CriteriaWords } from './words.ts'

/** The official table as the screen draws it. */
export type ShownTable = {
  readonly view: ScoredView
  readonly cells: TableView
  readonly columns: readonly OfficialColumn[]
  /** Lines in the order wished for. */
  readonly lines: readonly CriteriaLine[]
  /** Lines there are without search and filter. */
  readonly all: number
  readonly hidden: ReadonlySet<string>
  readonly closed: ReadonlySet<string>
  readonly order: LineOrder
  /** Search and filter, each in words. */
  readonly hiding: readonly string[]
}

/** What the table displays, for files, print and slides. */
export function projectCriteria(shown: ShownTable): DisplayedTable {
  const { view, cells, columns, lines, all, hidden, closed } = shown
  const { words, language } = cells
  const kept = columns.filter(column => !hidden.has(column.id))
  const rows = unfolded(lines, closed)
  return {
    id: 'criteria',
    name: words.tableName,
    title: criteriaSentence(view.sheet, language, cells.format),
    columns: kept.map(column => displayedColumn(column, cells)),
    rows:
      rows.length === 0
        ? []
        : [
            ...rows.map(
              (line): DisplayedRow => ({
                id: line.id,
                kind: line.kind === 'group' ? 'group' : 'row',
                depth: line.depth,
                cells: kept.map(column => column.says(line)),
              }),
            ),
            {
              id: 'total',
              kind: 'total',
              depth: 0,
              cells: kept.map(column => totalSays(column, cells, shownOf(rows, all, words))),
            },
          ],
    notes: notesOf(view, cells),
    narrowed: narrowedBy(shown),
    empty: noneText(shown.hiding, words),
  }
}

/** The whole table in official order, whatever somebody looks at: the annex of a report. */
export function officialTable(view: ScoredView, table: StageTable, language: Language): DisplayedTable {
  const cells = tableViewOf(view, table, language)
  const lines = criteriaLines(view.sheet, view.ruleSet, table)
  return projectCriteria({
    view,
    cells,
    columns: officialColumns(cells),
    lines,
    all: countLines(lines).all,
    hidden: new Set(),
    closed: new Set(),
    order: 'official',
    hiding: [],
  })
}

/** Letters an em of the table holds, roughly. */
const lettersPerEm = 1.8
/** Of the columns that share what is left over. */
const wideColumns: Readonly<Record<string, number>> = { name: 46, note: 40 }

function displayedColumn({ id, main, sub }: OfficialColumn, view: TableView): DisplayedColumn {
  return {
    id,
    head: oneLine(sub === '' ? main : `${main}, ${sub}`),
    align: numberColumns.has(id) || id === 'percent' ? 'right' : 'left',
    width: wideColumns[id] ?? Math.round(columnWidth(id, view) * lettersPerEm),
  }
}

/** "đang xem 5/40 dòng", beside the total; empty where every line is shown. */
export function shownOf(rows: readonly CriteriaLine[], all: number, words: CriteriaWords): string {
  const shown = rows.filter(line => line.kind !== 'group').length
  return shown < all ? words.shownOf(shown, all) : ''
}

/** How many lines are printed and what was chosen; paper unfolds every group. */
export function paperText(shown: ShownTable): string {
  const { lines, all, cells } = shown
  const { words } = cells
  const count = unfolded(lines, new Set()).filter(line => line.kind !== 'group').length
  const narrowed = narrowedBy({ ...shown, closed: new Set() })
  return [
    count < all ? words.rowsSome(count, all) : words.rowsAll(all),
    ...(narrowed.length === 0 ? [] : [words.printed(narrowed.join('; '))]),
  ].join(' ')
}

/** What hides every line, in one sentence. */
export function noneText([first = '', ...others]: readonly string[], words: CriteriaWords): string {
  if (first === '') return `${words.noneTitle}.`
  return `${[first, ...others.map(each => each.slice(0, 1).toLocaleLowerCase('vi') + each.slice(1))].join(words.and)}${words.noneTail}`
}

function narrowedBy({ columns, hidden, lines, closed, order, hiding, cells }: ShownTable): readonly string[] {
  const { words } = cells
  const left = columns.filter(column => hidden.has(column.id)).map(column => column.label)
  const folded = unfolded(lines, closed)
    .filter(line => line.subLines.length > 0 && closed.has(line.id))
    .map(line => `${line.code} ${lineName(line, cells)}`.trim())
  return [
    ...hiding,
    ...(order === 'official' ? [] : [words.ordered(words.orders[order])]),
    ...(folded.length === 0 ? [] : [words.folded(folded.join('; '))]),
    ...(left.length === 0 ? [] : [words.hiddenColumns(left.join(', '))]),
  ]
}

function notesOf(view: ScoredView, { table, words, language }: TableView): readonly string[] {
  const { made, forced, stage } = remarksOf(view, language)
  const compared = comparedNames(table, words)
  return [
    ...made.map(text => `${text}.`),
    ...(forced === null ? [] : [`${forced}.`]),
    ...(stage === null ? [] : [`${stage}.`]),
    ...(compared === null ? [] : [compared.difference]),
    sourceLine(view, language),
  ]
}
