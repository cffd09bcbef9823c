import type { DisplayedCell, DisplayedColumn, DisplayedRow } from '../../model/displayedTable.ts'
import type { ExportOrigin } from '../../model/exportOrigin.ts'
import type { Merge } from '../sheetCell.ts'
import type { CellLook, StyledCell, StyledSheet, StyledWorkbook } from '../styledSheet.ts'
import { cellText } from './cellText.ts'
import { numberCellOf } from './numberFormat.ts'
import { originSheets } from './originSheets.ts'
import { sheetNameOf } from './sheetName.ts'
import { headGroups, shortHead, type TableFrame } from './tableHead.ts'

/** Excel keeps at least 200 formats of one workbook; what comes after stays text. */
const mostFormats = 150
const deepestOutline = 7
const rowHeight = 15.5

/** Rows of a workbook as they come in; what needs every row is known when the last has come. */
export type TableSheetRows = {
  readonly put: (rows: readonly DisplayedRow[]) => void
  readonly workbook: () => StyledWorkbook
}

type Rows = (readonly (StyledCell | null)[])[]

/**
 * A table as a workbook for A4 landscape: numbers are numbers in a format that shows what was displayed, everything
 * else is text; a sheet says what it is of, a hidden one holds the same for "Kiểm tra tệp".
 */
export function tableSheetRows(frame: TableFrame, origin: ExportOrigin): TableSheetRows {
  const { title, name, columns, narrowed, notes, empty } = frame
  const groups = headGroups(columns)
  const above = [title, ...narrowed]
  const firstHead = above.length + 2
  const lastHead = firstHead + (groups.length > 0 ? 1 : 0)
  const last = Math.max(columns.length - 1, 0)
  const widths = columns.map(widthOf)
  const width = widths.reduce((sum, each) => sum + each, 0)
  const rows: Rows = []
  const heights = new Map<number, number>()
  const outlines = new Map<number, number>()
  const merges: Merge[] = []
  const { write, numberWidth } = rowWriter(columns, origin.language)
  const over = (text: string, look: CellLook, letters = 1) => {
    rows.push(Array.from({ length: last + 1 }, (_, at) => (at === 0 ? textCell(text, look) : blank(look))))
    const row = rows.length
    if (last > 0) merges.push({ firstRow: row, firstColumn: 0, lastRow: row, lastColumn: last })
    // Merged cells do not grow by themselves.
    const lines = Math.max(1, Math.ceil((cellText(text).length * letters) / Math.max(width, 12)))
    heights.set(row, Math.min(400, rowHeight * letters * lines))
  }

  over(title, { bold: true, size: 14 }, 1.25)
  for (const line of narrowed) over(line, quiet)
  rows.push([])
  rows.push(...headRows(columns, groups))
  if (groups.length > 0) merges.push(...headMerges(groups, firstHead))
  let count = 0
  const put = (more: readonly DisplayedRow[]) => {
    for (const row of more) {
      count++
      if (row.depth > 0) outlines.set(rows.length + 1, Math.min(row.depth, deepestOutline))
      if (row.kind === 'heading' || row.kind === 'gap') {
        over(row.cells.map(cell => cell.text).join(' '), row.kind === 'heading' ? headingLook : gapLook)
      } else rows.push(write(row))
    }
  }
  const workbook = (): StyledWorkbook => {
    if (count === 0) over(empty, gapLook)
    rows.push([])
    for (const note of notes) over(note, quiet)
    for (const { label, text } of origin.lines) over(`${label}: ${text}`, quiet)
    const sheetName = sheetNameOf(name)
    const sheet: StyledSheet = {
      name: sheetName,
      // A number that has no room is shown as "####", never on two lines.
      columns: widths.map((each, column) => ({ width: Math.max(each, numberWidth(column)) })),
      rows,
      heights,
      merges,
      frozen: { rows: lastHead, columns: frozenColumns(columns, widths) },
      page: {
        orientation: 'landscape',
        titleRows: [firstHead, lastHead],
        footer: pageFooter(name, origin.language),
      },
      ...(outlines.size > 0 && { outlines }),
    }
    return {
      title: cellText(title),
      isOpen: true,
      sheets: [sheet, ...originSheets(frame, origin, sheetName)],
    }
  }
  return { put, workbook }
}

const quiet: CellLook = { italic: true }
const headLook: CellLook = { bold: true, fill: 'DCE6F2', align: 'center', middle: true, border: 'box' }
const headingLook: CellLook = { bold: true, fill: 'EEF3F8', border: 'box' }
const gapLook: CellLook = { italic: true, border: 'box' }

/** "Trang 2/7", at the right; the name of the table at the left. */
export function pageFooter(name: string, language: 'vi' | 'en'): string {
  const words = cellText(name).replaceAll('&', '&&').slice(0, 120)
  return `&L${words}&R${language === 'vi' ? 'Trang' : 'Page'} &P/&N`
}

function textCell(text: string, look: CellLook): StyledCell {
  const clean = cellText(text)
  return clean === '' ? blank(look) : { content: { kind: 'text', text: clean }, look }
}

function blank(look: CellLook): StyledCell {
  return { content: { kind: 'empty' }, look }
}

const widthOf = ({ width }: DisplayedColumn) => Math.min(Math.max(width + 2, 5), 70)

/** Numbering and name stay in sight, where they leave room for the rest. */
function frozenColumns(columns: readonly DisplayedColumn[], widths: readonly number[]): number {
  const name = columns.findIndex(({ align }) => align === 'left')
  if (name < 0 || name > 2 || columns.length < name + 3) return 0
  return widths.slice(0, name + 1).reduce((sum, each) => sum + each, 0) <= 60 ? name + 1 : 0
}

function headRows(columns: readonly DisplayedColumn[], groups: ReturnType<typeof headGroups>): Rows {
  if (groups.length === 0) return [columns.map(({ head }) => textCell(head, headLook))]
  const upper = columns.map((column, at) => {
    const group = groups.find(({ first }) => first === at)
    // A head without one above stands over both rows.
    return textCell(group ? (group.above ?? column.head) : '', headLook)
  })
  const lower = columns.map(column =>
    column.above === undefined ? blank(headLook) : textCell(shortHead(column), headLook),
  )
  return [upper, lower]
}

function headMerges(groups: ReturnType<typeof headGroups>, row: number): readonly Merge[] {
  return groups
    .filter(({ above, first, last }) => above === null || last > first)
    .map(({ above, first, last }) => ({
      firstRow: row,
      firstColumn: first,
      lastRow: above === null ? row + 1 : row,
      lastColumn: last,
    }))
}

/** Rows with one cell a column; looks are made once for each kind, column and depth. */
function rowWriter(columns: readonly DisplayedColumn[], language: 'vi' | 'en') {
  const codes = new Set<string>()
  const indented = Math.max(
    0,
    columns.findIndex(({ align }) => align === 'left'),
  )
  const looks = new Map<string, CellLook>()
  const longest = new Map<number, number>()
  const lookOf = ({ kind, depth }: DisplayedRow, column: number, code: string | null): CellLook => {
    const level = column === indented ? Math.min(depth, 15) : 0
    const key = `${kind} ${column} ${level} ${code ?? ''}`
    const known = looks.get(key)
    if (known) return known
    const look: CellLook = {
      border: 'box',
      align: columns[column]?.align ?? 'left',
      ...(kind !== 'row' && { bold: true, fill: kind === 'total' ? 'EAF1DD' : 'F3F6FA' }),
      ...(level > 0 && { indent: level, align: 'left' }),
      format: code === null ? 'text' : { code },
    }
    looks.set(key, look)
    return look
  }
  const write = (row: DisplayedRow, cell: DisplayedCell, column: number): StyledCell => {
    const number = numberCellOf(cell, language)
    if (number && (codes.has(number.code) || codes.size < mostFormats)) {
      codes.add(number.code)
      longest.set(column, Math.max(longest.get(column) ?? 0, cell.text.length))
      return { content: { kind: 'number', value: number.value }, look: lookOf(row, column, number.code) }
    }
    return textCell(cell.text, lookOf(row, column, null))
  }
  return {
    write: (row: DisplayedRow) => row.cells.map((cell, column) => write(row, cell, column)),
    numberWidth: (column: number) => (longest.get(column) ?? 0) * 1.1 + 2,
  }
}
