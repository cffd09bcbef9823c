import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { Live } from './live.ts'
import { PointsBar } from './PointsBar.tsx'
import { formWords } from './words.ts'

/** Points of an item while it is filled in; a press opens how they come about. */
export function LivePoints({
  live: { kind, points, maximum, lost, isFull, bar, note },
  code,
  openReceipt,
}: {
  live: Live
  code: string
  openReceipt: () => void
}) {
  const words = useText(formWords)
  return (
    <div className={`sa-live ${kind}`}>
      <button
        type="button"
        className="sa-points"
        title={words.receiptOf}
        aria-label={`${code} ${points}${maximum === null ? '' : `/${maximum}`}, ${words.receiptOf}`}
        data-receipt=""
        onClick={openReceipt}
      >
        {kind === 'notApplicable' && <Mark kind="notApplicable" size={14} />}
        <b>{points}</b>
        {maximum !== null && <span>/{maximum}</span>}
      </button>
      {lost !== null && <em className="lost">{lost}</em>}
      {isFull && (
        <em>
          <Mark kind="reached" />
          {words.full}
        </em>
      )}
      {bar && <PointsBar bar={bar} size="normal" />}
      {note !== null && (
        <p>
          {typeof note === 'string' ? (
            note
          ) : (
            <>
              {note.before}
              <b>{note.amount}</b>
              {note.after}
            </>
          )}
        </p>
      )}
    </div>
  )
}
