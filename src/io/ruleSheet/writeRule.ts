import type { WrittenCell } from '../xlsx.ts'
import { type Address, writeAddress } from './address.ts'
import type { Codec } from './codecs.ts'
import type { Column, SheetName } from './column.ts'
import { isBlock, isList, type Json, valueAt } from './json.ts'
import { layouts } from './layout.ts'
import { isPlain } from './readFields.ts'
import type { ItemField, KindLayout, RuleField, RuleList } from './ruleField.ts'
import { kindLayouts, measureFields } from './ruleLayout.ts'

/** Cells of a row by the key of their column. */
export type RowCells = { readonly [key: string]: WrittenCell }

/** Rows of the sheets, as they are filled. */
export type Book = { readonly [Name in Exclude<SheetName, 'general'>]: RowCells[] }

/** What stands at a path, as a cell holds it; null for what is not there. */
function writeValue(block: Json, path: string, codec: Codec): WrittenCell {
  const value = codec.spreads && path === '' ? block : valueAt(block, path)
  if (value === undefined) return null
  if (codec.spreads && !(isBlock(value) && codec.spreads.some(field => value[field] !== undefined)))
    return null
  const written = codec.write(value)
  return written === '' ? null : written
}

/** The plain columns of a block. */
export function writeFields(block: Json, columns: readonly Column[]): RowCells {
  return filled(columns.filter(isPlain).map(({ key, codec }) => [key, writeValue(block, key, codec)]))
}

export function filled(cells: readonly (readonly [string, WrittenCell])[]): RowCells {
  return Object.fromEntries(cells.filter(([, cell]) => cell !== null))
}

/**
 * Writes a rule into the columns for it, and its bands, items and parts into their sheets.
 * @returns cells of the row the rule stands in
 */
export function writeRule(rule: Json | undefined, address: Address, book: Book): RowCells {
  const kind = isBlock(rule) ? rule['kind'] : undefined
  if (!isBlock(rule) || !isKind(kind)) return {}
  const layout = kindLayouts[kind]
  const fields = [...measureOf(rule, layout), ...layout.fields]
  const lines = fields.flatMap(({ at, path, codec }) => {
    const value = typeof at === 'string' ? null : writeValue(rule, path, codec)
    return typeof at === 'string' || value === null
      ? []
      : `${at.other}: ${typeof value === 'number' ? String(value).replace('.', ',') : value}`
  })
  writeItems(rule, layout, address, book)
  if (layout.parts) writeParts(rule[layout.parts], address, book)
  return filled([
    ['rule:kind', layout.word],
    ...fields.flatMap(({ at, path, codec }) =>
      typeof at === 'string' ? [[`rule:${at}`, writeValue(rule, path, codec)] as const] : [],
    ),
    ['rule:others', lines.length === 0 ? null : lines.join('\n')],
  ])
}

function isKind(kind: Json | undefined): kind is keyof typeof kindLayouts {
  return typeof kind === 'string' && Object.hasOwn(kindLayouts, kind)
}

function measureOf(rule: Json, { hasMeasure }: KindLayout): readonly RuleField[] {
  if (!hasMeasure) return []
  return valueAt(rule, 'measure.of') === 'percent' ? measureFields.percent : [measureFields.value]
}

function writeItems(rule: Json, { lists }: KindLayout, address: Address, book: Book): void {
  for (const path of new Set(lists.map(list => list.path))) {
    const elements = valueAt(rule, path)
    for (const element of isList(elements) ? elements : []) {
      const list = lists.find(each => each.path === path && isElementOf(element, each))
      if (list)
        book.items.push({
          '#owner': writeAddress(address),
          '#row': list.word,
          ...filled(list.fields.map(field => [`item:${field.at}`, writeItem(element, field)])),
        })
    }
  }
}

function isElementOf(element: Json, { fixed }: RuleList): boolean {
  return fixed === undefined || valueAt(element, fixed.field) === fixed.value
}

function writeItem(element: Json, { path, codec }: ItemField): WrittenCell {
  return writeValue(element, path, codec)
}

function writeParts(parts: Json | undefined, address: Address, book: Book): void {
  // Rows of one rule stand together, those of its parts after them.
  const numbered = (isList(parts) ? parts : []).map((part, index) => ({ part, number: index + 1 }))
  for (const { part, number } of numbered) {
    const own = { ...address, part: number }
    book.parts.push({
      '#owner': writeAddress(address),
      '#number': number,
      ...writeFields(part, layouts.parts.columns),
      ...writeRule(valueAt(part, 'rule'), own, book),
    })
  }
}
