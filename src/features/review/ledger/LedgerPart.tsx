import { useMemo } from 'react'
import { useText } from '../../../ui/language.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { HistoryView } from './HistoryView.tsx'
import {
  type LedgerAddress,
  ledgerViews,
  nameMark,
  noFilter,
  readLedgerAddress,
  writeLedgerAddress,
} from './ledgerAddress.ts'
import { ReviewersView } from './ReviewersView.tsx'
import { StagesView } from './StagesView.tsx'
import { TrailView } from './TrailView.tsx'
import { useEntryNames } from './useLedger.ts'
import { ledgerWords } from './words.ts'
import './ledger.css'

/** Sổ ghi: the stages of the round, every line of its ledger, and who reviews what. */
export function LedgerPart(props: ReviewProps) {
  const { open, directory, address, change } = props
  const words = useText(ledgerWords)
  const names = useEntryNames(open, directory)
  const { filter, agency, criterion, q, sort } = address
  const at = useMemo(
    () => readLedgerAddress({ filter, agency, criterion, q, sort }),
    [filter, agency, criterion, q, sort],
  )
  const go = (next: Partial<LedgerAddress>, how?: 'push' | 'replace') =>
    change(writeLedgerAddress({ ...at, ...next }), how)
  const { view } = at
  return (
    <div className="rvl">
      <nav className="rvl-views" aria-label={words.views}>
        {ledgerViews.map(each => (
          <button
            key={each}
            type="button"
            {...(each === view || (each === 'history' && view === 'trail')
              ? { 'aria-current': 'true' as const }
              : {})}
            onClick={() => go({ view: each }, 'push')}
          >
            {words.view[each]}
          </button>
        ))}
      </nav>
      {view === 'stages' && <StagesView {...props} names={names} />}
      {view === 'history' && <HistoryView {...props} names={names} at={at} go={go} />}
      {view === 'trail' && <TrailView {...props} names={names} at={at} go={go} />}
      {view === 'reviewers' && (
        <ReviewersView
          {...props}
          names={names}
          seeLinesOf={name => go({ view: 'history', filter: { ...noFilter, by: nameMark(name) } }, 'push')}
        />
      )}
    </div>
  )
}
