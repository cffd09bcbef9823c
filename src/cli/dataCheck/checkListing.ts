import type { Report } from '../../scoring/lint/report.ts'
import { type On, reportTwice } from './findings.ts'
import { type Files, type Folder, indexFile, type Listing } from './readFolder.ts'

/** Files a data folder has beside those its index names: itself, the guide and the generated schemas. */
const unlistedByDesign = /^(index\.json|README\.md|schema\/[a-z-]+\.schema\.json)$/

/** Every file listed exists, every file is listed, none twice; the newest period first; what opens is there. */
export function checkListing(folder: Folder, on: On): void {
  const { files, listings, catalogue } = folder
  const report = on(indexFile)
  for (const { file, at } of listings)
    if (!files.has(file))
      report.error(at, 'file-missing', {
        vi: `mục lục ghi tệp “${file}” nhưng thư mục không có; thêm tệp hoặc bỏ dòng này`,
        en: `the index names "${file}", which is not there; add the file or drop the entry`,
      })
  const places = listings.map(({ file, at }) => ({ key: file, path: at }))
  reportTwice(places, ({ key, path }, earlier) => {
    report.error(path, 'listed-twice', {
      vi: `tệp “${key}” đã ghi ở ${earlier}; mỗi tệp chỉ được ghi một lần`,
      en: `"${key}" is listed at ${earlier} already; a file may be listed once`,
    })
  })
  checkUnlisted(files, listings, on)
  checkPeriods(folder, report)
  checkTwins(folder, report)
  const { ruleSetId, period, agencyId } = catalogue.opening
  if (!entriesOf(folder).some(({ key }) => key === keyOf(ruleSetId, period, agencyId)))
    report.error('opening', 'opening-unknown', {
      vi: `mở ra “${ruleSetId}”, kỳ “${period}”, đơn vị “${agencyId}” nhưng mục lục không có số liệu ấy; cần một mục của submissions hoặc tables`,
      en: `opens "${ruleSetId}", "${period}", "${agencyId}", which no entry of submissions or tables lists`,
    })
}

function checkUnlisted(files: Files, listings: readonly Listing[], on: On): void {
  const listed = new Set(listings.map(({ file }) => file))
  for (const file of files.keys())
    if (!listed.has(file) && !unlistedByDesign.test(file))
      on(file).error('', 'file-unlisted', {
        vi: `tệp “${file}” không có trong index.json; ghi vào mục lục hoặc xóa đi`,
        en: `"${file}" is not in index.json; list it or delete it`,
      })
}

function checkPeriods({ catalogue }: Folder, report: Report): void {
  const check = (periods: readonly string[], pathOf: (index: number) => string) => {
    periods.forEach((period, index) => {
      const before = periods[index - 1]
      if (before !== undefined && before < period)
        report.error(pathOf(index), 'period-order', {
          vi: `kỳ “${period}” đứng sau kỳ “${before}”; kỳ mới phải đứng trước`,
          en: `period "${period}" stands after "${before}"; the newest must come first`,
        })
    })
  }
  check(
    catalogue.submissions.map(({ period }) => period),
    index => `submissions[${index}].period`,
  )
  catalogue.tables.forEach(({ periods }, table) => {
    check(periods, index => `tables[${table}].periods[${index}]`)
  })
}

/** An agency has one submission a rule set and period, in a file of its own or in a table. */
function checkTwins(folder: Folder, report: Report): void {
  reportTwice(entriesOf(folder), ({ key, path }, earlier) => {
    report.error(path, 'duplicate-submission', {
      vi: `số liệu “${key}” đã có ở ${earlier}; mỗi bộ, kỳ, đơn vị chỉ một lần`,
      en: `"${key}" is listed at ${earlier} already; a rule set, period and agency may come once`,
    })
  })
}

/** A submission as the index knows it; also the id inside its file. */
export function keyOf(ruleSetId: string, period: string, agencyId: string): string {
  return `${ruleSetId}.${period}.${agencyId}`
}

function entriesOf({ catalogue }: Folder): readonly { readonly key: string; readonly path: string }[] {
  return [
    ...catalogue.submissions.map(({ ruleSetId, period, agencyId }, index) => ({
      key: keyOf(ruleSetId, period, agencyId),
      path: `submissions[${index}]`,
    })),
    ...catalogue.tables.flatMap(({ ruleSetId, periods, agencyIds }, index) =>
      periods.flatMap(period =>
        agencyIds.map((agencyId, place) => ({
          key: keyOf(ruleSetId, period, agencyId),
          path: `tables[${index}].agencyIds[${place}]`,
        })),
      ),
    ),
  ]
}
