import type { TaskStanding } from '../../model/taskStanding.ts'
import { Mark, type MarkKind } from '../../ui/Mark.tsx'

const marks: Partial<Record<TaskStanding['kind'], MarkKind>> = {
  overdue: 'warning',
  dueSoon: 'target',
  unknownDay: 'missing',
  done: 'reached',
  doneLate: 'reached',
  dropped: 'notApplicable',
}

/** Sign of a standing; always beside its word. */
export function StandingMark({ kind }: { kind: TaskStanding['kind'] }) {
  const mark = marks[kind]
  if (mark !== undefined) return <Mark kind={mark} />
  return (
    <svg className="mark" width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
      {kind === 'notYet' && (
        <rect x="1" y="1" width="9" height="9" fill="none" stroke="var(--ink-2)" strokeWidth="1.3" />
      )}
      {kind === 'continuous' && (
        <path
          d="M9.6 4.2A4.3 4.3 0 1 0 9.6 7M9.9 1.4V4.4H6.9"
          fill="none"
          stroke="var(--ink-2)"
          strokeWidth="1.3"
        />
      )}
      {kind === 'noDeadline' && <path d="M1.5 5.5h8" stroke="var(--ink-2)" strokeWidth="1.4" />}
    </svg>
  )
}
