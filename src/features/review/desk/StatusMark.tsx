import type { ReviewItem } from '../../../model/roundState.ts'
import { Mark } from '../../../ui/Mark.tsx'
import type { DeskLine } from './deskLines.ts'

export type ShownStatus = ReviewItem['status'] | 'survey' | 'exempt'

/** What the list says of an item: its status, or why nobody decides it here. */
export function statusOf({ item, form }: Pick<DeskLine, 'item' | 'form'>): ShownStatus {
  if (form.notForLevel !== null) return 'exempt'
  return item.freedom.kind === 'survey' ? 'survey' : item.status
}

/** Stands beside the word of the status; never alone. */
export function StatusMark({ status, size = 12 }: { status: ShownStatus; size?: number }) {
  switch (status) {
    case 'open':
      return <Mark kind="missing" size={size} />
    case 'agreed':
      return <Mark kind="reached" size={size} />
    case 'notApplicable':
    case 'exempt':
      return <Mark kind="notApplicable" size={size} />
    case 'stale':
      return <Mark kind="warning" size={size} />
    case 'conflict':
      return <Mark kind="error" size={size} />
    case 'survey':
      return <Mark kind="inferred" size={size} />
    default:
      return (
        <svg className="mark" width={size} height={size} viewBox="0 0 11 11" aria-hidden="true">
          {drawings[status]}
        </svg>
      )
  }
}

const bubble = 'M1 1.5h9v6H5.2L2.8 9.8V7.5H1z'

/** Written over; a question on its way; a question that came back. */
const drawings = {
  changed: (
    <path d="M1.2 9.8l.7-2.6L8 1.1l1.9 1.9-6.1 6.1z" fill="none" stroke="currentColor" strokeWidth="1.3" />
  ),
  asked: <path d={bubble} fill="none" stroke="currentColor" strokeWidth="1.2" />,
  answered: (
    <>
      <path d={bubble} fill="currentColor" stroke="currentColor" strokeWidth="1.2" />
      <path d="M3.2 4.4l1.6 1.5 3-3" fill="none" stroke="var(--paper)" strokeWidth="1.2" />
    </>
  ),
} as const
