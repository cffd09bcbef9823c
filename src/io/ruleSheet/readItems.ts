import { textOf } from './codecs.ts'
import { fold } from './fold.ts'
import { below, type Draft, putAt, valueAt } from './json.ts'
import { layouts } from './layout.ts'
import { readInto } from './readFields.ts'
import type { Row } from './readTable.ts'
import { reportEmpty } from './reportEmpty.ts'
import { itemColumns } from './ruleColumns.ts'
import type { ItemField, KindLayout, RuleField, RuleList } from './ruleField.ts'
import { type CellPlace, type Reader, reportCell } from './sheetProblem.ts'

/**
 * Reads bands, options, items … of one rule, in the order of their rows.
 * @param owner cell to complain about when there are none
 * @param path place of the rule in the rule set
 */
export function readItems(
  reader: Reader,
  owner: CellPlace,
  path: string,
  layout: KindLayout,
  rows: readonly Row[],
  draft: Draft,
): void {
  const isLine = typeof draft['points'] === 'string'
  const lists = isLine ? [] : layout.lists
  const elements = new Map<string, Draft[]>(lists.map(list => [list.path, []]))
  for (const row of rows) {
    const list = listOf(reader, row, lists)
    if (!list) continue
    const own = elements.get(list.path)
    if (own) own.push(readItem(reader, row, `${below(path, list.path)}[${own.length}]`, list))
  }
  for (const list of lists) {
    const own = elements.get(list.path) ?? []
    const at = below(path, list.path)
    reader.places.set(at, owner)
    if (own.length > 0) putAt(draft, list.path, own)
    else if (!list.isOptional && !reader.failed.has(at))
      reportCell(reader, owner, at, 'no-rows', noRows(reader, wordsAt(lists, list.path), 'items'))
  }
}

function wordsAt(lists: readonly RuleList[], path: string): string {
  return lists
    .filter(list => list.path === path)
    .map(({ word }) => word)
    .join('”, “')
}

/** Says which rows of another sheet a rule needs. */
export function noRows(reader: Reader, word: string, sheet: 'items' | 'parts') {
  const { title } = layouts[sheet]
  return {
    vi: `thêm ít nhất một dòng “${word}” ở trang “${title}”${reader.isCsv ? ' (tệp CSV không có trang này: dùng tệp XLSX)' : ''}`,
    en: `at least one row “${word}” on sheet “${title}”${reader.isCsv ? ' (a CSV file has no such sheet: use XLSX)' : ''}`,
  }
}

/** The list a row is an element of; complains about a row that fits none. */
function listOf(reader: Reader, row: Row, lists: readonly RuleList[]): RuleList | undefined {
  const cell = row.cells.get('#row')
  const text = cell ? (textOf(cell) ?? '') : null
  const fitting = lists.filter(({ word }) => text === null || fold(word) === fold(text))
  const [first] = fitting
  if (first && fitting.length === 1) return first
  const words = lists.map(({ word }) => `“${word}”`).join(' hoặc ')
  reportCell(
    reader,
    row.place('#row'),
    null,
    text === null && words !== '' ? 'missing' : 'unknown-row',
    words === ''
      ? {
          vi: 'bỏ dòng này: cách tính của mục không có bậc hay mục con',
          en: 'no such row: the rule it belongs to has no bands or items',
        }
      : { vi: `${words} với cách tính của mục này`, en: `${words} for the rule it belongs to` },
  )
  return undefined
}

function readItem(reader: Reader, row: Row, path: string, list: RuleList): Draft {
  const draft: Draft = list.fixed ? { [list.fixed.field]: list.fixed.value } : {}
  reader.places.set(path, row.place('#owner'))
  for (const { at, path: key, codec, isOptional } of list.fields) {
    const place = row.place(`item:${at}`)
    const cell = row.cells.get(`item:${at}`)
    readInto(reader, draft, place, path, key, codec, cell)
    if (!cell && !isOptional) reportEmpty(reader, place, below(path, key), codec)
  }
  reportGroups(reader, path, list.fields, draft, ({ at }) =>
    row.place(typeof at === 'string' ? `item:${at}` : '#owner'),
  )
  const read = new Set(list.fields.map(({ at }) => `item:${at}`))
  for (const key of row.cells.keys())
    if (key.startsWith('item:') && !read.has(key))
      reportCell(reader, row.place(key), null, 'unused-cell', {
        vi: `ô để trống: dòng “${list.word}” không dùng cột này`,
        en: `nothing: a row “${list.word}” does not read this column`,
      })
  return draft
}

/** Of some fields exactly one is given. */
export function reportGroups<Field extends RuleField | ItemField>(
  reader: Reader,
  path: string,
  fields: readonly Field[],
  draft: Draft,
  placeOf: (field: Field) => CellPlace,
): void {
  const groups = new Set(fields.flatMap(({ group }) => group ?? []))
  for (const group of groups) {
    const members = fields.filter(field => field.group === group)
    const [first, ...others] = members.filter(({ path: key }) => valueAt(draft, key) !== undefined)
    const [usual] = members
    if (!usual || (first && others.length === 0)) continue
    if (members.some(({ path: key }) => reader.failed.has(below(path, key)))) continue
    const names = members.map(({ at }) => `“${nameOf(at)}”`).join(' hoặc ')
    const places = members.map(placeOf)
    const empty = places.find(({ absentFrom }) => !absentFrom) ?? placeOf(usual)
    const place = others[0] ? placeOf(others[0]) : empty
    reportCell(reader, place, below(path, group), first ? 'too-many' : 'missing', {
      vi: `đúng một trong: ${names}`,
      en: `exactly one of ${names}`,
    })
  }
}

function nameOf(at: (RuleField | ItemField)['at']): string {
  if (typeof at !== 'string') return at.other
  return itemColumns.find(({ key }) => key === `item:${at}`)?.title ?? at
}
