import type { LedgerAct, LedgerEntry, ReviewStage } from '../../model/review.ts'
import type { EntryOf } from '../../model/roundState.ts'
import type { OpenRound } from './openRound.ts'

/** What one press of undo takes back. */
export type UndoStep = {
  /** Lines that were written together, the earliest first; one where only one was. */
  readonly entries: readonly EntryOf<'decide'>[]
  /** Those of the agency that is looked at. */
  readonly here: readonly EntryOf<'decide'>[]
}

/**
 * The last step of whoever works here that still counts, for one agency and stage: one line, or all that were
 * written at once. Lines of others are never taken back by a key.
 */
export function undoStep(
  { state, me }: Pick<OpenRound, 'state' | 'me'>,
  stage: ReviewStage,
  agencyId: string,
): UndoStep | null {
  const isMine = (entry: LedgerEntry): entry is EntryOf<'decide'> =>
    entry.act.kind === 'decide' &&
    entry.act.stage === stage &&
    entry.by === me &&
    !state.notCounted.has(entry.id)
  const last = state.entries.findLast(entry => isMine(entry) && entry.act.agencyId === agencyId)
  if (!last || !isMine(last)) return null
  // Lines written at once share their pen and their instant, and follow each other without a gap.
  const together = state.entries
    .filter(isMine)
    .filter(({ pen, at, act }) => pen === last.pen && at === last.at && isBulk(act) === isBulk(last.act))
  const entries = isBulk(last.act) ? together : [last]
  return { entries, here: entries.filter(({ act }) => act.agencyId === agencyId) }
}

/** Only agreeing is done many at a time. */
function isBulk(act: EntryOf<'decide'>['act']): boolean {
  return act.verdict.kind === 'agree'
}

export function withdrawActs(entries: readonly LedgerEntry[]): readonly LedgerAct[] {
  return entries.map(({ id }) => ({ kind: 'withdraw', entryId: id, reason: null }))
}
