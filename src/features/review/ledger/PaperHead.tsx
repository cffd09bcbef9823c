import type { OpenRound } from '../../../state/review/openRound.ts'
import type { EntryNames } from './entryNames.ts'
import { roundNotes } from './ledgerNotes.ts'

/** What a printed view of the ledger is of; on paper only. */
export function PaperHead({
  open,
  names,
  title,
}: {
  open: Pick<OpenRound, 'round' | 'ruleSet'>
  names: Pick<EntryNames, 'language'>
  title: string
}) {
  return (
    <div className="print-only rvl-paper-head">
      <p>
        <b>{title}</b>
      </p>
      {roundNotes(open, names.language).map(note => (
        <p key={note}>{note}</p>
      ))}
    </div>
  )
}
