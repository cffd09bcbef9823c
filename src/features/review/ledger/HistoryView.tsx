import { useCallback, useRef } from 'react'
import { TableButtons } from '../../../exports/TableButtons.tsx'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { useIsPrinting } from '../../../ui/useIsPrinting.ts'
import type { ReviewProps } from '../reviewProps.ts'
import type { EntryNames } from './entryNames.ts'
import { LedgerFilters } from './LedgerFilters.tsx'
import { LedgerTable } from './LedgerTable.tsx'
import { type LedgerAddress, noFilter } from './ledgerAddress.ts'
import { ledgerFileName } from './ledgerNotes.ts'
import { PrintedLedger } from './PrintedLedger.tsx'
import { projectLedger } from './projectLedger.ts'
import { useLedger } from './useLedger.ts'
import { ledgerWords } from './words.ts'
import './history.css'

/** The whole ledger as a table: searched, filtered, taken away, put on paper. */
export function HistoryView({
  open,
  directory,
  change,
  names,
  at,
  go,
}: Pick<ReviewProps, 'open' | 'directory' | 'change'> & {
  names: EntryNames
  at: LedgerAddress
  go: (next: Partial<LedgerAddress>, how?: 'push' | 'replace') => void
}) {
  const words = useText(ledgerWords)
  const language = useLanguage()
  const isPrinting = useIsPrinting()
  const { filter, newestFirst } = at
  const { rows, shown } = useLedger(open, directory, names, filter, newestFirst)
  // The same function as long as the page stands: rows in sight are not drawn again while others come.
  const latest = useRef({ go, filter })
  latest.current = { go, filter }
  const openTrail = useCallback((agencyId: string, criterionId: string) => {
    const now = latest.current
    now.go({ view: 'trail', filter: { ...now.filter, agencyId, criterionId } }, 'push')
  }, [])
  const count = (number: number) => formatNumber(String(number), language)
  const out = open.state.notCounted.size
  if (rows.length === 0)
    return (
      <section className="empty">
        <h1>{words.emptyTitle}</h1>
        <p>{words.emptyHint}</p>
        <p className="rvl-ways">
          <button
            type="button"
            className="button"
            onClick={() => change({ part: 'inbox', filter: undefined })}
          >
            {words.toInbox}
          </button>
          <button type="button" className="button" onClick={() => go({ view: 'stages' }, 'push')}>
            {words.toStages}
          </button>
        </p>
      </section>
    )
  if (isPrinting)
    return <PrintedLedger open={open} names={names} filter={filter} shown={shown} all={rows.length} />
  return (
    <>
      <h1>{words.historyTitle(count(rows.length), out === 0 ? null : count(out))}</h1>
      <LedgerFilters
        rows={rows}
        names={names}
        filter={filter}
        change={next => go({ filter: { ...filter, ...next } }, 'replace')}
      />
      <div className="rvl-bar">
        <p role="status">{words.shown(count(shown.length), count(rows.length))}</p>
        <fieldset className="rvl-order">
          <legend className="visually-hidden">{words.order}</legend>
          {([true, false] as const).map(newest => (
            <button
              key={String(newest)}
              type="button"
              aria-pressed={newestFirst === newest}
              onClick={() => go({ newestFirst: newest }, 'replace')}
            >
              {newest ? words.newest : words.oldest}
            </button>
          ))}
        </fieldset>
        <TableButtons
          className="rvl-files"
          id="ledger"
          name={words.fileTitle}
          fileName={ledgerFileName(open.round, filter, new Date())}
          make={() => projectLedger({ open, names, filter, newestFirst, shown, all: rows.length })}
        />
      </div>
      {shown.length === 0 ? (
        <div className="empty">
          <p>{words.none}</p>
          <button type="button" className="button" onClick={() => go({ filter: noFilter }, 'replace')}>
            {words.clear}
          </button>
        </div>
      ) : (
        <LedgerTable rows={shown} names={names} openTrail={openTrail} />
      )}
      <p className="rvl-quiet">{words.clockHint}</p>
    </>
  )
}
