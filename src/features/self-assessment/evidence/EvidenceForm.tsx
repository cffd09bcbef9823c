import { type ReactNode, useId, useRef, useState } from 'react'
import type { EvidenceItem } from '../../../model/submission.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { type DocumentFields, fieldsOf, readFields } from './documentFields.ts'
import { evidenceWords } from './words.ts'
import './evidenceForm.css'

/** What identifies a document: typed, checked when saved, given up with Escape. */
export function EvidenceForm({
  item,
  isNew = false,
  save,
  cancel,
}: {
  item: EvidenceItem
  isNew?: boolean
  save: (item: EvidenceItem) => void
  cancel: () => void
}) {
  const words = useText(evidenceWords)
  const language = useLanguage()
  const [fields, setFields] = useState(() => fieldsOf(item))
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const read = readFields(fields, item)
  const faults = isTried ? read.faults : new Map<keyof DocumentFields, never>()
  const field = (name: keyof DocumentFields, label: string, hint?: string, isFirst = false) => (
    <Field
      label={label}
      hint={hint}
      fault={faults.get(name)?.[language]}
      value={fields[name]}
      isFirst={isFirst}
      isRequired={name === 'title'}
      isDate={name === 'issuedOn' || name === 'effectiveOn'}
      change={text => setFields({ ...fields, [name]: text })}
    />
  )
  return (
    <form
      ref={form}
      className="sa-evidence-form"
      aria-label={isNew ? words.formNew : words.formEdit(item.title)}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        setTried(true)
        if (read.item) save(read.item)
        else
          requestAnimationFrame(() =>
            form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
          )
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        cancel()
      }}
    >
      <h4>{isNew ? words.formNew : words.formEdit(item.title)}</h4>
      <div className="sa-evidence-fields">
        {field('title', words.fieldTitle, undefined, true)}
        {field('number', words.fieldNumber)}
        {field('issuedOn', words.fieldIssuedOn, words.dateHint)}
        {field('issuer', words.fieldIssuer)}
        {field('effectiveOn', words.fieldEffectiveOn, `${words.dateHint}, ${words.effectiveHint}`)}
        {field('pages', words.fieldPages)}
        {field('url', words.fieldUrl, words.urlHint)}
        {field('note', words.fieldNote)}
      </div>
      <span className="sa-evidence-form-acts">
        <button type="submit" className="button">
          {words.save}
        </button>
        <button type="button" className="link-button" onClick={cancel}>
          {words.cancel}
        </button>
      </span>
    </form>
  )
}

function Field({
  label,
  hint,
  fault,
  value,
  isFirst,
  isRequired,
  isDate,
  change,
}: {
  label: string
  hint: string | undefined
  fault: string | undefined
  value: string
  isFirst: boolean
  isRequired: boolean
  isDate: boolean
  change: (text: string) => void
}): ReactNode {
  const id = useId()
  const describes = fault ?? hint
  return (
    <div className={isFirst ? 'sa-evidence-field wide' : 'sa-evidence-field'}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        // biome-ignore lint/a11y/noAutofocus: opened by a press that asks for it
        autoFocus={isFirst}
        autoComplete="off"
        inputMode={isDate ? 'numeric' : undefined}
        maxLength={500}
        value={value}
        required={isRequired}
        aria-invalid={fault !== undefined}
        aria-describedby={describes === undefined ? undefined : `${id}-hint`}
        onChange={({ target }) => change(target.value)}
      />
      {describes !== undefined && (
        <small id={`${id}-hint`} className={fault === undefined ? undefined : 'fault'}>
          {fault !== undefined && <Mark kind="error" size={12} />}
          {describes}
        </small>
      )}
    </div>
  )
}
