import type { ReactNode } from 'react'
import './key.css'

/** A key of the keyboard as it is labelled. */
export function Key({ children }: { children: ReactNode }) {
  return <kbd className="key">{children}</kbd>
}
