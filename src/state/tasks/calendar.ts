import type { Plan } from '../../model/plan.ts'
import { isRecurring, occurrencesBetween } from '../../scoring/tasks/dueDays.ts'
import { reportingCalendar } from '../../scoring/tasks/reportingCalendar.ts'
import { occurrenceStanding } from '../../scoring/tasks/taskStanding.ts'
import type { CalendarItem, CalendarLine, OccurrenceLine, TaskRow } from './tasksView.ts'

export type YearCalendar = {
  /** Day by day. */
  readonly lines: readonly CalendarLine[]
  /** What comes every month on no named day: once, not twelve times. */
  readonly monthly: readonly CalendarItem[]
}

/**
 * What is due in a year.
 * @param isReportsOnly only reports and what a plan promises to publish; otherwise every task with a day
 */
export function calendarOf(
  rows: readonly TaskRow[],
  plans: readonly Plan[],
  year: number,
  on: string,
  isReportsOnly: boolean,
): YearCalendar {
  const wanted = rows.filter(({ task }) => !isReportsOnly || task.kind === 'report')
  const items = [...wanted.flatMap(itemOf), ...promised(plans, rows)]
  const isMonthly = ({ deadline, since }: CalendarItem) =>
    deadline.kind === 'monthly' && since <= `${year}-12-31`
  const days = reportingCalendar(
    items.filter(item => item.deadline.kind !== 'monthly'),
    `${year}-01-01`,
    `${year}-12-31`,
  )
  return {
    lines: days.map(({ day, isDayStated, item }) => ({
      day,
      isDayStated,
      item,
      standing: item.row && standingFor(item.row, { day, isStated: isDayStated }, on),
    })),
    monthly: items.filter(isMonthly),
  }
}

/** Due days of a recurring task up to the next, latest first. */
export function occurrencesOf(
  { task, plan, reports, standing }: TaskRow,
  on: string,
): readonly OccurrenceLine[] {
  const { deadline } = task
  if (deadline === undefined || !isRecurring(deadline)) return []
  return occurrencesBetween(deadline, plan.since, standing.next ?? on)
    .map(occurrence => ({ occurrence, standing: occurrenceStanding(occurrence, reports, on) }))
    .toReversed()
}

function standingFor(row: TaskRow, occurrence: { day: string; isStated: boolean }, on: string) {
  const { deadline } = row.task
  return deadline && isRecurring(deadline) ? occurrenceStanding(occurrence, row.reports, on) : row.standing
}

function itemOf(row: TaskRow): readonly CalendarItem[] {
  const { task, plan } = row
  if (task.deadline === undefined) return []
  return [
    {
      key: row.key,
      plan,
      name: task.shortName,
      nameEn: task.shortNameEn,
      kind: task.kind,
      deadline: task.deadline,
      since: plan.since,
      who: task.lead,
      place: task.provenance.source?.place,
      row,
    },
  ]
}

/** Commitments with a recurring day that no task of their plan repeats. */
function promised(plans: readonly Plan[], rows: readonly TaskRow[]): readonly CalendarItem[] {
  return plans.flatMap(plan => {
    const own = rows.filter(row => row.plan.id === plan.id)
    const shown = own[0]?.plan
    if (!shown) return []
    const written = new Set(own.flatMap(({ task }) => (task.deadline ? [task.deadline.written] : [])))
    return (plan.commitments ?? []).flatMap(({ id, name, nameEn, goal, scope, provenance }) =>
      goal.kind === 'deadline' && isRecurring(goal.deadline) && !written.has(goal.deadline.written)
        ? [
            {
              key: `${plan.id}/commitment ${id}`,
              plan: shown,
              name,
              nameEn,
              kind: 'commitment' as const,
              deadline: goal.deadline,
              since: shown.since,
              who: scope,
              place: provenance.source?.place,
              row: null,
            },
          ]
        : [],
    )
  })
}
