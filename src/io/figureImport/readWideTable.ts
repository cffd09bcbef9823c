import type { ImportSubject } from '../../model/figureImport.ts'
import { fold } from '../ruleSheet/fold.ts'
import { shownText } from '../sheetCell.ts'
import type { ColumnRole } from './columnRoles.ts'
import { type FieldIndex, matchRow, textOf } from './fieldIndex.ts'
import { inFile, quoted, remark } from './importProblems.ts'
import { type ImportTarget, noSubject, type PlacedField } from './importTarget.ts'
import type { TableReading } from './longTable.ts'
import { isWithin, periodBeside } from './periodText.ts'
import { type Gathered, takeField } from './rowEntries.ts'
import { addressOf, type GridRow, type SheetGrid } from './sheetGrid.ts'

/** A table with one row an agency and one column a figure. */
export type WideTable = {
  readonly grid: SheetGrid
  readonly roles: ReadonlyMap<number, ColumnRole>
  /** Figures by column. */
  readonly fields: ReadonlyMap<number, PlacedField>
  readonly rows: readonly GridRow[]
}

/** Columns whose titles are figures of the form. */
export function fieldColumns(
  titles: ReadonlyMap<number, string>,
  index: FieldIndex,
): ReadonlyMap<number, PlacedField> {
  const found = new Map<number, PlacedField>()
  for (const [column, text] of titles) {
    const cell = { kind: 'text', text } as const
    const match = matchRow(index, { id: cell, name: cell }, null)
    if (match.kind === 'field') found.set(column, match.placed)
  }
  return found
}

/** Takes the row of the draft's agency, of its period where the table names periods; of several none. */
export function readWideTable(
  table: WideTable,
  { target, findAgency }: Pick<TableReading, 'target' | 'findAgency'>,
  into: Gathered,
): ImportSubject {
  const columnOf = (...wanted: readonly ColumnRole[]) =>
    [...table.roles].flatMap(([column, role]) => (wanted.includes(role) ? [column] : []))
  const agencyColumns = columnOf('agencyCode', 'agency', 'name', 'id', 'code')
  const [periodColumn] = columnOf('period')
  const named = table.rows
    .map(row => {
      const texts = agencyColumns
        .map(column => textOf(row.cells.get(column)))
        .filter(text => text.trim() !== '')
      const agency = texts.map(findAgency).find(found => found !== null) ?? null
      const periodText = periodColumn === undefined ? '' : shownText(row.cells.get(periodColumn)).trim()
      const period = periodBeside(periodText, target.period)
      // A number beside the name is the ordinal of the row.
      const text = texts.find(each => !/^\d+$/.test(each.trim())) ?? ''
      return { row, agency, text, period, periodText }
    })
    .filter(
      ({ text, agency }) => agency !== null || (text !== '' && !/^(?:tong|cong|toan tinh)/.test(fold(text))),
    )
  const own = named.filter(({ agency }) => agency?.id === target.agencyId)
  const ofPeriod = own.filter(({ period }) => isWithin(period, target.period))
  const ofNone = own.filter(({ periodText }) => periodText === '')
  const strangers = named.filter(({ agency }) => agency === null)
  const candidates = [ofPeriod, ofNone, own, named.length === 1 ? named : []].find(({ length }) => length > 0)
  const [chosen, second] = candidates ?? []
  if (strangers.length > 0 && chosen?.agency?.id !== target.agencyId)
    remark(into.problems, { ...inFile, sheet: table.grid.name }, '', unknownAgencies(strangers), 'warning')
  if (!chosen) {
    remark(into.problems, { ...inFile, sheet: table.grid.name }, '', notInTable(target, named))
    return noSubject
  }
  const period = isWithin(chosen.period, target.period) ? target.period : chosen.period
  const subject = {
    ...noSubject,
    agencyId: chosen.agency?.id ?? null,
    agencyText: chosen.agency ? null : quoted(chosen.text),
    period,
  }
  const rowPlace = {
    sheet: table.grid.name,
    cell: addressOf(chosen.row.row, agencyColumns.find(column => chosen.row.cells.has(column)) ?? 0),
    title: quoted(chosen.text),
  }
  if (second && candidates) {
    remark(into.problems, rowPlace, '', severalRows(candidates))
    return subject
  }
  if (chosen.period === null && chosen.periodText !== '')
    remark(into.problems, rowPlace, chosen.periodText, unclearPeriod(chosen.periodText), 'warning')
  for (const [column, { field }] of table.fields) {
    const cell = chosen.row.cells.get(column)
    const cellPlace = {
      sheet: table.grid.name,
      cell: addressOf(chosen.row.row, column),
      title: field.metric.name,
    }
    if (cell) takeField(into, { cell, place: cellPlace }, field)
  }
  return subject
}

type Candidate = Named & { readonly row: GridRow; readonly periodText: string }

function severalRows(candidates: readonly Candidate[]) {
  const rows = candidates.slice(0, 5).map(({ row, periodText }) => {
    const said = periodText === '' ? '' : ` (“${quoted(periodText)}”)`
    return `${row.row}${said}`
  })
  const list = `${rows.join(', ')}${candidates.length > rows.length ? ', …' : ''}`
  return {
    code: 'several-rows',
    vi: `bảng có ${candidates.length} dòng của đơn vị này, không rõ lấy dòng nào: dòng ${list}; chỉ để lại một dòng, hoặc ghi kỳ cho từng dòng`,
    en: `the table has ${candidates.length} rows of this agency and nothing says which to take: rows ${list}; keep one, or say the period of each`,
  }
}

function unclearPeriod(text: string) {
  return {
    code: 'unclear-period',
    vi: `không rõ “${quoted(text)}” là kỳ nào; kiểm tra trước khi áp dụng`,
    en: `"${quoted(text)}" is no period that is understood; check before applying`,
  }
}

type Named = { readonly text: string }

function listed(named: readonly Named[]): string {
  const names = named.slice(0, 5).map(({ text }) => `“${quoted(text)}”`)
  return `${names.join(', ')}${named.length > names.length ? ', …' : ''}`
}

function unknownAgencies(strangers: readonly Named[]) {
  return {
    code: 'unknown-agencies',
    vi: `${strangers.length} dòng có tên đơn vị không có trong danh mục: ${listed(strangers)}`,
    en: `${strangers.length} rows name an agency that is not in the directory: ${listed(strangers)}`,
  }
}

function notInTable({ agencies, agencyId }: ImportTarget, named: readonly Named[]) {
  const agency = agencies.find(each => each.id === agencyId)
  const name = agency?.shortName ?? agency?.name ?? agencyId
  return {
    code: 'no-agency-row',
    vi: `bảng không có dòng của ${name}; có ${named.length === 0 ? 'không đơn vị nào' : listed(named)}`,
    en: `the table has no row of ${name}; it has ${named.length === 0 ? 'no agency' : listed(named)}`,
  }
}
