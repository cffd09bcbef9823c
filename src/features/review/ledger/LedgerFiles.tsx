import { useEffect, useRef, useState } from 'react'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { tableWorkbook } from '../../../state/review/tableWorkbook.ts'
import { download } from '../../../ui/download.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../../../ui/language.tsx'
import type { EntryNames } from './entryNames.ts'
import type { LedgerFilter } from './ledgerAddress.ts'
import type { LedgerRow } from './ledgerRows.ts'
import { columnWidths, ledgerCsv, ledgerFileName, ledgerNotes, ledgerTableText } from './ledgerTableText.ts'
import { ledgerWords } from './words.ts'

type Making =
  | { readonly status: 'idle' | 'making' | 'failed' }
  | { readonly status: 'made'; readonly name: string }

/** The lines on the screen as CSV, as XLSX, or on paper. */
export function LedgerFiles({
  open,
  names,
  filter,
  shown,
  all,
}: {
  open: OpenRound
  names: EntryNames
  filter: LedgerFilter
  shown: readonly LedgerRow[]
  all: number
}) {
  const words = useText(ledgerWords)
  const [making, setMaking] = useState<Making>({ status: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const table = (now: Date) =>
    ledgerTableText(shown, names, ledgerNotes({ open, names, filter, shown: shown.length, all, now }))
  const make = (extension: 'csv' | 'xlsx') => {
    if (making.status === 'making') return
    const now = new Date()
    const control = new AbortController()
    running.current = control
    setMaking({ status: 'making' })
    const made =
      extension === 'csv'
        ? table(now).then(lines => new Blob([ledgerCsv(lines)], { type: 'text/csv;charset=utf-8' }))
        : table(now).then(lines => tableWorkbook({ ...lines, widths: columnWidths }, control.signal))
    made.then(
      blob => {
        if (control.signal.aborted) return
        const name = ledgerFileName(open.round, filter, now, extension)
        download(name, blob)
        setMaking({ status: 'made', name })
      },
      () => {
        if (!control.signal.aborted) setMaking({ status: 'failed' })
      },
    )
  }
  const isMaking = making.status === 'making'
  return (
    <div className="rvl-files">
      <span role="status">
        {making.status === 'making' && words.making}
        {making.status === 'made' && words.made(making.name)}
        {making.status === 'failed' && <span className="lost">{words.failed}</span>}
      </span>
      <button type="button" className="link-button" aria-disabled={isMaking} onClick={() => make('csv')}>
        <Icon name="download" size={15} /> {words.csv}
      </button>
      <button type="button" className="link-button" aria-disabled={isMaking} onClick={() => make('xlsx')}>
        <Icon name="download" size={15} /> {words.xlsx}
      </button>
      <button type="button" className="link-button" onClick={() => window.print()}>
        <Icon name="print" size={15} /> {words.print}
      </button>
    </div>
  )
}
