import { type ChainFault, checkChains } from '../../io/review/chain.ts'
import { readReviewFile, writeReviewFile } from '../../io/review/reviewFile.ts'
import type { ReadReviewFile, ReviewFileContent } from '../../io/review/reviewFileFormat.ts'
import type { Decoded } from '../../model/problem.ts'
import type { LedgerEntry } from '../../model/review.ts'
import { foldLedger } from '../../scoring/review/foldLedger.ts'
import { isSameLine } from '../../scoring/review/twins.ts'
import { type MergePreview, mergePreview } from './mergePreview.ts'
import { misfitOf, readLinesOf, type UnfitReading } from './readings.ts'

// Runs in a Web Worker: packing, unpacking and hashing many megabytes takes seconds, and a review file is somebody
// else's file. reviewFileWorker.ts is the other end.

/** What a review file would do to what is here. */
export type FilePreview = {
  readonly preview: MergePreview
  /** Received files whose content is not here yet. */
  readonly newFiles: number
  /** Lines that are here under the same id with another content. */
  readonly clashes: readonly LedgerEntry[]
  /** What came along and is not used. */
  readonly unfit: readonly UnfitReading[]
  /** Pens of the file that do not follow on. */
  readonly faults: readonly ChainFault[]
}

export type ReviewFileRequest =
  | { readonly kind: 'write'; readonly content: ReviewFileContent }
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly file: string }
  /** What a file that was read would add to lines and received files that are here. */
  | {
      readonly kind: 'preview'
      readonly read: ReadReviewFile
      readonly entries: readonly LedgerEntry[]
      readonly received: readonly string[]
    }

export type ReviewFileAnswer =
  | { readonly kind: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'read'; readonly read: Decoded<ReadReviewFile> }
  | { readonly kind: 'previewed'; readonly found: FilePreview }
  | { readonly kind: 'failed'; readonly message: string }

function previewOf(
  read: ReadReviewFile,
  entries: readonly LedgerEntry[],
  received: ReadonlySet<string>,
): FilePreview {
  const known = new Map(entries.map(entry => [entry.id, entry]))
  const lines = readLinesOf([...entries, ...read.entries])
  const rules = { mark: read.round.ruleSet, ruleSet: read.ruleSet }
  const unfit = read.received.flatMap((file): readonly UnfitReading[] => {
    const own = lines.get(file.sha256) ?? []
    const why = misfitOf(file, own, rules)
    return why === null ? [] : [{ sha256: file.sha256, why, line: own[0] ?? null }]
  })
  const isUnfit = new Set(unfit.map(({ sha256 }) => sha256))
  return {
    preview: mergePreview(foldLedger(read.round, entries), read.entries),
    newFiles: read.received.filter(({ sha256 }) => !received.has(sha256) && !isUnfit.has(sha256)).length,
    unfit,
    clashes: read.entries.filter(entry => {
      const ours = known.get(entry.id)
      return ours !== undefined && !isSameLine(ours, entry)
    }),
    faults: checkChains(read.entries),
  }
}

function answer(request: ReviewFileRequest): ReviewFileAnswer {
  switch (request.kind) {
    case 'write':
      return { kind: 'written', bytes: new Uint8Array(writeReviewFile(request.content)) }
    case 'read':
      return { kind: 'read', read: readReviewFile(request.bytes, request.file) }
    case 'preview': {
      const { read, entries, received } = request
      return { kind: 'previewed', found: previewOf(read, entries, new Set(received)) }
    }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ReviewFileRequest>) => {
  try {
    self.postMessage(answer(data))
  } catch (error) {
    self.postMessage({
      kind: 'failed',
      message: error instanceof Error ? error.message : String(error),
    } satisfies ReviewFileAnswer)
  }
})
