import type { Agency } from '../../model/agency.ts'
import type { DisplayedTable } from '../../model/displayedTable.ts'
import type { NextAction } from '../../model/nextActions.ts'
import type { RemedyTask, TaskState } from '../../model/review.ts'
import type { ScoredView } from '../../state/useScoredView.ts'
import type { Language } from '../../ui/formatNumber.ts'

/** A remedial task with where it stands; null: nobody said, or two said differently. */
export type ReportRemedy = {
  readonly id: string
  readonly task: RemedyTask
  /** Who leads it, in words; empty: nobody yet. */
  readonly lead: string
  readonly state: TaskState | null
}

/** Rank among the agencies of a group that have figures. */
export type ComputedRank = {
  /** "12", or "9–20" while figures are missing. */
  readonly rank: string
  readonly of: number
  readonly group: string
}

/** What a report about one agency is made of. */
export type AgencyReportInput = {
  readonly view: ScoredView
  /** The official table, whole. */
  readonly annex: DisplayedTable
  /** What to do next, with the tasks of the plan where there is one. */
  readonly next: readonly NextAction[]
  /** The same leaf by leaf, for why points are lost and what full points take. */
  readonly leaves: readonly NextAction[]
  readonly remedies: readonly ReportRemedy[]
  /** The agency above. */
  readonly parent: Agency | null
  readonly rank?: ComputedRank | null | undefined
  readonly language: Language
}
