import type { FigureImport, ImportKind, ImportSubject } from '../../model/figureImport.ts'
import { fold } from '../ruleSheet/fold.ts'
import type { ReadSheet } from '../xlsx.ts'
import { type ColumnRole, rolesOf } from './columnRoles.ts'
import { type FieldIndex, indexFields } from './fieldIndex.ts'
import { agencyFinder, type FindAgency } from './findAgency.ts'
import { type Fault, inFile, remark } from './importProblems.ts'
import { figureImport, type ImportTarget, noSubject } from './importTarget.ts'
import { periodOfText } from './periodText.ts'
import { type LongTable, readLongTable } from './readLongTable.ts'
import { readLooseRows } from './readLooseRows.ts'
import { fieldColumns, readWideTable, type WideTable } from './readWideTable.ts'
import type { Gathered } from './rowEntries.ts'
import { addressOf, type GridRow, gridOf, type SheetGrid, titlesOf } from './sheetGrid.ts'

/** Titles stand in one of the first rows. */
const titleRows = 40

/** What a sheet was recognised as. */
type Found =
  | {
      readonly kind: 'long'
      readonly table: LongTable
      readonly above: readonly GridRow[]
      readonly titles: ReadonlyMap<number, string>
    }
  | { readonly kind: 'wide'; readonly table: WideTable; readonly above: readonly GridRow[] }

/** Reads every sheet of a workbook, or the one table of a CSV file, that looks like figures for the form. */
export function readSheets(
  sheets: readonly ReadSheet[],
  file: string,
  target: ImportTarget,
  kind: ImportKind = 'table',
): FigureImport {
  const index = indexFields(target)
  const findAgency = agencyFinder(target)
  const into: Gathered = { entries: [], problems: { all: [] } }
  const subjects: ImportSubject[] = []
  const shown = sheets.filter(sheet => !sheet.isHidden && sheet.rows.size > 0)
  const strange: ReadSheet[] = []
  for (const sheet of shown) {
    const grid = gridOf(sheet)
    const found = recognise(grid, index, target)
    if (found?.kind === 'long') {
      readLongTable(found.table, index, into)
      sayUnknownColumns(found, into)
      subjects.push(subjectOf(found.above, findAgency))
    } else if (found) {
      const above = subjectOf(found.above, findAgency)
      const own = readWideTable(found.table, target, findAgency, into)
      subjects.push({ ...own, period: own.period ?? above.period })
    } else if (readLooseRows(grid, index, into, 'confident')) subjects.push(subjectOf(grid.rows, findAgency))
    else strange.push(sheet)
  }
  const readSome = strange.length < shown.length
  for (const { name } of strange)
    remark(into.problems, { ...inFile, sheet: name }, '', notATable(name), readSome ? 'warning' : 'error')
  if (shown.length === 0) remark(into.problems, inFile, '', empty)
  else if (
    readSome &&
    into.entries.length === 0 &&
    into.problems.all.every(each => each.severity !== 'error')
  )
    remark(into.problems, inFile, '', noFigures)
  return figureImport(file, kind, subjects.find(isKnown) ?? noSubject, into.entries, into.problems)
}

function isKnown({ agencyId, agencyText, period }: ImportSubject): boolean {
  return agencyId !== null || agencyText !== null || period !== null
}

/** The row of titles that explains most; titles may stand in two rows, one below the other. */
function recognise(grid: SheetGrid, index: FieldIndex, { period }: ImportTarget): Found | null {
  let best: Found | null = null
  let most = 0
  grid.rows.slice(0, titleRows).forEach((row, at) => {
    const own = titlesOf(row.cells)
    const next = grid.rows[at + 1]
    const below = next ? titlesOf(next.cells) : new Map<number, string>()
    for (const isTwo of [false, true]) {
      const titles = isTwo ? new Map([...own, ...below]) : own
      const roles = rolesOf(titles, period)
      const rows = grid.rows.slice(at + (isTwo ? 2 : 1))
      const above = grid.rows.slice(0, at)
      if (isTwo && !isSecondTitleRow(below, roles, period)) continue
      const fields = fieldColumns(titles, index)
      if (isWide(fields.size, roles) && fields.size + 1 > most) {
        most = fields.size + 1
        best = { kind: 'wide', table: { grid, roles, fields, rows }, above }
      }
      const weight = roles.size + (isTwo ? 0.5 : 0)
      if (isLong(roles) && weight > most) {
        most = weight
        best = { kind: 'long', table: { grid, roles, rows }, above, titles }
      }
    }
  })
  return best
}

/** The row below the titles adds titles and holds no figures. */
function isSecondTitleRow(
  below: ReadonlyMap<number, string>,
  roles: ReadonlyMap<number, ColumnRole>,
  period: string,
): boolean {
  const added = rolesOf(below, period)
  return added.size > 0 && roles.size > added.size
}

function isLong(roles: ReadonlyMap<number, ColumnRole>): boolean {
  const held = new Set(roles.values())
  const isNamed = held.has('name') || held.has('id') || held.has('code')
  return isNamed && (['value', 'numerator', 'denominator', 'claim'] as const).some(role => held.has(role))
}

function isWide(fields: number, roles: ReadonlyMap<number, ColumnRole>): boolean {
  const held = new Set(roles.values())
  const namesAgencies = held.has('agency') || held.has('agencyCode')
  return fields >= 2 || (fields === 1 && namesAgencies)
}

/** A column nobody recognises may be a renamed one: it is said when figures stand in it. */
function sayUnknownColumns({ table, titles }: Extract<Found, { kind: 'long' }>, { problems }: Gathered) {
  const { grid, roles, rows } = table
  const [first] = rows
  for (const [column, title] of titles) {
    const holds = rows.some(({ cells }) => cells.get(column)?.kind === 'number')
    if (roles.has(column) || !holds) continue
    const cell = addressOf((first?.row ?? 2) - 1, column)
    remark(problems, { sheet: grid.name, cell, title }, title, unknownColumn(title), 'warning')
  }
}

function unknownColumn(title: string): Fault {
  return {
    code: 'unknown-column',
    vi: `không rõ cột “${title}” là gì nên không đọc; nếu là số liệu thì đặt tên cột “Giá trị”, “Tử số”, “Mẫu số” hoặc “Điểm tự chấm”`,
    en: `the column "${title}" is not known and not read; if it holds figures call it "Giá trị" (value), "Tử số", "Mẫu số" or "Điểm tự chấm"`,
  }
}

const agencyLead = /^\s*(?:tên )?(?:đơn vị|cơ quan)(?: báo cáo| tự chấm| nộp)?\s*:\s*(.+)$/iu

/** Agency and period as the lines above a table say them. */
function subjectOf(above: readonly GridRow[], findAgency: FindAgency): ImportSubject {
  let subject = noSubject
  for (const { cells } of above.slice(0, titleRows)) {
    const texts = [...cells.values()].flatMap(cell => (cell.kind === 'text' ? [cell.text] : []))
    texts.forEach((text, at) => {
      const [, lead] = agencyLead.exec(text) ?? []
      const isLead = /^(?:ten )?(?:don vi|co quan)(?: bao cao| tu cham| nop)?$/.test(fold(text))
      const written = lead ?? (isLead ? texts[at + 1] : undefined)
      const agency = findAgency(written ?? text)
      if (agency && subject.agencyId === null) subject = { ...subject, agencyId: agency.id, agencyText: null }
      else if (written !== undefined && subject.agencyId === null)
        subject = { ...subject, agencyText: written.slice(0, 200) }
      const period = namesPeriod(fold(text)) ? periodOfText(text) : null
      if (period !== null && subject.period === null) subject = { ...subject, period }
    })
  }
  return subject
}

/** "Kỳ: tháng 10 năm 2026", "BÁO CÁO THÁNG 10/2026"; the day of a decision is no period. */
function namesPeriod(folded: string): boolean {
  if (/\b(?:ngai|quiet dinh|ke hoach|cong van|thong tu|nghi dinh)\b/.test(folded)) return false
  return /^(?:ki|thang|qui|nam|thoi gian)\b/.test(folded) || /\b(?:thang \d|qui (?:\d|i))/.test(folded)
}

function notATable(name: string): Fault {
  const sheet =
    name === '' ? { vi: 'bảng', en: 'the table' } : { vi: `trang “${name}”`, en: `sheet "${name}"` }
  return {
    code: 'not-a-table',
    vi: `${sheet.vi} không có dòng tiêu đề nhận ra được (tên hoặc mã số liệu, và giá trị, tử số, mẫu số hoặc điểm tự chấm) nên không đọc`,
    en: `${sheet.en} has no row of titles that is recognised (name or id of figures, and value, numerator, denominator or points), so it is not read`,
  }
}

const empty: Fault = {
  code: 'empty',
  vi: 'tệp không có ô nào chứa số liệu',
  en: 'the file has no cell that holds anything',
}

const noFigures: Fault = {
  code: 'no-figures',
  vi: 'bảng có tiêu đề nhưng không có số liệu nào để lấy',
  en: 'the table has titles and no figures',
}
