import type { LedgerEntry } from '../../model/review.ts'
import type { EntryOf } from '../../model/roundState.ts'
import { isAct } from './isAct.ts'

export type TakenBack = {
  /** The line that a `withdraw` names; null: it is not here, was not there yet, or cannot be taken back. */
  readonly targetOf: (entry: EntryOf<'withdraw'>) => LedgerEntry | null
  /** What taking back is about in the end: an undone undo is about the line itself. */
  readonly rootOf: (entry: EntryOf<'withdraw'>) => LedgerEntry | null
}

/**
 * What each line that takes back takes back.
 * @param withdrawals in the order of the ledger, so that what one is about is known before it is taken back itself
 */
export function takenBackBy(
  withdrawals: readonly EntryOf<'withdraw'>[],
  placeOf: ReadonlyMap<string, number>,
  entries: readonly LedgerEntry[],
): TakenBack {
  const placed = (id: string) => placeOf.get(id) ?? Number.POSITIVE_INFINITY
  const targetOf = (entry: EntryOf<'withdraw'>) => {
    const place = placed(entry.act.entryId)
    const target = place < placed(entry.id) ? entries[place] : undefined
    return !target || isAct(target, 'close') || isAct(target, 'reopen') ? null : target
  }
  const roots = new Map<string, LedgerEntry | null>()
  for (const entry of withdrawals) {
    const target = targetOf(entry)
    roots.set(entry.id, target && isAct(target, 'withdraw') ? (roots.get(target.id) ?? null) : target)
  }
  return { targetOf, rootOf: entry => roots.get(entry.id) ?? null }
}
