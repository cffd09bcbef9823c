import type { SourceDocument } from '../../model/provenance.ts'
import type { ReadSheet } from '../xlsx.ts'
import { ownRows } from './address.ts'
import { isId, type Names } from './codecs.ts'
import type { SheetName } from './column.ts'
import { fold } from './fold.ts'
import { type Draft, isBlock, putAt, valueAt } from './json.ts'
import { layouts } from './layout.ts'
import { listedMetrics, namedMetrics } from './metricNames.ts'
import type { Sheets } from './openSheets.ts'
import { criterionFinder, listCriteria, readCriteria } from './readCriteria.ts'
import { readFields, rowId, settleSource } from './readFields.ts'
import { readBlocks, readCalendars, readExamples, readGradings } from './readLists.ts'
import { allowedKinds, type Belongings, readRule, requireRule } from './readRule.ts'
import { type Row, readLines, readTable } from './readTable.ts'
import { type Reader, remark, reportCell, wholeFile } from './sheetProblem.ts'

/** Documents that may be cited, by id or official number. */
export type KnownDocuments = readonly Pick<SourceDocument, 'id' | 'number'>[]

type Tables = { readonly [Name in Exclude<SheetName, 'general'>]: readonly Row[] }
/** Puts everything the sheets say into one block, a rule set if nothing is wrong with it. */
export function assembleRuleSet(
  sheets: Sheets,
  base: Reader,
  doubtsComma: boolean,
  documents: KnownDocuments | undefined,
): { readonly draft: Draft; readonly reader: Reader } {
  const rowsOf = (name: SheetName) => {
    const sheet = sheets.get(name)
    return sheet ? readTable(sheet, layouts[name], base) : []
  }
  const tables: Tables = {
    criteria: rowsOf('criteria'),
    items: rowsOf('items'),
    parts: rowsOf('parts'),
    metrics: rowsOf('metrics'),
    evidence: rowsOf('evidence'),
    bands: rowsOf('bands'),
    gradings: rowsOf('gradings'),
    pools: rowsOf('pools'),
    adjustments: rowsOf('adjustments'),
    readings: rowsOf('readings'),
    calendars: rowsOf('calendars'),
    examples: rowsOf('examples'),
  }
  const criteria = listCriteria(tables.criteria, base)
  const findCriterion = criterionFinder(criteria)
  const metrics = sheets.has('metrics') ? listedMetrics(tables.metrics) : namedMetrics()
  const names: Names = {
    doubtsComma,
    metric: metrics.metric,
    criterion: text => findCriterion(text) ?? (isId(text) ? text : null),
    document: text => findDocument(text, documents),
  }
  const reader: Reader = { ...base, names }
  if (criteria.length === 0) reportNoCriteria(sheets, reader)
  const adjustmentIds = new Set(tables.adjustments.map(row => rowId(row, ['name'])))
  const ownerId = (text: string) => findCriterion(text) ?? (adjustmentIds.has(text) ? text : null)
  const own = (rows: readonly Row[]) => ownRows(rows, ownerId, row => reportOwner(reader, row))
  const belongings: Belongings = { items: own(tables.items), parts: own(tables.parts) }
  const lists = {
    readings: own(tables.readings),
    evidence: ownRows(tables.evidence, findCriterion, row => reportCriterion(reader, row)),
  }

  const draft = readGeneral(sheets.get('general') ?? null, reader)
  draft['metrics'] = readBlocks(tables.metrics, layouts.metrics.columns, 'metrics', reader)
  draft['bands'] = readBlocks(tables.bands, layouts.bands.columns, 'bands', reader)
  draft['pools'] = readBlocks(tables.pools, layouts.pools.columns, 'pools', reader)
  draft['criteria'] = readCriteria(criteria, findCriterion, belongings, lists, reader)
  const whole = {
    adjustments: readAdjustments(tables.adjustments, belongings, reader),
    calendars: readCalendars(tables.calendars, reader),
    examples: readExamples(tables.examples, reader),
  }
  for (const [key, list] of Object.entries(whole)) if (list.length > 0) draft[key] = list
  const gradings = readGradings(tables.gradings, reader)
  if (gradings) draft['grading'] = { ...(isBlock(draft['grading']) ? draft['grading'] : {}), ...gradings }
  addMade(metrics.made(), draft, reader)
  for (const rows of [belongings.items, belongings.parts, lists.readings])
    for (const row of rows.left()) reportOwner(reader, row)
  for (const row of lists.evidence.left()) reportCriterion(reader, row)
  return { draft, reader }
}

function findDocument(text: string, documents: KnownDocuments | undefined): string | null {
  if (!documents) return isId(text) ? text : null
  const found =
    documents.find(({ id }) => id === text) ??
    documents.find(({ number }) => number !== null && fold(number) === fold(text))
  return found?.id ?? null
}

function reportOwner(reader: Reader, row: Row) {
  // Without criteria every row would be a stray.
  if (reader.failed.has('criteria')) return
  const code = row.cells.has('#owner') ? 'unknown-owner' : 'missing'
  reportCell(reader, row.place('#owner'), null, code, {
    vi: 'mã hoặc STT một mục có cách tính nhận dòng này, thêm “, phần 1” nếu thuộc một phần, “, cách hiểu 1” nếu thuộc một cách hiểu',
    en: 'the id or number of an entry whose rule takes this row, with “, phần 1” for a part or “, cách hiểu 1” for a reading',
  })
}

function reportCriterion(reader: Reader, row: Row) {
  if (reader.failed.has('criteria')) return
  const code = row.cells.has('#owner') ? 'unknown-criterion' : 'missing'
  reportCell(reader, row.place('#owner'), null, code, {
    vi: `mã hoặc STT một tiêu chí ở trang “${layouts.criteria.title}”`,
    en: `the id or number of a criterion on sheet “${layouts.criteria.title}”`,
  })
}

function reportNoCriteria(sheets: Sheets, reader: Reader) {
  reader.failed.add('criteria')
  const sheet = sheets.get('criteria')
  if (sheet && !reader.problems.some(({ code }) => code === 'no-header'))
    remark(reader, { ...wholeFile, sheet: sheet.name }, 'no-rows', {
      vi: `trang “${layouts.criteria.title}” chưa có dòng tiêu chí nào`,
      en: `sheet “${layouts.criteria.title}” has no criteria yet`,
    })
}

/** The fields of the rule set as a whole, with what an empty line stands for. */
function readGeneral(sheet: ReadSheet | null, reader: Reader): Draft {
  const line = readLines(sheet, layouts.general, reader)
  const draft = readFields(reader, line, layouts.general.columns, '')
  for (const place of ['ratio', 'leaf', 'group', 'total'])
    if (valueAt(draft, `rounding.${place}`) === undefined) putAt(draft, `rounding.${place}`, null)
  settleSource(draft, 'roundingProvenance')
  if (draft['bandsProvenance'] === undefined) draft['bandsProvenance'] = null
  else settleSource(draft, 'bandsProvenance')
  if (
    valueAt(draft, 'rescaling.provenance') !== undefined &&
    valueAt(draft, 'rescaling.provenance.source') === undefined
  )
    putAt(draft, 'rescaling.provenance.source', null)
  return draft
}

function readAdjustments(rows: readonly Row[], belongings: Belongings, reader: Reader): Draft[] {
  return readBlocks(rows, layouts.adjustments.columns, 'adjustments', reader).map((draft, index) => {
    const row = rows[index]
    const { id } = draft
    if (!row || typeof id !== 'string') return draft
    const path = `adjustments[${index}].rule`
    const rule = readRule(reader, row, path, { owner: id }, belongings, allowedKinds.plain)
    if (!rule) requireRule(reader, row, path, allowedKinds.plain)
    return rule ? { ...draft, rule } : draft
  })
}

/** Metrics named in the columns of the rules, where the file has no sheet for them. */
function addMade(made: readonly Draft[], draft: Draft, reader: Reader) {
  if (made.length === 0) return
  draft['metrics'] = [...made]
  const { title } = layouts.metrics
  remark(
    reader,
    { ...wholeFile, sheet: reader.isCsv ? '' : title },
    'metrics-made',
    {
      vi: `không có trang “${title}”: ${made.length} số liệu được tạo theo tên ghi ở các cột số liệu; kiểu và đơn vị tính là tạm, kiểm tra lại`,
      en: `there is no sheet “${title}”: ${made.length} metrics were made of the names in the columns for them; check their kinds and units`,
    },
    'warning',
  )
}
