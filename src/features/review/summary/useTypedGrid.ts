import { type ClipboardEvent, useEffect, useReducer } from 'react'

/** What was typed and not yet written, by grid, row and column: going to another part and back loses nothing. */
const kept = new Map<string, Map<string, Map<string, string>>>()

/** Cells that one paste may fill; more is no list of agencies. */
const mostPasted = 20_000

/** Fields of a table, as typed over what is recorded. */
export type TypedGrid = {
  readonly textOf: (row: string, column: string, recorded: string) => string
  readonly type: (row: string, column: string, text: string) => void
  /** Fills from a field to the right and down when several cells come from the clipboard. */
  readonly paste: (
    event: ClipboardEvent,
    from: { readonly row: number; readonly column: number },
    rows: readonly string[],
    columns: readonly string[],
  ) => void
  /** Rows with something typed that is not what is recorded. */
  readonly changed: (
    rows: readonly string[],
    columns: readonly string[],
    recorded: (row: string, column: string) => string,
  ) => readonly string[]
  readonly clear: () => void
  readonly isEmpty: boolean
}

/** @param key names the grid for as long as the page is open */
export function useTypedGrid(key: string): TypedGrid {
  const [, draw] = useReducer((count: number) => count + 1, 0)
  const rowsOf = () => kept.get(key) ?? new Map<string, Map<string, string>>()
  const put = (row: string, column: string, text: string) => {
    const grid = rowsOf()
    kept.set(key, grid)
    const cells = grid.get(row) ?? new Map<string, string>()
    grid.set(row, cells.set(column, text))
  }
  const isEmpty = rowsOf().size === 0
  useEffect(() => {
    if (isEmpty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isEmpty])
  return {
    isEmpty,
    textOf: (row, column, recorded) => rowsOf().get(row)?.get(column) ?? recorded,
    type: (row, column, text) => {
      put(row, column, text)
      draw()
    },
    paste: (event, from, rows, columns) => {
      const cells = pastedCells(event.clipboardData.getData('text/plain'))
      if (cells.length === 1 && cells[0]?.length === 1) return
      event.preventDefault()
      for (const [down, line] of cells.entries())
        for (const [right, text] of line.entries()) {
          const [row, column] = [rows[from.row + down], columns[from.column + right]]
          if (row !== undefined && column !== undefined) put(row, column, text)
        }
      draw()
    },
    changed: (rows, columns, recorded) => {
      const grid = rowsOf()
      return rows.filter(row =>
        columns.some(column => {
          const text = grid.get(row)?.get(column)
          return text !== undefined && text.trim() !== recorded(row, column)
        }),
      )
    },
    clear: () => {
      kept.delete(key)
      draw()
    },
  }
}

/** Cells as Excel puts them into the clipboard: tabs between columns, a line a row, one empty line at the end. */
export function pastedCells(text: string): readonly (readonly string[])[] {
  const lines = text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  return lines.slice(0, mostPasted).map(line => line.split('\t').map(cell => cell.trim()))
}
