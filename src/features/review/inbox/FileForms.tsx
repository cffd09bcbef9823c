import { type FormEvent, useId, useState } from 'react'
import type { LedgerAct } from '../../../model/review.ts'
import type { FileState } from '../../../model/roundState.ts'
import { instantFields, readInstant } from '../../../ui/instants.ts'
import { useText } from '../../../ui/language.tsx'
import { filesWords } from './filesWords.ts'

type FormProps = {
  /** One file, or several that came together. */
  readonly files: readonly FileState[]
  readonly write: (acts: readonly LedgerAct[]) => void
  readonly close: () => void
}

/** When files really came in, with why. */
export function ReceivedAtForm({ files, write, close }: FormProps) {
  const words = useText(filesWords)
  const id = useId()
  const [first] = files
  const start = instantFields(files.length === 1 && first ? first.receivedAt : null)
  const [day, setDay] = useState(start.day)
  const [time, setTime] = useState(start.time)
  const [reason, setReason] = useState('')
  const [wasSent, setSent] = useState(false)
  const at = readInstant(day, time)
  const said = tidy(reason)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (at === null || said === '') return
    write(files.map(({ file }) => ({ kind: 'receivedAt', sha256: file.sha256, at, reason: said })))
    close()
  }
  const isBadTime = wasSent && at === null
  return (
    <form className="rvi-form" onSubmit={send} noValidate>
      <label htmlFor={`${id}-day`}>
        {words.day}
        <input
          id={`${id}-day`}
          value={day}
          inputMode="numeric"
          placeholder={words.dayHint}
          aria-invalid={isBadTime}
          aria-describedby={`${id}-time-error`}
          // biome-ignore lint/a11y/noAutofocus: the form opens where the reader pressed
          autoFocus
          onChange={event => setDay(event.target.value)}
        />
      </label>
      <label htmlFor={`${id}-time`}>
        {words.time}
        <input
          id={`${id}-time`}
          value={time}
          inputMode="numeric"
          placeholder={words.timeHint}
          aria-invalid={isBadTime}
          aria-describedby={`${id}-time-error`}
          onChange={event => setTime(event.target.value)}
        />
      </label>
      <ReasonInput
        id={id}
        hint={words.timeReasonHint}
        value={reason}
        change={setReason}
        isMissing={wasSent && said === ''}
      />
      <p id={`${id}-time-error`} className="rvi-error" role="alert">
        {isBadTime ? words.badTime : ''}
      </p>
      <Buttons close={close} />
    </form>
  )
}

/** Not to be read, with why. */
export function SetAsideForm({ files, write, close }: FormProps) {
  const words = useText(filesWords)
  const id = useId()
  const [reason, setReason] = useState('')
  const [wasSent, setSent] = useState(false)
  const said = tidy(reason)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (said === '') return
    write(files.map(({ file }) => ({ kind: 'setAside', sha256: file.sha256, reason: said })))
    close()
  }
  return (
    <form className="rvi-form" onSubmit={send} noValidate>
      <ReasonInput
        id={id}
        hint={words.setAsideHint}
        value={reason}
        change={setReason}
        isMissing={wasSent && said === ''}
        isFirst
      />
      <Buttons close={close} />
    </form>
  )
}

function ReasonInput({
  id,
  hint,
  value,
  change,
  isMissing,
  isFirst = false,
}: {
  id: string
  hint: string
  value: string
  change: (text: string) => void
  isMissing: boolean
  isFirst?: boolean
}) {
  const words = useText(filesWords)
  return (
    <label htmlFor={`${id}-reason`} className="rvi-reason">
      {words.reason}
      <input
        id={`${id}-reason`}
        value={value}
        maxLength={1000}
        autoComplete="off"
        aria-invalid={isMissing}
        aria-describedby={`${id}-reason-hint`}
        // biome-ignore lint/a11y/noAutofocus: the form opens where the reader pressed
        autoFocus={isFirst}
        onChange={event => change(event.target.value)}
      />
      <small id={`${id}-reason-hint`} className={isMissing ? 'rvi-error' : 'rvi-quiet'}>
        {isMissing ? words.needReason : hint}
      </small>
    </label>
  )
}

function Buttons({ close }: { close: () => void }) {
  const words = useText(filesWords)
  return (
    <p className="rvi-form-foot">
      <button type="submit" className="button primary">
        {words.save}
      </button>
      <button type="button" className="button" onClick={close}>
        {words.cancel}
      </button>
    </p>
  )
}

/** A reason as the ledger keeps it. */
export function tidy(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ')
}
