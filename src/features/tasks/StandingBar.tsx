import type { StandingCounts } from '../../model/taskStanding.ts'

/** Parts of the bar, in the order they are drawn; texture says how sure, as in every chart. */
export const standingParts = ['open', 'reported', 'done', 'ahead', 'undated'] as const
export type StandingPart = (typeof standingParts)[number]

const countOf: Record<StandingPart, (counts: StandingCounts) => number> = {
  open: counts => counts.unreported,
  reported: counts => counts.overdue - counts.unreported,
  done: counts => counts.done + counts.doneLate,
  ahead: counts => counts.dueSoon + counts.notYet,
  undated: counts => counts.undated,
}

/** Tasks of one lead as a bar; every bar of the table has the same scale. The numbers stand beside it. */
export function StandingBar({ counts, most }: { counts: StandingCounts; most: number }) {
  const room = most === 0 ? 1 : most
  return (
    <span className="tk-standing-bar" aria-hidden="true">
      {standingParts.map(part => {
        const count = countOf[part](counts)
        return count === 0 ? null : (
          <i key={part} className={`is-${part}`} style={{ width: `${(count / room) * 100}%` }} />
        )
      })}
    </span>
  )
}
