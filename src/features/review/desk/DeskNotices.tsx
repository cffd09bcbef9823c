import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { focusName } from './useVerdicts.ts'
import { deskWords } from './words.ts'

/** Why nothing can be written now, and the way to change that. */
export function DeskNotices({ open, review, change }: Pick<ReviewProps, 'open' | 'review' | 'change'>) {
  const words = useText(deskWords)
  const { writable } = review
  if (writable !== 'yes')
    return (
      <p className="rvd-notice">
        <Mark kind="warning" size={13} />
        {words[writable]}{' '}
        <button type="button" className="link-button" onClick={() => change({ part: 'ledger' })}>
          {writable === 'closed' ? words.toLedgerClosed : words.toLedger}
        </button>
      </p>
    )
  if (open.me !== '') return null
  return (
    <p className="rvd-notice">
      <Mark kind="warning" size={13} />
      {words.noName}{' '}
      <button type="button" className="link-button" onClick={focusName}>
        {words.toName}
      </button>
    </p>
  )
}
