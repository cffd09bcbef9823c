import type { LedgerEntry } from '../../../model/review.ts'
import { exactInstantText } from '../../../ui/instants.ts'
import { useText } from '../../../ui/language.tsx'
import { criterionLabel, type EntryNames } from './entryNames.ts'
import { wordsOfEntry } from './entryWords.ts'
import { Points } from './LedgerTable.tsx'
import { ledgerWords } from './words.ts'

/** One line in full: who and when, what, points, reason. */
export function EntryCard({ entry, names }: { entry: LedgerEntry; names: EntryNames }) {
  const words = useText(ledgerWords)
  const said = wordsOfEntry(entry, names)
  const { act } = entry
  return (
    <div className="rvl-card">
      <p className="rvl-card-who">
        <b>{entry.by}</b> <time dateTime={entry.at}>{exactInstantText(entry.at)}</time>
      </p>
      <p>
        <b>{said.title}</b>{' '}
        {said.change && (
          <span className="rvl-card-points">
            <Points {...said.change} />
          </span>
        )}
      </p>
      {act.kind === 'decide' && <p className="rvl-card-of">{criterionLabel(names, act.criterionId)}</p>}
      {said.detail !== null && <p>{said.detail}</p>}
      {said.reason !== null && (
        <p>
          {words.reason}: {said.reason}
        </p>
      )}
      <p className="rvl-card-of">{words.line(entry.id)}</p>
    </div>
  )
}
