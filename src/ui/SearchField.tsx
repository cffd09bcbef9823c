import { useEffect, useRef, useState } from 'react'

/** Search box with its label and what it searches in; Escape empties it. */
export function SearchField({
  label,
  hint,
  value,
  change,
}: {
  label: string
  hint: string
  value: string
  change: (text: string) => void
}) {
  // The address holds the searched text and follows a moment later; what is typed must not wait for it.
  const [typed, setTyped] = useState(value)
  const said = useRef(value)
  useEffect(() => {
    if (value === said.current) return
    said.current = value
    setTyped(value)
  }, [value])
  const type = (text: string) => {
    said.current = text
    setTyped(text)
    change(text)
  }
  return (
    <label className="search-field">
      <span>{label}</span>
      <input
        type="search"
        value={typed}
        autoComplete="off"
        spellCheck={false}
        onChange={event => type(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') type('')
        }}
      />
      <small>{hint}</small>
    </label>
  )
}
