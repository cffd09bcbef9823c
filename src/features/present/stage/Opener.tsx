import type { ReactNode } from 'react'
import type { OpenTarget, SlideTarget } from './slideTarget.ts'

/** Words that open something, with a press anywhere on their row; plain words where nothing opens. */
export function Opener({
  target,
  open,
  children,
}: {
  target: SlideTarget | null
  open: OpenTarget | null
  children: ReactNode
}) {
  if (target === null || open === null) return <>{children}</>
  return (
    <button type="button" className="ps-open" onClick={() => open(target)}>
      {children}
    </button>
  )
}
