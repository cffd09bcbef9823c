import type { FormWorkbookParts } from './formTable.ts'
import { makeFormWorkbook } from './makeFormWorkbook.ts'

// Runs in a Web Worker: a workbook of a hundred leaves takes longer than a key press. formWorkbook.ts is the
// other end.

export type FormWorkbookAnswer =
  | { readonly kind: 'made'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string }

self.addEventListener('message', ({ data }: MessageEvent<FormWorkbookParts>) => {
  makeFormWorkbook(data).then(
    bytes => self.postMessage({ kind: 'made', bytes } satisfies FormWorkbookAnswer),
    (error: unknown) =>
      self.postMessage({
        kind: 'failed',
        message: error instanceof Error ? error.message : String(error),
      } satisfies FormWorkbookAnswer),
  )
})
