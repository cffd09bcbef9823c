import { walkCriteria } from '../../model/criteria.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Submission, SubmissionTable } from '../../model/submission.ts'
import { lintSubmission } from '../../scoring/lint/lintSubmission.ts'
import type { Report } from '../../scoring/lint/report.ts'
import { rulePlaces } from '../../scoring/lint/rulePlaces.ts'
import { kindOf } from '../../scoring/rules/ruleKinds.ts'
import { checkAgency } from './checkAgency.ts'
import { checkApplies } from './checkApplies.ts'
import { checkPublished } from './checkPublished.ts'
import { daysOfPeriod } from './days.ts'
import { type On, reportIds } from './findings.ts'
import { type Folder, findRuleSet } from './readFolder.ts'
import { saysIllustrative } from './saysIllustrative.ts'

/** Submissions that have a file of their own. */
export function checkSubmissions(folder: Folder, on: On): void {
  for (const { file, value, entry } of folder.submissions) {
    const report = on(file)
    // Another agency than the index says is told already.
    if (value.agencyId === entry.agencyId) checkAgency(value.agencyId, 'agencyId', folder, report)
    const ruleSet = checkHead(value, folder, report)
    if (!ruleSet) continue
    checkSubmission(value, ruleSet, path => path, report)
    checkApplies(value, ruleSet, folder, path => path, report)
    const given = value.values.map(({ metricId }) => metricId)
    checkGiven(given, value, ruleSet, 'values', report)
  }
}

/**
 * What a submission and a table say of themselves.
 * @returns the rule set that is answered, when it can be read
 */
export function checkHead(
  {
    ruleSetId,
    ruleSetVersion,
    period,
    provenance,
    note,
  }: Pick<SubmissionTable, 'ruleSetId' | 'ruleSetVersion' | 'period' | 'provenance' | 'note'>,
  folder: Folder,
  report: Report,
): RuleSet | null {
  if (provenance.certainty === 'illustrative' && !saysIllustrative([note]))
    report.error('note', 'illustrative-unsaid', {
      vi: `số liệu tự đặt (illustrative) mà ghi chú ${note === undefined ? 'để trống' : `là “${note}”`}; cần có chữ “minh họa”`,
      en: 'the figures are of our own; the note must say "minh họa"',
    })
  const ruleSet = findRuleSet(folder, ruleSetId, ruleSetVersion)
  const isKnown = folder.catalogue.ruleSets.some(({ id }) => id === ruleSetId)
  if (ruleSet === 'unknown')
    report.error(isKnown ? 'ruleSetVersion' : 'ruleSetId', 'unknown-rule-set', {
      vi: `bộ chỉ số “${ruleSetId}” bản “${ruleSetVersion}” không có trong mục lục; cần một bộ và bản đã ghi`,
      en: `rule set "${ruleSetId}" version "${ruleSetVersion}" is not in the index`,
    })
  if (typeof ruleSet === 'string') return null
  checkPeriod(period, ruleSet, report)
  return ruleSet
}

/** A period may begin before the decision it is scored by, as index years do, but must share a day with its validity. */
function checkPeriod(period: string, { id, validFrom, validTo }: RuleSet, report: Report): void {
  const days = daysOfPeriod(period)
  if (!days) {
    report.error('period', 'no-such-day', {
      vi: `lịch không có ngày “${period}”; cần kỳ có thật`,
      en: `the calendar has no day "${period}"`,
    })
    return
  }
  if (days.to < validFrom || (validTo !== undefined && days.from > validTo))
    report.error('period', 'period-outside-validity', {
      vi: `kỳ “${period}” nằm ngoài hiệu lực của bộ “${id}”; cần kỳ có ngày từ ${validFrom}${validTo === undefined ? ' trở đi' : ` đến ${validTo}`}`,
      en: `period "${period}" lies outside the validity of "${id}", from ${validFrom}${validTo === undefined ? ' on' : ` to ${validTo}`}`,
    })
}

/** Codes that are said once for a table, not in each of its rows. */
const saidOfColumns = ['unknown-metric', 'duplicate-value']

/**
 * The figures and published points of one agency.
 * @param placeOf where a place of the submission stands in its file
 */
export function checkSubmission(
  submission: Submission,
  ruleSet: RuleSet,
  placeOf: (path: string) => string,
  report: Report,
  isRow = false,
): void {
  for (const { path, code, severity, message } of lintSubmission(submission, ruleSet, '')) {
    if (isRow && saidOfColumns.includes(code)) continue
    if (code === 'numerator-above-denominator' && !explains(submission, path))
      report.error(placeOf(path), code, {
        vi: `${message.vi}; tử số không thể hơn mẫu số, trừ khi provenance.note nói rõ vì sao`,
        en: `${message.en}; provenance.note must say why`,
      })
    else report[severity](placeOf(path), code, message)
  }
  submission.values.forEach((value, index) => {
    if (value.state !== 'entered' && value.note === undefined)
      report.error(placeOf(`values[${index}].note`), 'absent-without-note', {
        vi: `“${value.metricId}” đang là “${value.state}” mà không có note; cần nói vì sao không có số`,
        en: `"${value.metricId}" is "${value.state}" and has no note; it must say why`,
      })
  })
  checkEvidence(submission, placeOf, report)
  checkPublished(submission, ruleSet, placeOf, report)
}

/** Whether the figure at a place of the lint has a note of its own. */
function explains({ values }: Submission, path: string): boolean {
  const index = /^values\[(\d+)\]/.exec(path)?.[1]
  const value = index === undefined ? undefined : values[Number(index)]
  return value?.provenance?.note !== undefined
}

function checkEvidence({ evidence }: Submission, placeOf: (path: string) => string, report: Report): void {
  if (!evidence) return
  reportIds(
    { evidence },
    {
      ...report,
      error: (path, ...rest) => {
        report.error(placeOf(path), ...rest)
      },
    },
  )
}

/** Every figure a rule looks at is given or said to be absent; results alone, without any figure, say so in a note. */
export function checkGiven(
  given: readonly string[],
  { note, notApplicable }: Pick<Submission, 'note' | 'notApplicable'>,
  ruleSet: RuleSet,
  path: string,
  report: Report,
): void {
  if (given.length === 0 && note !== undefined) return
  const exempt = new Set(
    (notApplicable ?? []).flatMap(({ criterionId }) =>
      walkCriteria(ruleSet)
        .filter(({ criterion }) => criterion.id === criterionId)
        .flatMap(({ criterion }) => walkCriteria({ criteria: [criterion] }))
        .map(({ criterion }) => criterion.id),
    ),
  )
  const needed = new Set(
    rulePlaces(ruleSet)
      .filter(({ owner }) => !exempt.has(owner.id))
      .flatMap(({ rule }) => kindOf(rule).figures(rule))
      .map(({ metricId }) => metricId),
  )
  const lacking = ruleSet.metrics.filter(({ id }) => needed.has(id) && !given.includes(id))
  if (lacking.length > 0)
    report.error(path, 'metric-not-given', {
      vi: `không có ${lacking.map(({ id }) => `“${id}”`).join(', ')}; cần giá trị, hoặc trạng thái kèm lý do`,
      en: `${lacking.map(({ id }) => `"${id}"`).join(', ')} must be given a value or a state with a reason`,
    })
}
