import { type Exact, type Interval, isSettled } from '../../model/exact.ts'
import type { Bilingual } from '../../model/provenance.ts'
import type { LedgerAct, LedgerEntry, Verdict } from '../../model/review.ts'
import type { EntryOf, ReviewedAgency, ReviewItem } from '../../model/roundState.ts'
import { checkVerdict, type VerdictContext } from '../../scoring/review/checkVerdict.ts'
import { refusals } from '../../scoring/review/verdictTexts.ts'
import { differenceOf, intervalOf } from './deskFacts.ts'
import { withLine } from './hypothesis.ts'
import type { OpenRound } from './openRound.ts'
import type { ReviewView } from './reviewView.ts'

/** Where a verdict is made: an item of an agency, at the stage that is worked on. */
export type VerdictPlace = {
  readonly open: OpenRound
  readonly review: ReviewView
  readonly agencyId: string
  readonly criterionId: string
}

export type Intended = {
  readonly verdict: Verdict
  readonly reason: string | null
  /** Evidence that was looked at. */
  readonly evidenceIds?: readonly string[] | undefined
}

/** Why a verdict cannot be written, and where in its form that is mended. */
export type VerdictFault = {
  readonly field: 'verdict' | 'figures' | 'points' | 'question' | 'reason'
  /** The figure that is wrong, where it is one. */
  readonly metricId: string | null
  readonly text: Bilingual
}

/** Points before and after a verdict that is not written yet. */
export type VerdictPreview = {
  /** The item itself, then every other one that moves, in the order of the form. */
  readonly items: readonly ({ readonly nodeId: string } & PointsChange)[]
  readonly total: PointsChange
}

type PointsChange = {
  /** null: does not apply, or is known only with others. */
  readonly from: Interval | null
  readonly to: Interval | null
  /** null where either is open. */
  readonly difference: Exact | null
}

type Found = VerdictPlace & { readonly agency: ReviewedAgency; readonly item: ReviewItem }

/** What keeps a verdict from being written, one fault a place; empty where nothing does. */
export function verdictFaults(place: VerdictPlace, intended: Intended): readonly VerdictFault[] {
  const found = find(place)
  if (!found) return [{ field: 'verdict', metricId: null, text: refusals.noSuchNode(place.criterionId) }]
  const { verdict, reason } = intended
  const context = contextOf(found, verdict)
  // With some reason: what is left is wrong about the verdict itself.
  const own = checkVerdict(verdict, someReason, context)
  const faults: readonly VerdictFault[] =
    own === null
      ? []
      : verdict.kind === 'figures'
        ? figureFaults(verdict, context, own)
        : [{ field: fieldOf(verdict), metricId: null, text: own }]
  const isSpeechless = needsReason(verdict) && (reason === null || reason.trim() === '')
  return isSpeechless ? [...faults, { field: 'reason', metricId: null, text: refusals.reason }] : faults
}

/** Points before and after; null where they cannot be said before the line is written. */
export function previewVerdict(
  place: VerdictPlace,
  intended: Pick<Intended, 'verdict'>,
): VerdictPreview | null {
  const found = find(place)
  if (!found) return null
  const after = afterLine(found, intended.verdict)
  if (!after) return null
  const { agency, criterionId } = found
  const changed = [...after.items].flatMap(([nodeId, { standing: to }]) => {
    const from = agency.items.get(nodeId)?.standing ?? null
    const isSame = from?.from === to?.from && from?.to === to?.to
    return isSame && nodeId !== criterionId ? [] : [{ nodeId, from, to, difference: differenceOf(from, to) }]
  })
  const [from, to] = [intervalOf(agency.sheet), intervalOf(after.sheet)]
  return {
    items: changed.toSorted((a, b) => Number(b.nodeId === criterionId) - Number(a.nodeId === criterionId)),
    total: { from, to, difference: differenceOf(from, to) },
  }
}

/** The line of a verdict, with points before and after and the lines it replaces; null: no such item. */
export function decideAct(place: VerdictPlace, intended: Intended): EntryOf<'decide'>['act'] | null {
  const found = find(place)
  if (!found) return null
  return draftOf(found, intended, stepOf(found, intended.verdict)).act
}

type Step = { readonly from: Exact | null; readonly to: Exact | null }

/**
 * Points before and after a line, as they are once it is written: where it replaces another of its item, figures
 * that only the other one corrected, or kept from counting, are others for it as well.
 */
function stepOf(found: Found, verdict: Verdict): Step {
  const { item, review, criterionId } = found
  const { kind } = verdict
  const stays = kind === 'agree' || kind === 'ask'
  const stood = stoodOf(item)
  if (stays && item.state[review.stage].kind === 'none') return { from: stood, to: stood }
  const after = afterLine(found, verdict)?.items.get(criterionId)
  if (!after) return { from: stood, to: stays ? stood : null }
  return { from: stoodOf(after), to: settled(after.standing) }
}

/** The agency with the line written; null where the page cannot say. */
function afterLine(found: Found, verdict: Verdict): ReviewedAgency | null {
  // A line without its reason would be refused; it is written while the points are already looked at.
  return withLine(found, found.agency, draftOf(found, { verdict, reason: someReason }, nowhere))
}

const nowhere: Step = { from: null, to: null }

function find(place: VerdictPlace): Found | null {
  const agency = place.review.agencies.get(place.agencyId)
  const item = agency?.items.get(place.criterionId)
  return agency && item ? { ...place, agency, item } : null
}

function contextOf(found: Found, verdict: Verdict): VerdictContext {
  const { open, review, agency, item, agencyId, criterionId } = found
  const form = review.formOf(agencyId).areas.flatMap(area => area.items)
  const { answers } = item.state
  return {
    ruleSet: open.ruleSet,
    nodeId: criterionId,
    values: agency.values,
    claims: [
      ...(item.claimed === null ? [] : [item.claimed]),
      ...answers.flatMap(({ answer }) => (answer.claim === null ? [] : [answer.claim])),
    ],
    canAgree: verdict.kind === 'agree' ? canAgree(found) : null,
    notForLevel: form.find(each => each.nodeId === criterionId)?.notForLevel ?? null,
  }
}

/** Points can be agreed with, and so can that it does not apply; what is open cannot. */
function canAgree(found: Found): boolean {
  const isFirst = found.item.state[found.review.stage].kind === 'none'
  if (isFirst && stoodOf(found.item) !== null) return true
  const after = afterLine(found, { kind: 'agree' })
  const at = (after ?? found.agency).sheet
  const leaf = at.nodes.find(({ criterionId }) => criterionId === found.criterionId)
  const adjustment = at.adjustments.find(({ adjustmentId }) => adjustmentId === found.criterionId)
  const outcome = leaf?.outcome ?? adjustment?.outcome
  return outcome?.kind === 'scored' || outcome?.kind === 'notApplicable'
}

function figureFaults(
  verdict: Extract<Verdict, { kind: 'figures' }>,
  context: VerdictContext,
  together: Bilingual,
): readonly VerdictFault[] {
  const single = verdict.figures.flatMap((figure): readonly VerdictFault[] => {
    const text = checkVerdict({ kind: 'figures', figures: [figure] }, someReason, context)
    return text === null ? [] : [{ field: 'figures', metricId: figure.metricId, text }]
  })
  return single.length > 0 ? single : [{ field: 'figures', metricId: null, text: together }]
}

const someReason = '.'

function needsReason({ kind }: Verdict): boolean {
  return kind !== 'agree' && kind !== 'ask'
}

function fieldOf({ kind }: Verdict): VerdictFault['field'] {
  return kind === 'points' ? 'points' : kind === 'ask' ? 'question' : 'verdict'
}

/** A line as it would be written last by whoever works here. */
function draftOf(found: Found, intended: Intended, { from, to }: Step): EntryOf<'decide'> {
  const { open, review, agencyId, criterionId } = found
  const { verdict, reason, evidenceIds = [] } = intended
  return {
    // No pen of a ledger has such a name.
    id: '~draft-1',
    pen: '~draft',
    seq: 1,
    previous: null,
    clock: Number.MAX_SAFE_INTEGER,
    by: open.me,
    at: '',
    act: {
      kind: 'decide',
      stage: review.stage,
      agencyId,
      criterionId,
      verdict,
      from,
      to,
      reason: reason === null || reason.trim() === '' ? null : reason.trim(),
      evidenceIds,
      over: overOf(found, verdict),
    },
  }
}

/** Points before the line. */
function stoodOf({ stood, standing }: ReviewItem): Exact | null {
  return stood === undefined ? settled(standing) : stood
}

function settled(points: Interval | null): Exact | null {
  return points && isSettled(points) ? points.to : null
}

/**
 * Every line about the same item and stage that is known here, also those that do not count now: whoever decides
 * has seen them. Lines that correct the same figures elsewhere are named too, so that the last word on a figure is
 * the one that knew of the others.
 */
function overOf({ open, review, item, agency, criterionId }: Found, verdict: Verdict): readonly string[] {
  const own = item.state.history.filter(entry => isDecision(entry, criterionId, review.stage))
  const corrected = new Set(verdict.kind === 'figures' ? verdict.figures.map(each => each.metricId) : [])
  const elsewhere =
    corrected.size === 0
      ? []
      : [...agency.state.items.values()]
          .flatMap(({ history }) => history)
          .filter(
            ({ id, act }) =>
              act.kind === 'decide' &&
              act.stage === review.stage &&
              act.criterionId !== criterionId &&
              act.verdict.kind === 'figures' &&
              act.verdict.figures.some(({ metricId }) => corrected.has(metricId)) &&
              !open.state.notCounted.has(id),
          )
  return [...new Set([...own, ...elsewhere].map(({ id }) => id))]
}

function isDecision({ act }: LedgerEntry, criterionId: string, stage: LedgerStage): boolean {
  return act.kind === 'decide' && act.criterionId === criterionId && act.stage === stage
}

type LedgerStage = Extract<LedgerAct, { kind: 'decide' }>['stage']
