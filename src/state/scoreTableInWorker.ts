import type { RuleSet } from '../model/ruleSet.ts'
import type { BulkProgress, BulkScores } from '../scoring/bulk/scoreTable.ts'
import type { BulkTable } from '../scoring/bulk/table.ts'
import type { TableMessage, TableRequest } from './scoreTable.worker.ts'

type WorkerOptions = {
  /** Told after every leaf. */
  readonly onProgress?: ((progress: BulkProgress) => void) | undefined
  /** Stops the work at once; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Scores a table beside the page, which stays free to be typed into.
 * The same result as scoreTable; table and rule set are copied, not taken away.
 * @throws (rejects) what the engine throws, by message, and the reason of an aborted signal
 */
export function scoreTableInWorker(
  ruleSet: RuleSet,
  table: BulkTable,
  { onProgress, signal }: WorkerOptions = {},
): Promise<BulkScores> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const worker = new Worker(new URL('./scoreTable.worker.ts', import.meta.url), { type: 'module' })
    const stop = () => {
      worker.terminate()
      signal?.removeEventListener('abort', abort)
    }
    const abort = () => {
      stop()
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', abort)
    worker.addEventListener('message', ({ data }: MessageEvent<TableMessage>) => {
      if (data.kind === 'progress') {
        onProgress?.(data.progress)
        return
      }
      stop()
      if (data.kind === 'scored') resolve(data.scores)
      else reject(new Error(data.message))
    })
    worker.addEventListener('error', event => {
      stop()
      reject(new Error(event.message || 'the worker could not be loaded'))
    })
    worker.postMessage({ ruleSet, table } satisfies TableRequest)
  })
}
