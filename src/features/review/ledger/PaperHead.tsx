import type { OpenRound } from '../../../state/review/openRound.ts'
import type { EntryNames } from './entryNames.ts'
import { roundNotes } from './ledgerTableText.ts'

/** What a printed view of the ledger is of; on paper only. */
export function PaperHead({
  open,
  names,
  title,
  now,
}: {
  open: Pick<OpenRound, 'round' | 'ruleSet'>
  names: Pick<EntryNames, 'language'>
  title: string
  now: Date
}) {
  const { of, made } = roundNotes(open, names.language, now)
  return (
    <div className="print-only rvl-paper-head">
      <p>
        <b>{title}</b>
      </p>
      {[...of, ...made].map(note => (
        <p key={note}>{note}</p>
      ))}
    </div>
  )
}
