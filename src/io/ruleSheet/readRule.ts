import type { Rule } from '../../model/rules.ts'
import type { Address, OwnedRows } from './address.ts'
import { textOf } from './codecs.ts'
import { fold } from './fold.ts'
import { below, type Draft, isBlock, putAt } from './json.ts'
import { layouts } from './layout.ts'
import { naturalCodec } from './numberCodecs.ts'
import { readCell, readFields, readInto } from './readFields.ts'
import { noRows, readItems, reportGroups } from './readItems.ts'
import type { Row } from './readTable.ts'
import { reportEmpty } from './reportEmpty.ts'
import { ruleColumns } from './ruleColumns.ts'
import type { RuleColumn, RuleField } from './ruleField.ts'
import { kindLayouts, kindWords, measureFields } from './ruleLayout.ts'
import { type Reader, reportCell, sheetRemark } from './sheetProblem.ts'
import { valueOfWord, wordOf } from './words.ts'

/** The sheets beside the one a rule stands in. */
export type Belongings = { readonly items: OwnedRows; readonly parts: OwnedRows }

type Kind = Rule['kind']

const allKinds = Object.keys(kindLayouts).filter((kind): kind is Kind => kind in kindLayouts)
const withParts: readonly Kind[] = ['sum', 'bestOf']
const outsideParts: readonly Kind[] = [
  ...withParts,
  'shareOfBest',
  'leader',
  'minMax',
  'rank',
  'reported',
  'monitor',
]

/** Kinds that may stand in a place. */
export const allowedKinds = {
  leaf: allKinds,
  plain: allKinds.filter(kind => !outsideParts.includes(kind)),
  reading: ['ratio', 'sum'],
} as const satisfies Record<string, readonly Kind[]>

const cellKey = (column: RuleColumn) => `rule:${column}`
const isColumn = (at: RuleField['at']): at is Exclude<RuleField['at'], { readonly other: string }> =>
  typeof at === 'string'

/**
 * Reads the rule of a row with its bands, items and parts.
 * @param path place of the rule in the rule set
 * @returns undefined when the row has none, or one that is not known
 */
export function readRule(
  reader: Reader,
  row: Row,
  path: string,
  address: Address,
  belongings: Belongings,
  allowed: readonly Kind[],
): Draft | undefined {
  const place = row.place(cellKey('kind'))
  reader.places.set(path, place)
  reader.places.set(`${path}.kind`, place)
  const kind = readKind(reader, row, path, allowed)
  if (kind === undefined) {
    if (reader.failed.has(path))
      for (const rows of [belongings.items, belongings.parts]) rows.skip(address.owner)
    return undefined
  }
  const layout = kindLayouts[kind]
  const draft: Draft = { kind }
  readOthers(reader, row, path, layout.fields, draft)
  const measured = layout.hasMeasure ? measureOf(reader, row, path) : []
  const fields = [...measured, ...layout.fields.filter(field => isColumn(field.at))]
  for (const field of fields) readField(reader, row, path, field, draft)
  if (measured.length > 0) putAt(draft, 'measure.of', measured.length > 1 ? 'percent' : 'value')
  settleDefaults(draft)
  reportUnused(reader, row, kind, fields)
  readItems(reader, row.place(cellKey('kind')), path, layout, belongings.items.of(address), draft)
  if (layout.parts) {
    draft[layout.parts] = readParts(reader, path, layout.parts, address, belongings)
    requireParts(reader, row, path, layout.parts, draft)
  }
  return draft
}

function expectedKind(allowed: readonly Kind[]) {
  const words = allowed.map(kind => `“${wordOf(kindWords, kind)}”`).join(', ')
  return { vi: `một cách tính: ${words}`, en: `a way to score: ${words}` }
}

function readKind(reader: Reader, row: Row, path: string, allowed: readonly Kind[]): Kind | undefined {
  const place = row.place(cellKey('kind'))
  const cell = row.cells.get(cellKey('kind'))
  if (!cell) {
    if (ruleColumns.some(({ key }) => row.cells.has(key)))
      reportCell(reader, place, path, 'missing', expectedKind(allowed))
    return undefined
  }
  const text = textOf(cell)
  const value = text === null ? null : valueOfWord(kindWords, text)
  const kind = allowed.find(each => each === value)
  if (kind === undefined) reportCell(reader, place, path, 'unknown-kind', expectedKind(allowed))
  return kind
}

/**
 * Says that an entry without parts has no rule. The linter says so of a rule set that can be read,
 * so here it is said of one that cannot, or of a sheet without the column.
 */
export function requireLeafRule(reader: Reader, row: Row, path: string): void {
  if (reader.failed.has(path)) return
  const place = row.place(cellKey('kind'))
  const words = expectedKind(allowedKinds.leaf)
  if (place.absentFrom) reportCell(reader, place, path, 'missing', words)
  else
    reader.forLinter.push(
      sheetRemark(reader.file, place, 'leaf-without-rule', {
        vi: `mục được chấm phải có cách tính; điền “${place.title}” – ${words.vi}`,
        en: `an entry that is scored must have a way to score; fill in “${place.title}” – ${words.en}`,
      }),
    )
}

/** Says that a place which must have a rule has none, unless something was said of it already. */
export function requireRule(reader: Reader, row: Row, path: string, allowed: readonly Kind[]): void {
  if (!reader.failed.has(path))
    reportCell(reader, row.place(cellKey('kind')), path, 'missing', expectedKind(allowed))
}

function readField(reader: Reader, row: Row, path: string, field: RuleField, draft: Draft): void {
  const { at, path: key, codec, unless, isOptional } = field
  if (!isColumn(at)) return
  const place = row.place(cellKey(at))
  const cell = row.cells.get(cellKey(at))
  if (cell && isTaken(draft, key)) {
    reportCell(
      reader,
      place,
      below(path, key),
      'unused-cell',
      nothingHere(wordOf(kindWords, String(draft['kind']))),
    )
    return
  }
  readInto(reader, draft, place, path, key, codec, cell)
  if (cell || isTaken(draft, key)) return
  if (unless !== undefined) putAt(draft, key, unless)
  else if (!isOptional && !(at === 'scaling' && draft['targetPercent'] === '100'))
    reportEmpty(reader, place, below(path, key), codec)
}

/** Points by rank lie on a line, so there is no block of bands to put anything into. */
function isTaken(draft: Draft, key: string): boolean {
  return key.startsWith('points.') && typeof draft['points'] === 'string'
}

/** One figure, or two as a percentage: as the row has filled them in. */
function measureOf(reader: Reader, row: Row, path: string): readonly RuleField[] {
  const has = (column: RuleColumn) => row.cells.has(cellKey(column))
  const isPercent = has('numerator') || has('denominator')
  reader.places.set(`${path}.measure`, row.place(cellKey('metric')))
  if (isPercent) return measureFields.percent
  if (has('metric')) return [measureFields.value]
  const places = (['metric', 'numerator', 'denominator'] as const).map(each => row.place(cellKey(each)))
  const [usual = row.place(cellKey('metric'))] = places
  const place = places.find(({ absentFrom }) => !absentFrom) ?? usual
  reportCell(reader, place, `${path}.measure`, 'missing', {
    vi: 'điền “Số liệu”; hoặc để trống cột ấy và điền “Tử số”, “Mẫu số”',
    en: '“Số liệu” filled in; or that column empty and “Tử số”, “Mẫu số” filled in',
  })
  return []
}

/** "name: value" lines of the column for other parameters. */
function readOthers(
  reader: Reader,
  row: Row,
  path: string,
  fields: readonly RuleField[],
  draft: Draft,
): void {
  const place = row.place(cellKey('others'))
  const cell = row.cells.get(cellKey('others'))
  const known = fields.flatMap(field => (isColumn(field.at) ? [] : [{ ...field, name: field.at.other }]))
  const expected = expectedOthers(known.map(({ name }) => name))
  const lines = new Map<string, string>()
  for (const line of cell ? (textOf(cell) ?? '?').split('\n') : []) {
    const colon = line.indexOf(':')
    const name = fold(line.slice(0, Math.max(0, colon)))
    if (line.trim() === '') continue
    if (!known.some(field => fold(field.name) === name) || lines.has(name))
      reportCell(reader, place, path, 'unknown-parameter', expected)
    else lines.set(name, line.slice(colon + 1).trim())
  }
  for (const { name, path: key, codec, isOptional } of known) {
    const text = lines.get(fold(name))
    const named = {
      vi: `dòng “${name}: …” với ${codec.expected.vi}`,
      en: `a line “${name}: …” with ${codec.expected.en}`,
    }
    reader.places.set(below(path, key), place)
    if (text) readInto(reader, draft, place, path, key, { ...codec, expected: named }, { kind: 'text', text })
    else if (!isOptional) reportCell(reader, place, below(path, key), 'missing', named)
  }
  reportGroups(reader, path, known, draft, () => place)
}

function expectedOthers(names: readonly string[]) {
  const list = names.map(name => `“${name}: …”`).join(', ')
  return names.length === 0
    ? {
        vi: 'ô để trống: cách tính này không có tham số khác',
        en: 'nothing: this kind has no other parameters',
      }
    : {
        vi: `mỗi dòng một tham số, mỗi tham số một lần: ${list}`,
        en: `one parameter a line, each once: ${list}`,
      }
}

/** What an absent cell stands for beyond one field. */
function settleDefaults(draft: Draft): void {
  // At 100% both ways below the target are the same.
  if (draft['kind'] === 'ratio' && draft['scaling'] === undefined && draft['targetPercent'] === '100')
    draft['scaling'] = 'share'
  const fallback = draft['fallbackDenominator']
  if (isBlock(fallback) && fallback['divideBy'] === undefined)
    putAt(draft, 'fallbackDenominator.divideBy', {})
}

function nothingHere(word: string) {
  return {
    vi: `ô để trống: cách tính “${word}” không dùng cột này`,
    en: `nothing: “${word}” does not read this column`,
  }
}

/** A value the kind does not read would be lost, and may have meant something. */
function reportUnused(reader: Reader, row: Row, kind: Kind, fields: readonly RuleField[]): void {
  const read = new Set<string>([
    'rule:kind',
    'rule:others',
    ...fields.map(({ at }) => (isColumn(at) ? cellKey(at) : '')),
  ])
  for (const key of row.cells.keys())
    if (key.startsWith('rule:') && !read.has(key))
      reportCell(reader, row.place(key), null, 'unused-cell', nothingHere(wordOf(kindWords, kind)))
}

function readParts(
  reader: Reader,
  path: string,
  key: 'parts' | 'cases',
  address: Address,
  belongings: Belongings,
): Draft[] {
  return belongings.parts.of(address).map((row, index) => {
    const here = `${path}.${key}[${index}]`
    reader.places.set(here, row.place('#owner'))
    reportOrder(reader, row, index + 1)
    const part = readFields(reader, row, layouts.parts.columns, here)
    const rule = readRule(
      reader,
      row,
      `${here}.rule`,
      { ...address, part: index + 1 },
      belongings,
      allowedKinds.plain,
    )
    if (rule) part['rule'] = rule
    else requireRule(reader, row, `${here}.rule`, allowedKinds.plain)
    return part
  })
}

function requireParts(reader: Reader, row: Row, path: string, key: 'parts' | 'cases', draft: Draft): void {
  const parts = draft[key]
  if (Array.isArray(parts) && parts.length === 0)
    reportCell(
      reader,
      row.place(cellKey('kind')),
      `${path}.${key}`,
      'no-rows',
      noRows(reader, 'phần', 'parts'),
    )
}

/** Parts and readings are numbered so that other rows can name them. */
export function reportOrder(reader: Reader, row: Row, number: number): void {
  const place = row.place('#number')
  const cell = row.cells.get('#number')
  const expected = { vi: `số ${number}, theo thứ tự dòng`, en: `${number}, in the order of the rows` }
  const value = cell && readCell(reader, place, '', { ...naturalCodec, expected }, cell)
  if (cell ? value !== undefined && value !== number : row.has('#number'))
    reportCell(reader, place, null, 'wrong-order', expected)
}
