import type { StyledWorkbook } from '../../io/styledSheet.ts'
import { writeStyledWorkbook } from '../../io/xlsx.ts'
import { type PlainTable, plainWorkbook } from './plainTable.ts'

// Runs in a Web Worker: thousands of rows take longer than a key press. tableWorkbook.ts is the other end.

export type TableWorkbookAnswer =
  | { readonly kind: 'made'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string }

self.addEventListener('message', ({ data }: MessageEvent<StyledWorkbook | PlainTable>) => {
  writeStyledWorkbook('sheets' in data ? data : plainWorkbook(data)).then(
    bytes => self.postMessage({ kind: 'made', bytes } satisfies TableWorkbookAnswer),
    (error: unknown) =>
      self.postMessage({
        kind: 'failed',
        message: error instanceof Error ? error.message : String(error),
      } satisfies TableWorkbookAnswer),
  )
})
