import type { FieldEntry } from '../../model/draft.ts'
import type { ImportedEntry, ImportPlace } from '../../model/figureImport.ts'
import { type FormField, type FormItem, isFilledByAgency } from '../../model/form.ts'
import { claimText } from '../figures/claimText.ts'
import { type SheetCell, shownText } from '../sheetCell.ts'
import { type Fault, type ImportProblems, remark } from './importProblems.ts'
import { readCell } from './readCell.ts'

/** A cell with its place. */
export type PlacedCell = { readonly cell: SheetCell; readonly place: ImportPlace }

/** Where entries and what is wrong are gathered while a table is read. */
export type Gathered = { readonly entries: ImportedEntry[]; readonly problems: ImportProblems }

/** Takes one cell over into one field, or says why not. */
export function takeField(
  into: Gathered,
  { cell, place }: PlacedCell,
  field: FormField,
  note?: string,
): void {
  const { entry, fault } = readCell(cell, field)
  if (fault) remark(into.problems, place, shownText(cell), fault, entry ? 'warning' : 'error')
  if (!entry) return
  into.entries.push({
    place,
    edit: { kind: 'field', metricId: field.metric.id, entry: withNote(entry, note) },
  })
}

function withNote(entry: FieldEntry, note: string | undefined): FieldEntry {
  return entry.state === 'typed' || note === undefined || note === '' ? entry : { ...entry, note }
}

const points = { valueType: 'number', unit: 'điểm', id: '', name: '' } as const

/** Points the agency says it earned; only where the rule set lets it. */
export function takeClaim(into: Gathered, { cell, place }: PlacedCell, item: FormItem): void {
  const { entry, fault } = readCell(cell, { metric: points, sameAs: null })
  const found = shownText(cell)
  if (!item.canClaim) remark(into.problems, place, found, noClaim, 'warning')
  else if (fault && fault.code !== 'unclear')
    remark(into.problems, place, found, fault, entry ? 'warning' : 'error')
  if (!item.canClaim || entry?.state !== 'typed') return
  const text = entry.meant === undefined ? entry.text : claimText(entry.meant)
  into.entries.push({ place, edit: { kind: 'claim', criterionId: item.nodeId, claim: { text } } })
}

const noClaim: Fault = {
  code: 'no-claim',
  vi: 'điểm của tiêu chí này do số liệu tính ra, đơn vị không tự ghi điểm; bỏ qua ô này',
  en: 'points of this criterion are computed from figures and not claimed; this cell is left out',
}

/** The two boxes of a share; null where an item has none, or several so that nobody knows which. */
export function fractionOf(item: FormItem, field?: FormField): readonly [FormField, FormField] | null {
  const fractions = item.groups.filter(({ layout }) => layout === 'fraction')
  const wanted = field
    ? fractions.filter(({ fields }) => fields.some(({ metric }) => metric.id === field.metric.id))
    : fractions
  const [only, other] = wanted
  const [numerator, denominator] = only?.fields ?? []
  return numerator && denominator && !other ? [numerator, denominator] : null
}

/** Fields of an item that the agency fills in. */
export function fieldsOf(item: FormItem): readonly FormField[] {
  if (!isFilledByAgency(item)) return []
  return item.groups.flatMap(({ fields }) => fields)
}

const share = /^([^/]+)\/([^/]+)$/

/** A figure written beside a criterion: its only field, or both of "17/38". */
export function takeItem(into: Gathered, { cell, place }: PlacedCell, item: FormItem, note?: string): void {
  const [only, second] = fieldsOf(item)
  const fraction = fractionOf(item)
  const [, numerator = '', denominator = ''] = (cell.kind === 'text' && share.exec(cell.text.trim())) || []
  if (only && !second) takeField(into, { cell, place }, only, note)
  else if (fraction && numerator !== '') {
    takeField(into, { cell: { kind: 'text', text: numerator }, place }, fraction[0])
    takeField(into, { cell: { kind: 'text', text: denominator }, place }, fraction[1])
  } else remark(into.problems, place, shownText(cell), only ? whichFigure(item) : nothingToFill)
}

function whichFigure(item: FormItem): Fault {
  const fields = fieldsOf(item)
  const names = fields.slice(0, 3).map(({ metric }) => `“${metric.name}”`)
  const list = `${names.join(', ')}${fields.length > names.length ? ', …' : ''}`
  return {
    code: 'which-figure',
    vi: `tiêu chí này có ${fields.length} số liệu (${list}); ghi mỗi số liệu một dòng, hoặc tử số và mẫu số ở hai cột`,
    en: `this criterion has ${fields.length} figures (${list}); give each a row, or numerator and denominator a column each`,
  }
}

const nothingToFill: Fault = {
  code: 'nothing-to-fill',
  vi: 'tiêu chí này không có số liệu nào do đơn vị nhập',
  en: 'this criterion has no figure that the agency fills in',
}

/** Numerator and denominator side by side, in a row about a criterion or about one of the two. */
export function takeFraction(
  into: Gathered,
  { numerator, denominator }: { readonly numerator?: PlacedCell; readonly denominator?: PlacedCell },
  item: FormItem,
  field?: FormField,
): void {
  const fraction = fractionOf(item, field)
  const [only, other] = fieldsOf(item)
  const at = numerator ?? denominator
  if (fraction) {
    if (numerator) takeField(into, numerator, fraction[0])
    if (denominator) takeField(into, denominator, fraction[1])
  } else if (only && !other && numerator && !denominator) takeField(into, numerator, only)
  else if (at)
    remark(into.problems, at.place, shownText(at.cell), {
      code: 'no-fraction',
      vi: `tiêu chí này không có đúng một cặp tử số, mẫu số; ghi mỗi số liệu một dòng`,
      en: `this criterion has not exactly one numerator and denominator; give each figure a row`,
    })
}
