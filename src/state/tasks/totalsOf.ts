import type { LeadTotals, StandingCounts } from '../../model/taskStanding.ts'
import { countStandings, leadTotals } from '../../scoring/tasks/leadTotals.ts'
import type { TaskRow } from './tasksView.ts'

/** Rows by who leads them; the agencies of the directory that a row names count, else the lead as written. */
export function totalsOf(rows: readonly TaskRow[]): {
  readonly leads: readonly LeadTotals[]
  readonly total: StandingCounts
  readonly shared: number
} {
  return leadTotals(
    rows.map(({ task, leads, standing }) => ({
      lead: task.lead,
      leadIds: leads.map(({ id }) => id),
      standing,
    })),
  )
}

/** How many rows stand where. */
export const countsOf = (rows: readonly TaskRow[]): StandingCounts => countStandings(rows)
