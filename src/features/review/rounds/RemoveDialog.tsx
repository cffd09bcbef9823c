import './newRound.css'
import type { Catalogue } from '../../../model/catalogue.ts'
import { deleteRound } from '../../../state/review/roundLibrary.ts'
import type { RoundSummary } from '../../../state/review/roundSummary.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { roundName } from './roundName.ts'
import { SaveFile } from './SaveFile.tsx'
import { roundsWords } from './words.ts'

/** Asks before a round goes, and offers its file first. */
export function RemoveDialog({
  summary: { round, lines, received },
  catalogue,
  close,
}: {
  summary: RoundSummary
  catalogue: Catalogue
  close: () => void
}) {
  const words = useText(roundsWords)
  const { removing } = words
  const language = useLanguage()
  const name = roundName(round, catalogue, words, language)
  const count = (number: number) => formatNumber(String(number), language)
  return (
    <Dialog label={removing.title(name)} className="rvr-dialog rvr-small" close={close}>
      <div className="rvr-dialog-top">
        <h2>{removing.title(name)}</h2>
      </div>
      <div className="rvr-form">
        <p>{removing.text(count(lines), count(received))}</p>
        <SaveFile round={round} catalogue={catalogue} label={removing.save} />
        <div className="rvr-form-foot">
          <button type="button" className="button" onClick={close}>
            {removing.cancel}
          </button>
          <button
            type="button"
            className="button primary"
            onClick={() => {
              void deleteRound(round)
              close()
            }}
          >
            {removing.confirm}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
