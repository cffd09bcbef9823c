import type { ImportPlace } from '../../model/figureImport.ts'
import { columnLetter } from '../sheetCell.ts'
import type { ColumnRole } from './columnRoles.ts'
import type { FieldIndex } from './fieldIndex.ts'
import type { FindAgency } from './findAgency.ts'
import { type Fault, quoted, remark } from './importProblems.ts'
import type { ImportTarget } from './importTarget.ts'
import type { Gathered } from './rowEntries.ts'
import { addressOf, type GridRow, type SheetGrid } from './sheetGrid.ts'

/** A table with one row a figure or criterion. */
export type LongTable = {
  readonly grid: SheetGrid
  readonly roles: ReadonlyMap<number, ColumnRole>
  readonly titles: ReadonlyMap<number, string>
  /** Rows below the titles. */
  readonly rows: readonly GridRow[]
}

/** What tables are read with. */
export type TableReading = {
  readonly index: FieldIndex
  readonly target: ImportTarget
  readonly findAgency: FindAgency
}

const valueRoles = ['value', 'numerator', 'denominator', 'claim', 'state', 'note'] as const
export type ValueRole = (typeof valueRoles)[number]
/** What stands in a row comes from one column a role; the first that holds anything counts, the others are said. */
export function valueColumnsOf(table: LongTable, { problems }: Gathered): ReadonlyMap<ValueRole, number> {
  const { roles, titles, rows } = table
  const chosen = new Map<ValueRole, number>()
  for (const role of valueRoles) {
    const [taken, ...others] = [...roles]
      .flatMap(([column, each]) => (each === role ? [column] : []))
      .filter(column => rows.some(({ cells }) => cells.has(column)))
      .toSorted((one, other) => one - other)
    if (taken === undefined) continue
    chosen.set(role, taken)
    for (const column of others) {
      const [title = '', instead = ''] = [column, taken].map(each => titles.get(each))
      const fault = notUsed(quoted(title), `“${quoted(instead)}” (${columnLetter(taken)})`)
      remark(problems, titlePlace(table, column), '', fault, 'warning')
    }
  }
  return chosen
}

function notUsed(title: string, instead: string): Fault {
  return {
    code: 'column-not-used',
    vi: `cột “${title}” không dùng vì đã lấy cột ${instead}; nếu cột này mới đúng thì đổi tên hoặc xóa cột kia`,
    en: `the column "${title}" is not used because ${instead} is taken; if this one is right, rename or delete the other`,
  }
}

/** Where the title of a column stands. */
export function titlePlace({ grid, titles, rows }: LongTable, column: number): ImportPlace {
  const cell = addressOf((rows[0]?.row ?? 2) - 1, column)
  return { sheet: grid.name, cell, title: titles.get(column) ?? '' }
}
