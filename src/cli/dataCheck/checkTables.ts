import type { RuleSet } from '../../model/ruleSet.ts'
import { submissionsOf, type TableRow } from '../../model/submission.ts'
import { unknownMetric } from '../../scoring/lint/lintValues.ts'
import type { Report } from '../../scoring/lint/report.ts'
import { checkAgency } from './checkAgency.ts'
import { checkApplies } from './checkApplies.ts'
import { checkGiven, checkHead, checkSubmission } from './checkSubmissions.ts'
import { type On, reportTwice } from './findings.ts'
import { type Folder, indexFile } from './readFolder.ts'

/** Tables of submissions: columns, rows as the index lists them, and each row as a submission. */
export function checkTables(folder: Folder, on: On): void {
  // Rows are held against the index, so that an agency nobody knows is said once for all periods.
  folder.catalogue.tables.forEach(({ agencyIds }, index) => {
    agencyIds.forEach((agencyId, place) => {
      checkAgency(agencyId, `tables[${index}].agencyIds[${place}]`, folder, on(indexFile))
    })
  })
  for (const { file, value: table, entry } of folder.tables) {
    const report = on(file)
    const { metricIds, rows } = table
    checkColumns(metricIds, report)
    checkRows(rows, metricIds.length, entry.agencyIds, report)
    const ruleSet = checkHead(table, folder, report)
    if (!ruleSet) continue
    checkMetrics(metricIds, ruleSet, report)
    checkGiven(metricIds, table, ruleSet, 'metricIds', report)
    submissionsOf(table).forEach((submission, index) => {
      const row = rows[index]
      if (!row) return
      const placeOf = (path: string) => placeInRow(path, row, index)
      checkSubmission(submission, ruleSet, placeOf, report, true)
      checkApplies(submission, ruleSet, folder, placeOf, report)
    })
  }
}

function checkColumns(metricIds: readonly string[], report: Report): void {
  const columns = metricIds.map((key, index) => ({ key, path: `metricIds[${index}]` }))
  reportTwice(columns, ({ key, path }, earlier) => {
    report.error(path, 'duplicate-column', {
      vi: `số liệu “${key}” đã là cột ${earlier}; mỗi số liệu một cột`,
      en: `metric "${key}" is column ${earlier} already; each metric has one`,
    })
  })
}

function checkMetrics(metricIds: readonly string[], { metrics }: RuleSet, report: Report): void {
  metricIds.forEach((id, index) => {
    if (!metrics.some(metric => metric.id === id))
      report.error(`metricIds[${index}]`, 'unknown-metric', unknownMetric(id))
  })
}

function checkRows(
  rows: readonly TableRow[],
  columns: number,
  listed: readonly string[],
  report: Report,
): void {
  rows.forEach(({ agencyId, cells }, index) => {
    if (cells.length !== columns)
      report.error(`rows[${index}].cells`, 'row-length', {
        vi: `dòng của “${agencyId}” có ${cells.length} ô; cần ${columns} ô như metricIds`,
        en: `the row of "${agencyId}" has ${cells.length} cells; ${columns} are needed, as in metricIds`,
      })
  })
  const length = Math.max(rows.length, listed.length)
  // The first difference says it: everything behind it is moved as well.
  const first = Array.from({ length }, (_, index) => index).find(
    index => rows[index]?.agencyId !== listed[index],
  )
  if (first === undefined) return
  const [found, wanted] = [rows[first]?.agencyId, listed[first]].map(id =>
    id === undefined ? '(hết dòng)' : `“${id}”`,
  )
  report.error(`rows[${first}].agencyId`, 'table-agencies', {
    vi: `dòng ${first + 1} là ${found}; theo agencyIds của index.json phải là ${wanted}`,
    en: `row ${first + 1} is ${found}; by agencyIds in index.json it must be ${wanted}`,
  })
}

/** `values[3].value` of a row's submission is `rows[12].cells[3]`. */
function placeInRow(path: string, { cells }: TableRow, row: number): string {
  const [, column, field = ''] = /^values\[(\d+)\](.*)$/.exec(path) ?? []
  if (column === undefined) return path === '' ? `rows[${row}]` : `rows[${row}].${path}`
  const isPlain = typeof cells[Number(column)] === 'string'
  return `rows[${row}].cells[${column}]${isPlain ? '' : field}`
}
