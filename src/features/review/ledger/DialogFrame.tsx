import type { ReactNode } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../../../ui/language.tsx'
import { stageWords } from './stageWords.ts'
import './dialogs.css'

/** A sheet over the ledger: a title, what it says, and what can be done at its foot. */
export function DialogFrame({
  title,
  close,
  children,
  foot,
}: {
  title: string
  close: () => void
  children: ReactNode
  foot: ReactNode
}) {
  const words = useText(stageWords)
  return (
    <Dialog label={title} className="rvl-dialog" close={close}>
      <header>
        <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
        <h2>{title}</h2>
      </header>
      <div className="rvl-dialog-body">{children}</div>
      <footer>{foot}</footer>
    </Dialog>
  )
}
