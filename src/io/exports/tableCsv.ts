import type { DisplayedCell, DisplayedRow } from '../../model/displayedTable.ts'
import type { ExportOrigin } from '../../model/exportOrigin.ts'
import { csvCell } from './csvCell.ts'
import { packOrigin } from './originText.ts'
import { type CsvMark, csvLine } from './safeCsv.ts'
import { headGroups, type TableFrame } from './tableHead.ts'

/**
 * A table as delimited text, made piece by piece: head, rows, foot. Title and what narrows it, the heads, every row
 * as displayed, notes, what the file is of, and the packed record of that as the last line.
 */
export function csvHead({ title, narrowed, columns }: TableFrame, mark: CsvMark): string {
  const groups = headGroups(columns)
  const above = columns.map((_, column) => groups.find(({ first }) => first === column)?.above ?? '')
  return `\uFEFF${lines(
    [
      [title],
      ...narrowed.map(line => [line]),
      [],
      ...(groups.length > 0 ? [above] : []),
      columns.map(({ head }) => head),
    ],
    mark,
  )}`
}

export function csvRows(rows: readonly DisplayedRow[], mark: CsvMark): string {
  return rows.map(({ cells }) => lineOf(cells, mark)).join('')
}

export function csvFoot(
  { notes, empty }: TableFrame,
  rowCount: number,
  origin: ExportOrigin,
  mark: CsvMark,
): string {
  return lines(
    [
      ...(rowCount === 0 ? [[empty]] : []),
      [],
      ...notes.map(note => [note]),
      ...origin.lines.map(({ label, text }) => [label, text]),
      [packOrigin(origin)],
    ],
    mark,
  )
}

function lines(records: readonly (readonly string[])[], mark: CsvMark): string {
  return records
    .map(record =>
      lineOf(
        record.map(text => ({ text })),
        mark,
      ),
    )
    .join('')
}

function lineOf(cells: readonly DisplayedCell[], mark: CsvMark): string {
  return csvLine(cells.map(csvCell), mark)
}
