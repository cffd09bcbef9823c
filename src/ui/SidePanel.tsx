import { type ReactNode, useLayoutEffect, useRef } from 'react'

/** A panel docked beside the page or, where there is no room, laid over it. */
export function SidePanel({
  label,
  covers,
  close,
  children,
}: {
  label: string
  /** There is no room beside the page: the panel lies over it and takes the keyboard. */
  covers: boolean
  close: () => void
  children: ReactNode
}) {
  return covers ? (
    <CoveringPanel label={label} close={close}>
      {children}
    </CoveringPanel>
  ) : (
    <aside className="receipt" aria-label={label}>
      {children}
    </aside>
  )
}

/** The browser's own modal dialog: it keeps the keyboard inside and closes on Escape. */
function CoveringPanel({
  label,
  close,
  children,
}: {
  label: string
  close: () => void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  // Closing before the dialog leaves the page lets the browser hand the focus back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, through onCancel
    <dialog
      ref={dialog}
      className="receipt"
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
