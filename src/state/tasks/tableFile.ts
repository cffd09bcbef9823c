import type { StyledCell, StyledWorkbook } from '../../io/styledSheet.ts'
import { writeCsv } from '../../io/writeCsv.ts'
import { tableWorkbook } from '../review/tableWorkbook.ts'

/** A table as it goes into a file. */
export type TaskTable = {
  readonly title: string
  readonly sheetName: string
  readonly columns: readonly { readonly name: string; readonly width: number }[]
  readonly rows: readonly (readonly (string | number)[])[]
  /** What it is of: scope, filters, day, version. */
  readonly foot: readonly string[]
}

/** The table as a file for a spreadsheet; text stays text whatever it begins with. */
export async function tableFile(table: TaskTable, format: 'csv' | 'xlsx'): Promise<Blob> {
  if (format === 'xlsx') return tableWorkbook(workbookOf(table))
  const { title, columns, rows, foot } = table
  const text = writeCsv([
    [title],
    [],
    columns.map(({ name }) => name),
    ...rows,
    [],
    ...foot.map(line => [line]),
  ])
  return new Blob([text], { type: 'text/csv;charset=utf-8' })
}

/** Title, head, rows, and under them what they are of. */
export function workbookOf({ title, sheetName, columns, rows, foot }: TaskTable): StyledWorkbook {
  const text = (words: string, look?: StyledCell['look']): StyledCell => ({
    content: { kind: 'text', text: words },
    ...(look && { look }),
  })
  const last = columns.length - 1
  const head = 2
  return {
    title,
    sheets: [
      {
        // Print titles name the sheet, and a name with spaces would have to stand in quotes there.
        name: sheetName.replaceAll(' ', '_'),
        columns: columns.map(({ width }) => ({ width })),
        rows: [
          [text(title, { bold: true, size: 13 })],
          columns.map(({ name }) => text(name, { bold: true, fill: 'E3ECF7', border: 'box', middle: true })),
          ...rows.map(row =>
            row.map(
              (cell): StyledCell =>
                typeof cell === 'number'
                  ? { content: { kind: 'number', value: cell }, look: { border: 'box', format: 'whole' } }
                  : text(cell, { border: 'box' }),
            ),
          ),
          [],
          ...foot.map(line => [text(line, { noWrap: true })]),
        ],
        merges: [{ firstRow: 1, firstColumn: 0, lastRow: 1, lastColumn: last }],
        frozen: { rows: head, columns: 0 },
        page: { orientation: 'landscape', titleRows: [head, head], footer: '&C&P/&N' },
      },
    ],
  }
}
