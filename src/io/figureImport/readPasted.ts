import type { FigureImport } from '../../model/figureImport.ts'
import { type Delimiter, splitText } from '../csv.ts'
import type { SheetCell } from '../sheetCell.ts'
import type { ReadSheet } from '../xlsx.ts'
import { type FieldIndex, indexFields } from './fieldIndex.ts'
import { type Fault, remark } from './importProblems.ts'
import {
  figureImport,
  type ImportTarget,
  noSubject,
  type PlacedField,
  refusedImport,
} from './importTarget.ts'
import { readLooseRows } from './readLooseRows.ts'
import { readSheets } from './readSheets.ts'
import { type Gathered, takeField } from './rowEntries.ts'
import { addressOf, type GridRow, gridOf, type SheetGrid } from './sheetGrid.ts'

/** More than a form can hold; a whole sheet was copied. */
export const longestPaste = 1_000_000

/**
 * What cells copied from Excel, LibreOffice or Word would set. A table with titles is read like a sheet; rows with
 * names by their names; bare figures go down the form from the focused field, shares two to a row.
 * @param fromMetricId field that has the keyboard; null: the first one
 */
export function readPasted(text: string, target: ImportTarget, fromMetricId: string | null): FigureImport {
  if (text.length > longestPaste) return refusedImport('', 'paste', tooLong)
  const sheet = sheetOf(text.normalize('NFC'))
  const grid = gridOf(sheet)
  if (grid.rows.length === 0) return refusedImport('', 'paste', nothing)
  const index = indexFields(target)
  if (isOneColumn(grid)) return inOrder(grid, index, fromMetricId)
  const table = readSheets([sheet], '', target, 'paste')
  if (table.problems.every(({ code }) => code !== 'not-a-table')) return table
  const named: Gathered = { entries: [], problems: { all: [] } }
  if (readLooseRows(grid, index, named, hasBareRows(grid) ? 'confident' : 'always'))
    return figureImport('', 'paste', noSubject, named.entries, named.problems)
  return grid.rows.length === 1 ? inOrder(grid, index, fromMetricId) : inLines(grid, index, fromMetricId)
}

/** Excel separates cells by tabs and quotes those that hold line breaks; other programs may write semicolons. */
function sheetOf(text: string): ReadSheet {
  const lines = text.replace(/[\r\n]+$/, '').split(/\r\n|\n|\r/)
  const delimiter: Delimiter =
    !text.includes('\t') && lines.length > 1 && lines.every(line => line.includes(';')) ? ';' : '\t'
  const quoted = splitText(text, delimiter)
  // A cell that begins with a quote of its own is no quoted cell.
  const records = quoted.openQuote === null ? quoted.records : lines.map(line => line.split(delimiter))
  const rows = records.map((record, row) => {
    const cells = record.flatMap((cell, column): readonly (readonly [number, SheetCell])[] =>
      cell.trim() === '' ? [] : [[column, { kind: 'text', text: cell.trim() }]],
    )
    return [row + 1, new Map(cells)] as const
  })
  return { name: '', isHidden: false, rows: new Map(rows.filter(([, cells]) => cells.size > 0)), merges: [] }
}

function isOneColumn(grid: SheetGrid): boolean {
  return new Set(grid.rows.flatMap(({ cells }) => [...cells.keys()])).size === 1
}

/** Rows of nothing but figures: not every row is named. */
function hasBareRows(grid: SheetGrid): boolean {
  return grid.rows.some(({ cells }) => [...cells.values()].every(cell => /^[^\p{L}]*$/u.test(shown(cell))))
}

function shown(cell: SheetCell): string {
  return cell.kind === 'text' ? cell.text : ''
}

/** One after another, a blank cell leaving its field as it is. */
function inOrder(grid: SheetGrid, { fields }: FieldIndex, fromMetricId: string | null): FigureImport {
  const into: Gathered = { entries: [], problems: { all: [] } }
  const start = placeOf(fields, fromMetricId)
  const [firstRow] = grid.rows
  const isRow = grid.rows.length === 1 && (firstRow?.cells.size ?? 0) > 1
  for (const { row, cells } of grid.rows)
    for (const [column, cell] of cells) {
      const first = isRow ? Math.min(...cells.keys()) : (firstRow?.row ?? 1)
      const placed = fields[start + (isRow ? column : row) - first]
      takeAt(into, row, column, cell, placed, noField)
    }
  return finish(into)
}

/** Lines of the form as they are drawn: the two boxes of a share beside each other, everything else alone. */
function inLines(grid: SheetGrid, { fields }: FieldIndex, fromMetricId: string | null): FigureImport {
  const into: Gathered = { entries: [], problems: { all: [] } }
  const lines = linesOf(fields)
  const from = fields[placeOf(fields, fromMetricId)]
  const startLine = Math.max(
    0,
    lines.findIndex(line => line.some(placed => placed === from)),
  )
  const indent = Math.max(0, from ? (lines[startLine]?.indexOf(from) ?? 0) : 0)
  const firstRow = grid.rows[0]?.row ?? 1
  const firstColumn = grid.rows.reduce(
    (least, { cells }) => Math.min(least, ...cells.keys()),
    Number.MAX_SAFE_INTEGER,
  )
  for (const { row, cells } of grid.rows) {
    const line = lines[startLine + row - firstRow]
    for (const [column, cell] of cells)
      takeAt(into, row, column, cell, line?.[column - firstColumn + indent], line ? noRoom : noField)
  }
  return finish(into)
}

function takeAt(
  into: Gathered,
  row: GridRow['row'],
  column: number,
  cell: SheetCell,
  placed: PlacedField | undefined,
  otherwise: Fault,
): void {
  const place = { sheet: '', cell: addressOf(row, column), title: placed?.field.metric.name ?? '' }
  if (placed) takeField(into, { cell, place }, placed.field)
  else remark(into.problems, place, shown(cell), otherwise)
}

function placeOf(fields: readonly PlacedField[], metricId: string | null): number {
  return Math.max(
    0,
    fields.findIndex(({ field }) => field.metric.id === metricId),
  )
}

function linesOf(fields: readonly PlacedField[]): readonly (readonly PlacedField[])[] {
  const lines: PlacedField[][] = []
  const byFraction = new Map<unknown, PlacedField[]>()
  for (const placed of fields) {
    const group = placed.item.groups.find(({ fields: own }) => own.some(each => each === placed.field))
    const known = group?.layout === 'fraction' ? byFraction.get(group) : undefined
    if (known) known.push(placed)
    else {
      const line = [placed]
      lines.push(line)
      if (group) byFraction.set(group, line)
    }
  }
  return lines
}

function finish({ entries, problems }: Gathered): FigureImport {
  return figureImport('', 'paste', noSubject, entries, problems)
}

const tooLong: Fault = {
  code: 'too-large',
  vi: `đoạn dán quá dài (trên ${longestPaste / 1_000_000} triệu ký tự); chỉ chép các ô cần dùng, hoặc nạp cả tệp`,
  en: `what was pasted is too long (over ${longestPaste / 1_000_000} million characters); copy the cells that are needed, or import the file`,
}

const nothing: Fault = {
  code: 'empty',
  vi: 'không có ô nào chứa gì; chép các ô trong Excel rồi dán vào đây',
  en: 'no cell holds anything; copy cells in Excel and paste them here',
}

const noField: Fault = {
  code: 'too-many-cells',
  vi: 'biểu không còn ô nào ở dưới để nhận ô này; bắt đầu dán từ ô phía trên',
  en: 'the form has no more fields below for this cell; begin at a field further up',
}

const noRoom: Fault = {
  code: 'too-many-cells',
  vi: 'dòng này của biểu không còn ô bên phải để nhận ô này; bỏ qua',
  en: 'this line of the form has no field to the right for this cell; left out',
}
