import type { DisplayedColumn, DisplayedRow, DisplayedTable } from '../../../model/displayedTable.ts'
import { numberCell, textCell } from '../../../receipt/displayedCell.ts'
import type { Language } from '../../../ui/formatNumber.ts'
import { evenPercents } from './evenPercents.ts'

/** A column: its head, how wide, and whether it holds numbers. */
export type Column = readonly [id: string, head: string, width: number, kind?: 'number' | undefined]

/** A row as texts, or one text over the whole width for headings and gaps. */
export type Line = {
  readonly id: string
  readonly kind?: DisplayedRow['kind'] | undefined
  readonly depth?: number | undefined
  readonly cells: readonly string[]
}

/** The table behind a slide: texts that are one number are numbers in files too. */
export function slideTable({
  id,
  name,
  title,
  columns,
  lines,
  notes = [],
  empty = '',
  language,
}: {
  id: string
  name: string
  title: string
  columns: readonly Column[]
  lines: readonly Line[]
  notes?: readonly string[] | undefined
  empty?: string | undefined
  language: Language
}): DisplayedTable {
  const even = columns.map(([, , , kind], place) =>
    kind === 'number'
      ? evenPercents(
          lines.map(({ cells }) => cells[place] ?? ''),
          language,
        )
      : null,
  )
  const isNumber = columns.map(([, , , kind]) => kind === 'number')
  return {
    id: id.replaceAll('.', '-'),
    name,
    title,
    columns: columns.map(
      ([column, head, width, kind]): DisplayedColumn => ({
        id: column,
        head,
        align: kind === 'number' ? 'right' : 'left',
        width,
      }),
    ),
    rows: lines.map(
      ({ id: row, kind = 'row', depth = 0, cells }, line): DisplayedRow => ({
        id: row,
        kind,
        depth,
        cells: cells.map((text, place) =>
          isNumber[place] && kind !== 'heading' && kind !== 'gap'
            ? numberCell(even[place]?.[line] ?? text, language)
            : textCell(text),
        ),
      }),
    ),
    notes,
    narrowed: [],
    empty,
  }
}
