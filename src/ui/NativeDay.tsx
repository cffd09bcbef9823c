import { useRef } from 'react'

/** The browser's own calendar for a day that is typed beside it: its field, out of sight, and a button that opens it. */
export function NativeDay({
  label,
  value,
  pick,
  fieldClass,
  buttonClass,
}: {
  label: string
  /** ISO day; "" while there is none. */
  value: string
  pick: (value: string) => void
  fieldClass?: string
  buttonClass?: string
}) {
  const input = useRef<HTMLInputElement>(null)
  const open = () => {
    try {
      input.current?.showPicker()
    } catch {
      // Not offered by this browser: the day is typed.
    }
  }
  return (
    <>
      <input
        ref={input}
        className={fieldClass}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={value}
        onChange={event => event.target.value !== '' && pick(event.target.value)}
      />
      <button
        type="button"
        className={buttonClass}
        tabIndex={-1}
        aria-label={label}
        title={label}
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
    </>
  )
}
