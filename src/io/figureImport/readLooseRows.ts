import type { FormItem } from '../../model/form.ts'
import { fold } from '../ruleSheet/fold.ts'
import type { SheetCell } from '../sheetCell.ts'
import { type FieldIndex, matchRow, type RowMatch, textOf } from './fieldIndex.ts'
import { remark } from './importProblems.ts'
import { unmatched } from './readLongTable.ts'
import {
  fieldsOf,
  fractionOf,
  type Gathered,
  type PlacedCell,
  takeField,
  takeFraction,
  takeItem,
} from './rowEntries.ts'
import { addressOf, type GridRow, type SheetGrid } from './sheetGrid.ts'

type LooseRow = {
  readonly match: Extract<RowMatch, { kind: 'field' | 'item' }>
  readonly values: readonly PlacedCell[]
}

/**
 * Reads rows without titles: a name, id or code, and figures to the right of it.
 * @param when `confident`: only where most rows are recognised
 * @returns whether they were taken over
 */
export function readLooseRows(
  grid: SheetGrid,
  index: FieldIndex,
  into: Gathered,
  when: 'confident' | 'always',
): boolean {
  let under: FormItem | null = null
  const rows: LooseRow[] = []
  const strange: { readonly row: GridRow; readonly match: RowMatch; readonly title: string }[] = []
  for (const row of grid.rows) {
    const found = matchLoose(row, index, under)
    if (found.match.kind === 'field') under = found.match.placed.item
    if (found.match.kind === 'item') under = found.match.item
    if (found.match.kind === 'field' || found.match.kind === 'item') {
      const values = valuesAfter(row, found, grid)
      if (values.length > 0) rows.push({ match: found.match, values })
    } else if (row.cells.size > 1) strange.push({ row, match: found.match, title: found.title })
  }
  if (rows.length === 0 || (when === 'confident' && rows.length < strange.length)) return false
  for (const row of rows) takeLoose(row, into)
  for (const { row, match, title } of strange)
    if (match.kind === 'none' || match.kind === 'other' || match.kind === 'several') {
      const cell = addressOf(row.row, [...row.cells.keys()][0] ?? 0)
      const severity = match.kind === 'several' ? 'error' : 'warning'
      remark(into.problems, { sheet: grid.name, cell, title }, '', unmatched(match, title), severity)
    }
  return true
}

/** The first cell of a row that names something, read together with a code to its left. */
function matchLoose(row: GridRow, index: FieldIndex, under: FormItem | null) {
  const texts = [...row.cells].toSorted(([one], [other]) => one - other)
  let several: RowMatch = { kind: 'none' }
  for (const [at, [column, cell]] of texts.entries()) {
    // A number that names something is a figure until a name to its right says otherwise.
    if (cell.kind !== 'text' || /^[\d.,\s%]*$/.test(cell.text)) continue
    const before = texts[at - 1]?.[1]
    const match = matchRow(index, { id: cell, name: cell, ...(before && { code: before }) }, under)
    if (match.kind === 'field' || match.kind === 'item') return { match, column, title: cell.text }
    if (match.kind !== 'none') several = match
  }
  const [first, second] = texts
  const byCode = first && second ? matchRow(index, { code: first[1] }, null) : null
  if (first && byCode?.kind === 'item' && /[.\p{L}]/u.test(textOf(first[1])))
    return { match: byCode, column: first[0], title: textOf(first[1]) }
  return { match: several, column: 0, title: texts.map(([, cell]) => textOf(cell)).find(isName) ?? '' }
}

function isName(text: string): boolean {
  return /\p{L}/u.test(text)
}

/** Cells to the right of the name, without units. */
function valuesAfter(
  { row, cells }: GridRow,
  { match, column, title }: { match: RowMatch; column: number; title: string },
  grid: SheetGrid,
): readonly PlacedCell[] {
  const item = match.kind === 'field' ? match.placed.item : match.kind === 'item' ? match.item : null
  const units = new Set(
    item ? fieldsOf(item).flatMap(({ metric }) => [metric.unit, metric.name].map(fold)) : [],
  )
  return [...cells]
    .toSorted(([one], [other]) => one - other)
    .filter(([at, cell]) => at > column && !(isWord(cell) && units.has(fold(textOf(cell)))))
    .map(([at, cell]) => ({ cell, place: { sheet: grid.name, cell: addressOf(row, at), title } }))
}

function isWord(cell: SheetCell): boolean {
  return cell.kind === 'text' && isName(cell.text)
}

function takeLoose({ match, values }: LooseRow, into: Gathered): void {
  const [first, second] = values
  if (!first) return
  const taken = takes(match, second !== undefined)
  // Several figures for one place: which of them is of this period stands in no title.
  const others = values.slice(taken).filter(({ cell }) => isNumber(cell))
  if (isNumber(first.cell) && others.length > 0) {
    const found = values.map(({ cell }) => textOf(cell)).join('; ')
    remark(into.problems, first.place, found, whichFigure(first.place.title, taken + others.length), 'error')
    return
  }
  if (taken === 2 && second && match.kind === 'item')
    takeFraction(into, { numerator: first, denominator: second }, match.item)
  else if (match.kind === 'field') takeField(into, first, match.placed.field)
  else takeItem(into, first, match.item)
  for (const { cell, place } of values.slice(taken))
    remark(into.problems, place, textOf(cell), tooMany(place.title, taken), 'warning')
}

function isNumber(cell: SheetCell): boolean {
  return cell.kind === 'number' || (cell.kind === 'text' && /^[-+]?[\d.,\s]*\d[\d.,\s]*%?$/.test(cell.text))
}

function whichFigure(title: string, count: number) {
  return {
    code: 'which-figure',
    vi: `“${title}” có ${count} số, không rõ số nào của kỳ này; chỉ để lại một cột số, hoặc đặt tên cột “Kỳ này”`,
    en: `"${title}" has ${count} figures and nothing says which is of this period; keep one column, or title it "Kỳ này"`,
  }
}

function takes(match: LooseRow['match'], hasTwo: boolean): number {
  return match.kind === 'item' && hasTwo && fractionOf(match.item) ? 2 : 1
}

function tooMany(title: string, taken: number) {
  return {
    code: 'too-many-cells',
    vi: `“${title}” chỉ nhận ${taken} số; ô này không có chỗ nên bỏ qua`,
    en: `"${title}" takes ${taken} ${taken === 1 ? 'figure' : 'figures'}; there is no room for this cell`,
  }
}
