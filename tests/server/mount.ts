import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

export type Mounted = {
  /** Where it was drawn. */
  readonly box: HTMLElement
  /** What components threw, caught by an error boundary or not. */
  readonly errors: readonly unknown[]
  readonly unmount: () => void
}

/** Draws something into the test's page. */
export function mount(node: ReactNode): Mounted {
  const box = document.createElement('div')
  document.body.append(box)
  const errors: unknown[] = []
  const report = (error: unknown) => errors.push(error)
  const root = createRoot(box, { onCaughtError: report, onUncaughtError: report, onRecoverableError: report })
  root.render(node)
  return {
    box,
    errors,
    unmount: () => {
      root.unmount()
      box.remove()
    },
  }
}
