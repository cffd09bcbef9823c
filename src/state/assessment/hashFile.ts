import type { EvidenceFile } from '../../model/submission.ts'
import { askWorker } from '../askWorker.ts'
import type { HashAnswer } from './hashFile.worker.ts'

/** Larger files are scans that nobody can send by mail either; a link or a number stands for them. */
export const largestEvidenceBytes = 50 * 1024 * 1024

/** What a file is, or why it is not taken as evidence. */
export type HashedFile =
  | { readonly ok: true; readonly file: EvidenceFile }
  | { readonly ok: false; readonly why: 'empty' | 'tooLarge' | 'unreadable' }

type Watch = {
  /** Ends the worker; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** Bytes hashed so far. */
  readonly progress?: ((bytes: number) => void) | undefined
}

/** Name, size and SHA-256 of a file, worked out beside the page. Its size is looked at before it is read. */
export async function hashFile(file: File, watch: Watch = {}): Promise<HashedFile> {
  if (file.size === 0) return { ok: false, why: 'empty' }
  if (file.size > largestEvidenceBytes) return { ok: false, why: 'tooLarge' }
  const answer = await ask(file, watch)
  return answer.kind === 'hashed'
    ? {
        ok: true,
        // Names from a Mac come with their accents apart.
        file: { name: file.name.normalize('NFC'), bytes: answer.bytes, sha256: answer.sha256 },
      }
    : { ok: false, why: 'unreadable' }
}

/** A worker that cannot be loaded has read nothing. */
function ask(file: File, { signal, progress }: Watch): Promise<HashAnswer> {
  const start = () => new Worker(new URL('./hashFile.worker.ts', import.meta.url), { type: 'module' })
  const answerOf = (message: HashAnswer) => {
    if (message.kind !== 'progress') return message
    progress?.(message.bytes)
    return null
  }
  return askWorker(start, file, answerOf, signal).catch((error: unknown): HashAnswer => {
    if (signal?.aborted) throw error
    return { kind: 'unreadable' }
  })
}
