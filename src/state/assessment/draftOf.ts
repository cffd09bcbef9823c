import { claimText } from '../../io/figures/claimText.ts'
import { writeFigure } from '../../io/figures/writeFigure.ts'
import type { DraftEdit, FieldEntry } from '../../model/draft.ts'
import type { Metric, RuleSet } from '../../model/ruleSet.ts'
import type { MetricValue, Submission } from '../../model/submission.ts'
import { knownIds } from './knownIds.ts'

/**
 * What a submission says, as changes of a draft: `submissionOf` makes the same figures, states, exemptions,
 * claims, evidence and explanations of them again. What was decided later, published or corrected stays behind;
 * so does what the rule set does not know.
 */
export function editsFrom(submission: Submission, ruleSet: RuleSet): readonly DraftEdit[] {
  const metrics = new Map(ruleSet.metrics.map(metric => [metric.id, metric]))
  const known = knownIds(ruleSet)
  const {
    values,
    notApplicable = [],
    decisions = [],
    evidence = [],
    explanations = [],
    accepted = [],
    approval,
    note,
  } = submission
  const claims = decisions.filter(each => each.stage === 'selfAssessment' && known.has(each.criterionId))
  return [
    ...values.flatMap((value): readonly DraftEdit[] => {
      const metric = metrics.get(value.metricId)
      const entry = metric && entryOf(value, metric)
      return entry ? [{ kind: 'field', metricId: value.metricId, entry }] : []
    }),
    ...notApplicable.flatMap(({ criterionId, reason }): readonly DraftEdit[] =>
      known.has(criterionId) ? [{ kind: 'exempt', criterionId, reason }] : [],
    ),
    ...claims.map(
      ({ criterionId, points, reason }): DraftEdit => ({
        kind: 'claim',
        criterionId,
        claim: { text: claimText(points), ...(reason !== undefined && { reason }) },
      }),
    ),
    ...explanations.flatMap(({ criterionId, text }): readonly DraftEdit[] =>
      known.has(criterionId) ? [{ kind: 'explanation', criterionId, text }] : [],
    ),
    ...evidence.map((item): DraftEdit => ({ kind: 'evidence', item })),
    ...accepted.map(({ findingId, reason }): DraftEdit => ({ kind: 'accept', findingId, reason })),
    ...(approval ? [{ kind: 'approval', approval } as const] : []),
    ...(note === undefined ? [] : [{ kind: 'note', note } as const]),
  ]
}

/** What stands in a field for a figure; null where the field stays empty. */
export function entryOf(value: MetricValue, metric: Metric): FieldEntry | null {
  if (value.state === 'entered') return writeFigure(value.value, metric)
  const { state, note } = value
  if (state === 'missing' && note === undefined) return null
  return { state, ...(note !== undefined && { note }) }
}
