import type { OpenRound } from '../../../state/review/openRound.ts'
import { exactInstantText } from '../../../ui/instants.ts'
import { useText } from '../../../ui/language.tsx'
import type { EntryNames } from './entryNames.ts'
import { Points } from './LedgerTable.tsx'
import type { LedgerFilter } from './ledgerAddress.ts'
import { ledgerNotes } from './ledgerNotes.ts'
import { type LedgerRow, rowCells } from './ledgerRows.ts'
import { ledgerWords } from './words.ts'
import './print.css'

/** Sổ ghi thẩm định on paper: head, the lines shown, what the sheet can and cannot prove, places to sign. */
export function PrintedLedger({
  open,
  names,
  filter,
  shown,
  all,
}: {
  open: Pick<OpenRound, 'round' | 'ruleSet'>
  names: EntryNames
  filter: LedgerFilter
  shown: readonly LedgerRow[]
  all: number
}) {
  const words = useText(ledgerWords)
  const notes = ledgerNotes({ open, names, filter, shown: shown.length, all })
  const hasAgency = filter.agencyId !== null
  const last = notes.length - 1
  return (
    <article className="rvl-paper">
      <header>
        <h1>{words.printTitle}</h1>
        {filter.agencyId !== null && (
          <p className="rvl-paper-of">{words.printOf(names.agency(filter.agencyId))}</p>
        )}
        {notes.slice(0, last).map(note => (
          <p key={note}>{note}</p>
        ))}
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns.order}</th>
            <th scope="col">{words.time}</th>
            <th scope="col">{words.by}</th>
            <th scope="col">{words.stageFilter}</th>
            {!hasAgency && <th scope="col">{words.agency}</th>}
            <th scope="col">{words.criterion}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.points}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => {
            const cells = rowCells(row, names)
            return (
              <tr key={row.entry.id}>
                <td className="number">{index + 1}</td>
                <td>{exactInstantText(row.entry.at)}</td>
                <td>{cells.by}</td>
                <td>{cells.stage}</td>
                {!hasAgency && <td>{cells.agency}</td>}
                <td>{cells.criterion}</td>
                <td>
                  {cells.title}
                  {cells.detail !== null && `. ${cells.detail}`}
                  {cells.out !== null && <b className="rvl-paper-out">{cells.out}</b>}
                </td>
                <td className="number">{cells.change && <Points {...cells.change} />}</td>
                <td>{cells.reason}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <PaperFoot note={notes[last] ?? ''} />
    </article>
  )
}

/** Places to sign, and what names, times and hashes are worth. */
export function PaperFoot({ note }: { note: string }) {
  const words = useText(ledgerWords)
  return (
    <footer>
      <div className="rvl-paper-signatures">
        <p>
          <b>{words.writer}</b>
          <i>{words.signHere}</i>
        </p>
        <p>
          <b>{words.head}</b>
          <i>{words.signHere}</i>
        </p>
      </div>
      <p className="rvl-paper-note">{note}</p>
    </footer>
  )
}
