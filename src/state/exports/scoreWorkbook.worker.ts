import type { ExportOrigin } from '../../model/exportOrigin.ts'
import type { ScoreWorkbookParts } from './exportJob.ts'
import { makeScoreWorkbook } from './makeScoreWorkbook.ts'

// Runs in a Web Worker: formulas of a hundred criteria take longer than a key press. scoreWorkbook.ts is the other
// end.

export type ScoreWorkbookOrder = { readonly parts: ScoreWorkbookParts; readonly origin: ExportOrigin }

export type ScoreWorkbookAnswer =
  | { readonly kind: 'made'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string }

self.addEventListener('message', ({ data }: MessageEvent<ScoreWorkbookOrder>) => {
  makeScoreWorkbook(data.parts, data.origin).then(
    bytes => self.postMessage({ kind: 'made', bytes } satisfies ScoreWorkbookAnswer),
    (error: unknown) =>
      self.postMessage({
        kind: 'failed',
        message: error instanceof Error ? error.message : String(error),
      } satisfies ScoreWorkbookAnswer),
  )
})
