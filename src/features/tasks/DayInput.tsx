import { useRef } from 'react'
import { readDay } from '../../io/figures/readDay.ts'
import { useText } from '../../ui/language.tsx'
import { tasksWords } from './words.ts'

/** A day typed as dd/mm/yyyy, with the browser's own calendar beside it. */
export function DayInput({
  id,
  name,
  text,
  change,
  settle,
  described = {},
}: {
  id: string
  name: string
  /** As typed. */
  text: string
  change: (text: string) => void
  /** Enter was pressed or the field was left. */
  settle?: () => void
  described?: { readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true }
}) {
  const words = useText(tasksWords)
  const picker = useRef<HTMLInputElement>(null)
  const reading = readDay(text.trim())
  const open = () => {
    try {
      picker.current?.showPicker()
    } catch {
      // Not offered by this browser: the day is typed.
    }
  }
  return (
    <span className="tk-day-input">
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder={words.dayForm}
        value={text}
        onChange={event => change(event.target.value)}
        onBlur={settle}
        onKeyDown={event => {
          if (event.key === 'Enter') settle?.()
        }}
        {...described}
      />
      <input
        ref={picker}
        className="tk-native"
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={reading.kind === 'value' ? reading.value : ''}
        onChange={event => {
          if (event.target.value !== '') change(event.target.value.split('-').toReversed().join('/'))
        }}
      />
      <button
        type="button"
        tabIndex={-1}
        aria-label={words.pickDay(name)}
        title={words.pickDay(name)}
        onClick={open}
      >
        <svg
          className="icon"
          width="16"
          height="16"
          viewBox="0 0 20 20"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          aria-hidden="true"
        >
          <path d="M3 5h14v12H3zM3 9h14M7 2.5V6M13 2.5V6" />
        </svg>
      </button>
    </span>
  )
}
