import { reviewFileName } from '../../io/review/reviewFile.ts'
import { appVersion } from '../../model/appVersion.ts'
import type { LedgerEntry } from '../../model/review.ts'
import type { OpenRound } from './openRound.ts'
import { packReviewFile } from './reviewFileWorker.ts'

/** What of a round goes into a file for a colleague. */
export type SharedPart = {
  /** Whose lines; null: the whole ledger. */
  readonly by: string | null
  /** Whether what was read of the received files goes along, so that a machine without them can review. */
  readonly withReceived: boolean
}

/**
 * Lines of one reviewer. Whole pens go out, also where somebody else wrote into one of them, so that the chain of
 * hashes of each stays whole.
 */
export function linesOf(entries: readonly LedgerEntry[], by: string | null): readonly LedgerEntry[] {
  if (by === null) return entries
  const pens = new Set(entries.filter(entry => entry.by === by).map(entry => entry.pen))
  return entries.filter(entry => pens.has(entry.pen))
}

/**
 * Makes the file of a partial or whole review, beside the page.
 * @throws (rejects) when it cannot be made
 */
export async function shareReview(
  { round, ruleSet, state, received, me }: OpenRound,
  { by, withReceived }: SharedPart,
  now: Date,
): Promise<{ readonly fileName: string; readonly blob: Blob }> {
  const blob = await packReviewFile({
    round,
    ruleSet,
    entries: linesOf(state.entries, by),
    received: withReceived ? [...received.values()] : [],
    madeBy: me === '' ? null : me,
    appVersion,
    createdAt: now.toISOString(),
  })
  return { fileName: reviewFileName(round.ruleSet.id, round.period, by ?? me), blob }
}
