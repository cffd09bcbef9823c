import type { Merge, SheetCell } from '../sheetCell.ts'
import type { ReadSheet } from '../xlsx.ts'
import type { Column, SheetLayout } from './column.ts'
import { fold } from './fold.ts'
import { reportEmpty } from './reportEmpty.ts'
import { type CellPlace, foundText, type Reader, remark, reportAbsent } from './sheetProblem.ts'

/** One row of a table, its cells by the key of their column. */
export type Row = {
  readonly number: number
  readonly cells: ReadonlyMap<string, SheetCell>
  /** Whether the table has this column at all. */
  readonly has: (key: string) => boolean
  readonly place: (key: string) => CellPlace
}

/** How far down the row of titles may stand, below the heading of an annex. */
const deepestHeader = 20
/** More rows than any rule set has; a file may claim a million. */
const mostRows = 5000

/** How many of these texts are titles of the layout. */
export function countTitles(layout: SheetLayout, texts: readonly string[]): number {
  const known = titleKeys(layout.columns)
  return new Set(texts.flatMap(text => known.get(fold(text)) ?? [])).size
}

/**
 * Finds the row of titles and reads the rows below it; empty rows are passed over.
 * Columns nobody knows are warnings, columns that are missing, twice or merged are errors.
 */
export function readTable(sheet: ReadSheet, layout: SheetLayout, reader: Reader): readonly Row[] {
  const header = findHeader(sheet, layout)
  const at = (row: number, column: number | null, title = ''): CellPlace => ({
    sheet: sheet.name,
    row,
    column,
    title,
    isLine: false,
    found: column === null ? '' : foundText(sheet.rows.get(row)?.get(column)),
  })
  if (header === null) {
    const titles = layout.columns.filter(column => column.isRequired).map(column => `“${column.title}”`)
    remark(reader, at(1, 0), 'no-header', {
      vi: `không thấy dòng tiêu đề cột trong ${deepestHeader} dòng đầu; cần các cột ${titles.join(', ')}`,
      en: `no row of column titles in the first ${deepestHeader} rows; the columns ${titles.join(', ')} are needed`,
    })
    return []
  }
  reportMerges(sheet.merges, header, at, reader)
  const columns = readHeader(sheet, layout, header, at, reader)
  const numbers = [...sheet.rows.keys()].filter(row => row > header).toSorted((a, b) => a - b)
  if (numbers.length > mostRows)
    remark(reader, at(numbers[mostRows] ?? header, 0), 'too-many-rows', {
      vi: `trang có trên ${mostRows} dòng; các dòng từ đây không được đọc`,
      en: `the sheet has over ${mostRows} rows; those from here on are not read`,
    })
  const keyOf = new Map([...columns].map(([key, column]) => [column, key]))
  reportUntitled(sheet, numbers, header, at, reader)
  const titles = new Map(layout.columns.map(({ key, title }) => [key, title]))
  const absentFrom = { sheet: sheet.name || layout.title, row: header }
  const place = (number: number, key: string): CellPlace => {
    const column = columns.get(key)
    const title = titles.get(key)
    return column === undefined ? { ...at(number, null, title), absentFrom } : at(number, column, title)
  }
  return numbers.slice(0, mostRows).flatMap((number): Row[] => {
    const cells = new Map<string, SheetCell>()
    for (const [column, cell] of sheet.rows.get(number) ?? []) {
      const key = keyOf.get(column)
      if (key !== undefined) cells.set(key, cell)
    }
    if (cells.size === 0) return []
    return [
      {
        number,
        cells,
        has: key => columns.has(key),
        place: key => place(number, key),
      },
    ]
  })
}

/**
 * Reads a sheet of two columns, titles at the left and values beside them, as one row.
 * @param sheet null where the file has none: every place is then the sheet that should be there
 */
export function readLines(sheet: ReadSheet | null, layout: SheetLayout, reader: Reader): Row {
  const known = titleKeys(layout.columns)
  const cells = new Map<string, SheetCell>()
  const lines = new Map<string, number>()
  const titles = new Map(layout.columns.map(({ key, title }) => [key, title]))
  const at = (row: number, title: string): CellPlace => ({
    sheet: sheet?.name ?? layout.title,
    row,
    column: 1,
    title,
    isLine: true,
    found: foundText(sheet?.rows.get(row)?.get(1)),
  })
  for (const [row, found] of sheet?.rows ?? []) {
    const title = foundText(found.get(0))
    const value = found.get(1)
    const [key] = known.get(fold(title)) ?? []
    if (key === undefined) {
      if (value && row > 1 && title !== '')
        remark(reader, at(row, title), 'unknown-line', unknownTitle('dòng', 'line'), 'warning')
    } else if (lines.has(key))
      remark(reader, at(row, title), 'double-line', {
        vi: `dòng “${title}” có hai lần; chỉ giữ một`,
        en: `line “${title}” is there twice; keep one`,
      })
    else {
      lines.set(key, row)
      if (value) cells.set(key, value)
    }
  }
  return {
    number: 0,
    cells,
    has: () => true,
    place: key => at(lines.get(key) ?? (sheet ? 1 : 0), titles.get(key) ?? ''),
  }
}

function titleKeys(columns: readonly Column[]): ReadonlyMap<string, readonly [string]> {
  // Titles count before other names for them: "Điểm" may be a title of its own.
  const aliases = columns.flatMap(({ key, aliases = [] }) =>
    aliases.map(alias => [fold(alias), [key]] as const),
  )
  return new Map([...aliases, ...columns.map(({ key, title }) => [fold(title), [key]] as const)])
}

function findHeader(sheet: ReadSheet, layout: SheetLayout): number | null {
  let best = { row: 0, titles: 1 }
  for (const [row, cells] of sheet.rows) {
    if (row > deepestHeader) continue
    const titles = countTitles(layout, [...cells.values()].map(foundText))
    if (titles > best.titles) best = { row, titles }
  }
  return best.row === 0 ? null : best.row
}

type At = (row: number, column: number | null, title?: string) => CellPlace

function readHeader(
  sheet: ReadSheet,
  layout: SheetLayout,
  header: number,
  at: At,
  reader: Reader,
): ReadonlyMap<string, number> {
  const known = titleKeys(layout.columns)
  const columns = new Map<string, number>()
  for (const [column, cell] of sheet.rows.get(header) ?? []) {
    const title = foundText(cell)
    const [key] = known.get(fold(title)) ?? []
    if (key === undefined)
      remark(reader, at(header, column), 'unknown-column', unknownTitle('cột', 'column', title), 'warning')
    else if (columns.has(key))
      remark(reader, at(header, column), 'double-column', {
        vi: `cột “${title}” có hai lần; chỉ giữ một`,
        en: `column “${title}” is there twice; keep one`,
      })
    else columns.set(key, column)
  }
  for (const { key, title, isRequired, slugOf } of layout.columns)
    if (isRequired && !slugOf && !columns.has(key))
      reportAbsent(reader, {
        ...at(header, null, title),
        absentFrom: { sheet: sheet.name || layout.title, row: header },
      })
  return columns
}

function unknownTitle(vi: string, en: string, title?: string) {
  const named = title === undefined ? '' : ` “${title}”`
  return {
    vi: `${vi} này${named} không có trong mẫu nên không được đọc; xóa đi hoặc sửa tên cho đúng mẫu`,
    en: `this ${en}${named} is not part of the template and is not read; remove it or correct its title`,
  }
}

/** A merged cell holds its value in one place only, so the rows below would seem empty. */
function reportMerges(merges: readonly Merge[], header: number, at: At, reader: Reader) {
  for (const merge of merges) {
    const { firstRow, lastRow, firstColumn, lastColumn } = merge
    if (lastRow < header) continue
    const inHeader = firstRow <= header
    if (inHeader ? firstRow === lastRow && firstColumn === lastColumn : firstRow === lastRow) continue
    const place = at(firstRow, firstColumn)
    if (inHeader)
      remark(reader, place, 'merged-header', {
        vi: `ô tiêu đề “${place.found}” bị gộp; bỏ gộp ô, mỗi cột một tiêu đề trên cùng một dòng`,
        en: `the title “${place.found}” is a merged cell; unmerge it, one title a column, all on one row`,
      })
    else
      remark(reader, place, 'merged-cells', {
        vi: `ô “${place.found}” gộp nhiều dòng; bỏ gộp ô rồi ghi lại giá trị ở từng dòng`,
        en: `“${place.found}” is merged over several rows; unmerge it and repeat the value in each row`,
      })
  }
}

/** Values below no title at all are said once a column. */
function reportUntitled(
  sheet: ReadSheet,
  numbers: readonly number[],
  header: number,
  at: At,
  reader: Reader,
) {
  const said = new Set<number>(sheet.rows.get(header)?.keys())
  for (const number of numbers.slice(0, mostRows))
    for (const column of sheet.rows.get(number)?.keys() ?? []) {
      if (said.has(column)) continue
      said.add(column)
      const place = at(number, column)
      remark(
        reader,
        place,
        'untitled-column',
        {
          vi: `ô ghi “${place.found}” nằm ở cột không có tiêu đề nên không được đọc`,
          en: `“${place.found}” stands in a column without a title and is not read`,
        },
        'warning',
      )
    }
}

/** Says that a cell must not be empty. */
export function reportMissing(reader: Reader, row: Row, column: Column, path: string): void {
  // An id may be left to the name: then the name is what is missing.
  if (column.slugOf && !row.has(column.key)) reader.failed.add(path)
  else reportEmpty(reader, row.place(column.key), path, column.codec, column.about)
}
