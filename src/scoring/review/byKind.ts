import type { LedgerEntry } from '../../model/review.ts'
import type { EntryOf } from '../../model/roundState.ts'
import { isAct } from './isAct.ts'

/** Lines of one kind, in the order of the ledger. */
export type LinesOf = <Kind extends LedgerEntry['act']['kind']>(kind: Kind) => readonly EntryOf<Kind>[]

/** Sorts lines by the kind of their act, once: a ledger is gone through by a dozen questions. */
export function byKind(entries: readonly LedgerEntry[]): LinesOf {
  const kinds = new Map<LedgerEntry['act']['kind'], LedgerEntry[]>()
  for (const entry of entries) {
    const known = kinds.get(entry.act.kind)
    if (known) known.push(entry)
    else kinds.set(entry.act.kind, [entry])
  }
  return kind => (kinds.get(kind) ?? []).filter(entry => isAct(entry, kind))
}
