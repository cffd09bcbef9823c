import type { ReactNode } from 'react'

/** A button that opens the file dialog; what is chosen is handed over, the same file again too. */
export function FileButton({
  accept,
  isFolder = false,
  isMultiple = isFolder,
  take,
  children,
}: {
  /** As in `<input accept>`. */
  accept?: string
  /** A whole folder is chosen, with those below it. */
  isFolder?: boolean
  isMultiple?: boolean
  /** At least one. */
  take: (files: readonly [File, ...(readonly File[])]) => void
  children: ReactNode
}) {
  return (
    <label className="button">
      {children}
      <input
        type="file"
        className="visually-hidden"
        multiple={isMultiple}
        {...(isFolder ? { webkitdirectory: '' } : { accept })}
        onChange={event => {
          const [first, ...others] = event.target.files ?? []
          // Choosing the same file again is a change too.
          event.target.value = ''
          if (first) take([first, ...others])
        }}
      />
    </label>
  )
}
