import type { Catalogue } from '../../model/catalogue.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { lintListing } from '../../scoring/lint/lintSubmission.ts'
import { keyOf } from './checkListing.ts'
import { type On, passOn } from './findings.ts'
import { type Folder, indexFile } from './readFolder.ts'

/** What the index says of a file is what the file says of itself, and the file lies where that puts it. */
export function checkEntries(folder: Folder, on: On): void {
  checkFields(folder, on)
  checkPlaces(folder, on)
  for (const { at, file, value, entry } of folder.submissions) {
    reportDocument(at, file, entry.documentId, value.provenance.source?.documentId, on)
    const wanted = keyOf(entry.ruleSetId, entry.period, entry.agencyId)
    if (value.id !== wanted)
      on(file).error('id', 'submission-id', {
        vi: `mã “${value.id}” phải là “${wanted}”: bộ chỉ số, kỳ, đơn vị`,
        en: `id "${value.id}" must be "${wanted}": rule set, period, agency`,
      })
  }
  for (const { at, file, value, entry } of folder.tables) {
    const place = at.slice(0, at.indexOf('.'))
    reportDocument(place, file, entry.documentId, value.provenance.source?.documentId, on)
  }
}

function checkFields({ catalogue, ruleSets, submissions, tables, plans }: Folder, on: On): void {
  for (const { file, value, entry } of ruleSets) {
    const fields = ({ id, version, shortTitle, shortTitleEn = '' }: typeof entry | typeof value) => ({
      id,
      version,
      shortTitle,
      shortTitleEn,
    })
    passOn(lintListing(fields(entry), fields(value), file), on)
    checkWorkload(value, entry, catalogue.ruleSets.indexOf(entry), on)
  }
  for (const { file, value, entry } of submissions) {
    const { ruleSetId, period, agencyId } = entry
    passOn(lintListing({ ruleSetId, period, agencyId }, value, file), on)
  }
  for (const { file, value, entry } of tables) {
    const { ruleSetId, period } = entry
    passOn(lintListing({ ruleSetId, period }, value, file), on)
  }
  for (const { file, value, entry } of plans) {
    const fields = ({ id, agencyId, ruleSetId = '' }: typeof entry | typeof value) => ({
      id,
      agencyId,
      ruleSetId,
    })
    passOn(lintListing(fields(entry), fields(value), file), on)
  }
}

/** The figure that says how much came in is a count of the rule set. */
function checkWorkload(
  { metrics }: RuleSet,
  { id, workloadMetricId }: Catalogue['ruleSets'][number],
  place: number,
  on: On,
): void {
  if (workloadMetricId === undefined) return
  if (metrics.some(metric => metric.id === workloadMetricId && metric.valueType === 'count')) return
  on(indexFile).error(`ruleSets[${place}].workloadMetricId`, 'workload-metric', {
    vi: `“${workloadMetricId}” không phải số đếm nào của bộ “${id}”; cần mã của một số liệu kiểu số đếm`,
    en: `"${workloadMetricId}" is no count of rule set "${id}"; the id of a metric that counts is needed`,
  })
}

function checkPlaces({ catalogue, submissions, ruleSets, plans }: Folder, on: On): void {
  const check = (at: string, path: string, wanted: string) => {
    if (path !== wanted)
      on(indexFile).error(`${at}.path`, 'file-name', {
        vi: `tệp nằm ở “${path}”; theo mã, kỳ và đơn vị phải nằm ở “${wanted}”`,
        en: `the file lies at "${path}"; by its id, period and agency it belongs at "${wanted}"`,
      })
  }
  for (const { at, file, entry } of submissions)
    check(at, file, `submissions/${entry.ruleSetId}/${entry.period}/${entry.agencyId}.json`)
  for (const { at, file, entry } of ruleSets) check(at, file, `rule-sets/${entry.id}.json`)
  for (const { at, file, entry } of plans) check(at, file, `plans/${entry.id}.json`)
  catalogue.tables.forEach(({ path, ruleSetId }, index) => {
    // Agencies of two kinds may have a table each, so only the folder is given.
    const folder = `submissions/${ruleSetId}/`
    if (!path.startsWith(folder)) check(`tables[${index}]`, path, `${folder}{period}.json`)
  })
}

function reportDocument(
  at: string,
  file: string,
  listed: string | undefined,
  cited: string | undefined,
  on: On,
): void {
  if (listed === cited) return
  const [inIndex, inFile] = [listed, cited].map(id => (id === undefined ? '(trống)' : `“${id}”`))
  on(indexFile).error(`${at}.documentId`, 'listed-document', {
    vi: `mục lục ghi văn bản ${inIndex}, tệp “${file}” dẫn ${inFile}; hai nơi phải như nhau`,
    en: `the index gives ${inIndex} as the document, "${file}" cites ${inFile}; both must be the same`,
  })
}
