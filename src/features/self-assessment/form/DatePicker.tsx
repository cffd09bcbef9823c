import { useRef } from 'react'
import { useText } from '../../../ui/language.tsx'
import { formWords } from './words.ts'

/** The browser's own calendar beside a day that is typed. */
export function DatePicker({
  name,
  value,
  pick,
}: {
  name: string
  /** ISO day; "" while there is none. */
  value: string
  pick: (value: string) => void
}) {
  const words = useText(formWords)
  const input = useRef<HTMLInputElement>(null)
  const open = () => {
    try {
      input.current?.showPicker()
    } catch {
      // Not offered by this browser: the day is typed.
    }
  }
  return (
    <span className="sa-date">
      <input
        ref={input}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={value}
        onChange={event => event.target.value !== '' && pick(event.target.value)}
      />
      <button
        type="button"
        className="sa-date-button"
        tabIndex={-1}
        aria-label={words.pickDate(name)}
        title={words.pickDate(name)}
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
