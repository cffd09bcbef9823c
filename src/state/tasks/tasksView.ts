import type { Plan, PlanTask } from '../../model/plan.ts'
import type { Certainty, SourceDocument } from '../../model/provenance.ts'
import type { LedgerAct, LedgerEntry } from '../../model/review.ts'
import type { EntryOf } from '../../model/roundState.ts'
import type { Occurrence, TaskReport, TaskStanding } from '../../model/taskStanding.ts'
import type { TaskAgency } from './agenciesOf.ts'

/** A plan whose tasks are listed: one of the documents, or the remedial plan of a round. */
export type TaskPlan = {
  /** Id of the plan, or `remedy-<round>`. */
  readonly id: string
  /** What follows from a round of review; null for the plans of documents. */
  readonly round: { readonly id: string; readonly name: string | null; readonly period: string } | null
  readonly title: string
  readonly titleEn: string | undefined
  readonly year: number
  /** Whose plan it is, and who has its place today. */
  readonly agency: TaskAgency | null
  readonly document: SourceDocument | null
  readonly linksCertainty: Certainty
  readonly isIllustrative: boolean
  /** Nothing of it is due before this day: that of the document, or the first of its year. */
  readonly since: string
  readonly phases: NonNullable<Plan['phases']>
  readonly declaredTaskCount: number | null
}

/** A criterion that a task serves. */
export type ServedCriterion = {
  readonly ruleSetId: string
  readonly id: string
  /** STT and name; the id alone where the rule set is not there. */
  readonly code: string
  readonly name: string
  readonly nameEn: string | undefined
}

/** A task with where it stands on the day asked about. */
export type TaskRow = {
  /** `<plan>/<task>` */
  readonly key: string
  readonly plan: TaskPlan
  readonly task: PlanTask
  /** A remedial task that several wrote differently; the latest is shown until somebody chooses. */
  readonly isDisputed: boolean
  readonly leads: readonly TaskAgency[]
  readonly partners: readonly TaskAgency[]
  readonly criteria: readonly ServedCriterion[]
  readonly standing: TaskStanding
  readonly reports: readonly TaskReport[]
  /** Every line about it, earliest first, also those that were taken back. */
  readonly history: readonly TaskStateEntry[]
  /** Lines that did not know of each other say different things; nothing is reported until somebody chooses. */
  readonly conflicts: readonly TaskStateEntry[]
  /** Line ids that a new line about an occurrence (null: the whole task) replaces. */
  readonly headsOf: (occurrence: string | null) => readonly string[]
}

export type TaskStateEntry = EntryOf<'taskState'> & {
  readonly occurrence: string | null
  readonly isWithdrawn: boolean
}

/** Something due on a day of the calendar. */
export type CalendarItem = {
  readonly key: string
  readonly plan: TaskPlan
  readonly name: string
  readonly nameEn: string | undefined
  readonly kind: PlanTask['kind'] | 'commitment'
  readonly deadline: NonNullable<PlanTask['deadline']>
  readonly since: string
  /** Who owes it: as written. */
  readonly who: string
  readonly place: string | undefined
  /** The task of the list it is; null for a commitment. */
  readonly row: TaskRow | null
}

export type CalendarLine = {
  readonly day: string
  readonly isDayStated: boolean
  readonly item: CalendarItem
  /** null for a commitment: nobody reports on those here. */
  readonly standing: TaskStanding | null
}

/** What a recurring task was due for, latest first. */
export type OccurrenceLine = { readonly occurrence: Occurrence; readonly standing: TaskStanding }

/** Id that lines about a task carry: a recurring task has one for each day it is due. */
export function matterId(taskId: string, occurrence: string | null): string {
  return occurrence === null ? taskId : `${taskId}@${occurrence}`
}

/** Task and occurrence of such an id. */
export function readMatterId(id: string): { readonly taskId: string; readonly occurrence: string | null } {
  const [, taskId, occurrence] = /^(.*)@(\d{4}-\d{2}-\d{2})$/.exec(id) ?? []
  return taskId === undefined || occurrence === undefined
    ? { taskId: id, occurrence: null }
    : { taskId, occurrence }
}

export type AppendLines = (acts: readonly LedgerAct[]) => readonly LedgerEntry[]
