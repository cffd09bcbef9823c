import type { CheckReport } from '../../model/checks.ts'
import { type Exact, type Interval, isSettled } from '../../model/exact.ts'
import type { FormItem } from '../../model/form.ts'
import type { Bilingual } from '../../model/provenance.ts'
import { compareEntries, type ReviewStage } from '../../model/review.ts'
import type { EntryOf, ItemState, ReviewItem, Standing } from '../../model/roundState.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { compare, formatExact, parseExact, subtract } from '../exact.ts'
import { type LeafView, settledPoints } from './leafPoints.ts'
import { pointsFreedom } from './pointsFreedom.ts'
import type { Reviewed } from './reviewedSubmission.ts'

/** What a leaf or adjustment is read from. */
export type ItemParts = {
  readonly ruleSet: RuleSet
  readonly item: FormItem
  /** Stage that is worked on. */
  readonly stage: ReviewStage
  readonly state: ItemState | undefined
  readonly steps: Reviewed['steps']
  /** As handed in, as it stands, and of the period before. */
  readonly self: LeafView | undefined
  readonly now: LeafView | undefined
  readonly before: LeafView | undefined
  /** Why the agency says that it does not apply. */
  readonly exempt: Bilingual | null
  readonly findings: CheckReport['findings']
}

export const nothingSaid: ItemState = {
  firstReview: { kind: 'none' },
  secondReview: { kind: 'none' },
  survey: { kind: 'none' },
  answers: [],
  history: [],
}

/** What reviewing one leaf or adjustment of one agency comes to. */
export function reviewItem(parts: ItemParts): ReviewItem {
  const { ruleSet, item, stage, steps, self, now, before, findings } = parts
  const { nodeId } = item
  const state = parts.state ?? nothingSaid
  const decision = self?.explanation?.decision ?? null
  const claimed = decision?.points ?? null
  const computed = computedOf(self)
  const standing = pointsOf(now)
  const status = statusOf(parts, state)
  const invalid = refusedAt(parts, state)
  return {
    nodeId,
    status,
    isDone:
      state[stage].kind === 'settled' &&
      (status === 'agreed' || status === 'changed' || status === 'notApplicable'),
    claimed,
    computed,
    standing,
    difference: differenceOf(standing, claimed ?? settled(computed)),
    stood: settledPoints(steps[stage].stood(nodeId)),
    before: settledPoints(before),
    freedom: pointsFreedom(ruleSet, nodeId),
    state,
    ...(invalid && { invalid }),
    exempt: item.notForLevel ?? parts.exempt,
    findings,
  }
}

/**
 * Whether an item is for reviewers to decide: not what a survey gives, what is only watched, or what is not for
 * agencies of this level. In the second round those that the first left open, that an answer came for, or that
 * somebody decides anew.
 */
export function isReviewed(item: FormItem, review: ReviewItem, stage: ReviewStage): boolean {
  if (item.notForLevel !== null || item.filledBy === 'watched' || review.freedom.kind === 'survey')
    return false
  if (stage === 'firstReview') return true
  const { firstReview, secondReview, answers } = review.state
  if (secondReview.kind !== 'none' || answers.length > 0 || review.status === 'stale') return true
  return firstReview.kind !== 'settled' || firstReview.entry.act.verdict.kind === 'ask'
}

function statusOf(parts: ItemParts, state: ItemState): ReviewItem['status'] {
  const { steps } = parts
  if (state.survey.kind === 'conflict' || refusedAt(parts, state)) return 'conflict'
  const at = latestStage(state)
  const standing: Standing<EntryOf<'decide'>> = at ? state[at] : { kind: 'none' }
  if (at === null || standing.kind === 'none') return 'open'
  if (standing.kind === 'conflict') return 'conflict'
  const { entry } = standing
  const { verdict } = entry.act
  switch (verdict.kind) {
    case 'ask':
      return state.answers.some(answer => compareEntries(answer.entry, entry) > 0) ? 'answered' : 'asked'
    case 'notApplicable':
      return 'notApplicable'
    case 'byRule':
    case 'figures':
      return 'changed'
    case 'agree':
    case 'points': {
      const stood = settledPoints(steps[at].stood(parts.item.nodeId))
      if (!isSamePoints(stood, entry.act.from)) return 'stale'
      return verdict.kind === 'agree' ? 'agreed' : 'changed'
    }
  }
}

/** The last stage at which somebody said something. */
function latestStage(state: ItemState): ReviewStage | null {
  if (state.secondReview.kind !== 'none') return 'secondReview'
  return state.firstReview.kind === 'none' ? null : 'firstReview'
}

function refusedAt({ steps, item: { nodeId } }: ItemParts, state: ItemState): Bilingual | null {
  // A survey that came after the first review was closed is laid over with the second.
  const survey =
    steps.survey.refused.get(nodeId) ??
    (state.surveyAtFirst ? steps.secondReview.refused.get(nodeId) : undefined)
  if (survey) return survey
  const at = latestStage(state)
  return at ? (steps[at].refused.get(nodeId) ?? null) : null
}

/** What the rule gave from the figures as handed in, whatever was claimed. */
function computedOf(self: LeafView | undefined): Interval | null {
  if (!self) return null
  const decision = self.explanation?.decision ?? null
  if (!decision) return pointsOf(self)
  return decision.computed === null ? null : { from: decision.computed, to: decision.computed }
}

/** Points, or what they may still come to; null where it does not apply or is known only with others. */
function pointsOf(leaf: LeafView | undefined): Interval | null {
  if (!leaf) return null
  const { outcome } = leaf
  switch (outcome.kind) {
    case 'scored':
      return { from: outcome.points, to: outcome.points }
    case 'notApplicable':
      return null
    case 'missing':
      return outcome.poolId === undefined ? outcome.range : null
    case 'pendingReview':
      return outcome.range
  }
}

function settled(points: Interval | null): Exact | null {
  return points && isSettled(points) ? points.to : null
}

function differenceOf(standing: Interval | null, own: Exact | null): Exact | null {
  const now = settled(standing)
  return now === null || own === null ? null : formatExact(subtract(parseExact(now), parseExact(own)))
}

function isSamePoints(a: Exact | null, b: Exact | null): boolean {
  if (a === null || b === null) return a === b
  return a === b || compare(parseExact(a), parseExact(b)) === 0
}
