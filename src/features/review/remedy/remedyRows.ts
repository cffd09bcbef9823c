import type { AgencyLosses, Consolidation, LostItem } from '../../../model/consolidation.ts'
import type { LedgerEntry, RemedyTask, TaskState } from '../../../model/review.ts'
import type { EntryOf, RoundState } from '../../../model/roundState.ts'
import { foldText } from '../../../ui/foldText.ts'
import { formatDate } from '../../../ui/formatNumber.ts'
import type { SummaryNames } from '../summary/summaryNames.ts'
import { remedyWords } from './words.ts'

/** A task of the remedial plan as its row says it. */
export type RemedyRow = {
  readonly id: string
  readonly task: RemedyTask
  readonly lead: string
  readonly product: string
  readonly due: string
  readonly state: string
  /** Lines that a change replaces. */
  readonly heads: readonly string[]
}

/** A task that two machines wrote differently; nothing of it counts until somebody chooses. */
export type RemedyConflict = { readonly id: string; readonly entries: readonly EntryOf<'remedy'>[] }

/** Something that took points, with its tasks. */
export type LostRow = {
  readonly nodeId: string
  readonly name: string
  readonly lost: string
  readonly max: string
  /** Who lost the most; null in the list of one agency. */
  readonly by: { readonly count: string; readonly most: string } | null
  readonly tasks: readonly RemedyRow[]
}

/** Tasks that count, in the order they were written, and those that wait for a choice. */
export function remediesOf(
  { remedies, taskStates }: Pick<RoundState, 'remedies' | 'taskStates'>,
  names: SummaryNames,
): { readonly tasks: readonly RemedyRow[]; readonly conflicts: readonly RemedyConflict[] } {
  const all = [...remedies]
  return {
    tasks: all.flatMap(([id, standing]) =>
      standing.kind === 'settled' && standing.task
        ? [remedyRow(id, standing.task, standing.entry, taskStates, names)]
        : [],
    ),
    conflicts: all.flatMap(([id, standing]) =>
      standing.kind === 'conflict' ? [{ id, entries: standing.entries }] : [],
    ),
  }
}

function remedyRow(
  id: string,
  task: RemedyTask,
  entry: LedgerEntry,
  taskStates: RoundState['taskStates'],
  names: SummaryNames,
): RemedyRow {
  const words = remedyWords[names.language]
  const said = taskStates.get(`round/${id}`)
  const state: TaskState = said?.state ?? 'notStarted'
  return {
    id,
    task,
    lead: leadText(task, names),
    product: task.product ?? words.noProduct,
    due: task.due === null ? words.noDue : formatDate(task.due),
    state: said?.kind === 'conflict' ? words.stateConflict : words.state[state],
    heads: [entry.id],
  }
}

export function leadText(
  { leadIds, lead }: Pick<RemedyTask, 'leadIds' | 'lead'>,
  names: SummaryNames,
): string {
  if (lead !== '') return lead
  return leadIds.length > 0 ? leadIds.map(names.agency).join(', ') : remedyWords[names.language].noLead
}

/** What the list says of lost points without a row: that there are none is only said when nothing is open. */
export function noLossSentence(
  { losses, groups }: Consolidation,
  agencyId: string | null,
  names: SummaryNames,
): string {
  const words = remedyWords[names.language]
  const own = losses.agencies.find(each => each.agencyId === agencyId)
  const open = agencyId === null ? losses.open : (own?.open ?? '0')
  if (open !== '0') return words.lossOpen(names.points(open))
  if (agencyId === null && losses.unknown.length > 0)
    return words.lossUnknown(names.count(losses.unknown.length))
  return groups.every(each => each.rows.length === 0) ? words.nobody : words.noLoss
}

/** Agencies named as those who lost the most. */
const mostNamed = 3

/**
 * Everything that took points, largest first, with the tasks that answer it.
 * @param agencyId whose losses; null: of the whole round
 */
export function lostRows(
  { losses }: Consolidation,
  agencyId: string | null,
  tasks: readonly RemedyRow[],
  names: SummaryNames,
): readonly LostRow[] {
  const serving = (nodeId: string) =>
    tasks.filter(
      ({ task }) =>
        task.criterionIds.includes(nodeId) &&
        (agencyId === null || task.agencyId === null || task.agencyId === agencyId),
    )
  const row = (
    { nodeId, lost, maxPoints }: AgencyLosses['items'][number],
    by: LostItem['by'] | null,
  ): LostRow => ({
    nodeId,
    name: names.node(nodeId),
    lost: names.points(lost),
    max: names.number(maxPoints),
    by: by && {
      count: names.count(by.length),
      most: by
        .slice(0, mostNamed)
        .map(each => `${names.agency(each.agencyId)} ${names.points(each.lost)}`)
        .join('; '),
    },
    tasks: serving(nodeId),
  })
  if (agencyId === null) return losses.items.map(item => row(item, item.by))
  const own = losses.agencies.find(each => each.agencyId === agencyId)
  return (own?.items ?? []).map(item => row(item, null))
}

export type RemedyFilter = 'all' | 'without' | 'with'

export function filteredRows(
  rows: readonly LostRow[],
  filter: RemedyFilter,
  query: string,
): readonly LostRow[] {
  const wanted = foldText(query.trim())
  return rows.filter(({ name, tasks }) => {
    if (filter === 'without' && tasks.length > 0) return false
    if (filter === 'with' && tasks.length === 0) return false
    return wanted === '' || foldText([name, ...tasks.map(each => each.task.name)].join(' ')).includes(wanted)
  })
}
