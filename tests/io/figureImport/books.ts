import { type Cell, writeXlsx } from 'hucre/xlsx'

/** A cell as it stands in a workbook: text, a number, nothing, or a formula, date, percentage or error. */
export type BookCell = string | number | boolean | null | Partial<Cell>

export type BookSheet = {
  readonly name: string
  readonly rows: readonly (readonly BookCell[])[]
  /** Ranges from 0: first row, first column, last row, last column. */
  readonly merges?: readonly (readonly [number, number, number, number])[]
  readonly hidden?: boolean
}

/** A workbook as somebody else's program might write it. */
export async function bookOf(...sheets: readonly BookSheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, rows, merges = [], hidden = false }) => {
    const cells = new Map<string, Partial<Cell>>()
    rows.forEach((row, at) => {
      row.forEach((value, column) => {
        if (value !== null) cells.set(`${at},${column}`, typeof value === 'object' ? value : { value })
      })
    })
    const ranges = merges.map(([startRow, startCol, endRow, endCol]) => ({
      startRow,
      startCol,
      endRow,
      endCol,
    }))
    return { name, rows: [], cells, merges: ranges, hidden }
  })
  return new Uint8Array(await writeXlsx({ sheets: written }))
}

export const percentCell = (value: number): Partial<Cell> => ({ value, style: { numFmt: '0.0%' } })
export const dayCell = (iso: string): Partial<Cell> => ({
  value: new Date(`${iso}T00:00:00Z`),
  style: { numFmt: 'dd/mm/yyyy' },
})
