import { column, textCell } from '../../../exports/displayedCells.ts'
import type { DisplayedRow, DisplayedTable } from '../../../model/displayedTable.ts'
import { numberCell } from '../../../receipt/displayedCell.ts'
import { inSlices } from '../../../state/review/inSlices.ts'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { exactInstantText } from '../../../ui/instants.ts'
import type { EntryNames } from './entryNames.ts'
import type { LedgerFilter } from './ledgerAddress.ts'
import { filterText, roundNotes } from './ledgerNotes.ts'
import { type LedgerRow, rowCells } from './ledgerRows.ts'
import { ledgerWords } from './words.ts'

/** The columns of the screen, those that stack several things taken apart, and the id of each line. */
const shapes = {
  order: { width: 7, align: 'right' },
  time: { width: 19, align: 'left' },
  by: { width: 18, align: 'left' },
  stage: { width: 16, align: 'left' },
  agency: { width: 30, align: 'left' },
  criterion: { width: 26, align: 'left' },
  kind: { width: 16, align: 'left' },
  title: { width: 34, align: 'left' },
  detail: { width: 40, align: 'left' },
  from: { width: 11, align: 'right' },
  to: { width: 11, align: 'right' },
  max: { width: 11, align: 'right' },
  reason: { width: 44, align: 'left' },
  counted: { width: 22, align: 'left' },
  id: { width: 18, align: 'left' },
} as const

const keys = Object.keys(shapes) as readonly (keyof typeof shapes)[]

/** The lines as they stand on the screen, made in slices: ten thousand take longer than a key press. */
export async function projectLedger({
  open,
  names,
  filter,
  newestFirst,
  shown,
  all,
}: {
  readonly open: Pick<OpenRound, 'round' | 'ruleSet' | 'state'>
  readonly names: EntryNames
  readonly filter: LedgerFilter
  readonly newestFirst: boolean
  readonly shown: readonly LedgerRow[]
  readonly all: number
}): Promise<DisplayedTable> {
  const { language } = names
  const words = ledgerWords[language]
  const count = (value: number) => formatNumber(String(value), language)
  const out = open.state.notCounted.size
  const rows: DisplayedRow[] = []
  await inSlices(shown, row => void rows.push(rowOf(row, rows.length + 1, names)))
  return {
    id: 'ledger',
    name: words.fileTitle,
    title: words.historyTitle(count(all), out === 0 ? null : count(out)),
    columns: keys.map(key => column(key, words.columns[key], shapes[key].width, shapes[key].align)),
    rows,
    notes: [...roundNotes(open, language), words.clockHint, words.cannotProve],
    narrowed: [
      words.scope(filterText(filter, names, language), count(shown.length), count(all)),
      `${words.order}: ${newestFirst ? words.newest : words.oldest}`,
    ],
    empty: all === 0 ? words.emptyTitle : words.none,
  }
}

function rowOf(row: LedgerRow, order: number, names: EntryNames): DisplayedRow {
  const { language } = names
  const { entry } = row
  const { change, ...cells } = rowCells(row, names)
  const number = (shown: string | null | undefined) => numberCell(shown ?? '', language)
  return {
    id: entry.id,
    kind: 'row',
    depth: 0,
    cells: [
      number(formatNumber(String(order), language)),
      textCell(exactInstantText(entry.at)),
      textCell(cells.by),
      textCell(cells.stage),
      textCell(cells.agency),
      textCell(cells.criterion),
      textCell(cells.kind),
      textCell(cells.title),
      textCell(cells.detail),
      number(change?.from),
      number(change?.to),
      number(change?.max),
      textCell(cells.reason),
      textCell(cells.out ?? ledgerWords[language].counts),
      textCell(entry.id),
    ],
  }
}
