import type { Selection } from '../useScoredView.ts'
import type { DeckQuestion } from './deckSource.ts'

/** What an address asks a deck of. */
export function questionOf(
  { ruleSetId, period, agencyId, stage }: Selection,
  groupId: string | undefined,
): DeckQuestion {
  return { ruleSetId, period, agencyId, stage: stage ?? null, groupId: groupId ?? null }
}

/** A frozen deck answers the question it was frozen for and no other. */
export function isSameQuestion(a: DeckQuestion, b: DeckQuestion): boolean {
  return (
    a.ruleSetId === b.ruleSetId &&
    a.period === b.period &&
    a.agencyId === b.agencyId &&
    a.stage === b.stage &&
    a.groupId === b.groupId
  )
}
