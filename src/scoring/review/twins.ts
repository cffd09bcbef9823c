import { canonicalJson } from '../../model/canonicalJson.ts'
import { compareEntries, type LedgerEntry } from '../../model/review.ts'
import { isSameJson } from '../../model/sameJson.ts'

// Two lines of one id that say different things: somebody altered a ledger, or wrote another under the same pen.

/** Whether two lines of one id are the same line. */
export function isSameLine(a: LedgerEntry, b: LedgerEntry): boolean {
  return a === b || isSameJson(a, b)
}

/** Which of two lines of one id is read: the same on every machine, whichever came first. */
export function standingTwin(a: LedgerEntry, b: LedgerEntry): LedgerEntry {
  const order = compareEntries(a, b)
  if (order !== 0) return order < 0 ? a : b
  return canonicalJson(b) < canonicalJson(a) ? b : a
}

/** Lines by id, one of each. */
export function oneOfEach(lines: Iterable<LedgerEntry>): ReadonlyMap<string, LedgerEntry> {
  const byId = new Map<string, LedgerEntry>()
  for (const line of lines) {
    const known = byId.get(line.id)
    if (!known) byId.set(line.id, line)
    else if (!isSameLine(known, line)) byId.set(line.id, standingTwin(known, line))
  }
  return byId
}
