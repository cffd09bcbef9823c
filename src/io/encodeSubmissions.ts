import type { MetricValue, Submission, SubmissionTable, TableCell } from '../model/submission.ts'
import { formatTable } from './formatTable.ts'

/** A submission as its file says it, for `submissions/<rule set>/<period>/<agency>.json`. */
export function submissionText(submission: Submission): string {
  const content = { $schema: '../../../schema/submission.schema.json', ...submission }
  return `${JSON.stringify(content, null, 2)}\n`
}

/** A table as its file says it, for `submissions/<rule set>/<period>.json`. */
export function submissionTableText(table: SubmissionTable): string {
  return formatTable({ $schema: '../../schema/submission-table.schema.json', ...table })
}

/**
 * Submissions of one rule set and period as one table; their ids are made anew from agency and period.
 * @throws when there is none, or they are of several rule sets or periods
 */
export function tableOfSubmissions(submissions: readonly Submission[]): SubmissionTable {
  const [first] = submissions
  if (!first) throw new Error('a table needs at least one submission')
  const { ruleSetId, ruleSetVersion, period, stage } = first
  const other = submissions.find(each => each.ruleSetId !== ruleSetId || each.period !== period)
  if (other) throw new Error(`"${other.id}" is not of ${ruleSetId}, ${period}`)
  const metricIds = [...new Set(submissions.flatMap(each => each.values.map(value => value.metricId)))]
  const { source } = first.provenance
  const provenance = source
    ? { ...first.provenance, source: { documentId: source.documentId } }
    : first.provenance
  return {
    ruleSetId,
    ruleSetVersion,
    period,
    stage,
    provenance,
    metricIds,
    rows: submissions.map(submission => {
      const given = new Map(submission.values.map(value => [value.metricId, value]))
      const { agencyId, submittedOn, notApplicable, decisions, evidence, published, note } = submission
      return {
        agencyId,
        ...(submission.stage === stage ? {} : { stage: submission.stage }),
        provenance: submission.provenance,
        cells: metricIds.map(metricId => cellOf(given.get(metricId))),
        ...(submittedOn === undefined ? {} : { submittedOn }),
        ...(notApplicable === undefined ? {} : { notApplicable }),
        ...(decisions === undefined ? {} : { decisions }),
        ...(evidence === undefined ? {} : { evidence }),
        ...(published === undefined ? {} : { published }),
        ...(note === undefined ? {} : { note }),
      }
    }),
  }
}

/** A figure with nothing more to say is its bare text. */
function cellOf(value: MetricValue | undefined): TableCell {
  if (!value) return { state: 'missing' }
  if (value.state === 'entered' && !value.corrections && !value.provenance) return value.value
  const { metricId: _, ...cell } = value
  return cell
}
