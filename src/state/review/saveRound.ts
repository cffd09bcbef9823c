import { reviewFileName } from '../../io/review/reviewFile.ts'
import { keptReceived, keptRoundFiles, readReceived } from '../../io/review/roundStore.ts'
import { appVersion } from '../../model/appVersion.ts'
import type { LedgerEntry, ReceivedSubmission, ReviewRound } from '../../model/review.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { usePreferences } from '../preferences.ts'
import { storedLines } from './foldStored.ts'
import { inSlices } from './inSlices.ts'
import { packReviewFile } from './reviewFileWorker.ts'
import { openSession } from './roundSessions.ts'

/** Received files that go along as they came: more would not fit into the memory of an office computer. */
const mostOriginalBytes = 80_000_000

export type SavedRound = {
  readonly fileName: string
  readonly blob: Blob
  /** Whether the files agencies sent go along as they came, and not only what was read of them. */
  readonly hasOriginals: boolean
}

/**
 * A whole round as a file: ledger, rules, what was read, and the received files where they are not too many.
 * @throws (rejects) when the store cannot be asked or the file cannot be made
 */
export async function saveRound(round: ReviewRound, ruleSet: RuleSet): Promise<SavedRound> {
  const { reviewer } = usePreferences.getState()
  const { entries, received } = await contentOf(round)
  const files = await keptRoundFiles(round.id).catch(() => [])
  const bytes = files.reduce((sum, { blob }) => sum + blob.size, 0)
  const hasOriginals = bytes <= mostOriginalBytes
  const originals = await Promise.all(
    (hasOriginals ? files : []).map(
      async ({ sha256, blob }) => [sha256, new Uint8Array(await blob.arrayBuffer())] as const,
    ),
  )
  const blob = await packReviewFile({
    round,
    ruleSet,
    entries,
    received,
    originals: new Map(originals),
    madeBy: reviewer,
    appVersion,
    createdAt: new Date().toISOString(),
  })
  return { fileName: reviewFileName(round.ruleSet.id, round.period, reviewer), blob, hasOriginals }
}

/** What this page holds of it, which may be more than the store has; else what the store has. */
async function contentOf(round: ReviewRound): Promise<{
  readonly entries: readonly LedgerEntry[]
  readonly received: readonly ReceivedSubmission[]
}> {
  const state = openSession(round.id)?.state()
  if (state?.status === 'ready')
    return { entries: state.view.state.entries, received: [...state.view.received.values()] }
  const entries = await storedLines(round.id)
  const received: ReceivedSubmission[] = []
  await inSlices(await keptReceived(round.id), record => {
    const file = readReceived(record)
    if (file) received.push(file)
  })
  return { entries, received }
}
