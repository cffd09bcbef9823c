import { Mark } from '../../ui/Mark.tsx'

/** A word in place of a number, with its sign. */
export function Absent({ kind, children }: { kind: 'missing' | 'notApplicable'; children: string }) {
  return (
    <span className="absent">
      <Mark kind={kind} />
      {children}
    </span>
  )
}

/** Nothing belongs here. */
export function Nothing() {
  return (
    <span className="even" aria-hidden="true">
      –
    </span>
  )
}
