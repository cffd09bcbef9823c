import { type KeyboardEvent, type Ref, useId } from 'react'
import { useText } from '../../../ui/language.tsx'
import { editWords } from './editWords.ts'

/** A reason or question with what the findings suggest; Ctrl Enter hands the form in. */
export function ReasonField({
  label,
  hint,
  value,
  change,
  fault,
  suggestions,
  submit,
  ref,
}: {
  label: string
  hint: string
  value: string
  change: (text: string) => void
  fault: string | null
  suggestions: readonly string[]
  submit: () => void
  ref?: Ref<HTMLTextAreaElement> | undefined
}) {
  const words = useText(editWords)
  const id = useId()
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    submit()
  }
  const add = (text: string) => change(value.trim() === '' ? text : `${value.trimEnd()}\n${text}`)
  return (
    <div className="rvd-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={ref}
        rows={3}
        maxLength={2000}
        value={value}
        aria-invalid={fault !== null || undefined}
        aria-describedby={`${id}-hint${fault === null ? '' : ` ${id}-fault`}`}
        onChange={event => change(event.target.value)}
        onKeyDown={press}
      />
      <p id={`${id}-hint`} className="rvd-quiet">
        {hint}
      </p>
      {fault !== null && (
        <p id={`${id}-fault`} className="rvd-fault" role="alert">
          {fault}
        </p>
      )}
      {suggestions.length > 0 && (
        <ul className="rvd-suggestions" aria-label={words.suggestions}>
          {suggestions.map(text => (
            <li key={text}>
              <button type="button" className="link-button" onClick={() => add(text)}>
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
