import { type FormEvent, useId, useState } from 'react'
import { stageNames } from '../../../receipt/stageNames.ts'
import { instantFields, instantText, readInstant } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { DialogFrame } from './DialogFrame.tsx'
import { ReasonField } from './ReasonField.tsx'
import type { StageDialogProps } from './stageDialog.ts'
import { stageWords } from './stageWords.ts'

/** Sets, moves or takes away the deadline of one stage, with a reason where there was one. */
export function DeadlineDialog({ open, stage, close }: StageDialogProps) {
  const words = useText(stageWords)
  const language = useLanguage()
  const id = useId()
  const { deadline } = open.state.stages[stage]
  const [day, setDay] = useState(() => instantFields(deadline).day)
  const [time, setTime] = useState(() => instantFields(deadline).time || '17:00')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const at = readInstant(day, time)
  const known = open.state.entries.flatMap(({ id: line, act }) =>
    act.kind === 'deadline' && act.stage === stage ? [line] : [],
  )
  const isAtOdds = open.state.conflicts.some(each => each.about === 'deadline' && each.stage === stage)
  const isSame = at !== null && deadline !== null && Date.parse(at) === Date.parse(deadline)
  const needsReason = deadline !== null
  const fault = at === null ? words.noInstant : isSame && !isAtOdds ? words.same : null
  const write = (to: string | null) => {
    setTried(true)
    if (needsReason && reason.trim() === '') return
    const why = reason.trim() === '' ? null : reason.normalize('NFC').trim()
    if (open.append([{ kind: 'deadline', stage, at: to, reason: why, over: known }]).length > 0) close()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (fault === null) write(at)
  }
  const name = stageNames[language][stage]
  const shown = isTried ? fault : null
  return (
    <DialogFrame
      title={words.deadlineTitle(name)}
      close={close}
      foot={
        <>
          {deadline !== null && (
            <button type="button" className="link-button" onClick={() => write(null)}>
              {words.takeAway}
            </button>
          )}
          <button type="button" className="button" onClick={close}>
            {words.cancel}
          </button>
          <button type="submit" form={`${id}-form`} className="button primary">
            {words.save}
          </button>
        </>
      }
    >
      <form id={`${id}-form`} onSubmit={submit} noValidate className="rvl-form">
        <p className="rvl-form-line">{deadline === null ? words.none : words.now(instantText(deadline))}</p>
        <div className="rvl-field">
          <label htmlFor={`${id}-day`}>{words.day}</label>
          <input
            id={`${id}-day`}
            inputMode="numeric"
            autoComplete="off"
            value={day}
            aria-invalid={shown !== null || undefined}
            aria-describedby={`${id}-read`}
            onChange={event => setDay(event.target.value)}
          />
        </div>
        <div className="rvl-field">
          <label htmlFor={`${id}-time`}>{words.time}</label>
          <input
            id={`${id}-time`}
            inputMode="numeric"
            autoComplete="off"
            value={time}
            aria-invalid={shown !== null || undefined}
            aria-describedby={`${id}-read`}
            onChange={event => setTime(event.target.value)}
          />
        </div>
        <p id={`${id}-read`} className={shown === null ? 'rvl-form-line quiet' : 'rvl-fault'}>
          {shown === null ? (
            at !== null && words.readAs(instantText(at))
          ) : (
            <>
              <Mark kind="error" size={12} />
              {shown}
            </>
          )}
        </p>
        <ReasonField value={reason} change={setReason} isTried={isTried && needsReason} />
        <p className="rvl-form-line quiet">{words.after[stage]}</p>
        <p className="rvl-form-line quiet">{words.isolation}</p>
      </form>
    </DialogFrame>
  )
}
