import type { StyledWorkbook } from '../../io/styledSheet.ts'
import { askWorker } from '../askWorker.ts'
import { workbookType } from '../workbookType.ts'
import type { PlainTable } from './plainTable.ts'
import type { TableWorkbookAnswer } from './tableWorkbook.worker.ts'

/**
 * A table as a workbook, made beside the page: ten thousand lines take a second.
 * @throws (rejects) when it cannot be made, and with the reason of an aborted signal
 */
export function tableWorkbook(table: StyledWorkbook | PlainTable, signal?: AbortSignal): Promise<Blob> {
  const start = () => new Worker(new URL('./tableWorkbook.worker.ts', import.meta.url), { type: 'module' })
  return askWorker(
    start,
    table,
    (answer: TableWorkbookAnswer) => {
      if (answer.kind !== 'made') throw new Error(answer.message)
      return new Blob([new Uint8Array(answer.bytes)], { type: workbookType })
    },
    signal,
  )
}
