import { writeReport } from '../../io/exports/docx/writeReport.ts'
import type { ExportOrigin } from '../../model/exportOrigin.ts'
import type { Report } from '../../model/report.ts'

// Runs in a Web Worker, and brings the library that writes DOCX with it. reportFile.ts is the other end.

export type ReportFileRequest = { readonly report: Report; readonly origin: ExportOrigin }

export type ReportFileAnswer =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'made'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string }

const say = (answer: ReportFileAnswer) => self.postMessage(answer)

self.addEventListener('message', ({ data: { report, origin } }: MessageEvent<ReportFileRequest>) => {
  writeReport(report, origin, done => say({ kind: 'progress', done })).then(
    bytes => say({ kind: 'made', bytes }),
    (error: unknown) =>
      say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  )
})
