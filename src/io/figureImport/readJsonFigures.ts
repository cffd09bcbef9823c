import type { FigureImport } from '../../model/figureImport.ts'
import { parsePeriod } from '../../model/period.ts'
import type { Submission } from '../../model/submission.ts'
import { decodeSubmissions, readJson } from '../decode.ts'
import { importPortalFiles } from '../dvcqg766/importPortalFiles.ts'
import { daysInName } from '../dvcqg766/portalPeriod.ts'
import { portalRuleSetIds } from '../dvcqg766/portalShape.ts'
import { fromSubmission } from './fromSubmission.ts'
import { type Fault, type ImportProblems, inFile, remark, takeOver } from './importProblems.ts'
import { figureImport, type ImportTarget, noSubject, refusedImport } from './importTarget.ts'

export type TextFile = { readonly file: string; readonly text: string }

/** One JSON file: a submission or table of ours, or an answer of the national portal. */
export function readJsonFigures(source: TextFile, target: ImportTarget): FigureImport {
  const { file, text } = source
  const problems: ImportProblems = { all: [] }
  const read = readJson(text, file)
  if (!read.ok) {
    takeOver(problems, read.problems)
    return figureImport(file, 'submission', noSubject, [], problems)
  }
  const keys = keysOf(read.value)
  if (keys.has('rows') || (keys.has('values') && keys.has('ruleSetId'))) {
    const decoded = decodeSubmissions(text, file)
    if (decoded.ok) return ownSubmission(decoded.value, file, target)
    takeOver(problems, decoded.problems)
    return figureImport(file, 'submission', noSubject, [], problems)
  }
  if (['data', 'overview', 'evaluation', 'parent', 'children'].some(key => keys.has(key)))
    return readPortalFigures([source], target)
  return refusedImport(
    file,
    'submission',
    keys.has('criteria') && keys.has('metrics') ? isRuleSet : unknownJson,
  )
}

/** Whether a text is one of the portal's answers rather than a file of ours. */
export function looksLikePortal({ file, text }: TextFile): boolean {
  const read = readJson(text, file)
  return read.ok && ['data', 'overview', 'parent', 'children'].some(key => keysOf(read.value).has(key))
}

function keysOf(value: unknown): ReadonlySet<string> {
  return new Set(
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [],
  )
}

function ownSubmission(submissions: readonly Submission[], file: string, target: ImportTarget): FigureImport {
  const own = submissions.find(({ agencyId }) => agencyId === target.agencyId)
  const [first, second] = submissions
  const chosen = own ?? (second ? undefined : first)
  if (chosen)
    return fromSubmission(chosen, file, target, 'submission', { withWords: true, skipsMissing: false })
  return refusedImport(
    file,
    'submission',
    noRow(
      submissions.map(({ agencyId }) => agencyId),
      target,
    ),
  )
}

function noRow(ids: readonly string[], { agencies, agencyId }: ImportTarget): Fault {
  const nameOf = (id: string) => {
    const agency = agencies.find(each => each.id === id)
    return agency?.shortName ?? agency?.name ?? id
  }
  const list = `${ids.slice(0, 5).map(nameOf).join(', ')}${ids.length > 5 ? ', …' : ''}`
  return {
    code: 'no-agency-row',
    vi: `tệp không có ${nameOf(agencyId)}; có ${ids.length === 0 ? 'không đơn vị nào' : list}`,
    en: `the file does not have ${nameOf(agencyId)}; it has ${ids.length === 0 ? 'no agency' : list}`,
  }
}

/** Files saved from the national portal, several groups at once; only for the rule set they answer. */
export function readPortalFigures(sources: readonly TextFile[], target: ImportTarget): FigureImport {
  const file = sources.map(source => source.file).join(', ')
  if (target.ruleSet.id !== portalRuleSetIds.units) return refusedImport(file, 'portal', notForPortal(target))
  const imported = importPortalFiles(
    sources.map(source => ({ name: source.file, text: source.text })),
    {
      ruleSet: target.ruleSet,
      rankingRuleSet: null,
      directory: { agencies: target.agencies, groups: [] },
      day: sources.every(source => daysInName(source.file).length === 1) ? null : dayOf(target.period),
    },
  )
  const problems: ImportProblems = { all: [] }
  const several = sources.length > 1
  for (const each of imported.files)
    takeOver(
      problems,
      each.problems.map(problem =>
        several ? { ...problem, path: `${each.name} ${problem.path}`.trim() } : problem,
      ),
    )
  const own = imported.submissions.filter(({ agencyId }) => agencyId === target.agencyId)
  const chosen = own.find(({ period }) => period === target.period) ?? own[0]
  if (!chosen) {
    if (imported.submissions.length > 0)
      remark(
        problems,
        inFile,
        '',
        noRow(
          imported.submissions.map(({ agencyId }) => agencyId),
          target,
        ),
      )
    return figureImport(file, 'portal', noSubject, [], problems)
  }
  const read = fromSubmission(chosen, file, target, 'portal', { withWords: false, skipsMissing: true })
  return { ...read, problems: [...problems.all, ...read.problems] }
}

/** Files without a day in their name take the draft's, or one within its period. */
function dayOf(text: string): string {
  const period = parsePeriod(text)
  switch (period?.kind) {
    case 'date':
      return text
    case 'month':
      return `${text}-01`
    case 'quarter':
      return `${period.year}-${String(Number(period.quarter) * 3).padStart(2, '0')}-01`
    default:
      return `${period?.year ?? '2000'}-12-31`
  }
}

function notForPortal({ ruleSet }: ImportTarget): Fault {
  return {
    code: 'other-rule-set',
    vi: `tệp của Cổng dịch vụ công quốc gia chỉ có số liệu cho bộ chỉ số 766; bản đang điền theo “${ruleSet.shortTitle}”`,
    en: `files of the national portal hold figures for the index of decision 766 alone; the draft follows "${ruleSet.shortTitleEn ?? ruleSet.shortTitle}"`,
  }
}

const isRuleSet: Fault = {
  code: 'is-rule-set',
  vi: 'đây là tệp bộ chỉ số, không phải số liệu; nạp ở màn hình Nạp tệp',
  en: 'this is a rule set, not figures; import it on the screen for files',
}

const unknownJson: Fault = {
  code: 'unknown-json',
  vi: 'tệp JSON này không phải hồ sơ số liệu, bảng nhiều đơn vị hay tệp lưu từ Cổng dịch vụ công quốc gia',
  en: 'this JSON is neither a submission, nor a table of agencies, nor a file saved from the national portal',
}
