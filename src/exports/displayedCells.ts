import type { DisplayedCell, DisplayedColumn, DisplayedRow, DisplayedTable } from '../model/displayedTable.ts'
import { numberCell, oneLine } from '../receipt/displayedCell.ts'
import type { Language } from '../ui/formatNumber.ts'

/** Part of a cell; what is nothing is left out. */
type Part = string | null | undefined | false

/** Words of a cell on one line, its parts parted by a blank. */
export function textCell(...parts: readonly Part[]): DisplayedCell {
  return { text: oneLine(parts.filter(Boolean).join(' ')) }
}

/**
 * A number as it is shown followed by what it is of or counted in: "71,53/98", "+2,35 điểm", "84,57%". What does not
 * begin with a number, or goes on with a second one that is no maximum, stays text.
 */
export function figureCell(shown: string, language: Language): DisplayedCell {
  const text = oneLine(shown)
  const [, number, after = ''] = /^([+\u2212]?\d[\d.,]*%?)(\/[\d.,]+|\s\D+)?$/.exec(text) ?? []
  return number === undefined ? { text } : numberCell(number, language, { after })
}

/** A column by its head in one line. */
export function column(
  id: string,
  head: string,
  width: number,
  align: DisplayedColumn['align'] = 'left',
): DisplayedColumn {
  return { id, head: oneLine(head), width, align }
}

/** A title inside the table. */
export function headingRow(id: string, text: string, depth = 0): DisplayedRow {
  return { id, kind: 'heading', depth, cells: [textCell(text)] }
}

/** The table without those of the named columns that nothing stands in. */
export function withoutEmpty(table: DisplayedTable, optional: readonly string[]): DisplayedTable {
  const whole = table.rows.filter(isWhole)
  const kept = table.columns.map(
    ({ id }, index) => !optional.includes(id) || whole.some(({ cells }) => cells[index]?.text !== ''),
  )
  return {
    ...table,
    columns: table.columns.filter((_, index) => kept[index]),
    rows: table.rows.map(row =>
      isWhole(row) ? { ...row, cells: row.cells.filter((_, index) => kept[index]) } : row,
    ),
  }
}

/** Has one cell a column. */
const isWhole = ({ kind }: DisplayedRow) => kind !== 'heading' && kind !== 'gap'
