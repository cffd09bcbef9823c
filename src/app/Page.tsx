import type { ReactNode } from 'react'

/** Main part of a screen that has no panel beside it; the skip button jumps here. */
export function Page({ isBusy = false, children }: { isBusy?: boolean; children: ReactNode }) {
  return (
    <div className="view">
      <main className="content" id="content" tabIndex={-1} {...(isBusy ? { 'aria-busy': true } : {})}>
        {children}
      </main>
    </div>
  )
}
