import { exportLimits } from '../../io/exports/exportLimits.ts'
import { exportForm, readExport } from '../../io/exports/readExport.ts'
import { sameShown } from '../../io/exports/sameShown.ts'
import type { ExportCheck, ExportOrigin } from '../../model/exportOrigin.ts'
import type { Problem } from '../../model/problem.ts'
import { checkExport } from './checkExport.ts'

// Runs in a Web Worker: unpacking a workbook takes longer than a key press. openExport.ts is the other end.

export type ExportRequest =
  | { readonly kind: 'open'; readonly file: Blob; readonly fileName: string }
  | { readonly kind: 'compare'; readonly file: Blob; readonly fileName: string; readonly made: Blob }

export type ExportAnswer =
  | { readonly kind: 'opened'; readonly origin: ExportOrigin; readonly isCsv: boolean }
  | { readonly kind: 'compared'; readonly check: ExportCheck; readonly count: number }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly message: string }

/** As many differences as are told one by one. */
const most = 500

async function answerTo(request: ExportRequest): Promise<ExportAnswer> {
  const bytes = await bytesOf(request.file)
  const read = await readExport(bytes, request.fileName)
  if (!read.ok) return { kind: 'refused', problems: read.problems }
  if (request.kind === 'open')
    return { kind: 'opened', origin: read.value.origin, isCsv: exportForm(bytes) === 'csv' }
  const made = await readExport(await bytesOf(request.made), request.fileName)
  if (!made.ok) throw new Error(made.problems[0]?.message.en ?? 'what was made cannot be read')
  const { language } = made.value.origin
  const { compared, differences } = checkExport(
    read.value.cells,
    made.value.cells,
    // A spreadsheet that saves CSV writes the numbers in its own way.
    exportForm(bytes) === 'csv' ? (one, other) => sameShown(one, other, language) : undefined,
  )
  return {
    kind: 'compared',
    check: { compared, differences: differences.slice(0, most) },
    count: differences.length,
  }
}

/** One byte more than is taken says that it is too much, without reading the rest. */
async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, exportLimits.packedBytes + 1).arrayBuffer())
}

self.addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  answerTo(data).then(
    answer => self.postMessage(answer),
    (error: unknown) =>
      self.postMessage({
        kind: 'failed',
        message: error instanceof Error ? error.message : String(error),
      } satisfies ExportAnswer),
  )
})
