import type { Decimal, Exact } from '../../model/exact.ts'
import type { Bilingual, Provenance } from '../../model/provenance.ts'
import type { ReviewStage } from '../../model/review.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { Decision, Submission } from '../../model/submission.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { comparesAgencies } from './isComparing.ts'
import type { Laid, Layer } from './layFigures.ts'
import { type LeafView, leavesIn, settledPoints } from './leafPoints.ts'
import type { ReviewStep, Said } from './said.ts'
import { refusals } from './verdictTexts.ts'

/** What a step came to. */
export type StepResult = {
  /** What decided, by leaf or adjustment. */
  readonly said: ReadonlyMap<string, Said>
  /** Why lines that stand cannot be followed. */
  readonly refused: ReadonlyMap<string, Bilingual>
  /** A leaf as it stood before its own line: figures that others corrected at the same step are in. */
  readonly stood: (nodeId: string) => LeafView | undefined
}

/** A submission at the end of its review so far. */
export type Reviewed = {
  /** Figures, exemptions, claims and the decisions of every stage. */
  readonly submission: Submission
  readonly sheet: ScoreSheet
  readonly selfSheet: ScoreSheet
  /** null: the first review, and surveys with it, decided nothing. */
  readonly firstSheet: ScoreSheet | null
  readonly steps: Readonly<Record<ReviewStep, StepResult>>
}

/** Scores a submission with what a step, or the agency itself (`self`), knows of the others. */
export type ScoreAt = (submission: Submission, step: ReviewStep | 'self') => ScoreSheet

export type ReviewOptions = {
  /** Of what reviewers decide. */
  readonly provenance: Provenance
  /** The round is frozen. */
  readonly isClosed: boolean
  /** Rules compare agencies, so that points may move with what was corrected elsewhere. */
  readonly isCompared: boolean
  readonly score: ScoreAt
}

/**
 * Decides a submission stage by stage. What was said last stands, also where it is lower; whatever a stage decided,
 * or moved by a corrected figure, gets a decision of that stage with reason and name.
 */
export function reviewedSubmission(
  ruleSet: RuleSet,
  laid: Laid,
  { provenance, isClosed, isCompared, score }: ReviewOptions,
): Reviewed {
  const selfSheet = score(laid.base, 'self')
  let at: Scored = { submission: laid.base, sheet: selfSheet }
  const ends = new Map<ReviewStep, Scored & { readonly result: StepResult; readonly isOther: boolean }>()
  for (const layer of laid.layers) {
    const end = decideStep(ruleSet, layer, at, { provenance, isCompared, score })
    ends.set(layer.step, end)
    at = end
  }
  const [survey, first, second] = [ends.get('survey'), ends.get('firstReview'), ends.get('secondReview')]
  if (!survey || !first || !second) throw new Error('a step of the review is missing')
  const { submission, sheet } = at
  return {
    submission: isClosed ? { ...submission, stage: 'closed' } : submission,
    sheet: isClosed ? { ...sheet, stage: 'closed' } : sheet,
    selfSheet,
    firstSheet: survey.isOther || first.isOther ? first.sheet : null,
    steps: { survey: survey.result, firstReview: first.result, secondReview: second.result },
  }
}

type Scored = { readonly submission: Submission; readonly sheet: ScoreSheet }

function decideStep(
  ruleSet: RuleSet,
  layer: Layer,
  before: Scored,
  { provenance, isCompared, score }: Omit<ReviewOptions, 'isClosed'>,
) {
  const { step, said, again } = layer
  const stage: ReviewStage = step === 'survey' ? 'firstReview' : step
  const earlier = before.submission.decisions ?? []
  // Claims and earlier decisions fall where figures decide.
  const fallen = new Set([...again.keys()])
  for (const { criterionId, verdict } of said.values()) if (isRuled(verdict.kind)) fallen.add(criterionId)
  const isOther = layer.isOther || fallen.size > 0
  const kept = earlier.filter(each => !fallen.has(each.criterionId))
  const between: Submission = isOther
    ? { ...before.submission, ...figuresOf(layer.submission), stage, decisions: listed(kept) }
    : before.submission
  const was = leavesIn(before.sheet)
  const betweenSheet = isOther || isCompared ? score(between, step) : before.sheet
  const now = leavesIn(betweenSheet)
  const stood = (id: string) => {
    const verdict = said.get(id)?.verdict.kind
    return (verdict !== undefined && verdict !== 'agree' && verdict !== 'points' ? was : now).get(id)
  }

  const refused = new Map(layer.refused)
  const counted = new Map(said)
  const made: Decision[] = []
  const settled = new Set<string>()
  for (const [id, leaf] of now) {
    const line = said.get(id)
    if (line?.verdict.kind === 'agree' && !canAgree(leaf)) {
      refused.set(id, refusals.nothingToAgree)
      counted.delete(id)
    }
    const own = counted.get(id)
    const points = own?.verdict.kind === 'points' ? own.verdict.points : decimalOf(settledPoints(leaf))
    if (points === null || own?.verdict.kind === 'notApplicable' || isWatched(leaf)) continue
    if (own) {
      const byRule = own.verdict.kind !== 'points' && leaf.explanation?.decision === null && isComputed(leaf)
      made.push(decisionOf(own, { stage, points, byRule, provenance, reason: reasonOf(own, leaf, step) }))
      settled.add(id)
    } else if (isOther && (fallen.has(id) || isMoved(was.get(id), leaf, ruleSet, id))) {
      const cause = again.get(id)
      made.push({
        criterionId: id,
        stage,
        points,
        reason: causeOf(cause, ruleSet),
        ...(leaf.explanation?.decision === null && { byRule: true as const }),
        ...(cause && { by: cause.entry.by, at: cause.entry.at }),
        provenance,
      })
      settled.add(id)
    }
  }
  const result: StepResult = { said: counted, refused, stood }
  if (made.length === 0) return { submission: between, sheet: betweenSheet, result, isOther }
  // What fell and is decided now stays readable as an earlier stage; what fell and is open again must not count.
  const decisions = [
    ...earlier.filter(each => !fallen.has(each.criterionId) || settled.has(each.criterionId)),
    ...made,
  ]
  const submission: Submission = { ...between, stage, decisions }
  return { submission, sheet: score(submission, step), result, isOther: true }
}

function figuresOf({ values, notApplicable }: Submission): Pick<Submission, 'values' | 'notApplicable'> {
  return { values, notApplicable }
}

function listed(decisions: readonly Decision[]): readonly Decision[] | undefined {
  return decisions.length > 0 ? decisions : undefined
}

function isRuled(kind: Said['verdict']['kind']): boolean {
  return kind === 'figures' || kind === 'byRule'
}

/** That it does not apply can be agreed with as well as points can. */
function canAgree({ outcome }: LeafView): boolean {
  return outcome.kind === 'scored' || outcome.kind === 'notApplicable'
}

/** Decisions are decimals; thirds stay with the rule, which gives them to the last digit anyway. */
function decimalOf(points: Exact | null): Decimal | null {
  return points === null || points.includes('/') ? null : points
}

/** What is only watched has no points to decide. */
function isWatched({ explanation }: LeafView): boolean {
  return explanation?.rule.kind === 'monitor'
}

function isComputed({ explanation }: LeafView): boolean {
  return explanation?.rule.kind !== 'reported'
}

/** Whether a stage moved points nobody said anything of; rules that compare move by other agencies as well. */
function isMoved(was: LeafView | undefined, now: LeafView, ruleSet: RuleSet, id: string): boolean {
  const rule = indexRuleSet(ruleSet).leafById.get(id)?.rule
  if (rule && comparesAgencies(rule.kind)) return false
  return settledPoints(was) !== settledPoints(now)
}

function decisionOf(
  { criterionId, entry }: Said,
  {
    stage,
    points,
    byRule,
    provenance,
    reason,
  }: { stage: ReviewStage; points: Decimal; byRule: boolean; provenance: Provenance; reason: string },
): Decision {
  return {
    criterionId,
    stage,
    points,
    reason,
    ...(byRule && { byRule: true as const }),
    by: entry.by,
    at: entry.at,
    provenance,
  }
}

/** Files are Vietnamese: an agreement that gives no reason says what it agrees with. */
function reasonOf({ reason }: Said, { explanation }: LeafView, step: ReviewStep): string {
  if (reason !== null && reason.trim() !== '') return reason
  const stage = explanation?.decision?.stage
  if (stage === undefined) return 'Đồng ý với điểm theo cách tính'
  if (stage === 'selfAssessment') return 'Đồng ý với điểm tự chấm'
  return step === 'secondReview' ? 'Giữ kết quả thẩm định lần 1' : 'Đồng ý với kết quả điều tra'
}

function causeOf(cause: Said | undefined, ruleSet: RuleSet): string {
  if (!cause) return 'Tính lại theo một tiêu chí khác đã được thẩm định'
  const code = indexRuleSet(ruleSet).leafById.get(cause.criterionId)?.code
  const place = code === undefined ? 'điểm thưởng, điểm trừ' : `tiêu chí ${code}`
  const why = cause.reason === null || cause.reason.trim() === '' ? '' : `: ${cause.reason}`
  return `Tính lại vì số liệu được sửa ở ${place}${why}`
}
