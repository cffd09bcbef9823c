import { useId, useState } from 'react'
import { formatDate } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { AssessmentProps } from '../assessmentProps.ts'
import { type ApprovalFields, approvalFaults, approvalOf, fieldsOf } from './approvalFields.ts'
import { handInWords } from './words.ts'

/** Who approved: kept in the draft as it is typed. */
export function ApprovalForm({
  open,
  isTried,
}: Pick<AssessmentProps, 'open'> & {
  /** The file was asked for: what is missing is said now. */
  isTried: boolean
}) {
  const words = useText(handInWords)
  const language = useLanguage()
  const [fields, setFields] = useState(() => fieldsOf(open.draft.approval))
  const faults = isTried ? approvalFaults(fields) : new Map<keyof ApprovalFields, never>()
  const type = (change: Partial<ApprovalFields>) => {
    const next = { ...fields, ...change }
    setFields(next)
    open.change([{ kind: 'approval', approval: approvalOf(next) }], 'approval')
  }
  const field = (name: keyof ApprovalFields, label: string, hint: string | null) => (
    <Field
      name={name}
      label={label}
      hint={hint}
      fault={faults.get(name)?.[language]}
      value={fields[name]}
      change={text => type({ [name]: text })}
      leave={() => name === 'on' && setFields(fieldsOf(approvalOf(fields)))}
    />
  )
  const now = new Date()
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part =>
    String(part).padStart(2, '0'),
  )
  return (
    <section aria-labelledby="sa-hand-in-approval">
      <div className="section-head">
        <h3 id="sa-hand-in-approval">{words.approval}</h3>
        <p className="sub">{words.approvalSub}</p>
      </div>
      <div className="sa-approval">
        {field('name', words.name, null)}
        {field('title', words.office, words.officeHint)}
        {field('on', words.on, words.onHint)}
        <button
          type="button"
          className="link-button"
          onClick={() => type({ on: formatDate(today.join('-')) })}
        >
          {words.today}
        </button>
      </div>
      <p className="sa-hand-in-hint">{words.approvalNote}</p>
    </section>
  )
}

function Field({
  name,
  label,
  hint,
  fault,
  value,
  change,
  leave,
}: {
  name: keyof ApprovalFields
  label: string
  hint: string | null
  fault: string | undefined
  value: string
  change: (text: string) => void
  leave: () => void
}) {
  const id = useId()
  const said = fault ?? hint
  return (
    <div className={`sa-approval-field ${name}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        required
        autoComplete="off"
        inputMode={name === 'on' ? 'numeric' : undefined}
        maxLength={200}
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={said === null ? undefined : `${id}-hint`}
        onChange={event => change(event.target.value)}
        onBlur={leave}
      />
      {said !== null && (
        <small id={`${id}-hint`} className={fault === undefined ? undefined : 'lost'}>
          {fault !== undefined && <Mark kind="error" size={13} />}
          {said}
        </small>
      )}
    </div>
  )
}
