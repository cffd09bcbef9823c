import { useId, useState } from 'react'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { checksWords } from './words.ts'

/** Why a doubt is let stand: asked for in place, required, given up with Escape. */
export function AcceptForm({ accept, cancel }: { accept: (reason: string) => void; cancel: () => void }) {
  const words = useText(checksWords)
  const id = useId()
  const [reason, setReason] = useState('')
  const [isRefused, setRefused] = useState(false)
  return (
    <form
      className="sa-accept"
      onSubmit={event => {
        event.preventDefault()
        const said = reason.normalize('NFC').trim()
        if (said === '') {
          setRefused(true)
          document.getElementById(id)?.focus()
        } else accept(said)
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        // The list may stand in a dialog, which Escape must not close as well.
        event.preventDefault()
        event.stopPropagation()
        cancel()
      }}
    >
      <label htmlFor={id}>{words.why}</label>
      <input
        id={id}
        // biome-ignore lint/a11y/noAutofocus: opened by a press that asks for it
        autoFocus
        required
        aria-invalid={isRefused}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        maxLength={1000}
        value={reason}
        onChange={event => {
          setReason(event.target.value)
          setRefused(false)
        }}
        onInvalid={event => {
          event.preventDefault()
          setRefused(true)
          event.currentTarget.focus()
        }}
      />
      <p id={`${id}-hint`} className={isRefused ? 'sa-accept-error' : undefined}>
        {isRefused && <Mark kind="error" size={13} />}
        {isRefused ? words.whyMissing : words.whyHint}
      </p>
      <span>
        <button type="submit" className="button">
          {words.accept}
        </button>
        <button type="button" className="link-button" onClick={cancel}>
          {words.cancel}
        </button>
      </span>
    </form>
  )
}
