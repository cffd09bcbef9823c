import type { FormItem } from '../../model/form.ts'
import type { Metric } from '../../model/ruleSet.ts'
import { fold } from '../ruleSheet/fold.ts'
import type { SheetCell } from '../sheetCell.ts'
import { fieldsToFill, type ImportTarget, type PlacedField } from './importTarget.ts'

/** Fields and items of a form by everything a table may call them. */
export type FieldIndex = {
  readonly fields: readonly PlacedField[]
  readonly byId: Names<PlacedField>
  readonly byName: Names<PlacedField>
  readonly itemsByCode: Names<FormItem>
  readonly itemsByName: Names<FormItem>
  /** Figures of the rule set that this agency does not fill in. */
  readonly others: Names<Metric>
}

type Names<Thing> = ReadonlyMap<string, ReadonlySet<Thing>>

/** What a row of a table is about: a figure, or a criterion with its figures. */
export type RowMatch =
  | { readonly kind: 'field'; readonly placed: PlacedField }
  /** `isByCode`: its code says so while its name says something else. */
  | { readonly kind: 'item'; readonly item: FormItem; readonly isByCode: boolean }
  /** A figure that somebody else fills in. */
  | { readonly kind: 'other'; readonly metric: Metric }
  | { readonly kind: 'several'; readonly names: readonly string[] }
  | { readonly kind: 'none' }

/** What stands in the columns by which a row is recognised. */
export type RowKeys = {
  readonly id?: SheetCell | undefined
  readonly code?: SheetCell | undefined
  readonly name?: SheetCell | undefined
}

export function indexFields(target: ImportTarget): FieldIndex {
  const fields = fieldsToFill(target.form)
  const asked = new Set(fields.map(({ field }) => field.metric.id))
  const items = target.form.areas.flatMap(area => area.items)
  return {
    fields,
    byId: named(fields, ({ field }) => [field.metric.id]),
    byName: named(fields, ({ field: { metric } }) => metricNames(metric)),
    itemsByCode: named(items, ({ code, nodeId }) => [code, nodeId]),
    itemsByName: named(items, ({ name, nameEn, shortName, shortNameEn, code }) => [
      name,
      shortName,
      `${code} ${name}`,
      nameEn ?? name,
      shortNameEn ?? shortName,
    ]),
    others: named(
      target.ruleSet.metrics.filter(metric => !asked.has(metric.id)),
      metric => [metric.id, ...metricNames(metric)],
    ),
  }
}

function metricNames({ name, nameEn, unit, unitEn }: Metric): readonly string[] {
  const english = nameEn === undefined ? [] : [nameEn, `${nameEn} ${unitEn ?? unit}`]
  return [name, `${name} ${unit}`, ...english]
}

function named<Thing>(things: readonly Thing[], namesOf: (thing: Thing) => readonly string[]): Names<Thing> {
  const found = new Map<string, Set<Thing>>()
  for (const thing of things)
    for (const name of namesOf(thing)) {
      const key = fold(name)
      if (key === '') continue
      const same = found.get(key) ?? new Set<Thing>()
      found.set(key, same.add(thing))
    }
  return found
}

/** Words that stand before a name in lists: "a) …", "- Trong đó: …", "Tử số: …". */
const lead = /^(?:(?:\d+|[a-z]|tu so|mau so|trong do|so luong|tong so|so|tieu chi|chi tieu) )+/

function look<Thing>(names: Names<Thing>, text: string): readonly Thing[] {
  const key = fold(text)
  const found = names.get(key) ?? names.get(key.replace(lead, ''))
  return found ? [...found] : []
}

/**
 * What a row is about, by id, by name, by code. Names that several figures share are told apart by the
 * criterion the row, or the rows above it, stand under.
 */
export function matchRow(index: FieldIndex, keys: RowKeys, under: FormItem | null): RowMatch {
  const [id, name] = [textOf(keys.id), textOf(keys.name)]
  // Ids may stand in the column of names.
  const known = look(index.byId, id)
  const [byId, second] = known.length > 0 ? known : look(index.byId, name)
  if (byId && !second) return { kind: 'field', placed: byId }
  const items = [...itemsWithCode(index, keys.code), ...itemsWithCode(index, keys.id)]
  const context = items.length > 0 ? items : under ? [under] : []
  const fields = look(index.byName, name)
  const here = fields.filter(({ item }) => context.includes(item))
  // "Hồ sơ tiếp nhận" may be asked for by five criteria.
  const [field, otherField] = here.length > 0 ? here : fields
  if (field && !otherField) return { kind: 'field', placed: field }
  if (otherField) return { kind: 'several', names: fields.map(({ item }) => item.code) }
  const itemsOfName = look(index.itemsByName, name)
  const both = itemsOfName.filter(item => items.includes(item))
  // The ordinal of a row ("3") beside an unknown name is no criterion.
  const byCode = fold(name) === '' || !/^\d+$/.test(textOf(keys.code).trim()) ? items : []
  const found = both.length > 0 ? both : itemsOfName.length > 0 ? itemsOfName : byCode
  const [item, otherItem] = found
  if (item && !otherItem) return { kind: 'item', item, isByCode: found === byCode && fold(name) !== '' }
  if (otherItem) return { kind: 'several', names: found.map(each => each.code) }
  const [metric] = [...look(index.others, id), ...look(index.others, name)]
  return metric ? { kind: 'other', metric } : { kind: 'none' }
}

function itemsWithCode({ itemsByCode }: FieldIndex, cell: SheetCell | undefined): readonly FormItem[] {
  if (cell?.kind !== 'number') return look(itemsByCode, textOf(cell))
  // Typed as a number "1.10" lost its zero, so that it may be 1.1 or 1.10.
  const items = [...itemsByCode.values()].flatMap(found => [...found])
  return [...new Set(items.filter(({ code }) => /^\d+(?:\.\d+)?$/.test(code) && Number(code) === cell.value))]
}

/** Text of a cell that names something. */
export function textOf(cell: SheetCell | undefined): string {
  if (cell?.kind === 'text') return cell.text
  return cell?.kind === 'number' ? String(cell.value) : ''
}
