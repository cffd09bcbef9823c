import type { DisplayedColumn, DisplayedRow, DisplayedTable } from '../../model/displayedTable.ts'

type Column = readonly [head: string, width: number, align?: DisplayedColumn['align']]

type Line = {
  readonly kind?: DisplayedRow['kind'] | undefined
  readonly depth?: number | undefined
  readonly cells: readonly string[]
}

/** A small table within a report, said whole. */
export function simpleTable(
  id: string,
  name: string,
  columns: readonly Column[],
  lines: readonly Line[],
  rest: { readonly notes?: readonly string[]; readonly empty: string },
): DisplayedTable {
  return {
    id,
    name,
    title: name,
    columns: columns.map(([head, width, align = 'left'], index) => ({
      id: `c${index + 1}`,
      head,
      align,
      width,
    })),
    rows: lines.map(({ kind = 'row', depth = 0, cells }, index) => ({
      id: `r${index + 1}`,
      kind,
      depth,
      cells: cells.map(text => ({ text: oneLine(text) })),
    })),
    notes: rest.notes ?? [],
    narrowed: [],
    empty: rest.empty,
  }
}

/** Names as typed may hold line breaks; a displayed cell is one line with single blanks. */
export function oneLine(text: string): string {
  return text.replaceAll(/[ \t\r\n]+/g, ' ').trim()
}
