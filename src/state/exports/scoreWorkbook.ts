import { askWorker } from '../askWorker.ts'
import { workbookType } from '../workbookType.ts'
import type { ExportJob, ScoreWorkbookParts } from './exportJob.ts'
import type { ScoreWorkbookAnswer, ScoreWorkbookOrder } from './scoreWorkbook.worker.ts'

/**
 * The scores of one agency as a workbook that reckons them again, cell by cell; made beside the page.
 * @throws (rejects) when it cannot be made, and with the reason of an aborted signal
 */
export async function scoreWorkbook(parts: ScoreWorkbookParts, job: ExportJob): Promise<Blob> {
  const start = () => new Worker(new URL('./scoreWorkbook.worker.ts', import.meta.url), { type: 'module' })
  const order: ScoreWorkbookOrder = { parts, origin: job.origin }
  const blob = await askWorker(
    start,
    order,
    (answer: ScoreWorkbookAnswer) => {
      if (answer.kind === 'failed') throw new Error(answer.message)
      return new Blob([new Uint8Array(answer.bytes)], { type: workbookType })
    },
    job.signal,
  )
  job.progress?.(1)
  return blob
}
