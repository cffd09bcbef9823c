import type { ReactNode } from 'react'
import type { LedgerAct, LedgerEntry } from '../../model/review.ts'
import type { RoundSaving } from '../../state/review/openRound.ts'
import type { TaskAgency } from '../../state/tasks/agenciesOf.ts'
import type { TaskPlan } from '../../state/tasks/tasksView.ts'
import type { Narrowed } from './taskFilter.ts'
import type { ChangeTasks, TasksAddress } from './tasksAddress.ts'

/** What every view of the tasks is given. */
export type ViewProps = {
  readonly narrowed: Narrowed
  readonly on: string
  readonly address: TasksAddress
  readonly change: ChangeTasks
  readonly agencyOf: (id: string) => TaskAgency | null
  /** Task whose details are open. */
  readonly openKey: string | null
  /** Opens or closes the details; whoever came by keyboard is taken there. */
  readonly select: (key: string, byKeyboard: boolean) => void
  readonly linkToDocument: (documentId: string, label: string) => ReactNode
}

export type TasksShow = NonNullable<TasksAddress['show']>

/** The ledgers behind the tasks, for the one who writes into them. */
export type TaskBooks = {
  readonly me: string
  readonly setMe: (name: string) => void
  readonly saving: RoundSaving
  /** Remedial plans cannot be read: the browser keeps nothing here. */
  readonly areRoundsBlocked: boolean
  /** Adds lines to the ledger that a plan's tasks belong to. */
  readonly append: (plan: TaskPlan, acts: readonly LedgerAct[]) => Promise<readonly LedgerEntry[]>
}
