import type { ReviewStage, RoundStage } from '../../model/review.ts'
import type { AgencyState, ItemState, ReviewConflict, RoundState } from '../../model/roundState.ts'
import { isReviewed } from '../../scoring/review/reviewItem.ts'
import type { ReviewView } from './reviewView.ts'

/** What is still open at one agency when a stage is to be closed. */
export type OpenAgency = {
  readonly agencyId: string
  readonly state: AgencyState['state']
  /** Items without a decision of the stage; null: there is nothing to decide on, or the stage decides nothing. */
  readonly undecided: number | null
  /** Asked and not answered. */
  readonly unanswered: number
  readonly conflicts: number
}

/** How far a stage is; rows are counted, nothing is scored. */
export type StageCounts = {
  readonly done: number
  /** null: not known while agencies are being scored. */
  readonly of: number | null
  readonly conflicts: number
  readonly unanswered: number
}

/** Why a stage cannot be closed now. */
export type ClosingRefusal = 'conflicts' | 'firstReviewOpen' | 'secondReviewOpen'

/** Conflicts that a stage cannot be closed over: its own, and those its result would rest on. */
export function conflictsAt(state: RoundState, stage: RoundStage): readonly ReviewConflict[] {
  return state.conflicts.filter(({ about, stage: of }) => {
    if (about === 'use') return stage !== 'explanation'
    if (about === 'survey') return stage !== 'selfAssessment' && stage !== 'explanation'
    if (about !== 'decide') return false
    return stage === 'closed' || of === stage || (of === 'firstReview' && stage === 'secondReview')
  })
}

/** Whether anything was asked of an agency in the round, whatever became of it. */
export function wasAsked(state: RoundState): boolean {
  return [...state.agencies.values()].some(
    agency => agency.requests.length > 0 || [...agency.items.values()].some(isAsked),
  )
}

export function closingRefusals(state: RoundState, stage: RoundStage): readonly ClosingRefusal[] {
  const { stages } = state
  return [
    ...(conflictsAt(state, stage).length > 0 ? (['conflicts'] as const) : []),
    ...(stage === 'closed' && stages.firstReview.closed === null ? (['firstReviewOpen'] as const) : []),
    ...(stage === 'closed' && stages.secondReview.closed === null && wasAsked(state)
      ? (['secondReviewOpen'] as const)
      : []),
  ]
}

/** Agencies with something open at a stage, in the order of the round. */
export function openAgencies(
  state: RoundState,
  stage: RoundStage,
  review: Pick<ReviewView, 'agencies' | 'formOf'>,
): readonly OpenAgency[] {
  const conflicts = new Map<string, number>()
  for (const { agencyId } of conflictsAt(state, stage))
    if (agencyId !== null) conflicts.set(agencyId, (conflicts.get(agencyId) ?? 0) + 1)
  return [...state.agencies.values()].flatMap(agency => {
    const { agencyId } = agency
    const open: OpenAgency = {
      agencyId,
      state: agency.state,
      undecided: undecidedAt(agencyId, stage, review),
      unanswered: stage === 'selfAssessment' ? 0 : unansweredOf(agency),
      conflicts: conflicts.get(agencyId) ?? 0,
    }
    const isOpen =
      open.state !== 'chosen' || (open.undecided ?? 0) > 0 || open.unanswered > 0 || open.conflicts > 0
    return isOpen ? [open] : []
  })
}

/** How far a stage is over all agencies. */
export function stageCounts(
  state: RoundState,
  stage: RoundStage,
  review: Pick<ReviewView, 'agencies' | 'formOf' | 'scoring'>,
): StageCounts {
  const agencies = [...state.agencies.values()]
  const conflicts = conflictsAt(state, stage).length
  const unanswered = sum(agencies, unansweredOf)
  const isScored = review.scoring.done >= review.scoring.of
  switch (stage) {
    case 'selfAssessment':
    case 'closed': {
      const done = agencies.filter(agency => agency.state === 'chosen').length
      return { done, of: agencies.length, conflicts, unanswered }
    }
    case 'firstReview':
    case 'secondReview': {
      const own = agencies.map(({ agencyId }) => itemsAt(agencyId, stage, review) ?? [])
      return {
        done: sum(own, items => items.filter(item => isDecided(item, stage)).length),
        of: isScored ? sum(own, items => items.length) : null,
        conflicts,
        unanswered,
      }
    }
    case 'explanation':
      return {
        done: sum(agencies, agency => askedOf(agency) - unansweredOf(agency)),
        of: sum(agencies, askedOf),
        conflicts,
        unanswered,
      }
  }
}

function undecidedAt(
  agencyId: string,
  stage: RoundStage,
  review: Pick<ReviewView, 'agencies' | 'formOf'>,
): number | null {
  if (stage === 'selfAssessment' || stage === 'explanation') return null
  // The result of the round rests on what each review left undecided: the second asks for all of it again.
  const at = stage === 'firstReview' ? stage : 'secondReview'
  const items = itemsAt(agencyId, at, review)
  return items === null ? null : items.filter(item => !isDecided(item, at)).length
}

/** Items of an agency that are the business of a review; null: nothing of it is scored. */
function itemsAt(
  agencyId: string,
  stage: ReviewStage,
  { agencies, formOf }: Pick<ReviewView, 'agencies' | 'formOf'>,
): readonly ItemState[] | null {
  const agency = agencies.get(agencyId)
  if (!agency) return null
  return formOf(agencyId)
    .areas.flatMap(area => area.items)
    .flatMap(item => {
      const own = agency.items.get(item.nodeId)
      return own && isReviewed(item, own, stage) ? [own.state] : []
    })
}

function isDecided(item: ItemState, stage: ReviewStage): boolean {
  const standing = item[stage]
  return standing.kind === 'settled' && standing.entry.act.verdict.kind !== 'ask'
}

function isAsked({ firstReview, secondReview }: ItemState): boolean {
  return [firstReview, secondReview].some(
    standing => standing.kind === 'settled' && standing.entry.act.verdict.kind === 'ask',
  )
}

function askedOf(agency: AgencyState): number {
  return count(agency, isAsked)
}

function unansweredOf(agency: AgencyState): number {
  return count(agency, item => isAsked(item) && item.answers.length === 0 && !isDecided(item, 'secondReview'))
}

function count({ items }: AgencyState, is: (item: ItemState) => boolean): number {
  return [...items.values()].filter(is).length
}

function sum<Each>(list: readonly Each[], of: (each: Each) => number): number {
  return list.reduce((total, each) => total + of(each), 0)
}
