import type { LedgerEntry } from '../../model/review.ts'
import type { EntryOf } from '../../model/roundState.ts'

/** Whether the act of a line is of one kind. */
export function isAct<Kind extends LedgerEntry['act']['kind']>(
  entry: LedgerEntry,
  kind: Kind,
): entry is EntryOf<Kind> {
  return entry.act.kind === kind
}
