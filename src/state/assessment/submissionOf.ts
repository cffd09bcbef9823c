import type { FigureReading } from '../../io/figures/readFigure.ts'
import type { Finding } from '../../model/checks.ts'
import { walkCriteria } from '../../model/criteria.ts'
import type { Draft, FieldEntry } from '../../model/draft.ts'
import type { Form } from '../../model/form.ts'
import type { Metric, RuleSet } from '../../model/ruleSet.ts'
import type { MetricValue, Submission } from '../../model/submission.ts'
import type { RefusedFigure } from '../../scoring/checks/checkInput.ts'
import { cleanApproval, cleanEvidence } from './cleanParts.ts'
import { knownIds } from './knownIds.ts'
import { type ReadClaims, readClaims } from './readClaims.ts'
import { refuseFigures } from './refuseFigures.ts'

/** What would be handed in, with what of the draft it could not take over. */
export type SubmissionParts = {
  readonly submission: Submission
  readonly refused: readonly RefusedFigure[]
  readonly claims: ReadClaims
}

/**
 * What an agency would hand in now: every figure of the rule set, doubtful and unreadable ones missing with a
 * note, claims as decisions of its own. Whoever decodes and lints it finds nothing wrong.
 * @param findings of the checks; those accepted go along with their words
 */
export function submissionOf(
  draft: Draft,
  ruleSet: RuleSet,
  readings: ReadonlyMap<string, FigureReading>,
  form: Form,
  findings: readonly Finding[] = [],
): Submission {
  return withAccepted(submissionParts(draft, ruleSet, readings, form).submission, draft, findings)
}

/** The same with what was refused and why; doubts that were let stand are not in it yet. */
export function submissionParts(
  draft: Draft,
  ruleSet: RuleSet,
  readings: ReadonlyMap<string, FigureReading>,
  form: Form,
): SubmissionParts {
  const entered = ruleSet.metrics.map(metric =>
    figureOf(metric, draft.fields.get(metric.id), readings.get(metric.id)),
  )
  const { values, refused } = refuseFigures(entered, ruleSet)
  const claims = readClaims(draft, form)
  const known = knownIds(ruleSet)
  const exempt = exemptionsOf(draft, ruleSet, form)
  const explanations = [...draft.explanations].flatMap(([criterionId, text]) =>
    text.trim() === '' || !known.has(criterionId) ? [] : [{ criterionId, text }],
  )
  const evidence = draft.evidence.flatMap(item => cleanEvidence(item, known))
  const approval = cleanApproval(draft.approval)
  const submission: Submission = {
    id: `${ruleSet.id}.${draft.period}.${draft.agencyId}`,
    ruleSetId: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    agencyId: draft.agencyId,
    period: draft.period,
    stage: 'selfAssessment',
    provenance: draft.provenance,
    values,
    ...(exempt.length > 0 && { notApplicable: exempt }),
    ...(claims.decisions.length > 0 && { decisions: claims.decisions }),
    ...(evidence.length > 0 && { evidence }),
    ...(explanations.length > 0 && { explanations }),
    ...(approval && { approval }),
    ...(draft.note !== null && draft.note.trim() !== '' && { note: draft.note }),
  }
  return { submission, refused, claims }
}

/** A submission with the doubts its owner let stand, as long as the checks still find them. */
export function withAccepted(
  submission: Submission,
  { accepted }: Pick<Draft, 'accepted'>,
  findings: readonly Finding[],
): Submission {
  const standing = new Map(findings.map(finding => [finding.id, finding]))
  const entries = accepted.flatMap(({ findingId, reason }) => {
    const finding = standing.get(findingId)
    if (!finding || reason.trim() === '') return []
    return [{ findingId, criterionId: finding.place.nodeId, finding: finding.text.vi, reason }]
  })
  return entries.length > 0 ? { ...submission, accepted: entries } : submission
}

/** One object as long as the entry stands, so that what did not change is the same. */
const known = new WeakMap<Metric, WeakMap<FieldEntry, MetricValue>>()
const nothing = new WeakMap<Metric, MetricValue>()

function figureOf(
  metric: Metric,
  entry: FieldEntry | undefined,
  reading: FigureReading | undefined,
): MetricValue {
  if (!entry) {
    const value = nothing.get(metric) ?? { metricId: metric.id, state: 'missing' }
    nothing.set(metric, value)
    return value
  }
  const ofMetric = known.get(metric) ?? new WeakMap<FieldEntry, MetricValue>()
  known.set(metric, ofMetric)
  const value = ofMetric.get(entry) ?? freshValue(metric.id, entry, reading)
  ofMetric.set(entry, value)
  return value
}

function freshValue(metricId: string, entry: FieldEntry, reading: FigureReading | undefined): MetricValue {
  if (entry.state !== 'typed') {
    const { state, note = '' } = entry
    return { metricId, state, ...(note.trim() !== '' && { note }) }
  }
  if (reading?.kind === 'value') return { metricId, state: 'entered', value: reading.value }
  if (reading === undefined || reading.kind === 'empty') return { metricId, state: 'missing' }
  return {
    metricId,
    state: 'missing',
    note: `${reading.kind === 'unclear' ? 'Chưa rõ số' : 'Chưa đọc được'}: “${entry.text.trim()}”`,
  }
}

/** Said where an agency gave no reason; the checks ask for one. */
export const noReason = 'Chưa ghi lý do'

/** What the draft exempts, then what is not for agencies of its level; pooled leaves cannot be exempted. */
function exemptionsOf(draft: Draft, ruleSet: RuleSet, form: Form) {
  const items = form.areas.flatMap(area => area.items)
  const pooled = new Set(items.flatMap(item => (item.pool ? [item.nodeId] : [])))
  const below = new Map(
    walkCriteria(ruleSet).map(({ criterion }) => [
      criterion.id,
      walkCriteria({ criteria: [criterion] }).map(place => place.criterion.id),
    ]),
  )
  const stated = [...draft.exempt].flatMap(([criterionId, reason]) => {
    const ids = below.get(criterionId)
    if (!ids || ids.some(id => pooled.has(id))) return []
    return [{ criterionId, reason: reason.trim() === '' ? noReason : reason }]
  })
  const covered = new Set(stated.flatMap(({ criterionId }) => below.get(criterionId) ?? []))
  const byLevel = items.flatMap(({ nodeId, notForLevel }) =>
    notForLevel && !covered.has(nodeId) && !pooled.has(nodeId)
      ? [{ criterionId: nodeId, reason: notForLevel.vi }]
      : [],
  )
  return [...stated, ...byLevel]
}
