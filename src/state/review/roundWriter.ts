import type { StoreFailure } from '../../io/drafts/database.ts'
import { writeLedgerJournal } from '../../io/review/ledgerJournal.ts'
import { type RoundWrite, writeToRound } from '../../io/review/roundStore.ts'
import type { LedgerEntry, ReceivedSubmission, ReviewRound } from '../../model/review.ts'
import type { RoundSaving } from './openRound.ts'
import { tellOtherTabs } from './roundChannel.ts'

/** Lines and files on their way to the store. */
export type RoundWriter = ReturnType<typeof roundWriter>

/** Lines and files of one write: more would keep the store from answering in time. */
const mostLines = 5_000
const mostFiles = 40
const mostFileBytes = 20_000_000

const saved: RoundSaving = { status: 'saved' }
const saving: RoundSaving = { status: 'saving' }

/**
 * Puts lines into the store at once, one write after the other; what it has not taken yet lies in the journal.
 * Files, and what came from other machines, have a queue of their own: a disk without room for them still has room
 * for a line.
 * @param pen whose lines the journal keeps
 * @param changed told when where things stand has changed
 */
export function roundWriter(id: string, pen: string, changed: () => void) {
  let round: ReviewRound | null = null
  let isRoundStored = false
  let pending: readonly LedgerEntry[] = []
  let jobs: readonly RoundWrite[] = []
  const blobs = new Map<string, Blob>()
  let refusedLines: StoreFailure | null = null
  let refusedJob: StoreFailure | null = null
  let inFlight = false
  let hasEnded = false

  const persist = async (): Promise<void> => {
    if (inFlight || hasEnded || !round) return
    inFlight = true
    refusedLines = null
    for (let next = nextWrite(); next; next = nextWrite()) {
      const answer = await writeToRound(id, { ...next.write, round: isRoundStored ? null : round })
      if (hasEnded) return
      if (answer === 'saved') done(next)
      else if (next.isLines) {
        refusedLines = answer
        break
      } else refusedJob = answer
    }
    inFlight = false
    changed()
  }

  /** Lines go before files; a file that was refused waits until it is asked for again. */
  const nextWrite = (): { readonly write: RoundWrite; readonly isLines: boolean } | null => {
    if (pending.length > 0 || !isRoundStored)
      return { write: writeOf({ entries: pending.slice(0, mostLines) }), isLines: true }
    const job = refusedJob === null ? jobs[0] : undefined
    return job ? { write: job, isLines: false } : null
  }

  const done = ({ write, isLines }: { readonly write: RoundWrite; readonly isLines: boolean }) => {
    isRoundStored = true
    if (isLines) {
      pending = pending.slice(write.entries.length)
      writeLedgerJournal(id, pen, pending)
    } else jobs = jobs.slice(1)
    for (const { sha256 } of write.files) blobs.delete(sha256)
    tellOtherTabs({
      kind: 'lines',
      roundId: id,
      ids: write.entries.map(line => line.id),
      received: write.received.map(file => file.sha256),
    })
  }

  const retry = () => {
    refusedLines = null
    refusedJob = null
    void persist()
    changed()
  }

  const isWaiting = () => pending.length > 0 || jobs.length > 0 || (round !== null && !isRoundStored)

  return {
    /** Begins with a round that is in the store, or is to be put there. */
    begin: (standing: ReviewRound, isStored: boolean) => {
      round = standing
      isRoundStored = isStored
      void persist()
    },
    /** Lines of this page's own pen: in the journal before this returns. */
    addLines: (lines: readonly LedgerEntry[]) => {
      pending = [...pending, ...lines]
      writeLedgerJournal(id, pen, pending)
      void persist()
    },
    /** Files before the lines about them, in writes the store can take at once. */
    addJob: (
      lines: readonly LedgerEntry[],
      received: readonly ReceivedSubmission[],
      files: RoundWrite['files'],
    ) => {
      for (const { sha256, blob } of files) blobs.set(sha256, blob)
      jobs = [
        ...jobs,
        ...inParts(files, mostFiles, ({ blob }) => blob.size).map(part => writeOf({ files: part })),
        ...inParts(received, mostFiles).map(part => writeOf({ received: part })),
        ...inParts(lines, mostLines).map(part => writeOf({ entries: part })),
      ]
      refusedJob = null
      void persist()
    },
    /** A file that is not in the store yet. */
    waitingFile: (sha256: string): Blob | null => blobs.get(sha256) ?? null,
    saving: (): RoundSaving => {
      const why = refusedLines ?? refusedJob
      if (why !== null) return { status: 'unsaved', why, retry }
      return isWaiting() ? saving : saved
    },
    isStored: () => isRoundStored,
    isBusy: () => inFlight,
    /** Whether leaving now would lose something that only this page holds. */
    isUnsaved: () => refusedLines !== null || refusedJob !== null || jobs.length > 0,
    end: () => {
      hasEnded = true
    },
  }
}

function writeOf(part: Partial<RoundWrite>): RoundWrite {
  return { round: null, entries: [], received: [], files: [], ...part }
}

/** Parts of a list, each of at most so many items and megabytes. */
function inParts<Item>(
  items: readonly Item[],
  most: number,
  bytesOf: (item: Item) => number = () => 0,
): readonly (readonly Item[])[] {
  const parts: Item[][] = []
  let bytes = 0
  for (const item of items) {
    const part = parts.at(-1)
    bytes += bytesOf(item)
    if (part && part.length < most && bytes <= mostFileBytes) part.push(item)
    else {
      parts.push([item])
      bytes = bytesOf(item)
    }
  }
  return parts
}
