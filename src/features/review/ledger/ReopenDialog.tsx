import { useState } from 'react'
import { stageNames } from '../../../receipt/stageNames.ts'
import { instantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { DialogFrame } from './DialogFrame.tsx'
import { ReasonField } from './ReasonField.tsx'
import type { StageDialogProps } from './stageDialog.ts'
import { stageWords } from './stageWords.ts'

/** Opens a frozen stage again; the reason stands in the ledger. */
export function ReopenDialog({ open, stage, close }: StageDialogProps) {
  const words = useText(stageWords)
  const language = useLanguage()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const { closed } = open.state.stages[stage]
  const reopen = () => {
    setTried(true)
    const why = reason.normalize('NFC').trim()
    if (closed === null || why === '') return
    if (open.append([{ kind: 'reopen', closeId: closed.id, reason: why }]).length > 0) close()
  }
  return (
    <DialogFrame
      title={words.reopenTitle(stageNames[language][stage])}
      close={close}
      foot={
        <>
          <button type="button" className="button" onClick={close}>
            {words.cancel}
          </button>
          <button type="button" className="button primary" onClick={reopen}>
            {words.reopenConfirm}
          </button>
        </>
      }
    >
      <div className="rvl-form">
        {closed !== null && (
          <p className="rvl-form-line">
            {words.stateIs.closed}: {words.closedBy(instantText(closed.at), closed.by)}.
          </p>
        )}
        <p className="rvl-form-line">{words.reopenMeaning}</p>
        <p className="rvl-form-line quiet">{words.reopenOthers}</p>
        <ReasonField value={reason} change={setReason} isTried={isTried} />
      </div>
    </DialogFrame>
  )
}
