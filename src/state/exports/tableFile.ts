import type { DisplayedTable } from '../../model/displayedTable.ts'
import { askWorker } from '../askWorker.ts'
import { workbookType } from '../workbookType.ts'
import type { ExportJob } from './exportJob.ts'
import type { TableFileKind } from './makeTableFile.ts'
import type { TableFileAnswer, TableFileOrder } from './tableFile.worker.ts'

export const tableFormats = ['xlsx', 'csv-semicolon', 'csv-comma'] as const satisfies readonly TableFileKind[]
export type TableFormat = (typeof tableFormats)[number]

/** Cells handed over at a time: copying them takes a few thousandths of a second. */
const cellsAtOnce = 1500
/** Of the whole work, before the file is packed. */
const shareOfRows = 0.6

/**
 * The table as a file: a workbook, or CSV with semicolons (Excel of Viet Nam) or commas; made beside the page.
 * Rows go over a few at a time, as the other side asks for them, so that the page never stands still.
 * @throws (rejects) when it cannot be made, and with the reason of an aborted signal
 */
export async function tableFile(table: DisplayedTable, format: TableFormat, job: ExportJob): Promise<Blob> {
  const { rows, ...frame } = table
  const rowsAtOnce = Math.max(1, Math.floor(cellsAtOnce / Math.max(1, frame.columns.length)))
  let sent = 0
  let worker: Worker | null = null
  const send = (order: TableFileOrder) => worker?.postMessage(order)
  const start = () => {
    worker = new Worker(new URL('./tableFile.worker.ts', import.meta.url), { type: 'module' })
    return worker
  }
  const begin: TableFileOrder = { kind: 'begin', frame, format, origin: job.origin }
  const blob = await askWorker(
    start,
    begin,
    (answer: TableFileAnswer) => {
      if (answer.kind === 'failed') throw new Error(answer.message)
      if (answer.kind === 'made') return new Blob([new Uint8Array(answer.bytes)], { type: typeOf(format) })
      const slice = rows.slice(sent, sent + rowsAtOnce)
      sent += slice.length
      send(slice.length > 0 ? { kind: 'rows', rows: slice } : { kind: 'end' })
      job.progress?.(rows.length === 0 ? shareOfRows : (shareOfRows * sent) / rows.length)
      return null
    },
    job.signal,
  )
  job.progress?.(1)
  return blob
}

function typeOf(format: TableFormat): string {
  return format === 'xlsx' ? workbookType : 'text/csv;charset=utf-8'
}
