import { useEffect, useRef, useState } from 'react'
import type { DisplayedTable } from '../model/displayedTable.ts'
import { useOffer } from '../state/exports/offers.ts'
import { useMakeOrigin } from '../state/exports/originContext.ts'
import type { TableFormat } from '../state/exports/tableFile.ts'
import { download } from '../ui/download.ts'
import { Icon } from '../ui/Icon.tsx'
import { dictionary, useText } from '../ui/language.tsx'
import { Mark } from '../ui/Mark.tsx'

const words = dictionary({
  vi: {
    csv: 'CSV',
    xlsx: 'XLSX',
    print: 'In',
    writing: 'Đang ghi tệp…',
    written: (name: string) => `Đã tải ${name}`,
    failed: (why: string) => `Không ghi được tệp: ${why}`,
  },
  en: {
    csv: 'CSV',
    xlsx: 'XLSX',
    print: 'Print',
    writing: 'Writing the file…',
    written: (name: string) => `${name} downloaded`,
    failed: (why: string) => `The file could not be written: ${why}`,
  },
})

type Progress =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'saved' | 'failed'; readonly about: string }

const formats = [
  { id: 'csv', format: 'csv-semicolon' },
  { id: 'xlsx', format: 'xlsx' },
] as const satisfies readonly { id: string; format: TableFormat }[]

/**
 * The table that is shown as CSV, as XLSX and, where its screen is what is printed, on paper; also offered in the
 * list of everything that can be taken away.
 */
export function TableButtons({
  id: tableId,
  name,
  fileName,
  make,
  prints = true,
  className,
}: {
  /** Of the table. */
  id: string
  /** In the list of offers. */
  name: string
  /** Without its ending. */
  fileName: string
  /** Asked on the press. */
  make: () => DisplayedTable | Promise<DisplayedTable>
  prints?: boolean
  className: string
}) {
  const text = useText(words)
  const makeOrigin = useMakeOrigin()
  useOffer({ kind: 'table', id: tableId, name, make })
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const save = async (id: 'csv' | 'xlsx', format: TableFormat) => {
    if (progress.kind === 'busy') return
    const control = new AbortController()
    running.current = control
    const { signal } = control
    setProgress({ kind: 'busy' })
    try {
      // Of the view at this moment, as the table is, whatever is opened meanwhile.
      const originFor = makeOrigin('table', tableId)
      // What writes files is loaded when one is asked for.
      const [table, { tableFile }] = await Promise.all([make(), import('../state/exports/tableFile.ts')])
      const origin = await originFor(table.narrowed)
      const saved = `${fileName}.${id}`
      download(saved, await tableFile(table, format, { origin, signal }))
      setProgress({ kind: 'saved', about: saved })
    } catch (error) {
      if (!signal.aborted)
        setProgress({ kind: 'failed', about: error instanceof Error ? error.message : String(error) })
    }
  }
  return (
    <div className={className}>
      {formats.map(({ id, format }) => (
        <button
          key={id}
          type="button"
          className="link-button with-icon"
          aria-disabled={progress.kind === 'busy'}
          onClick={() => void save(id, format)}
        >
          <Icon name="download" size={16} />
          {text[id]}
        </button>
      ))}
      {prints && (
        <button type="button" className="link-button with-icon" onClick={() => window.print()}>
          <Icon name="print" size={16} />
          {text.print}
        </button>
      )}
      <span role="status" className="visually-hidden">
        {progress.kind === 'busy' && text.writing}
        {progress.kind === 'saved' && text.written(progress.about)}
      </span>
      {progress.kind === 'failed' && (
        <p role="alert">
          <Mark kind="error" />
          {text.failed(progress.about)}
        </p>
      )}
    </div>
  )
}
