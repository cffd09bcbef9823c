import type { PlanTask } from '../../model/plan.ts'
import type { Occurrence, TaskReport, TaskStanding } from '../../model/taskStanding.ts'
import { dayNumber } from '../workingDays.ts'
import { dueOn } from './dueOn.ts'

/** A due day this near is "soon". */
export const soonDays = 30

const nothing = {
  day: null,
  due: null,
  isDayStated: true,
  days: null,
  occurrence: null,
  next: null,
  isPastWanted: false,
  reported: null,
} as const satisfies Omit<TaskStanding, 'kind'>

/**
 * Where a task stands on a day. Nobody having reported is not "not done": `reported` tells them apart.
 * A recurring task is done for one due day at a time: an open one that passed comes before the next.
 *
 * @param reports what was reported of it, one for each occurrence; reports for later days are not heard yet
 * @param since day the document was issued, or the first of its year
 */
export function taskStanding(
  { deadline }: Pick<PlanTask, 'deadline'>,
  reports: readonly TaskReport[],
  on: string,
  since: string,
): TaskStanding {
  const heard = reports.filter(report => report.on <= on)
  const whole = heard.find(report => report.occurrence === null) ?? null
  const due = dueOn(deadline, on, since)
  if (due.kind === 'recurring') {
    if (whole?.state === 'dropped') return ended('dropped', whole, null)
    const reportOf = ({ day }: Occurrence) => heard.find(report => report.occurrence === day) ?? null
    const standing = (occurrence: Occurrence) => ({
      ...dated({ ...occurrence, wanted: occurrence.day }, reportOf(occurrence), on),
      occurrence: occurrence.day,
      next: due.next.day,
    })
    const passed = due.passed && standing(due.passed)
    return passed?.kind === 'overdue' ? passed : standing(due.next)
  }
  if (due.kind === 'once') return dated({ day: due.last, wanted: due.wanted, isStated: true }, whole, on)
  if (whole?.state === 'done' || whole?.state === 'dropped') return ended(whole.state, whole, null)
  const reported = whole?.state ?? null
  switch (due.kind) {
    case 'continuous':
      return { ...nothing, kind: 'continuous', reported }
    case 'afterEvent':
      return { ...nothing, kind: 'unknownDay', reported }
    case 'none':
      return { ...nothing, kind: 'noDeadline', reported }
  }
}

/** One occurrence of a recurring task on a day, whichever it is. */
export function occurrenceStanding(
  occurrence: Occurrence,
  reports: readonly TaskReport[],
  on: string,
): TaskStanding {
  const report = reports.find(each => each.on <= on && each.occurrence === occurrence.day) ?? null
  return {
    ...dated({ ...occurrence, wanted: occurrence.day }, report, on),
    occurrence: occurrence.day,
  }
}

function dated(
  due: Occurrence & { readonly wanted: string },
  report: TaskReport | null,
  on: string,
): TaskStanding {
  const resting = { ...nothing, due: due.day, isDayStated: due.isStated }
  if (report?.state === 'dropped') return { ...ended('dropped', report, due.day), isDayStated: due.isStated }
  if (report?.state === 'done') {
    const late = daysFrom(due.day, report.on)
    return {
      ...ended(late > 0 ? 'doneLate' : 'done', report, due.day),
      isDayStated: due.isStated,
      days: Math.max(0, late),
      isPastWanted: late <= 0 && due.wanted < report.on,
    }
  }
  const reported = report?.state ?? null
  const late = daysFrom(due.day, on)
  if (late > 0) return { ...resting, kind: 'overdue', day: due.day, days: late, reported }
  // Until the wanted day has passed that is the one to look at.
  const isPastWanted = due.wanted < on
  const day = isPastWanted ? due.day : due.wanted
  const days = daysFrom(on, day)
  return { ...resting, kind: days <= soonDays ? 'dueSoon' : 'notYet', day, days, isPastWanted, reported }
}

function ended(
  kind: 'done' | 'doneLate' | 'dropped',
  { on, state }: TaskReport,
  due: string | null,
): TaskStanding {
  return { ...nothing, kind, day: on, due, reported: state }
}

const daysFrom = (from: string, to: string) => dayNumber(to) - dayNumber(from)
