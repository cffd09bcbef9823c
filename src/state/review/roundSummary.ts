import type { ReviewRound, RoundStage } from '../../model/review.ts'
import { roundStages } from '../../model/review.ts'
import type { ItemState, RoundState } from '../../model/roundState.ts'

/** What the list tells of a round. */
export type RoundSummary = {
  readonly round: ReviewRound
  /** Agencies that have to hand in, and those that did with something that can be read. */
  readonly expected: number
  readonly received: number
  /** Items with a verdict that stands, at whatever stage. */
  readonly decided: number
  readonly conflicts: number
  /** Stage that is being worked on; null: the round is closed. */
  readonly stage: RoundStage | null
  /** Last line by the order of the ledger; null: nothing has happened. */
  readonly last: { readonly by: string; readonly at: string } | null
  readonly lines: number
  /** Stands in this page alone: the store did not take it all. */
  readonly isOnlyHere: boolean
}

/** What the list tells, out of what the ledger comes to. */
export function summaryOf(state: RoundState, isOnlyHere: boolean): RoundSummary {
  const { round, agencies, entries, conflicts } = state
  const expectedIds = new Set(round.groups.flatMap(({ agencyIds }) => agencyIds))
  const expected = [...agencies.values()].filter(({ agencyId }) => expectedIds.has(agencyId))
  const last = entries.at(-1)
  return {
    round,
    expected: expectedIds.size,
    received: expected.filter(each => each.state === 'chosen' || each.state === 'undecided').length,
    decided: expected.flatMap(({ items }) => [...items.values()]).filter(isDecided).length,
    conflicts: conflicts.length,
    stage: stageOf(state),
    last: last ? { by: last.by, at: last.at } : null,
    lines: entries.length,
    isOnlyHere,
  }
}

function isDecided({ firstReview, secondReview, survey }: ItemState): boolean {
  const decides = [firstReview, secondReview].some(
    each => each.kind === 'settled' && each.entry.act.verdict.kind !== 'ask',
  )
  return decides || survey.kind === 'settled'
}

/** The stage after the last one that was closed, or a later one that somebody already works at. */
function stageOf({ stages, agencies }: RoundState): RoundStage | null {
  if (stages.closed.closed) return null
  const afterClosed = roundStages.findLastIndex(stage => stages[stage].closed !== null) + 1
  const items = [...agencies.values()].flatMap(each => [...each.items.values()])
  const worked = items.some(({ secondReview }) => secondReview.kind !== 'none')
    ? 'secondReview'
    : items.some(({ firstReview }) => firstReview.kind !== 'none')
      ? 'firstReview'
      : 'selfAssessment'
  return roundStages[Math.max(afterClosed, roundStages.indexOf(worked))] ?? 'closed'
}
