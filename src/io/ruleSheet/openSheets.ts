import type { Decoded } from '../../model/problem.ts'
import { readCsv } from '../csv.ts'
import { shownText } from '../sheetCell.ts'
import { type ReadSheet, readWorkbook } from '../xlsx.ts'
import type { SheetLayout, SheetName } from './column.ts'
import { fold } from './fold.ts'
import { layouts } from './layout.ts'
import { countTitles } from './readTable.ts'
import { type Reader, remark, wholeFile } from './sheetProblem.ts'
import { guideTitle, wordsTitle } from './sheetTitles.ts'

/** Sheets of a file by what they hold. */
export type Sheets = ReadonlyMap<SheetName, ReadSheet>

export type Opened = { readonly sheets: readonly ReadSheet[]; readonly doubtsComma: boolean }

export async function openWorkbook(bytes: Uint8Array, file: string): Promise<Decoded<Opened>> {
  const read = await readWorkbook(bytes, file)
  return read.ok ? { ok: true, value: { sheets: read.value, doubtsComma: false } } : read
}

/** The table as a sheet without a name. */
export function openCsv(bytes: Uint8Array, file: string): Decoded<Opened> {
  const read = readCsv(bytes, file, fields => countTitles(layouts.criteria, fields))
  if (!read.ok) return read
  const { records, delimiter } = read.value
  const rows = new Map(
    records.map((record, row) => [
      row + 1,
      new Map(
        record.flatMap((text, column) =>
          text.trim() === '' ? [] : [[column, { kind: 'text' as const, text }] as const],
        ),
      ),
    ]),
  )
  const filled = new Map([...rows].filter(([, cells]) => cells.size > 0))
  const sheet: ReadSheet = { name: '', isHidden: false, rows: filled, merges: [] }
  return { ok: true, value: { sheets: [sheet], doubtsComma: delimiter === ',' } }
}

/** Which sheet is which; the ones nobody knows are warnings, those that must be there errors. */
export function nameSheets(sheets: readonly ReadSheet[], reader: Reader): Sheets {
  if (reader.isCsv) return new Map(sheets.map(sheet => ['criteria', sheet]))
  const byTitle = new Map(Object.values(layouts).map(({ name, title }) => [fold(title), name]))
  const found = new Map<SheetName, ReadSheet>()
  for (const sheet of sheets) {
    const name = byTitle.get(fold(sheet.name))
    const isOurs = [guideTitle, wordsTitle].some(title => fold(title) === fold(sheet.name))
    if (name !== undefined && !found.has(name)) found.set(name, sheet)
    else if (!isOurs && !sheet.isHidden && sheet.rows.size > 0)
      remark(
        reader,
        { ...wholeFile, sheet: sheet.name },
        'unknown-sheet',
        {
          vi: `trang “${sheet.name}” không có trong mẫu nên không được đọc${looksLike(sheet)}`,
          en: `sheet “${sheet.name}” is not part of the template and is not read`,
        },
        'warning',
      )
  }
  for (const layout of Object.values(layouts))
    if (layout.isRequired && !found.has(layout.name)) reportNoSheet(layout, sheets, reader)
  return found
}

/** Which of our sheets has the most of its titles in one of the first rows. */
function looksLike(sheet: ReadSheet): string {
  const rows = [...sheet.rows.values()]
    .slice(0, 20)
    .map(cells => [...cells.values()].map(cell => shownText(cell)))
  const [best] = Object.values(layouts)
    .map(layout => ({ layout, titles: Math.max(0, ...rows.map(texts => countTitles(layout, texts))) }))
    .toSorted((one, other) => other.titles - one.titles)
  return best && best.titles > 3 ? `; nếu đây là trang “${best.layout.title}” thì đổi tên trang cho đúng` : ''
}

function reportNoSheet({ title }: SheetLayout, sheets: readonly ReadSheet[], reader: Reader) {
  const names = sheets.map(({ name }) => `“${name}”`).join(', ')
  remark(reader, wholeFile, 'no-sheet', {
    vi: `không có trang “${title}”; tệp này có các trang ${names}`,
    en: `there is no sheet “${title}”; this file has ${names}`,
  })
}
