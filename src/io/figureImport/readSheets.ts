import type { FigureImport, ImportKind, ImportSubject } from '../../model/figureImport.ts'
import { parsePeriod } from '../../model/period.ts'
import { fold } from '../ruleSheet/fold.ts'
import type { ReadSheet } from '../xlsx.ts'
import { type ColumnRole, rolesOf } from './columnRoles.ts'
import { type FieldIndex, indexFields } from './fieldIndex.ts'
import { agencyFinder, type FindAgency } from './findAgency.ts'
import { type Fault, type ImportProblems, inFile, remark } from './importProblems.ts'
import { figureImport, type ImportTarget, noSubject } from './importTarget.ts'
import { type LongTable, type TableReading, titlePlace } from './longTable.ts'
import { periodBeside, periodOfText } from './periodText.ts'
import { readLongTable } from './readLongTable.ts'
import { readLooseRows } from './readLooseRows.ts'
import { fieldColumns, readWideTable, type WideTable } from './readWideTable.ts'
import type { Gathered } from './rowEntries.ts'
import { type GridRow, gridOf, type SheetGrid, titlesOf } from './sheetGrid.ts'
import { subjectFaults } from './subjectProblems.ts'

/** Titles stand in one of the first rows. */
const titleRows = 40

/** What a sheet was recognised as. */
type Found =
  | {
      readonly kind: 'long'
      readonly table: LongTable
      readonly above: readonly GridRow[]
    }
  | { readonly kind: 'wide'; readonly table: WideTable; readonly above: readonly GridRow[] }

/** Reads every sheet of a workbook, or the one table of a CSV file, that looks like figures for the form. */
export function readSheets(
  sheets: readonly ReadSheet[],
  file: string,
  target: ImportTarget,
  kind: ImportKind = 'table',
): FigureImport {
  const reading: TableReading = { index: indexFields(target), target, findAgency: agencyFinder(target) }
  const shown = sheets.filter(sheet => !sheet.isHidden && sheet.rows.size > 0)
  const read = shown.map(sheet => readSheet(sheet, reading))
  const tables = read.filter(each => each !== null)
  const { taken, subject, faults } = weighSheets(tables, target)
  const problems: ImportProblems = { all: [...faults] }
  for (const table of taken) problems.all.push(...table.problems.all)
  const readSome = tables.length > 0
  shown.forEach(({ name }, at) => {
    if (read[at] === null)
      remark(problems, { ...inFile, sheet: name }, '', notATable(name), readSome ? 'warning' : 'error')
  })
  const entries = taken.flatMap(each => each.entries)
  if (shown.length === 0) remark(problems, inFile, '', empty)
  else if (readSome && entries.length === 0 && problems.all.every(({ severity }) => severity !== 'error'))
    remark(problems, inFile, '', noFigures)
  return figureImport(file, kind, subject, entries, problems)
}

/** One sheet that was recognised, with what it says it is about. */
type SheetRead = Gathered & { readonly name: string; readonly subject: ImportSubject }

/** null: no table of ours. */
function readSheet(sheet: ReadSheet, reading: TableReading): SheetRead | null {
  const { index, target, findAgency } = reading
  const into: Gathered = { entries: [], problems: { all: [] } }
  const grid = gridOf(sheet)
  const found = recognise(grid, index, target)
  const above = subjectOf(found ? found.above : grid.rows, findAgency)
  const inSheet = { ...above, period: above.period ?? periodOfSheet(sheet.name, target) }
  if (found?.kind === 'long') {
    const own = readLongTable(found.table, reading, into)
    sayUnknownColumns(found.table, into)
    const agency = own.agencyId === null ? inSheet : { ...inSheet, agencyId: own.agencyId, agencyText: null }
    return { ...into, name: grid.name, subject: { ...agency, period: own.period ?? inSheet.period } }
  }
  if (found) {
    const own = readWideTable(found.table, reading, into)
    return { ...into, name: grid.name, subject: { ...own, period: own.period ?? inSheet.period } }
  }
  return readLooseRows(grid, index, into, 'confident') ? { ...into, name: grid.name, subject: inSheet } : null
}

/** "Tháng 10", "T10.2026"; a name of another kind of period says nothing. */
function periodOfSheet(name: string, { period }: ImportTarget): string | null {
  if (!/^(?:(?:so lieu|bao cao) )?(?:thang|t|qui|q) ?(?:\d|i)/.test(fold(name))) return null
  const found = periodBeside(name, period)
  const isSameKind = found !== null && parsePeriod(found)?.kind === parsePeriod(period)?.kind
  return isSameKind ? found : null
}

/**
 * Which sheets are read: where one says it is the draft's, those about others stay behind and are named; where
 * none does, all are read, each with a warning of its own when they are about several.
 */
function weighSheets(tables: readonly SheetRead[], target: ImportTarget) {
  const problems: ImportProblems = { all: [] }
  const others = tables.filter(({ subject }) => subjectFaults(subject, target).length > 0)
  const own = tables.filter(({ subject }) => !others.some(other => other.subject === subject))
  const ours = own.find(({ subject }) => isKnown(subject))
  const [first] = tables.map(each => each.subject).filter(isKnown)
  const isOne = tables.every(({ subject }) => JSON.stringify(subject) === JSON.stringify(first))
  if (others.length > 0 && !isOne)
    for (const { name, subject } of others)
      for (const fault of subjectFaults(subject, target, { vi: `trang “${name}”`, en: `sheet "${name}"` }))
        remark(problems, { ...inFile, sheet: name }, '', ours ? leftOut(fault) : fault, 'warning')
  return { taken: ours ? own : tables, subject: ours?.subject ?? first ?? noSubject, faults: problems.all }
}

function leftOut({ vi, en }: Fault): Fault {
  return { code: 'other-sheet', vi: `${vi}; không đọc trang này`, en: `${en}; this sheet is not read` }
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
        best = { kind: 'long', table: { grid, roles, titles, rows }, above }
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
function sayUnknownColumns(table: LongTable, { problems }: Gathered) {
  const { roles, rows } = table
  for (const [column, title] of table.titles) {
    const holds = rows.some(({ cells }) => cells.get(column)?.kind === 'number')
    if (roles.has(column) || !holds) continue
    remark(problems, titlePlace(table, column), title, unknownColumn(title), 'warning')
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
