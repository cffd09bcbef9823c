import type { EntryOf } from '../../../model/roundState.ts'
import type { UndoStep } from '../../../state/review/undoStep.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { instantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { DialogHead } from './DialogParts.tsx'
import { editWords } from './editWords.ts'
import './deskDialog.css'

/** The last step wrote many lines, or not by this page: whoever works here says what is taken back. */
export function UndoDialog({
  step,
  codeOf,
  takeBack,
  close,
}: {
  step: UndoStep
  codeOf: (nodeId: string) => string
  takeBack: (entries: readonly EntryOf<'decide'>[]) => void
  close: () => void
}) {
  const words = useText(editWords)
  const language = useLanguage()
  const { entries, here, isOfThisPage } = step
  const [first] = entries
  const title = entries.length > 1 ? words.undoTitle : words.undoOtherTitle
  const count = (value: number) => formatNumber(String(value), language)
  const agencies = new Set(entries.map(({ act }) => act.agencyId)).size
  const take = (lines: readonly EntryOf<'decide'>[]) => {
    close()
    takeBack(lines)
  }
  return (
    <Dialog label={title} className="rvd-dialog" close={close}>
      <DialogHead title={title} close={close} />
      <div className="rvd-dialog-body">
        {entries.length > 1 && <p>{words.undoDoes(count(entries.length), count(agencies))}</p>}
        {!isOfThisPage && first && <p>{words.undoOther(instantText(first.at))}</p>}
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
          {entries.length === 1 && first
            ? words.undoOne(codeOf(first.act.criterionId))
            : words.undoAll(count(entries.length))}
        </button>
      </div>
    </Dialog>
  )
}
