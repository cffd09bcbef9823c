import type { FigureImport, ImportedEntry, ImportSubject } from '../../model/figureImport.ts'
import { type Fault, inFile, remark } from '../figureImport/importProblems.ts'
import { fieldsToFill, figureImport, type ImportTarget, noSubject } from '../figureImport/importTarget.ts'
import type { Gathered } from '../figureImport/rowEntries.ts'
import type { ReadSheet } from '../xlsx.ts'
import { type GridOfForm, gridOfForm } from './formGrid.ts'
import { formSheet, registrySheet } from './formLayout.ts'
import { readRow } from './readRow.ts'
import { formFormat, type RegistryReading, readRegistry } from './registry.ts'

/** Whether a workbook is a form of ours, filled in or not, whole or with sheets taken away. */
export function isForm(sheets: readonly ReadSheet[]): boolean {
  return registryOf(sheets) !== undefined || sheets.some(sheet => gridOfForm(sheet) !== null)
}

/**
 * Reads a form that came back, cell for cell. Rows are known by their hidden marks, wherever they stand and
 * whatever their titles say now. A field that is empty now and was not when the form was written is cleared;
 * one that was empty then says nothing.
 */
export function readForm(sheets: readonly ReadSheet[], file: string, target: ImportTarget): FigureImport {
  const into: Gathered = { entries: [], problems: { all: [] } }
  const reading = readRegistry(registryOf(sheets))
  const say = (fault: Fault, severity: 'error' | 'warning') =>
    remark(into.problems, inFile, '', fault, severity)
  const registry = registryFor(reading, target, say)
  const grids = sheets.flatMap(sheet => (sheet.isHidden ? [] : (gridOfForm(sheet) ?? [])))
  const grid = grids.find(({ sheet }) => sheet.name === formSheet) ?? grids[0]
  const subject = subjectOf(reading)
  if (!grid) {
    say(reading.kind === 'newer' ? newer(reading.version) : noForm, 'error')
    return figureImport(file, 'form', subject, [], into.problems)
  }
  for (const { sheet } of grids)
    if (sheet !== grid.sheet) say(twoForms(sheet.name, grid.sheet.name), 'warning')
  readRows(grid, registry, target, into)
  return figureImport(file, 'form', subject, inOrder(into.entries, target), into.problems)
}

type Registry = Extract<RegistryReading, { kind: 'read' }>['registry']
type Say = (fault: Fault, severity: 'error' | 'warning') => void

function registryOf(sheets: readonly ReadSheet[]): ReadSheet | undefined {
  const isRegistry = ({ rows }: ReadSheet) => {
    const first = rows.get(1)?.get(0)
    return first?.kind === 'text' && first.text === formFormat
  }
  return sheets.find(sheet => sheet.name === registrySheet && isRegistry(sheet)) ?? sheets.find(isRegistry)
}

/** What the form held when it was written; null where that cannot be trusted. */
function registryFor(reading: RegistryReading, { ruleSetMark }: ImportTarget, say: Say): Registry | null {
  if (reading.kind === 'absent') {
    say(withoutRegistry, 'warning')
    return null
  }
  if (reading.kind === 'newer') {
    say(newer(reading.version), 'warning')
    return null
  }
  const { subject } = reading.registry
  const isSameVersion = subject.ruleSetId === ruleSetMark.id && subject.ruleSetVersion === ruleSetMark.version
  if (isSameVersion && subject.ruleSetSha256 !== ruleSetMark.sha256) say(otherHash, 'warning')
  if (!reading.isEdited) return reading.registry
  say(edited, 'warning')
  return null
}

function subjectOf(reading: RegistryReading): ImportSubject {
  if (reading.kind !== 'read') return noSubject
  const { ruleSetId, ruleSetVersion, agencyId, agencyName, period } = reading.registry.subject
  const known = (text: string) => (text === '' ? null : text)
  return {
    ruleSetId: known(ruleSetId),
    ruleSetVersion: known(ruleSetVersion),
    agencyId: known(agencyId),
    agencyText: known(agencyName),
    period: known(period),
  }
}

function readRows(grid: GridOfForm, registry: Registry | null, target: ImportTarget, into: Gathered): void {
  const fields = new Map(fieldsToFill(target.form).map(placed => [placed.field.metric.id, placed]))
  const items = new Map(target.form.areas.flatMap(area => area.items).map(item => [item.nodeId, item]))
  const seen = new Set<string>()
  for (const row of grid.rows) {
    readRow(row, { grid, registry, ruleSet: target.ruleSet, fields, items }, into)
    if (row.key !== null) seen.add(row.key)
  }
  const gone = [...(registry?.rows ?? [])].filter(
    ([key, row]) =>
      !seen.has(key) && [row.value, row.state, row.claim, row.explanation].some(text => text !== ''),
  )
  if (gone.length > 0) remark(into.problems, inFile, '', rowsGone(gone.length), 'warning')
}

/** Rows may have been sorted: entries come in the order of the form. */
function inOrder(entries: readonly ImportedEntry[], { form }: ImportTarget): readonly ImportedEntry[] {
  const order = new Map<string, number>()
  for (const item of form.areas.flatMap(area => area.items)) {
    order.set(`c:${item.nodeId}`, order.size)
    for (const field of item.groups.flatMap(group => group.fields))
      if (!order.has(`m:${field.metric.id}`)) order.set(`m:${field.metric.id}`, order.size)
  }
  const placeOf = ({ edit }: ImportedEntry) => {
    if (edit.kind === 'evidence') return order.size
    return order.get(edit.kind === 'field' ? `m:${edit.metricId}` : `c:${edit.criterionId}`) ?? -1
  }
  return entries.toSorted((one, other) => placeOf(one) - placeOf(other))
}

const noForm: Fault = {
  code: 'no-form-sheet',
  vi: `không thấy trang “${formSheet}” với các cột mã ẩn; tải lại mẫu Excel và chép số liệu sang`,
  en: `the sheet "${formSheet}" with its hidden marks is gone; download the form again and copy the figures`,
}

const withoutRegistry: Fault = {
  code: 'no-registry',
  vi: 'trang ẩn của mẫu đã bị xóa nên không rõ tệp của đơn vị nào, kỳ nào, theo bộ chỉ số nào; kiểm tra kỹ trước khi áp dụng',
  en: 'the hidden sheet of the form is gone, so nobody knows whose it is, for which period and rule set; check before applying',
}

const edited: Fault = {
  code: 'registry-edited',
  vi: 'trang ẩn của mẫu đã bị sửa; đơn vị, kỳ và bộ chỉ số ghi trong đó có thể không đúng, ô trống không được hiểu là xóa',
  en: 'the hidden sheet of the form was edited; what it says of agency, period and rule set may be wrong, and empty fields clear nothing',
}

const otherHash: Fault = {
  code: 'other-hash',
  vi: 'mẫu được lập khi nội dung bộ chỉ số khác bây giờ, dù cùng phiên bản; điểm tính trong tệp có thể khác, số liệu vẫn lấy được',
  en: 'the form was made when the rule set said something else under the same version; its points may differ, its figures can be taken',
}

function newer(version: string): Fault {
  return {
    code: 'other-form-version',
    vi: `mẫu thuộc phiên bản ${version} mà chương trình này chưa biết; mở bằng bản mới hơn`,
    en: `the form is of version ${version}, which this program does not know; open it with a newer one`,
  }
}

function twoForms(other: string, taken: string): Fault {
  return {
    code: 'two-forms',
    vi: `trang “${other}” cũng là biểu tự chấm; chỉ đọc trang “${taken}”`,
    en: `the sheet "${other}" is a form as well; only "${taken}" is read`,
  }
}

function rowsGone(count: number): Fault {
  return {
    code: 'rows-gone',
    vi: `${count} dòng có số liệu khi lập mẫu nay không còn trong tệp; các số liệu đó giữ nguyên`,
    en: `${count} rows that held something when the form was written are gone; those figures stay as they are`,
  }
}
