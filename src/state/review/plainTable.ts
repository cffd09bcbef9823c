import type { StyledCell, StyledWorkbook } from '../../io/styledSheet.ts'

/** A table of texts with what it is of: a title, lines below it, a head, and the rows. */
export type PlainTable = {
  readonly title: string
  readonly notes: readonly string[]
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Of the columns, in signs. */
  readonly widths: readonly number[]
}

/** The table as a workbook: every cell is text, so nothing in it is ever reckoned. */
export function plainWorkbook({ title, notes, head, rows, widths }: PlainTable): StyledWorkbook {
  const above = [title, ...notes]
  const headRow = above.length + 1
  const text = (value: string): StyledCell => ({
    content: value === '' ? { kind: 'empty' } : { kind: 'text', text: value },
    look: { border: 'box' },
  })
  return {
    title,
    sheets: [
      {
        name: title.slice(0, 31),
        columns: head.map((_, column) => ({ width: widths[column] ?? 16 })),
        rows: [
          ...above.map((line, row): readonly StyledCell[] => [
            { content: { kind: 'text', text: line }, look: row === 0 ? { bold: true, size: 14 } : {} },
          ]),
          head.map(
            (name): StyledCell => ({
              content: { kind: 'text', text: name },
              look: { bold: true, fill: 'E6EDF5', border: 'box', middle: true },
            }),
          ),
          ...rows.map(cells => cells.map(text)),
        ],
        merges: above.map((_, row) => ({
          firstRow: row + 1,
          firstColumn: 0,
          lastRow: row + 1,
          lastColumn: head.length - 1,
        })),
        // The last note is the longest.
        heights: new Map([[above.length, 32]]),
        frozen: { rows: headRow, columns: 0 },
        page: { orientation: 'landscape', titleRows: [headRow, headRow], footer: '&R&P/&N' },
      },
    ],
  }
}
