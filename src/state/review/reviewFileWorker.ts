import type { ReadReviewFile, ReviewFileContent } from '../../io/review/reviewFileFormat.ts'
import type { Decoded } from '../../model/problem.ts'
import type { LedgerEntry } from '../../model/review.ts'
import { askWorker } from '../askWorker.ts'
import type { FilePreview, ReviewFileAnswer, ReviewFileRequest } from './reviewFile.worker.ts'

/** Packs a round beside the page. @throws (rejects) when the worker cannot be loaded or fails */
export async function packReviewFile(content: ReviewFileContent): Promise<Blob> {
  const answer = await ask({ kind: 'write', content })
  if (answer.kind !== 'written') throw unexpected(answer)
  return new Blob([answer.bytes], { type: 'application/zip' })
}

/** Reads a review file beside the page. @throws (rejects) as above, and with the reason of an aborted signal */
export async function unpackReviewFile(
  bytes: Uint8Array,
  file: string,
  signal?: AbortSignal,
): Promise<Decoded<ReadReviewFile>> {
  const answer = await ask({ kind: 'read', bytes, file }, signal)
  if (answer.kind !== 'read') throw unexpected(answer)
  return answer.read
}

/**
 * What a file would add to the lines and received files that are here, worked out beside the page.
 * @throws (rejects) as above
 */
export async function previewMerge(
  read: ReadReviewFile,
  entries: readonly LedgerEntry[],
  received: readonly string[],
  signal?: AbortSignal,
): Promise<FilePreview> {
  // The files as they came say nothing about it and may be many megabytes.
  const light = { ...read, originals: new Map() }
  const answer = await ask({ kind: 'preview', read: light, entries, received }, signal)
  if (answer.kind !== 'previewed') throw unexpected(answer)
  return answer.found
}

function ask(request: ReviewFileRequest, signal?: AbortSignal): Promise<ReviewFileAnswer> {
  const start = () => new Worker(new URL('./reviewFile.worker.ts', import.meta.url), { type: 'module' })
  return askWorker(start, request, (answer: ReviewFileAnswer) => answer, signal)
}

function unexpected(answer: ReviewFileAnswer): Error {
  return new Error(answer.kind === 'failed' ? answer.message : `the worker answered "${answer.kind}"`)
}
