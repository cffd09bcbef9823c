import type { ReactNode } from 'react'
import './facts.css'

/** A name and what stands beside it. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
