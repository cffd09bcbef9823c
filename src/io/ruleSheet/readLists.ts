import { criterionCodec, metricCodec, textOf } from './codecs.ts'
import type { Column } from './column.ts'
import { fold } from './fold.ts'
import { type Draft, type Json, putAt } from './json.ts'
import { layouts } from './layout.ts'
import { exampleResultCodec, exampleValueCodec, pointsCodec } from './numberCodecs.ts'
import { readCell, readFields, settleSource } from './readFields.ts'
import { type Row, reportMissing } from './readTable.ts'
import { type CellPlace, type Reader, remark, reportCell } from './sheetProblem.ts'
import { exampleWords, totalWord, wordOf } from './words.ts'

/** One block a row, for sheets without rows that belong together. @param nameKey column a row is pointed at by */
export function readBlocks(
  rows: readonly Row[],
  columns: readonly Column[],
  path: string,
  reader: Reader,
  nameKey = 'name',
): Draft[] {
  return rows.map((row, index) => {
    const here = `${path}[${index}]`
    reader.places.set(here, row.place(nameKey))
    const draft = readFields(reader, row, columns, here)
    if (columns.some(({ key }) => key === 'provenance.certainty')) settleSource(draft, 'provenance')
    return draft
  })
}

/** Value of a column that is no plain field; a missing one is complained about when it is required. */
function readKey(
  reader: Reader,
  row: Row,
  columns: readonly Column[],
  key: string,
  path: string,
): Json | undefined {
  const column = columns.find(each => each.key === key)
  if (!column) return undefined
  const place = row.place(key)
  const cell = row.cells.get(key)
  reader.places.set(path, place)
  if (cell) return readCell(reader, place, path, column.codec, cell)
  if (column.isRequired) reportMissing(reader, row, column, path)
  return undefined
}

/** Cells of columns that a row of this word does not read. */
function reportOthers(reader: Reader, row: Row, read: readonly string[], word: string) {
  for (const key of row.cells.keys())
    if (!read.includes(key) && !read.some(each => key.startsWith(`${each}.`)))
      reportCell(reader, row.place(key), null, 'unused-cell', {
        vi: `ô để trống: dòng “${word}” không dùng cột này`,
        en: `nothing: a row “${word}” does not read this column`,
      })
}

/** Conditions that force a grade, and the most of a grade there may be. */
export function readGradings(rows: readonly Row[], reader: Reader): Draft | null {
  const { columns } = layouts.gradings
  const lists: { readonly [list: string]: Draft[] } = { overrides: [], quotas: [] }
  const fields = {
    overrides: ['metric', 'provenance'],
    quotas: ['maxPercent', 'ofBandIds', 'toBandId', 'atTie', 'provenance'],
  } as const
  for (const row of rows) {
    const word = readKey(reader, row, columns, '#row', '')
    if (word !== 'overrides' && word !== 'quotas') continue
    const list = lists[word] ?? []
    const here = `grading.${word}[${list.length}]`
    reader.places.set(here, row.place('#row'))
    const own = columns.filter(({ key }) =>
      fields[word].some(field => key === field || key.startsWith(`${field}.`)),
    )
    const draft = readFields(reader, row, own.map(needed), here)
    settleSource(draft, 'provenance')
    const band = readKey(reader, row, columns, '#band', `${here}.bandId`)
    if (band !== undefined) draft['bandId'] = band
    reportOthers(reader, row, ['#row', '#band', ...fields[word]], word === 'quotas' ? 'tối đa' : 'buộc xếp')
    list.push(draft)
  }
  const filled = Object.entries(lists).filter(([, list]) => list.length > 0)
  return filled.length === 0 ? null : Object.fromEntries(filled)
}

const optionalKeys = /\.source\.|\.note$/

function needed(column: Column): Column {
  return optionalKeys.test(column.key) ? column : { ...column, isRequired: true }
}

/** Rows of one id, in the order the ids come first; rows without an id are complained about. */
function grouped(
  rows: readonly Row[],
  columns: readonly Column[],
  key: string,
  reader: Reader,
): readonly { readonly id: string; readonly rows: readonly Row[] }[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const id = readKey(reader, row, columns, key, '')
    if (typeof id !== 'string') continue
    const group = groups.get(id)
    if (group) group.push(row)
    else groups.set(id, [row])
  }
  return [...groups].map(([id, group]) => ({ id, rows: group }))
}

/** The row that stands for the whole of a group; complains when there is none or a second one. */
function headOf(
  rows: readonly { readonly row: Row; readonly word: Json | undefined }[],
  word: string,
  vi: string,
  reader: Reader,
): Row | undefined {
  const [head, second] = rows.filter(each => each.word === word)
  const [first] = rows
  const at: CellPlace | undefined = second?.row.place('#row') ?? first?.row.place('#row')
  if (at && !at.absentFrom && (second || !head))
    remark(reader, at, 'one-head-row', {
      vi: `cần đúng một dòng “${vi}” cho mỗi mã`,
      en: `exactly one row “${vi}” is needed for each id`,
    })
  return head?.row
}

const byKeys = (columns: readonly Column[], keys: readonly string[]) =>
  columns.filter(({ key }) => keys.includes(key) || key.startsWith('provenance.'))

export function readCalendars(rows: readonly Row[], reader: Reader): Draft[] {
  const { columns } = layouts.calendars
  return grouped(rows, columns, '#calendar', reader).map((group, index) => {
    const here = `calendars[${index}]`
    const read = group.rows.map(row => ({ row, word: readKey(reader, row, columns, '#row', '') }))
    const head = headOf(read, 'calendar', 'lịch', reader)
    const draft: Draft = head
      ? readFields(reader, head, byKeys(columns, ['name', 'from', 'to']).map(needed), here)
      : {}
    const [first] = group.rows
    reader.places.set(here, (head ?? first)?.place('#calendar') ?? wholeSheet(layouts.calendars.title))
    settleSource(draft, 'provenance')
    const days = (word: string) => read.filter(each => each.word === word).map(({ row }) => row)
    const holidays = days('holidays').map((row, day) => {
      const at = `${here}.holidays[${day}]`
      reportOthers(reader, row, ['#calendar', '#row', 'from', 'name'], 'ngày nghỉ')
      const name = readFields(reader, row, byName(columns, 'name').map(needed), at)
      const date = readKey(reader, row, columns, 'from', `${at}.date`)
      return date === undefined ? name : { ...name, date }
    })
    const workedDays = days('workedDays').flatMap((row, day) => {
      reportOthers(reader, row, ['#calendar', '#row', 'from'], 'làm bù')
      return readKey(reader, row, columns, 'from', `${here}.workedDays[${day}]`) ?? []
    })
    if (!head) reader.failed.add(here)
    return { ...draft, id: group.id, holidays, workedDays }
  })
}

const byName = (columns: readonly Column[], name: string) => columns.filter(({ key }) => key === name)

function wholeSheet(sheet: string): CellPlace {
  return { sheet, row: 0, column: null, title: '', isLine: false, found: '' }
}

const peerWord = wordOf(exampleWords, 'peers')

export function readExamples(rows: readonly Row[], reader: Reader): Draft[] {
  const { columns } = layouts.examples
  return grouped(rows, columns, '#example', reader).map((group, index) => {
    const here = `examples[${index}]`
    const read = group.rows.map(row => ({ row, word: readKey(reader, row, columns, '#row', '') }))
    const head = headOf(read, 'example', 'ví dụ', reader)
    const [first] = group.rows
    reader.places.set(here, (head ?? first)?.place('#example') ?? wholeSheet(layouts.examples.title))
    const own = byKeys(columns, ['name', 'period']).map(column =>
      column.key === 'period' ? column : needed(column),
    )
    const draft: Draft = head ? readFields(reader, head, own, here) : {}
    if (head) reportOthers(reader, head, ['#example', '#row', 'name', 'period', 'provenance'], 'ví dụ')
    else reader.failed.add(here)
    settleSource(draft, 'provenance')
    const of = (word: string) => read.filter(each => each.word === word).map(({ row }) => row)
    draft['id'] = group.id
    draft['values'] = readValues(of('values'), `${here}.values`, 'số liệu', reader)
    if (of('previous').length > 0)
      draft['previous'] = readValues(of('previous'), `${here}.previous`, 'kỳ trước', reader)
    if (of('published').length > 0)
      draft['published'] = readPoints(of('published'), `${here}.published`, 'published', reader)
    const peers = readPeers(of('peers'), here, reader)
    if (peers.length > 0) putAt(draft, 'peers', peers)
    draft['expect'] = readPoints(of('expect'), `${here}.expect`, 'expect', reader)
    if (head && of('expect').length === 0)
      reportCell(reader, head.place('#row'), `${here}.expect`, 'no-rows', {
        vi: 'thêm ít nhất một dòng “kết quả” cùng mã',
        en: 'at least one row “kết quả” of the same id',
      })
    return draft
  })
}

/** A row without an id of a figure only says that the list is there. */
function readValues(rows: readonly Row[], path: string, word: string, reader: Reader): Draft[] {
  const filled = rows.filter(row => row.cells.has('#of') || row.cells.has('#value'))
  return filled.map((row, index) => {
    const here = `${path}[${index}]`
    reader.places.set(here, row.place('#of'))
    reportOthers(
      reader,
      row,
      ['#example', '#row', '#of', '#value', ...(word === peerWord ? ['#peer'] : [])],
      word,
    )
    const metricId = readAs(reader, row, '#of', `${here}.metricId`, metricCodec('number'))
    const value = readAs(reader, row, '#value', `${here}.value`, exampleValueCodec)
    return { ...(metricId === undefined ? {} : { metricId }), ...(value === undefined ? {} : { value }) }
  })
}

function readPeers(rows: readonly Row[], path: string, reader: Reader): Draft[][] {
  const peers: Row[][] = []
  for (const row of rows) {
    const number = readKey(reader, row, layouts.examples.columns, '#peer', '')
    const last = peers.at(-1)
    if (number === peers.length && last) last.push(row)
    else if (number === peers.length + 1) peers.push([row])
    else
      reportCell(reader, row.place('#peer'), null, 'wrong-order', {
        vi: `${peers.length === 0 ? '1' : `${peers.length} hoặc ${peers.length + 1}`}: đánh số các đơn vị khác từ 1, dòng của một đơn vị liền nhau`,
        en: `${peers.length === 0 ? '1' : `${peers.length} or ${peers.length + 1}`}: other agencies are numbered from 1, rows of one stand together`,
      })
  }
  return peers.map((own, index) => readValues(own, `${path}.peers[${index}]`, peerWord, reader))
}

/** Points of criteria: those that must come out, or those somebody published. */
function readPoints(
  rows: readonly Row[],
  path: string,
  word: 'expect' | 'published',
  reader: Reader,
): Draft[] {
  const filled = rows.filter(row => row.cells.has('#of') || row.cells.has('#value'))
  return (word === 'expect' ? rows : filled).map((row, index) => {
    const here = `${path}[${index}]`
    reader.places.set(here, row.place('#of'))
    reportOthers(reader, row, ['#example', '#row', '#of', '#value'], wordOf(exampleWords, word))
    const cell = row.cells.get('#of')
    const isTotal = word === 'expect' && cell !== undefined && fold(textOf(cell) ?? '') === fold(totalWord)
    const nodeId = isTotal ? 'total' : readAs(reader, row, '#of', `${here}.nodeId`, criterionCodec)
    const codec = word === 'expect' ? exampleResultCodec : pointsCodec
    const points = readAs(reader, row, '#value', `${here}.points`, codec)
    return { ...(nodeId === undefined ? {} : { nodeId }), ...(points === undefined ? {} : { points }) }
  })
}

function readAs(
  reader: Reader,
  row: Row,
  key: string,
  path: string,
  codec: Column['codec'],
): Json | undefined {
  const column = layouts.examples.columns.find(each => each.key === key)
  if (!column) return undefined
  return readKey(reader, row, [{ ...column, codec, isRequired: true }], key, path)
}
