import type { ReactNode } from 'react'
import { Dialog } from './Dialog.tsx'

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
    <Dialog label={label} className="receipt" close={close}>
      {children}
    </Dialog>
  ) : (
    <aside className="receipt" aria-label={label}>
      {children}
    </aside>
  )
}
