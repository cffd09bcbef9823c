import { type Cell, type CellStyle, readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { Decoded, Problem } from '../model/problem.ts'
import { columnLetter, type SheetCell } from './sheetCell.ts'
import { readZipDirectory } from './zipDirectory.ts'

/** The only file that knows the package which reads and writes XLSX. */

export type ReadSheet = {
  readonly name: string
  readonly isHidden: boolean
  /** Cells that hold something, by row from 1, then by column from 0. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>
  /** Rows from 1 and columns from 0, both ends inside. */
  readonly merges: readonly Merge[]
}

export type Merge = {
  readonly firstRow: number
  readonly firstColumn: number
  readonly lastRow: number
  readonly lastColumn: number
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

export type CellRange = {
  readonly sheet: string
  readonly column: string
  readonly from: number
  readonly to: number
}

export const largestWorkbook = 5_000_000
export const largestUnpacked = 50_000_000
export const mostSheets = 60

/**
 * Reads what the cells of a workbook hold; formats matter only where they change a value (%, dates).
 * Nothing is unpacked before the zip directory has promised a bearable size.
 * @returns the sheets, or one problem that says why this cannot be read
 */
export async function readWorkbook(bytes: Uint8Array, file: string): Promise<Decoded<readonly ReadSheet[]>> {
  const refusal = refusalOf(bytes)
  if (refusal) return refuse(file, refusal)
  try {
    let sheets = 0
    const workbook = await readXlsx(bytes, { readStyles: true, sheets: () => ++sheets <= mostSheets })
    if (sheets > mostSheets) return refuse(file, refusals.manySheets)
    return { ok: true, value: workbook.sheets.map(sheet => toReadSheet(sheet)) }
  } catch {
    return refuse(file, refusals.broken)
  }
}

type Refusal = { readonly code: string; readonly message: Problem['message'] }

const refusals = {
  tooLarge: {
    code: 'too-large',
    message: {
      vi: `tệp quá lớn (trên ${largestWorkbook / 1_000_000} MB); bỏ bớt hình và trang không dùng rồi lưu lại`,
      en: `the file is too large (over ${largestWorkbook / 1_000_000} MB); remove pictures and unused sheets`,
    },
  },
  bomb: {
    code: 'too-large-unpacked',
    message: {
      vi: `tệp giải nén ra quá lớn (trên ${largestUnpacked / 1_000_000} MB) nên không mở; chép các trang cần dùng sang một tệp mới`,
      en: `the file would unpack to too much (over ${largestUnpacked / 1_000_000} MB), so it is not opened; copy the sheets that are needed to a new file`,
    },
  },
  manySheets: {
    code: 'too-many-sheets',
    message: {
      vi: `tệp có trên ${mostSheets} trang; chỉ để lại các trang của mẫu`,
      en: `the file has over ${mostSheets} sheets; keep only those of the template`,
    },
  },
  locked: {
    code: 'password',
    message: {
      vi: 'tệp đặt mật khẩu mở; bỏ mật khẩu trong Excel rồi lưu lại',
      en: 'the file needs a password to open; remove it in Excel and save again',
    },
  },
  old: {
    code: 'old-xls',
    message: {
      vi: 'tệp .xls của Excel cũ; mở bằng Excel rồi lưu lại dạng .xlsx',
      en: 'an .xls file of old Excel; open it in Excel and save it as .xlsx',
    },
  },
  notWorkbook: {
    code: 'not-xlsx',
    message: {
      vi: 'không phải tệp XLSX (là loại tệp nén khác, như DOCX hoặc ODS); lưu lại dạng .xlsx',
      en: 'not an XLSX file but another kind of package, such as DOCX or ODS; save it as .xlsx',
    },
  },
  notZip: {
    code: 'not-xlsx',
    message: {
      vi: 'không phải tệp XLSX hoặc tệp bị cắt dở; mở bằng Excel rồi lưu lại dạng .xlsx',
      en: 'not an XLSX file, or one that is cut off; open it in Excel and save it as .xlsx',
    },
  },
  broken: {
    code: 'broken-xlsx',
    message: {
      vi: 'tệp XLSX hỏng, không đọc được; mở bằng Excel, sửa nếu Excel hỏi rồi lưu lại',
      en: 'the XLSX file is damaged and cannot be read; open it in Excel, let Excel repair it and save it again',
    },
  },
} as const satisfies Record<string, Refusal>

function refuse(file: string, { code, message }: Refusal): Decoded<never> {
  return { ok: false, problems: [{ file, path: '', code, severity: 'error', message }] }
}

function refusalOf(bytes: Uint8Array): Refusal | null {
  if (bytes.length > largestWorkbook) return refusals.tooLarge
  // Old Excel and passwords use the same container.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return contains(bytes, 'EncryptedPackage') ? refusals.locked : refusals.old
  const directory = readZipDirectory(bytes)
  if (!directory) return refusals.notZip
  if (directory.hidesSizes || directory.unpackedBytes > largestUnpacked) return refusals.bomb
  return directory.names.some(name => name.startsWith('xl/')) ? null : refusals.notWorkbook
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Whether a name stands in the directory of the container, two bytes a letter. */
function contains(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap(letter => [letter.charCodeAt(0), 0])
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true
  return false
}

type HucreSheet = Awaited<ReturnType<typeof readXlsx>>['sheets'][number]

function toReadSheet({ name, rows, cells, merges = [], hidden, veryHidden }: HucreSheet): ReadSheet {
  const read = new Map<number, ReadonlyMap<number, SheetCell>>()
  rows.forEach((values, row) => {
    const found = new Map<number, SheetCell>()
    values.forEach((value, column) => {
      const cell = toSheetCell(value, cells?.get(`${row},${column}`))
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
  }
}

function toSheetCell(value: Cell['value'], cell: Cell | undefined): SheetCell | null {
  if (value === null) return cell?.formula === undefined ? null : { kind: 'uncalculated' }
  if (typeof value === 'boolean') return { kind: 'truth', value }
  if (typeof value === 'number')
    return { kind: 'number', value, isPercent: /%/.test(cell?.style?.numFmt ?? '') }
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
