import type { EntryOf } from '../../../model/roundState.ts'
import type { UndoStep } from '../../../state/review/undoStep.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { DialogHead } from './DialogParts.tsx'
import { editWords } from './editWords.ts'
import './deskDialog.css'

/** The last step wrote many lines: all of them are taken back, or those of this agency. */
export function UndoDialog({
  step,
  takeBack,
  close,
}: {
  step: UndoStep
  takeBack: (entries: readonly EntryOf<'decide'>[]) => void
  close: () => void
}) {
  const words = useText(editWords)
  const language = useLanguage()
  const { entries, here } = step
  const count = (value: number) => formatNumber(String(value), language)
  const agencies = new Set(entries.map(({ act }) => act.agencyId)).size
  const take = (lines: readonly EntryOf<'decide'>[]) => {
    close()
    takeBack(lines)
  }
  return (
    <Dialog label={words.undoTitle} className="rvd-dialog" close={close}>
      <DialogHead title={words.undoTitle} close={close} />
      <div className="rvd-dialog-body">
        <p>{words.undoDoes(count(entries.length), count(agencies))}</p>
      </div>
      <div className="rvd-dialog-foot">
        <button type="button" className="button" onClick={close}>
          {words.cancel}
        </button>
        {here.length < entries.length && (
          <button type="button" className="button" onClick={() => take(here)}>
            {words.undoHere(count(here.length))}
          </button>
        )}
        <button type="button" className="button primary" onClick={() => take(entries)}>
          {words.undoAll(count(entries.length))}
        </button>
      </div>
    </Dialog>
  )
}
