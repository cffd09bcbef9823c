import type { TaskState } from './review.ts'

/** A day something recurring is due. `isStated` is false where the document names only the month, quarter or year. */
export type Occurrence = { readonly day: string; readonly isStated: boolean }

/** What a deadline says on a day. Days are ISO days; a day that is due itself has not passed. */
export type DueOn =
  | {
      readonly kind: 'once'
      /** First day of the work, where the document names one. */
      readonly from: string | null
      /** Day that is wanted, and the last one; the same where the document names a single day. */
      readonly wanted: string
      readonly last: string
    }
  | {
      readonly kind: 'recurring'
      /** Last due day before the day asked about; null: none since the document was issued. */
      readonly passed: Occurrence | null
      /** First due day from the day asked about on. */
      readonly next: Occurrence
    }
  | { readonly kind: 'continuous' }
  | { readonly kind: 'afterEvent'; readonly after: string; readonly taskId: string | null }
  /** The document sets no deadline. */
  | { readonly kind: 'none' }

/** What somebody reported of a task. */
export type TaskReport = {
  /** Due day it is about, where the task recurs; null: the task as a whole. */
  readonly occurrence: string | null
  readonly state: TaskState
  /** Day it stood so. */
  readonly on: string
}

/** Where a task stands on a day. */
export type TaskStanding = {
  readonly kind:
    | 'overdue'
    | 'dueSoon'
    | 'notYet'
    | 'continuous'
    | 'unknownDay'
    | 'noDeadline'
    | 'done'
    | 'doneLate'
    | 'dropped'
  /** Day it rests on: due day, for done and dropped the day it was reported for; null where there is none. */
  readonly day: string | null
  /** Due day behind it; null where the deadline names none. */
  readonly due: string | null
  /** Whether the document names the due day; false: the end of the month, quarter or year it names. */
  readonly isDayStated: boolean
  /** Calendar days: past the due day, or still left until it. */
  readonly days: number | null
  /** Due day of the occurrence it is about; null unless the task recurs. */
  readonly occurrence: string | null
  /** Next due day of a recurring task. */
  readonly next: string | null
  /** The wanted day has passed, or was missed, while the last day was not. */
  readonly isPastWanted: boolean
  /** As last reported by that day; null: nobody reported anything. */
  readonly reported: TaskState | null
}

/** Tasks of one lead, counted by where they stand. */
export type LeadTotals = {
  /** Agency or group of the directory; null where the lead is none of them. */
  readonly leadId: string | null
  /** As written, where `leadId` is null. */
  readonly lead: string | null
  readonly counts: StandingCounts
}

export type StandingCounts = {
  readonly total: number
  readonly overdue: number
  /** Of the overdue ones, those of which nobody reported anything. */
  readonly unreported: number
  readonly dueSoon: number
  readonly notYet: number
  /** Continuous, of unknown day, or without a deadline. */
  readonly undated: number
  readonly done: number
  readonly doneLate: number
  readonly dropped: number
}

/** Two phases that run at the same time, as the document has them. */
export type PhaseOverlap = {
  readonly firstId: string
  readonly secondId: string
  readonly from: string
  readonly to: string
  /** Calendar days, both ends counted. */
  readonly days: number
}

/** A report that is due on a day. */
export type CalendarEntry<Item> = {
  readonly day: string
  readonly isDayStated: boolean
  readonly item: Item
}
