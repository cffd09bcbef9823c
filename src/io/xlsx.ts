import { type Cell, type CellStyle, readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { Decoded } from '../model/problem.ts'
import { type CellRange, columnLetter, type Merge, type SheetCell } from './sheetCell.ts'
import type {
  CellContent,
  CellFormat,
  CellLook,
  EntryCheck,
  StyledCell,
  StyledSheet,
  StyledWorkbook,
} from './styledSheet.ts'
import { mostSheets, type Refusal, refusalOf, refusals } from './workbookRefusals.ts'

/** The only file that knows the package which reads and writes XLSX. */

export type ReadSheet = {
  readonly name: string
  readonly isHidden: boolean
  /** Cells that hold something, by row from 1, then by column from 0. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>
  /** Rows from 1 and columns from 0, both ends inside. */
  readonly merges: readonly Merge[]
  /** What a reader of the sheet does not see, and which cells a formula gives; only where formats are asked for. */
  readonly unseen?: UnseenState | undefined
}

export type UnseenState = {
  /** Rows from 1, columns from 0. */
  readonly rows: ReadonlySet<number>
  readonly columns: ReadonlySet<number>
  /** "3,0": row from 1, column from 0. */
  readonly reckoned: ReadonlySet<string>
}

export type WrittenSheet = {
  readonly name: string
  readonly isHidden?: boolean | undefined
  /** The first is the header: bold, and it stays in sight. */
  readonly rows: readonly (readonly WrittenCell[])[]
  readonly columns: readonly WrittenColumn[]
  /** Columns at the left that stay in sight. */
  readonly frozenColumns?: number | undefined
  /** Empty rows that are made ready below the last. */
  readonly spareRows?: number | undefined
  /** Rows that are bold besides the header, from 1. */
  readonly boldRows?: readonly number[] | undefined
  readonly choices?: readonly ChoiceList[] | undefined
}

/** Text stays text whatever it begins with; null leaves the cell empty. */
export type WrittenCell = string | number | null

export type WrittenColumn = {
  readonly width: number
  /** Excel keeps what is typed here as it is: "1.10" becomes neither a number nor a date. */
  readonly isText?: boolean | undefined
}

/** Words that may be chosen in some cells of a column, row numbers from 1. */
export type ChoiceList = {
  readonly column: number
  readonly firstRow: number
  readonly lastRow: number
  readonly words: CellRange
  /** Other words may be typed as well. */
  readonly isOpen?: boolean | undefined
}

/**
 * Reads what the cells of a workbook hold; formats matter only where they change a value (%, dates).
 * Nothing is unpacked before the zip directory has promised a bearable size.
 * @param withFormats numbers also say the format they are shown in, and whether a formula gives them
 * @param isSized the size was held against other limits before
 * @returns the sheets, or one problem that says why this cannot be read
 */
export async function readWorkbook(
  bytes: Uint8Array,
  file: string,
  {
    withFormats = false,
    isSized = false,
  }: { readonly withFormats?: boolean; readonly isSized?: boolean } = {},
): Promise<Decoded<readonly ReadSheet[]>> {
  const refusal = refusalOf(bytes, isSized)
  if (refusal) return refuse(file, refusal)
  try {
    let sheets = 0
    const workbook = await readXlsx(bytes, { readStyles: true, sheets: () => ++sheets <= mostSheets })
    if (sheets > mostSheets) return refuse(file, refusals.manySheets)
    return { ok: true, value: workbook.sheets.map(sheet => toReadSheet(sheet, withFormats)) }
  } catch {
    return refuse(file, refusals.broken)
  }
}

function refuse(file: string, { code, message }: Refusal): Decoded<never> {
  return { ok: false, problems: [{ file, path: '', code, severity: 'error', message }] }
}

type HucreSheet = Awaited<ReturnType<typeof readXlsx>>['sheets'][number]

function toReadSheet(sheet: HucreSheet, withFormats: boolean): ReadSheet {
  const { name, rows, cells, merges = [], hidden, veryHidden } = sheet
  const read = new Map<number, ReadonlyMap<number, SheetCell>>()
  rows.forEach((values, row) => {
    const found = new Map<number, SheetCell>()
    values.forEach((value, column) => {
      const cell = toSheetCell(value, cells?.get(`${row},${column}`), withFormats)
      if (cell) found.set(column, cell)
    })
    if (found.size > 0) read.set(row + 1, found)
  })
  return {
    name: name.normalize('NFC'),
    isHidden: hidden === true || veryHidden === true,
    rows: read,
    merges: merges.map(({ startRow, startCol, endRow, endCol }) => ({
      firstRow: startRow + 1,
      firstColumn: startCol,
      lastRow: endRow + 1,
      lastColumn: endCol,
    })),
    ...(withFormats && { unseen: unseenOf(sheet) }),
  }
}

/** A row of no height and a column of no width are out of sight as hidden ones are. */
function unseenOf({ rowDefs, columns = [], cells }: HucreSheet): UnseenState {
  return {
    rows: new Set(
      [...(rowDefs ?? [])].flatMap(([row, { hidden, height }]) => (hidden || height === 0 ? [row + 1] : [])),
    ),
    columns: new Set(columns.flatMap(({ hidden, width }, at) => (hidden || width === 0 ? [at] : []))),
    reckoned: new Set(
      [...(cells ?? [])].flatMap(([at, { formula }]) => {
        const [row = '', column = ''] = at.split(',')
        return formula === undefined ? [] : [`${Number(row) + 1},${column}`]
      }),
    ),
  }
}

function toSheetCell(value: Cell['value'], cell: Cell | undefined, withFormats: boolean): SheetCell | null {
  if (value === null) return cell?.formula === undefined ? null : { kind: 'uncalculated' }
  if (typeof value === 'boolean') return { kind: 'truth', value }
  if (typeof value === 'number') {
    const format = cell?.style?.numFmt ?? ''
    return {
      kind: 'number',
      value,
      isPercent: /%/.test(format),
      ...(withFormats && { format, isReckoned: cell?.formula !== undefined }),
    }
  }
  if (value instanceof Date) {
    const time = value.getTime()
    return Number.isNaN(time)
      ? { kind: 'fault', text: '#####' }
      : { kind: 'date', date: new Date(time).toISOString().slice(0, 10) }
  }
  if (cell?.type === 'error') return { kind: 'fault', text: value }
  const text = value.normalize('NFC')
  return text.trim() === '' ? null : { kind: 'text', text }
}

const wrap: CellStyle = { alignment: { wrapText: true, vertical: 'top' } }
const head: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E3ECF7' } },
  alignment: { wrapText: true, vertical: 'center' },
  border: { bottom: { style: 'thin' } },
}

/** Writes a workbook that Excel and LibreOffice open, with dropdown lists; the same sheets give the same cells. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  return new Uint8Array(await writeXlsx({ sheets: sheets.map(toWriteSheet) }))
}

function toWriteSheet(sheet: WrittenSheet): WriteSheet {
  const { name, rows, columns, isHidden = false, spareRows = 0, boldRows = [], choices = [] } = sheet
  const cells = new Map<string, Partial<Cell>>()
  const lastRow = rows.length + spareRows
  for (let row = 0; row < lastRow; row++)
    columns.forEach(({ isText }, column) => {
      const value = rows[row]?.[column] ?? null
      if (value === null && !isText) return
      const bold = boldRows.includes(row + 1) ? { font: { bold: true } } : {}
      const format = isText || typeof value === 'string' ? { numFmt: '@' } : {}
      cells.set(`${row},${column}`, {
        value: typeof value === 'string' ? escapeText(value) : value,
        type: value === null ? 'empty' : typeof value === 'string' ? 'string' : 'number',
        style: row === 0 ? head : { ...wrap, ...format, ...bold },
      })
    })
  const dataValidations = choices.map(({ column, firstRow, lastRow, words, isOpen = false }) => ({
    type: 'list' as const,
    range: `${columnLetter(column)}${firstRow}:${columnLetter(column)}${lastRow}`,
    formula1: `'${words.sheet}'!$${words.column}$${words.from}:$${words.column}$${words.to}`,
    allowBlank: true,
    showErrorMessage: !isOpen,
  }))
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [],
    cells,
    dataValidations,
    freezePane: { rows: 1, columns: sheet.frozenColumns ?? 0 },
    hidden: isHidden,
  }
}

/** "_x000D_" in a file stands for a sign that XML cannot hold; text that only looks like it is marked. */
function escapeText(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, '_x005F_x$1_')
}

/** Writes a workbook with looks, locks, formulas and checks of what is typed. */
export async function writeStyledWorkbook({ title, sheets, isOpen }: StyledWorkbook): Promise<Uint8Array> {
  return new Uint8Array(
    await writeXlsx({
      sheets: sheets.map(toStyledSheet),
      namedRanges: sheets.flatMap(repeatedRows),
      properties: { title, creator: 'ParBoard' },
      defaultFont: { name: 'Times New Roman', size: 11 },
      ...(isOpen !== true && { workbookProtection: { lockStructure: true } }),
    }),
  )
}

/**
 * Rows that are printed again on each page. Named here, not by the page setup of the package: that writes the name of
 * the sheet without quotes, and Excel offers to repair a workbook whose sheet has a blank in its name.
 */
function repeatedRows({ name, page }: StyledSheet) {
  if (!page?.titleRows) return []
  const [first, last] = page.titleRows
  const range = `'${name.replaceAll("'", "''")}'!$${first}:$${last}`
  return [{ name: '_xlnm.Print_Titles', range, scope: name }]
}

function toStyledSheet(sheet: StyledSheet): WriteSheet {
  const { name, columns, rows, merges = [], entries = [], frozen, page } = sheet
  const rowDefs = rowsOf(sheet)
  const cells = new Map<string, Partial<Cell>>()
  rows.forEach((row, at) => {
    row.forEach((cell, column) => {
      if (cell) cells.set(`${at},${column}`, toStyledCell(cell))
    })
  })
  return {
    name,
    columns: columns.map(({ width, isHidden = false }) => ({ width, hidden: isHidden })),
    rows: [],
    cells,
    merges: merges.map(({ firstRow, firstColumn, lastRow, lastColumn }) => ({
      startRow: firstRow - 1,
      startCol: firstColumn,
      endRow: lastRow - 1,
      endCol: lastColumn,
    })),
    dataValidations: entries.map(toValidation),
    hidden: sheet.isHidden === true,
    ...(sheet.isVeryHidden && { veryHidden: true }),
    ...(rowDefs.size > 0 && { rowDefs }),
    // What is folded stands below the row that stays.
    ...(sheet.outlines && { outlineProperties: { summaryBelow: false } }),
    ...(frozen && { freezePane: frozen }),
    ...(sheet.isProtected === true && { protection: openProtection }),
    ...(page && {
      pageSetup: {
        paperSize: 'a4',
        orientation: page.orientation,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        horizontalCentered: true,
        margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.4, header: 0.3, footer: 0.3 },
      },
      ...(page.footer !== undefined && { headerFooter: { oddFooter: page.footer } }),
    }),
  }
}

function rowsOf({ heights, outlines }: StyledSheet): NonNullable<WriteSheet['rowDefs']> {
  const rows: NonNullable<WriteSheet['rowDefs']> = new Map()
  for (const [row, height] of heights ?? []) rows.set(row - 1, height === 0 ? { hidden: true } : { height })
  for (const [row, outlineLevel] of outlines ?? []) rows.set(row - 1, { ...rows.get(row - 1), outlineLevel })
  return rows
}

/** Cells can be chosen and columns and rows made wider; nothing else changes the structure. */
const openProtection = {
  sheet: true,
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatColumns: true,
  formatRows: true,
} as const

const noLook: CellLook = {}
const styles = new WeakMap<CellLook, Map<string, CellStyle>>()

/** Cells that share a look share its style: a table has tens of thousands of them. */
function styleOf(content: CellContent, look: CellLook, isOpen: boolean): CellStyle {
  const key = `${content.kind === 'text'} ${isOpen}`
  const own = styles.get(look) ?? new Map<string, CellStyle>()
  const style = own.get(key) ?? toStyle(content, look, isOpen)
  styles.set(look, own.set(key, style))
  return style
}

function toStyledCell({ content, look = noLook, isOpen = false }: StyledCell): Partial<Cell> {
  const style = styleOf(content, look, isOpen)
  switch (content.kind) {
    case 'empty':
      return { value: null, type: 'empty', style }
    case 'text':
      return { value: escapeText(content.text), type: 'string', style }
    case 'number':
      return { value: content.value, type: 'number', style }
    case 'day':
      return { value: content.serial, type: 'number', style }
    case 'formula': {
      const { formula, result = null } = content
      return { value: null, type: 'formula', formula, formulaResult: result, style }
    }
  }
}

function toStyle(content: CellContent, look: CellLook, isOpen: boolean): CellStyle {
  const { bold, italic, size, color, fill, align, middle, indent, noWrap, border } = look
  const format = look.format ?? (content.kind === 'text' ? 'text' : 'general')
  return {
    font: {
      ...(bold && { bold }),
      ...(italic && { italic }),
      name: 'Times New Roman',
      size: size ?? 11,
      ...(color !== undefined && { color: { rgb: color } }),
    },
    ...(fill !== undefined && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
    alignment: {
      wrapText: noWrap !== true,
      vertical: middle ? 'center' : 'top',
      ...(align && { horizontal: align }),
      ...(indent !== undefined && { indent }),
    },
    ...(border && { border: border === 'box' ? box : { top: { style: 'medium' } } }),
    ...(format !== 'general' && { numFmt: formatCode(format) }),
    ...(isOpen && { protection: { locked: false } }),
  }
}

const line = { style: 'thin', color: { rgb: '9AA3AE' } } as const
const box = { top: line, bottom: line, left: line, right: line }

function formatCode(format: Exclude<CellFormat, 'general'>): string {
  if (format === 'text') return '@'
  if (format === 'day') return 'dd/mm/yyyy'
  if (format === 'whole') return '#,##0'
  if ('code' in format) return format.code
  return format.places === 0 ? '#,##0' : `#,##0.${'0'.repeat(format.places)}`
}

type Validation = NonNullable<WriteSheet['dataValidations']>[number]

/** Excel cuts titles at 32 signs, hints and refusals at 255. */
function toValidation({ cells, allow, title, hint, refusal }: EntryCheck): Validation {
  const words = {
    range: cells,
    allowBlank: true,
    showInputMessage: hint !== '',
    showErrorMessage: allow.kind !== 'anything',
    inputTitle: title.slice(0, 32),
    inputMessage: hint.slice(0, 255),
    errorTitle: title.slice(0, 32),
    errorMessage: refusal.slice(0, 255),
    errorStyle: 'stop' as const,
  }
  switch (allow.kind) {
    case 'list': {
      const { sheet, column, from, to } = allow.words
      return { ...words, type: 'list', formula1: `'${sheet}'!$${column}$${from}:$${column}$${to}` }
    }
    case 'anything':
      return { ...words, type: 'custom', formula1: 'TRUE' }
    case 'day':
      return { ...words, type: 'date', ...between(allow.least, allow.most) }
    default:
      return { ...words, type: allow.kind, ...between(allow.least, allow.most) }
  }
}

function between(least = -1e15, most = 1e15): Pick<Validation, 'operator' | 'formula1' | 'formula2'> {
  return { operator: 'between', formula1: String(least), formula2: String(most) }
}
