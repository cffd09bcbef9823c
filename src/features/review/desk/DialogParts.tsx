import { Icon } from '../../../ui/Icon.tsx'
import { Key } from '../../../ui/Key.tsx'
import { useText } from '../../../ui/language.tsx'
import { editWords } from './editWords.ts'

/** Name of what lies over the desk, and the way out. */
export function DialogHead({ title, close }: { title: string; close: () => void }) {
  const words = useText(editWords)
  return (
    <div className="rvd-dialog-head">
      <h2>{title}</h2>
      <button type="button" className="icon-button" aria-label={words.cancel} onClick={close}>
        <Icon name="close" />
      </button>
    </div>
  )
}

/** Writes into the ledger, or leaves it. */
export function DialogFoot({
  save,
  close,
  isOff = false,
}: {
  save: string
  close: () => void
  isOff?: boolean
}) {
  const words = useText(editWords)
  return (
    <div className="rvd-dialog-foot">
      <button type="button" className="button" onClick={close}>
        {words.cancel}
      </button>
      <button type="submit" className="button primary" disabled={isOff}>
        {save}
        <Key>Ctrl Enter</Key>
      </button>
    </div>
  )
}
