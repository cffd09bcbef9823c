import type { OpenRound } from '../../../state/review/openRound.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../../../ui/language.tsx'
import { ReceivedAtForm } from './FileForms.tsx'
import type { InboxRow } from './inboxRows.ts'
import { inboxWords } from './words.ts'
import './dialogs.css'

/** Several files that came together by mail and were put in here later: one time and one reason for all of them. */
export function UnclearDialog({
  open,
  rows,
  close,
}: {
  open: OpenRound
  /** Rows whose file came nobody knows when. */
  rows: readonly InboxRow[]
  close: () => void
}) {
  const { unclear: words, close: closeWord } = useText(inboxWords)
  const files = rows.flatMap(({ file }) => (file ? [file] : []))
  return (
    <Dialog label={words.title(files.length)} className="rvi-dialog" close={close}>
      <div className="rvi-dialog-head">
        <h2>{words.title(files.length)}</h2>
        <button type="button" className="icon-button" aria-label={closeWord} onClick={close}>
          <Icon name="close" size={16} />
        </button>
      </div>
      <p className="rvi-quiet">{words.intro}</p>
      <ReceivedAtForm files={files} write={acts => open.append(acts)} close={close} />
      <ul className="rvi-names">
        {rows.map(row => (
          <li key={row.agencyId}>{row.name}</li>
        ))}
      </ul>
    </Dialog>
  )
}
