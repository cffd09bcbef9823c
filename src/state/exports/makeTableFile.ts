import { csvFoot, csvHead, csvRows } from '../../io/exports/tableCsv.ts'
import type { TableFrame } from '../../io/exports/tableHead.ts'
import { tableSheetRows } from '../../io/exports/tableSheets.ts'
import { writeStyledWorkbook } from '../../io/xlsx.ts'
import type { DisplayedRow, DisplayedTable } from '../../model/displayedTable.ts'
import type { ExportOrigin } from '../../model/exportOrigin.ts'

/** As the page names them; see tableFile.ts. */
export type TableFileKind = 'xlsx' | 'csv-semicolon' | 'csv-comma'

/** A file that takes rows as they come. */
export type TableFileMaker = {
  readonly put: (rows: readonly DisplayedRow[]) => void
  readonly bytes: () => Promise<Uint8Array>
}

export function tableFileMaker(
  frame: TableFrame,
  format: TableFileKind,
  origin: ExportOrigin,
): TableFileMaker {
  if (format === 'xlsx') {
    const { put, workbook } = tableSheetRows(frame, origin)
    return { put, bytes: () => writeStyledWorkbook(workbook()) }
  }
  const mark = format === 'csv-semicolon' ? ';' : ','
  const parts = [csvHead(frame, mark)]
  let count = 0
  return {
    put: rows => {
      count += rows.length
      parts.push(csvRows(rows, mark))
    },
    bytes: async () => new TextEncoder().encode(parts.join('') + csvFoot(frame, count, origin, mark)),
  }
}

/** The whole file at once; what the worker does slice by slice. */
export function makeTableFile(
  table: DisplayedTable,
  format: TableFileKind,
  origin: ExportOrigin,
): Promise<Uint8Array> {
  const { rows, ...frame } = table
  const maker = tableFileMaker(frame, format, origin)
  maker.put(rows)
  return maker.bytes()
}
