import type { ExportOrigin, FileCell, ReadExport } from '../../model/exportOrigin.ts'
import type { Decoded } from '../../model/problem.ts'
import { decodeText, notUtf8, splitText } from '../csv.ts'
import { cellText } from './cellText.ts'
import { shownCell } from './csvCell.ts'
import { exportLimits } from './exportLimits.ts'
import { refuseExport } from './exportProblem.ts'
import { unpackOrigin } from './originText.ts'
import { fieldText } from './safeCsv.ts'

type Records = readonly (readonly string[])[]

/** Rows at the end among which the packed record stands; somebody may have written below it. */
const lastRows = 30

/** Reads a table that was taken away as CSV, also after a spreadsheet has written it again in its own way. */
export async function readCsvExport(bytes: Uint8Array, fileName: string): Promise<Decoded<ReadExport>> {
  if (bytes.length > exportLimits.packedBytes) return refuseExport(fileName, 'too-large')
  const text = decodeText(bytes)
  if (text === null)
    return {
      ok: false,
      problems: [{ file: fileName, path: '', code: 'not-utf-8', severity: 'error', message: notUtf8 }],
    }
  let isCut = false
  let isBroken = false
  let best: { readonly value: ReadExport; readonly agreeing: number } | null = null
  for (const mark of [';', ',', '\t'] as const) {
    const { records, openQuote } = splitText(text, mark)
    if (openQuote !== null) isCut = true
    else {
      const found = originIn(records)
      if (found === 'broken') isBroken = true
      else if (found) {
        const { own, cells } = cellsOf(records, found)
        // Split at the right mark, every line of the origin falls into its label and its text.
        const agreeing = own * 1_000_000 + Math.min(cells.length, 999_999)
        if (agreeing > (best?.agreeing ?? -1)) best = { value: { origin: found.origin, cells }, agreeing }
        if (own >= found.origin.lines.length && own > 0) break
      }
    }
  }
  if (best) return { ok: true, value: best.value }
  return refuseExport(fileName, isCut ? 'open-quote' : isBroken ? 'broken-origin' : 'no-origin')
}

type Found = { readonly row: number; readonly origin: ExportOrigin }

function originIn(records: Records): Found | 'broken' | null {
  for (let row = records.length - 1; row >= Math.max(0, records.length - lastRows); row--) {
    const word = records[row]?.[0]?.trim() ?? ''
    if (!word.startsWith('parboard1.')) continue
    const origin = unpackOrigin(word)
    return origin ? { row, origin } : 'broken'
  }
  return null
}

function cellsOf(records: Records, { row: last, origin }: Found) {
  const first = firstOriginRow(records, last)
  const isOwn = (row: number, fields: readonly string[]) => {
    const [label = '', text = '', ...rest] = fields.map(field => fieldText(field.trim()))
    return (
      row > first &&
      rest.every(field => field === '') &&
      origin.lines.some(each => cellText(each.label).trim() === label && cellText(each.text).trim() === text)
    )
  }
  const cells: FileCell[] = []
  let own = 0
  records.forEach((fields, row) => {
    if (row === last) return
    if (row < last && isOwn(row, fields)) own++
    fields.forEach((field, column) => {
      const text = shownCell(fieldText(field))
      if (text.trim() !== '') cells.push({ place: placeOf(row, column, origin.language), text })
    })
  })
  return { own, cells }
}

/** Lines of the origin stand below the last empty line. */
function firstOriginRow(records: Records, last: number): number {
  for (let row = last - 1; row >= 0; row--) if ((records[row] ?? []).every(field => field === '')) return row
  return -1
}

/** As a spreadsheet counts: rows and columns from 1. */
function placeOf(row: number, column: number, language: 'vi' | 'en'): string {
  return language === 'vi' ? `dòng ${row + 1}, cột ${column + 1}` : `line ${row + 1}, column ${column + 1}`
}
