import type { TableFrame } from '../../io/exports/tableHead.ts'
import type { DisplayedRow } from '../../model/displayedTable.ts'
import type { ExportOrigin } from '../../model/exportOrigin.ts'
import { type TableFileKind, type TableFileMaker, tableFileMaker } from './makeTableFile.ts'

// Runs in a Web Worker: thousands of rows take longer than a key press. tableFile.ts is the other end.

export type TableFileOrder =
  | {
      readonly kind: 'begin'
      readonly frame: TableFrame
      readonly format: TableFileKind
      readonly origin: ExportOrigin
    }
  | { readonly kind: 'rows'; readonly rows: readonly DisplayedRow[] }
  | { readonly kind: 'end' }

export type TableFileAnswer =
  /** Rows that came are worked in; more of them, please. */
  | { readonly kind: 'more' }
  | { readonly kind: 'made'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string }

let maker: TableFileMaker | null = null

self.addEventListener('message', ({ data }: MessageEvent<TableFileOrder>) => {
  obey(data).then(answer, error => {
    answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  })
})

async function obey(order: TableFileOrder): Promise<TableFileAnswer> {
  if (order.kind === 'begin') maker = tableFileMaker(order.frame, order.format, order.origin)
  else if (!maker) throw new Error('no table was begun')
  else if (order.kind === 'end') return { kind: 'made', bytes: await maker.bytes() }
  else maker.put(order.rows)
  return { kind: 'more' }
}

function answer(message: TableFileAnswer) {
  if (message.kind === 'made') self.postMessage(message, { transfer: [message.bytes.buffer] })
  else self.postMessage(message)
}
