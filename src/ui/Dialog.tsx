import { type ReactNode, useLayoutEffect, useRef } from 'react'

/**
 * The browser's own modal dialog: it keeps the keyboard inside, closes on Escape and on a press beside it, and
 * hands the focus back to where it was.
 */
export function Dialog({
  label,
  className,
  close,
  children,
}: {
  label: string
  className: string
  close: () => void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  // Closing before the dialog leaves the page lets the browser hand the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, through onCancel
    <dialog
      ref={dialog}
      className={className}
      aria-label={label}
      onClick={event => {
        if (event.target === dialog.current) close()
      }}
      onCancel={event => {
        event.preventDefault()
        close()
      }}
    >
      {children}
    </dialog>
  )
}
