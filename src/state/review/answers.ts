import { askedCriteria, saysTheSame } from '../../model/askedDraft.ts'
import { type Form, isAsked } from '../../model/form.ts'
import type { FigureCorrection, FigureState, RequestAnswer, ReviewRequest } from '../../model/review.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { EvidenceItem, MetricValue, Submission } from '../../model/submission.ts'
import { compare, parseExact } from '../../scoring/exact.ts'
import { formOf } from '../../scoring/form/formOf.ts'

/** What an answer file changed: by question, and what nobody asked about. */
export type AnswerReading = {
  /** One for each criterion that was asked about, in the order of the questions, also where nothing was said. */
  readonly answers: readonly RequestAnswer[]
  /**
   * Changes that count for nothing, metric and criterion ids, each once: all outside what was asked, and of what was
   * asked words taken away, an exemption, documents changed or removed.
   */
  readonly outside: readonly string[]
}

/**
 * Sets an answer file beside what its agency had handed in. A figure that an asked criterion rests on belongs to
 * that criterion, also where others that were not asked about look at it too.
 */
export function answerOf(
  request: Pick<ReviewRequest, 'questions'>,
  before: Submission,
  after: Submission,
  ruleSet: RuleSet,
): AnswerReading {
  const asked = askedCriteria(request)
  const metricsOf = metricsUnder(ruleSet)
  const figures = correctionsOf(before, after)
  const evidence = changedEvidence(before, after)
  const [said, now] = [before, after].map(textsOf)
  const [claimed, claims] = [before, after].map(claimsOf)
  const answers = [...asked].map((criterionId): RequestAnswer => {
    const metrics = new Set(metricsOf.get(criterionId))
    const text = now?.get(criterionId) ?? null
    const [was, will] = [claimed?.get(criterionId) ?? null, claims?.get(criterionId) ?? null]
    const isOtherClaim = !isSameNumber(was, will)
    return {
      criterionId,
      text: text === (said?.get(criterionId) ?? null) ? null : text,
      figures: figures.filter(({ metricId }) => metrics.has(metricId)),
      claim: isOtherClaim ? will : null,
      ...(isOtherClaim && will === null && { dropsClaim: true as const }),
      evidence: evidence.flatMap(({ item, was, added }) =>
        item && added.has(criterionId) ? [was ? alsoFor(was, criterionId) : item] : [],
      ),
    }
  })
  const ofAsked = new Set([...asked].flatMap(id => metricsOf.get(id) ?? []))
  const outside = [
    ...figures.flatMap(({ metricId }) => (ofAsked.has(metricId) ? [] : [metricId])),
    ...differing(claimed, claims, isSameNumber).filter(id => !asked.has(id)),
    // Words can be answered with others; taking them away answers nothing.
    ...differing(said, now, (a, b) => a === b).filter(id => !asked.has(id) || !now?.has(id)),
    ...evidence.flatMap(({ added, lost, touched }) => [
      ...lost,
      ...touched,
      ...[...added].filter(id => !asked.has(id)),
    ]),
    ...differing(exemptionsOf(before), exemptionsOf(after), (a, b) => a === b),
  ]
  return { answers, outside: [...new Set(outside)] }
}

/** Whether an answer says anything: words, a figure, points, a document. */
export function saysSomething({ text, figures, claim, dropsClaim, evidence }: RequestAnswer): boolean {
  return text !== null || figures.length > 0 || claim !== null || dropsClaim === true || evidence.length > 0
}

/** Figures that the agency fills in for the asked criteria: those it may correct in its answer. */
export function askedMetrics(form: Form, request: Pick<ReviewRequest, 'questions'>): readonly string[] {
  const metricsOf = metricsByItem(form)
  return [...new Set([...askedCriteria(request)].flatMap(id => metricsOf.get(id) ?? []))]
}

const underRules = new WeakMap<RuleSet, ReadonlyMap<string, readonly string[]>>()

/** An agency answers with every key it presses: its rules are walked once. */
function metricsUnder(ruleSet: RuleSet): ReadonlyMap<string, readonly string[]> {
  const known = underRules.get(ruleSet) ?? metricsByItem(formOf(ruleSet, null))
  underRules.set(ruleSet, known)
  return known
}

/** Figures by leaf or adjustment; surveys and reviewers fill in their own. */
function metricsByItem({ areas }: Form): ReadonlyMap<string, readonly string[]> {
  return new Map(
    areas
      .flatMap(area => area.items)
      .map(item => [
        item.nodeId,
        isAsked(item) ? item.groups.flatMap(group => group.fields.map(field => field.metric.id)) : [],
      ]),
  )
}

function correctionsOf(before: Submission, after: Submission): readonly FigureCorrection[] {
  const [was, will] = [before, after].map(
    ({ values }) => new Map(values.map(value => [value.metricId, stateOf(value)])),
  )
  const ids = new Set([...(was?.keys() ?? []), ...(will?.keys() ?? [])])
  return [...ids].flatMap((metricId): readonly FigureCorrection[] => {
    const correction = { metricId, was: was?.get(metricId) ?? nothing, to: will?.get(metricId) ?? nothing }
    return isSameState(correction.was, correction.to) ? [] : [correction]
  })
}

/** A figure nobody wrote down is missing, which is what an empty field says as well. */
const nothing: FigureState = { state: 'missing' }

function stateOf(value: MetricValue): FigureState {
  return value.state === 'entered' ? { state: 'entered', value: value.value } : { state: value.state }
}

function isSameState(a: FigureState, b: FigureState): boolean {
  if (a.state !== 'entered' || b.state !== 'entered') return a.state === b.state
  return isSameNumber(a.value, b.value)
}

const number = /^-?\d+(\.\d+)?$/

/** "2" and "2.0" are the same number; days are compared as they are written. */
function isSameNumber(a: string | null, b: string | null): boolean {
  if (a === b) return true
  if (a === null || b === null || !number.test(a) || !number.test(b)) return false
  return compare(parseExact(a), parseExact(b)) === 0
}

/** Points the agency claims itself; the last one for a criterion stands. */
function claimsOf({ decisions = [] }: Submission): ReadonlyMap<string, string> {
  return new Map(
    decisions.flatMap(({ stage, criterionId, points }) =>
      stage === 'selfAssessment' ? [[criterionId, points] as const] : [],
    ),
  )
}

function textsOf({ explanations = [] }: Submission): ReadonlyMap<string, string> {
  return new Map(
    explanations.flatMap(({ criterionId, text }) => {
      const written = text.normalize('NFC').trim()
      return written === '' ? [] : [[criterionId, written] as const]
    }),
  )
}

/** Only that a criterion is exempt: why is words. */
function exemptionsOf({ notApplicable = [] }: Submission): ReadonlyMap<string, string> {
  return new Map(notApplicable.map(({ criterionId }) => [criterionId, '']))
}

function differing(
  was: ReadonlyMap<string, string> | undefined,
  will: ReadonlyMap<string, string> | undefined,
  isSame: (a: string | null, b: string | null) => boolean,
): readonly string[] {
  return [...new Set([...(was?.keys() ?? []), ...(will?.keys() ?? [])])].filter(
    id => !isSame(was?.get(id) ?? null, will?.get(id) ?? null),
  )
}

/** A document as it was handed in, for one criterion more. */
function alsoFor(item: EvidenceItem, criterionId: string): EvidenceItem {
  return { ...item, criterionIds: [...item.criterionIds, criterionId] }
}

type ChangedEvidence = {
  readonly item: EvidenceItem | null
  /** As it was handed in before; null: it is new. */
  readonly was: EvidenceItem | null
  /** Criteria it backs and did not back before. */
  readonly added: ReadonlySet<string>
  /** Criteria it backed and does not back any more. */
  readonly lost: readonly string[]
  /** Criteria it backed, of a document whose details were changed. */
  readonly touched: readonly string[]
}

/** Documents are added; one that was handed in before stays what it was, whatever an answer says of it. */
function changedEvidence(before: Submission, after: Submission): readonly ChangedEvidence[] {
  const will = new Map((after.evidence ?? []).map(item => [item.id, item]))
  const known = new Map((before.evidence ?? []).map(item => [item.id, item]))
  const kept = [...known.values()].map((was): ChangedEvidence => {
    const item = will.get(was.id) ?? null
    if (!item) return { item: null, was, added: new Set(), lost: was.criterionIds, touched: [] }
    const isOther = !saysTheSame({ ...item, criterionIds: [] }, { ...was, criterionIds: [] })
    return {
      item,
      was,
      added: new Set(item.criterionIds.filter(id => !was.criterionIds.includes(id))),
      lost: was.criterionIds.filter(id => !item.criterionIds.includes(id)),
      touched: isOther ? was.criterionIds : [],
    }
  })
  const added = [...will.values()]
    .filter(({ id }) => !known.has(id))
    .map(
      (item): ChangedEvidence => ({
        item,
        was: null,
        added: new Set(item.criterionIds),
        lost: [],
        touched: [],
      }),
    )
  return [...kept, ...added]
}
