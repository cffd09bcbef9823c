import type { ReactNode } from 'react'

/** A part of the help under its ruled heading. */
export function HelpSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="help-section">
      <h3>{title}</h3>
      {children}
    </section>
  )
}
