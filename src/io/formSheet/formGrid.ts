import type { SheetCell } from '../sheetCell.ts'
import { columnLetter, shownText } from '../sheetCell.ts'
import type { ReadSheet } from '../xlsx.ts'
import { type Column, columns, markOf, shownAgain } from './formLayout.ts'

/** A form as it came back: where its columns stand now, and its rows. */
export type GridOfForm = {
  readonly sheet: ReadSheet
  readonly rows: readonly FormGridRow[]
  readonly places: ReadonlyMap<Column, number>
}

export type FormGridRow = {
  readonly row: number
  /** Mark of the row; null where it has none. */
  readonly key: string | null
  readonly cell: (column: Column) => SheetCell | undefined
  /** "E12". */
  readonly address: (column: Column) => string
  readonly title: string
}

/** The row of marks stands near the top. */
const markRows = 60
export const mostFormRows = 20_000

/** The form on a sheet, found by the marks of its columns; null where there is none. */
export function gridOfForm(sheet: ReadSheet): GridOfForm | null {
  const at = [...sheet.rows.keys()]
    .toSorted((one, other) => one - other)
    .slice(0, markRows)
    .find(row => placesIn(sheet.rows.get(row)) !== null)
  const places = at === undefined ? null : placesIn(sheet.rows.get(at))
  if (at === undefined || !places) return null
  const below = [...sheet.rows.keys()].filter(row => row > at).toSorted((one, other) => one - other)
  return {
    sheet,
    places,
    rows: below.slice(0, mostFormRows).map((row): FormGridRow => {
      const cell = (column: Column) => {
        const place = places.get(column)
        return place === undefined ? undefined : sheet.rows.get(row)?.get(place)
      }
      const key = cell('key')
      return {
        row,
        cell,
        key: keyIn(key),
        address: column => `${columnLetter(places.get(column) ?? 0)}${row}`,
        title: shownText(cell('name')),
      }
    }),
  }
}

function keyIn(cell: SheetCell | undefined): string | null {
  const text = cell?.kind === 'text' ? cell.text.trim() : ''
  return text === shownAgain || /^[cm]:./.test(text) ? text : null
}

/** Columns by their marks; rows and values are what it takes to read a form. */
function placesIn(row: ReadonlyMap<number, SheetCell> | undefined): ReadonlyMap<Column, number> | null {
  if (!row) return null
  const places = new Map<Column, number>()
  for (const [place, cell] of row) {
    if (cell.kind !== 'text') continue
    const column = columns.find(each => markOf(each) === cell.text.trim())
    if (column !== undefined && !places.has(column)) places.set(column, place)
  }
  return places.has('key') && places.has('value') ? places : null
}
