import { type ClipboardEvent, useId } from 'react'

/** One field of a table of entries; what is wrong with it stands below it. */
export function EntryField({
  label,
  value,
  problem,
  type,
  paste,
  options,
}: {
  label: string
  value: string
  problem: string | null
  type: (text: string) => void
  paste: (event: ClipboardEvent) => void
  /** Id of a list of suggestions. */
  options?: string | undefined
}) {
  const id = useId()
  return (
    <>
      <input
        aria-label={label}
        value={value}
        inputMode={options === undefined ? 'decimal' : 'text'}
        autoComplete="off"
        {...(options === undefined ? {} : { list: options })}
        aria-invalid={problem !== null}
        {...(problem === null ? {} : { 'aria-describedby': id })}
        onChange={event => type(event.target.value)}
        onPaste={paste}
      />
      {problem !== null && (
        <small id={id} className="lost">
          {problem}
        </small>
      )}
    </>
  )
}
