import type { Merge } from '../sheetCell.ts'
import { columnLetter, type SheetCell } from '../sheetCell.ts'
import type { ReadSheet } from '../xlsx.ts'
import { quoted } from './importProblems.ts'

/** A sheet of somebody's table with merged cells opened up. */
export type SheetGrid = {
  readonly name: string
  /** Rows that hold something, from 1, in order. */
  readonly rows: readonly GridRow[]
  /** Cells of a merged block except its top-left one, as "row,column". */
  readonly covered: ReadonlyMap<string, Merge>
}

export type GridRow = { readonly row: number; readonly cells: ReadonlyMap<number, SheetCell> }

export const mostRows = 20_000
export const mostColumns = 400
/** A block merged over more cells than this is a drawing, not a table. */
const largestMerge = 4_000

export function gridOf(sheet: ReadSheet): SheetGrid {
  const rows = [...sheet.rows.keys()]
    .toSorted((one, other) => one - other)
    .slice(0, mostRows)
    .map(row => ({ row, cells: narrow(sheet.rows.get(row) ?? new Map()) }))
  return { name: quoted(sheet.name), rows, covered: coveredBy(sheet.merges) }
}

function narrow(cells: ReadonlyMap<number, SheetCell>): ReadonlyMap<number, SheetCell> {
  return new Map([...cells].filter(([column]) => column < mostColumns))
}

function coveredBy(merges: readonly Merge[]): ReadonlyMap<string, Merge> {
  const covered = new Map<string, Merge>()
  for (const merge of merges) {
    const { firstRow, firstColumn, lastRow, lastColumn } = merge
    if ((lastRow - firstRow + 1) * (lastColumn - firstColumn + 1) > largestMerge) continue
    for (let row = firstRow; row <= lastRow; row++)
      for (let column = firstColumn; column <= lastColumn; column++)
        if (row !== firstRow || column !== firstColumn) covered.set(`${row},${column}`, merge)
  }
  return covered
}

/** A cell, or the top-left one of the block it is merged into: for titles and names, which hold for all of it. */
export function cellOrMerged(
  grid: SheetGrid,
  byRow: ReadonlyMap<number, GridRow>,
  { row, cells }: GridRow,
  column: number,
): SheetCell | undefined {
  const own = cells.get(column)
  const merge = own ? undefined : grid.covered.get(`${row},${column}`)
  return merge ? byRow.get(merge.firstRow)?.cells.get(merge.firstColumn) : own
}

/** "B3". */
export function addressOf(row: number, column: number): string {
  return `${columnLetter(column)}${row}`
}

/** Text of a title; numbers and dates among titles are shown as they are. */
export function titlesOf(cells: ReadonlyMap<number, SheetCell>): ReadonlyMap<number, string> {
  return new Map(
    [...cells].flatMap(([column, cell]) => {
      const text = cell.kind === 'text' ? cell.text : cell.kind === 'number' ? String(cell.value) : ''
      return text === '' ? [] : [[column, text] as const]
    }),
  )
}
