import { type ReactNode, useMemo, useState } from 'react'
import { type AgencyDirectory, membersOf } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import { useAllRemedies, useTaskLedger } from '../../state/review/useTaskLedger.ts'
import { useTasksView } from '../../state/tasks/useTasksView.ts'
import { TasksBoard } from './TasksBoard.tsx'
import type { ChangeTasks, TasksAddress } from './tasksAddress.ts'
import { isDay, todayInVietnam } from './today.ts'

export type { TasksAddress } from './tasksAddress.ts'

export type TasksProps = {
  readonly catalogue: Catalogue
  readonly directory: AgencyDirectory
  readonly documents: readonly SourceDocument[]
  readonly address: TasksAddress
  readonly change: ChangeTasks
  readonly linkToDocument: (documentId: string, label: string) => ReactNode
}

/** Nhiệm vụ: tasks of plans and remedial plans, where they stand on a day, and their ledger. */
export function TasksScreen({
  catalogue,
  directory,
  documents,
  address,
  change,
  linkToDocument,
}: TasksProps) {
  const [today] = useState(() => todayInVietnam(new Date()))
  const on = address.on !== undefined && isDay(address.on) ? address.on : today
  const ledger = useTaskLedger()
  const remedies = useAllRemedies()
  const state = useTasksView(catalogue, directory, documents, on, ledger, remedies.rounds)
  const groupsOf = useMemo(() => groupsByMember(directory), [directory])
  if (state.status === 'loading') return <main className="content tasks" id="content" tabIndex={-1} />
  return (
    <TasksBoard
      view={state}
      directory={directory}
      groupsOf={groupsOf}
      on={on}
      today={today}
      address={address}
      change={change}
      book={{
        me: ledger.me,
        setMe: ledger.setMe,
        saving: ledger.saving,
        areRoundsBlocked: remedies.status === 'blocked',
        append: async (plan, acts) =>
          plan.round ? await remedies.append(plan.round.id, acts) : ledger.append(acts),
      }}
      linkToDocument={linkToDocument}
    />
  )
}

/** Groups that an agency belongs to. */
function groupsByMember(directory: AgencyDirectory): (agencyId: string) => readonly string[] {
  const groups = new Map<string, string[]>()
  for (const { id } of directory.groups)
    for (const member of membersOf(directory, id))
      groups.set(member.id, [...(groups.get(member.id) ?? []), id])
  return agencyId => groups.get(agencyId) ?? []
}
