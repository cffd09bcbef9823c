import type { FileCell, ReadExport } from '../../model/exportOrigin.ts'
import type { Decoded } from '../../model/problem.ts'
import { columnLetter, type SheetCell, shownText } from '../sheetCell.ts'
import { type ReadSheet, readWorkbook } from '../xlsx.ts'
import { refuseExport } from './exportProblem.ts'
import { shownNumber } from './numberFormat.ts'
import { originSheet } from './originSheets.ts'
import { unpackOrigin } from './originText.ts'

/**
 * Reads a workbook that was taken away: every cell of every sheet, numbers as their formats show them, with what is
 * hidden and what a formula gives. The sheets may stand in another order, and a spreadsheet may have written the file
 * again.
 */
export async function readXlsxExport(bytes: Uint8Array, fileName: string): Promise<Decoded<ReadExport>> {
  const read = await readWorkbook(bytes, fileName, { withFormats: true, isSized: true })
  if (!read.ok) return read
  const own = read.value.find(({ name }) => name === originSheet)
  if (!own) return refuseExport(fileName, 'no-origin')
  const origin = unpackOrigin(packedIn(own))
  if (!origin) return refuseExport(fileName, 'broken-origin')
  const cells = read.value.filter(sheet => sheet !== own).flatMap(sheet => cellsOf(sheet, origin.language))
  return { ok: true, value: { origin, cells } }
}

/** The record goes on in the next rows where it is too long for one cell. */
function packedIn({ rows }: ReadSheet): string {
  return [...rows]
    .toSorted(([one], [other]) => one - other)
    .map(([, row]) => shownText(row.get(0)).trim())
    .join('')
}

function cellsOf({ name, rows, isHidden, unseen }: ReadSheet, language: 'vi' | 'en'): readonly FileCell[] {
  const words = placeWords[language]
  const at = (place: string, text: string): FileCell => ({
    place: `${words.sheet(name)}, ${place}`,
    text,
    sheet: name,
  })
  const columns = new Set([...rows.values()].flatMap(cells => [...cells.keys()]))
  const inOrder = (numbers: Iterable<number>) => [...numbers].toSorted((one, other) => one - other)
  return [
    at(words.name, name),
    ...(isHidden ? [at(words.whole, words.hidden)] : []),
    ...inOrder(columns)
      .filter(column => unseen?.columns.has(column))
      .map(column => at(words.column(columnLetter(column)), words.hidden)),
    ...[...rows]
      .toSorted(([one], [other]) => one - other)
      .flatMap(([row, cells]) => [
        ...(unseen?.rows.has(row) ? [at(words.row(row), words.hidden)] : []),
        ...[...cells]
          .toSorted(([one], [other]) => one - other)
          .map(([column, cell]) => {
            const isReckoned = unseen?.reckoned.has(`${row},${column}`) === true
            const text = textOf(cell, language)
            return at(words.cell(`${columnLetter(column)}${row}`), isReckoned ? words.reckoned(text) : text)
          })
          .filter(({ text }) => text.trim() !== ''),
      ]),
  ]
}

function textOf(cell: SheetCell, language: 'vi' | 'en'): string {
  if (cell.kind !== 'number') return shownText(cell)
  return shownNumber(cell.value, cell.format ?? '', language, cell.isReckoned)
}

const placeWords = {
  vi: {
    sheet: (name: string) => `trang tính “${name}”`,
    name: 'tên',
    whole: 'cả trang',
    hidden: 'bị ẩn',
    row: (row: number) => `dòng ${row}`,
    column: (letter: string) => `cột ${letter}`,
    cell: (cell: string) => `ô ${cell}`,
    reckoned: (text: string) => `${text} (công thức)`,
  },
  en: {
    sheet: (name: string) => `sheet “${name}”`,
    name: 'name',
    whole: 'the whole sheet',
    hidden: 'hidden',
    row: (row: number) => `row ${row}`,
    column: (letter: string) => `column ${letter}`,
    cell: (cell: string) => `cell ${cell}`,
    reckoned: (text: string) => `${text} (formula)`,
  },
} as const
