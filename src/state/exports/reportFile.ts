import type { Report } from '../../model/report.ts'
import { askWorker } from '../askWorker.ts'
import type { ExportJob } from './exportJob.ts'
import type { ReportFileAnswer, ReportFileRequest } from './reportFile.worker.ts'

const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * The report as a DOCX in the administrative layout; made beside the page.
 * @throws (rejects) when it cannot be made, and with the reason of an aborted signal
 */
export function reportFile(report: Report, job: ExportJob): Promise<Blob> {
  const start = () => new Worker(new URL('./reportFile.worker.ts', import.meta.url), { type: 'module' })
  const request: ReportFileRequest = { report, origin: job.origin }
  const answerOf = (answer: ReportFileAnswer): Blob | null => {
    if (answer.kind === 'failed') throw new Error(answer.message)
    if (answer.kind === 'made') return new Blob([new Uint8Array(answer.bytes)], { type: documentType })
    job.progress?.(answer.done)
    return null
  }
  return askWorker(start, request, answerOf, job.signal)
}
