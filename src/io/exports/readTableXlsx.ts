import type { ExportOrigin, FileCell, ReadExport } from '../../model/exportOrigin.ts'
import type { Decoded } from '../../model/problem.ts'
import { columnLetter, type SheetCell, shownText } from '../sheetCell.ts'
import { type ReadSheet, readWorkbook } from '../xlsx.ts'
import { cellText } from './cellText.ts'
import { refuseExport } from './exportProblem.ts'
import { shownNumber } from './numberFormat.ts'
import { originSheet } from './originSheets.ts'
import { unpackOrigin } from './originText.ts'

/**
 * Reads a workbook that was taken away: every cell of the sheets that are seen, numbers as their formats show them.
 * The sheets may stand in another order, and a spreadsheet may have written the file again.
 */
export async function readXlsxExport(bytes: Uint8Array, fileName: string): Promise<Decoded<ReadExport>> {
  const read = await readWorkbook(bytes, fileName, { withFormats: true })
  if (!read.ok) return read
  const own = read.value.find(({ name }) => name === originSheet)
  if (!own) return refuseExport(fileName, 'no-origin')
  const origin = unpackOrigin(packedIn(own))
  if (!origin) return refuseExport(fileName, 'broken-origin')
  const isOriginLine = lineFinder(origin)
  const cells = read.value
    .filter(sheet => sheet !== own && !sheet.isHidden)
    .flatMap(sheet => cellsOf(sheet, origin.language, isOriginLine))
  return { ok: true, value: { origin, cells } }
}

/** The record goes on in the next rows where it is too long for one cell. */
function packedIn({ rows }: ReadSheet): string {
  return [...rows]
    .toSorted(([one], [other]) => one - other)
    .map(([, row]) => shownText(row.get(0)).trim())
    .join('')
}

/** Whether a row says nothing but a line of the origin, in one cell or in two. */
function lineFinder({ lines }: ExportOrigin): (row: ReadonlyMap<number, SheetCell>) => boolean {
  const known = new Set(
    lines
      .map(line => ({ label: cellText(line.label), text: cellText(line.text) }))
      .flatMap(({ label, text }) => [cellText(`${label}: ${text}`), `${label}\n${text || '–'}`]),
  )
  return row => {
    const texts = [...row.values()].map(shownText)
    return texts.length <= 2 && known.has(texts.join('\n'))
  }
}

function cellsOf(
  { name, rows }: ReadSheet,
  language: 'vi' | 'en',
  isOriginLine: (row: ReadonlyMap<number, SheetCell>) => boolean,
): readonly FileCell[] {
  return [...rows]
    .toSorted(([one], [other]) => one - other)
    .flatMap(([row, cells]) =>
      isOriginLine(cells)
        ? []
        : [...cells]
            .toSorted(([one], [other]) => one - other)
            .map(([column, cell]) => ({
              place: placeOf(name, `${columnLetter(column)}${row}`, language),
              text: textOf(cell, language),
            }))
            .filter(({ text }) => text.trim() !== ''),
    )
}

function textOf(cell: SheetCell, language: 'vi' | 'en'): string {
  if (cell.kind !== 'number') return shownText(cell)
  return shownNumber(cell.value, cell.format ?? '', language, cell.isReckoned)
}

function placeOf(sheet: string, cell: string, language: 'vi' | 'en'): string {
  return language === 'vi' ? `trang tính “${sheet}”, ô ${cell}` : `sheet “${sheet}”, cell ${cell}`
}
