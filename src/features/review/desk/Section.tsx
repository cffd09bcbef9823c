import { type ReactNode, useId } from 'react'

/** A part of the panel under its own hairline. */
export function Section({
  title,
  note,
  children,
}: {
  title: string
  /** One quiet line beside the title. */
  note?: string | null | undefined
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className="rvd-section" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {note ? <small>{note}</small> : null}
      {children}
    </section>
  )
}
