import type { RuleSet } from '../model/ruleSet.ts'
import type { BulkProgress, BulkScores } from '../scoring/bulk/scoreTable.ts'
import type { BulkTable } from '../scoring/bulk/table.ts'
import { askWorker } from './askWorker.ts'
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
  const start = () => new Worker(new URL('./scoreTable.worker.ts', import.meta.url), { type: 'module' })
  const answerOf = (message: TableMessage) => {
    if (message.kind === 'scored') return message.scores
    if (message.kind !== 'progress') throw new Error(message.message)
    onProgress?.(message.progress)
    return null
  }
  return askWorker(start, { ruleSet, table } satisfies TableRequest, answerOf, signal)
}
