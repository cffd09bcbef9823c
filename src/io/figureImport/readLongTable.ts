import type { ImportPlace, ImportSubject } from '../../model/figureImport.ts'
import type { FormItem } from '../../model/form.ts'
import { fold } from '../ruleSheet/fold.ts'
import { type SheetCell, shownText } from '../sheetCell.ts'
import type { ColumnRole } from './columnRoles.ts'
import { type FieldIndex, matchRow, type RowMatch, textOf } from './fieldIndex.ts'
import { type Fault, remark } from './importProblems.ts'
import { noSubject } from './importTarget.ts'
import { type LongTable, type TableReading, type ValueRole, valueColumnsOf } from './longTable.ts'
import { noOwnRows, ownRows, rowsLeftOut } from './ownRows.ts'
import { type Gathered, type PlacedCell, takeClaim, takeField, takeFraction, takeItem } from './rowEntries.ts'
import { addressOf, cellOrMerged, type GridRow } from './sheetGrid.ts'
import { readStateWord } from './stateWords.ts'

type RowValues = { readonly [Role in ValueRole]?: PlacedCell }

/**
 * Reads the rows of a table by what they are called, where it names agencies or periods only those of the draft;
 * every row with a figure that is not taken over is said.
 * @returns agency and period as its columns say them
 */
export function readLongTable(
  table: LongTable,
  { index, target, findAgency }: TableReading,
  into: Gathered,
): ImportSubject {
  const { grid, roles, rows } = table
  const { isOwn, about, saysAgency, saysPeriod } = ownRows(table, target, findAgency)
  const valueColumns = valueColumnsOf(table, into)
  const columnsOf = (role: ColumnRole) =>
    [...roles].filter(([, each]) => each === role).map(([column]) => column)
  const byRow = new Map(grid.rows.map(row => [row.row, row]))
  const [idColumn, codeColumn] = [columnsOf('id')[0], columnsOf('code')[0]]
  const nameColumns = columnsOf('name').toSorted((one, other) => other - one)
  let under: FormItem | null = null
  let hasOwn = false
  const left: { readonly place: ImportPlace; readonly about: string }[] = []
  for (const row of rows) {
    const at = (column: number | undefined) =>
      column === undefined ? undefined : cellOrMerged(grid, byRow, row, column)
    const names = nameColumns.map(column => at(column)).filter(cell => cell !== undefined)
    const title =
      names.map(textOf).find(text => text.trim() !== '') ?? (textOf(at(idColumn)) || textOf(at(codeColumn)))
    const values = valuesOf(row, title)
    const keys = { id: at(idColumn), code: at(codeColumn) }
    const match = bestMatch(index, keys, names, under)
    if (match.kind === 'item') under = match.item
    if (match.kind === 'field') under = match.placed.item
    if (!isOwn(row)) {
      if (hasFigures(values)) left.push({ place: rowPlace(row, title), about: about(row) })
    } else if (hasFigures(values)) {
      hasOwn = true
      takeRow(values, match, rowPlace(row, title), into)
    } else if (match.kind === 'field' || match.kind === 'item') sayMerged(row, title, into)
  }
  const [first] = left
  const abouts = left.map(each => each.about)
  if (first && hasOwn) remark(into.problems, first.place, '', rowsLeftOut(abouts), 'warning')
  else if (first) remark(into.problems, first.place, '', noOwnRows(abouts, target))
  return {
    ...noSubject,
    agencyId: hasOwn && saysAgency ? target.agencyId : null,
    period: hasOwn && saysPeriod ? target.period : null,
  }

  function valuesOf(row: GridRow, title: string): RowValues {
    const found: { [Role in ValueRole]?: PlacedCell } = {}
    for (const [role, column] of valueColumns) {
      const cell = row.cells.get(column)
      if (cell) found[role] = { cell, place: placeAt(row.row, column, title) }
    }
    return found
  }

  /** A figure merged over two rows is the first one's; the other row must not look empty by accident. */
  function sayMerged(row: GridRow, title: string, { problems }: Gathered) {
    for (const [role, column] of valueColumns) {
      const merge = role === 'note' ? undefined : grid.covered.get(`${row.row},${column}`)
      if (merge?.firstColumn !== column) continue
      const first = addressOf(merge.firstRow, merge.firstColumn)
      const whole = `${first}:${addressOf(merge.lastRow, merge.lastColumn)}`
      remark(problems, placeAt(row.row, column, title), '', mergedOver(whole, first), 'warning')
    }
  }

  function placeAt(row: number, column: number, title: string): ImportPlace {
    return { sheet: grid.name, cell: addressOf(row, column), title }
  }

  function rowPlace({ row, cells }: GridRow, title: string): ImportPlace {
    const named = nameColumns.find(column => cells.has(column))
    return placeAt(row, named ?? [...cells.keys()][0] ?? 0, title)
  }
}

function mergedOver(block: string, first: string): Fault {
  return {
    code: 'merged',
    vi: `ô gộp ${block}: giá trị chỉ lấy cho dòng đầu (${first}); bỏ gộp ô nếu dòng này có số riêng`,
    en: `merged cell ${block}: its value is taken for the first row (${first}) alone; unmerge it if this row has its own`,
  }
}

/** The rightmost name that is known counts; names to its left are what it stands under. */
function bestMatch(
  index: FieldIndex,
  keys: { readonly id: SheetCell | undefined; readonly code: SheetCell | undefined },
  names: readonly SheetCell[],
  under: FormItem | null,
): RowMatch {
  let best = matchRow(index, { ...keys, name: names[0] }, under)
  for (const name of names.slice(1)) {
    const above = matchRow(index, { ...keys, name }, under)
    if (best.kind === 'none' || (best.kind === 'item' && best.isByCode)) best = above
    else if (best.kind === 'several' && above.kind === 'item')
      best = matchRow(index, { ...keys, name: names[0] }, above.item)
  }
  return best
}

function hasFigures(values: RowValues): boolean {
  return (
    [values.value, values.numerator, values.denominator, values.claim].some(each => each !== undefined) ||
    (values.state !== undefined && readStateWord(textOf(values.state.cell), null) !== null)
  )
}

/** Sums below a table are nobody's figures. */
const sums = /^(?:tong|cong|tong cong|tong so|tong diem|total|diem tong)(?: |$)/

function takeRow(values: RowValues, match: RowMatch, rowPlace: ImportPlace, into: Gathered): void {
  const { value, numerator, denominator, claim, state, note } = values
  const noted = note && shownText(note.cell).trim()
  const found = shownText((value ?? numerator ?? denominator ?? claim ?? state)?.cell)
  if (match.kind === 'none' || match.kind === 'other' || match.kind === 'several') {
    if (sums.test(fold(rowPlace.title))) return
    const fault = unmatched(match, rowPlace.title)
    remark(into.problems, rowPlace, found, fault, match.kind === 'other' ? 'warning' : 'error')
    return
  }
  const item = match.kind === 'field' ? match.placed.item : match.item
  const field = match.kind === 'field' ? match.placed.field : undefined
  if (match.kind === 'item' && match.isByCode)
    remark(into.problems, rowPlace, rowPlace.title, byCode(match.item), 'warning')
  if (value && field) takeField(into, value, field, noted)
  else if (value) takeItem(into, value, item, noted)
  if (numerator || denominator)
    takeFraction(into, { ...(numerator && { numerator }), ...(denominator && { denominator }) }, item, field)
  if (claim) takeClaim(into, claim, item)
  const word =
    state && !value && !numerator && !denominator && readStateWord(textOf(state.cell), field?.metric ?? null)
  if (word && field) takeField(into, state, field, noted)
  else if (word && word.entry.state === 'notApplicable')
    into.entries.push({
      place: state.place,
      edit: { kind: 'exempt', criterionId: item.nodeId, reason: noted || shownText(state.cell).trim() },
    })
  if (note && noted && match.kind === 'item' && !word)
    into.entries.push({
      place: note.place,
      edit: { kind: 'explanation', criterionId: item.nodeId, text: noted },
    })
}

function byCode({ code, name }: FormItem): Fault {
  return {
    code: 'other-name',
    vi: `nhận theo mã ${code}; bộ chỉ số gọi là “${name}”`,
    en: `recognised by its code ${code}; the rule set calls it “${name}”`,
  }
}

export function unmatched(
  match: Extract<RowMatch, { kind: 'none' | 'other' | 'several' }>,
  title: string,
): Fault {
  switch (match.kind) {
    case 'other':
      return {
        code: 'not-asked',
        vi: `“${match.metric.name}” không thuộc phần đơn vị này tự nhập; bỏ qua`,
        en: `"${match.metric.nameEn ?? match.metric.name}" is not filled in by this agency; left out`,
      }
    case 'several':
      return {
        code: 'several-figures',
        vi: `tên này có ở nhiều tiêu chí (${[...new Set(match.names)].join(', ')}); thêm cột mã số liệu hoặc mã tiêu chí`,
        en: `several criteria use this name (${[...new Set(match.names)].join(', ')}); add a column with the id of the figure or the code of the criterion`,
      }
    case 'none':
      return title.trim() === ''
        ? {
            code: 'no-name',
            vi: 'dòng có số nhưng không có tên hay mã, không biết là số liệu nào',
            en: 'the row holds a figure but neither name nor code',
          }
        : {
            code: 'unknown-figure',
            vi: 'không có số liệu hay tiêu chí nào tên như vậy trong bộ chỉ số; kiểm tra tên hoặc dùng mã',
            en: 'no figure or criterion of the rule set has this name; check it or use the id',
          }
  }
}
