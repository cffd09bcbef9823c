import { useId, useState } from 'react'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { linesOf, shareReview } from '../../../state/review/shareReview.ts'
import { download } from '../../../ui/download.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { reviewerWords } from './reviewerWords.ts'
import { ledgerWords } from './words.ts'

type Making =
  | { readonly status: 'idle' | 'making' | 'failed' }
  | { readonly status: 'made'; readonly fileName: string }

/** The ledger, or one reviewer's part of it, as a file for a colleague. */
export function ExportSection({ open }: { open: OpenRound }) {
  const words = useText(reviewerWords)
  const ledger = useText(ledgerWords)
  const language = useLanguage()
  const id = useId()
  const [by, setBy] = useState<string | null>(null)
  const [withReceived, setWithReceived] = useState(true)
  const [making, setMaking] = useState<Making>({ status: 'idle' })
  const { entries } = open.state
  const people = [...new Set(entries.map(entry => entry.by))].toSorted(new Intl.Collator('vi').compare)
  const count = (number: number) => formatNumber(String(number), language)
  const make = () => {
    if (making.status === 'making') return
    setMaking({ status: 'making' })
    shareReview(open, { by, withReceived }, new Date()).then(
      ({ fileName, blob }) => {
        download(fileName, blob)
        setMaking({ status: 'made', fileName })
      },
      () => setMaking({ status: 'failed' }),
    )
  }
  return (
    <div className="rvl-export">
      <label className="rvl-select" htmlFor={`${id}-by`}>
        <span>{words.whose}</span>
        <select
          id={`${id}-by`}
          value={by ?? ''}
          onChange={event => setBy(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">{words.whole}</option>
          {people.map(name => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="rvl-check">
        <input
          type="checkbox"
          checked={withReceived}
          onChange={event => setWithReceived(event.target.checked)}
        />
        {words.withReceived}
      </label>
      <span className="rvl-count">
        {ledger.shown(count(linesOf(entries, by).length), count(entries.length))}
      </span>
      <button type="button" className="button" aria-disabled={making.status === 'making'} onClick={make}>
        <Icon name="download" size={16} />
        {words.export}
      </button>
      <span role="status">
        {making.status === 'making' && words.exporting}
        {making.status === 'made' && words.exported(making.fileName)}
        {making.status === 'failed' && <span className="lost">{words.exportFailed}</span>}
      </span>
      <p className="rvl-quiet">{words.noFiles}</p>
    </div>
  )
}
