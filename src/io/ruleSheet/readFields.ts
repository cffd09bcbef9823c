import type { SheetCell } from '../sheetCell.ts'
import { type Codec, textOf } from './codecs.ts'
import type { Column } from './column.ts'
import { slug } from './fold.ts'
import { below, type Draft, isBlock, type Json, putAt } from './json.ts'
import { type Row, reportMissing } from './readTable.ts'
import { type CellPlace, type Reader, reportCell, sheetRemark } from './sheetProblem.ts'

/**
 * Reads one cell, or takes down what is wrong with it.
 * @param path place in the rule set the value is for
 */
export function readCell(
  reader: Reader,
  place: CellPlace,
  path: string,
  codec: Codec,
  cell: SheetCell,
): Json | undefined {
  if (cell.kind === 'fault') {
    reportCell(reader, place, path, 'error-cell', codec.expected)
    return undefined
  }
  if (cell.kind === 'uncalculated') {
    reportCell(reader, place, path, 'formula-without-result', {
      vi: `${codec.expected.vi}; ô là công thức chưa có kết quả – mở bằng Excel, đợi tính xong rồi lưu lại`,
      en: `${codec.expected.en}; the cell is a formula without a result – open the file in Excel and save it again`,
    })
    return undefined
  }
  const reading = codec.read(cell, reader.names)
  if (!reading.ok) {
    reportCell(reader, place, path, reading.code, reading.expected)
    return undefined
  }
  if (reading.caution)
    reader.problems.push(sheetRemark(reader.file, place, 'doubtful-value', reading.caution, 'warning'))
  return reading.value
}

/** Puts what a cell says into a block; some cells say several fields. */
export function readInto(
  reader: Reader,
  draft: Draft,
  place: CellPlace,
  path: string,
  key: string,
  codec: Codec,
  cell: SheetCell | undefined,
): void {
  const fields = codec.spreads?.map(field => below(key, field)) ?? [key]
  for (const field of fields) reader.places.set(below(path, field), place)
  if (!cell) return
  const value = readCell(reader, place, below(path, fields[0] ?? key), codec, cell)
  if (value === undefined) return
  if (codec.spreads && isBlock(value))
    for (const [field, each] of Object.entries(value)) {
      if (each !== undefined) putAt(draft, below(key, field), each)
    }
  else putAt(draft, key, value)
}

/** Whether a column is one field of what the row stands for. */
export function isPlain({ key }: Column): boolean {
  return !key.startsWith('#') && !key.includes(':')
}

/**
 * Reads every plain column of a row into a block.
 * @param path place of the block in the rule set; "" for the rule set itself
 */
export function readFields(reader: Reader, row: Row, columns: readonly Column[], path: string): Draft {
  const draft: Draft = {}
  for (const column of columns.filter(isPlain)) {
    const { key, codec, isRequired, slugOf } = column
    const place = row.place(key)
    const cell = row.cells.get(key)
    readInto(reader, draft, place, path, key, codec, cell)
    if (cell) continue
    const made = slugOf ? slugFor(row, slugOf) : ''
    if (made !== '') putAt(draft, key, made)
    else if (isRequired) reportMissing(reader, row, column, below(path, key))
  }
  return draft
}

/** Id of a row: as it is written, or made of its name. */
export function rowId(row: Row, slugOf: readonly string[]): string {
  const cell = row.cells.get('id')
  return (cell && textOf(cell)) || slugFor(row, slugOf)
}

/** Id made of the first of these columns that says something. */
function slugFor(row: Row, keys: readonly string[]): string {
  const cell = keys.map(key => row.cells.get(key)).find(each => each !== undefined)
  return slug((cell && textOf(cell)) ?? '')
}

/** Nothing in the columns of a source means that none is known. */
export function settleSource(draft: Draft, key: string): void {
  const provenance = draft[key]
  if (isBlock(provenance) && provenance['source'] === undefined) putAt(draft, `${key}.source`, null)
}
