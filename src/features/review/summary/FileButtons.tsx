import { useState } from 'react'
import { fileNameOf } from '../../../io/fileName.ts'
import { tableWorkbook } from '../../../state/review/tableWorkbook.ts'
import { download } from '../../../ui/download.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../../../ui/language.tsx'
import { type TableFile, tableCsv, tableWorkbookOf } from './tableFile.ts'
import { summaryWords } from './words.ts'

/** The table that is shown as CSV, as XLSX and on paper. */
export function FileButtons({ name, file }: { name: string; file: () => TableFile }) {
  const words = useText(summaryWords)
  const [failure, setFailure] = useState<string | null>(null)
  const workbook = () => {
    setFailure(null)
    tableWorkbook(tableWorkbookOf(file())).then(
      blob => download(`${name}.xlsx`, blob),
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    )
  }
  return (
    <div className="rvs-files">
      <button
        type="button"
        className="link-button"
        onClick={() => download(`${name}.csv`, new Blob([tableCsv(file())], { type: 'text/csv' }))}
      >
        <Icon name="download" size={16} /> {words.csv}
      </button>
      <button type="button" className="link-button" onClick={workbook}>
        <Icon name="download" size={16} /> {words.xlsx}
      </button>
      <button type="button" className="link-button" onClick={() => window.print()}>
        <Icon name="print" size={16} /> {words.print}
      </button>
      {failure !== null && (
        <p className="rvs-failed" role="alert">
          {words.fileFailed(failure)}
        </p>
      )}
    </div>
  )
}

/** "tong-hop_mau-tinh-cqs_2026-10_xep-hang_2026-11-21", safe as a name of a file. */
export function fileName(
  round: { readonly ruleSet: { readonly id: string }; readonly period: string },
  parts: readonly string[],
): string {
  const all = ['tong-hop', round.ruleSet.id, round.period, ...parts, new Date().toISOString().slice(0, 10)]
  return fileNameOf(all, '')
}
