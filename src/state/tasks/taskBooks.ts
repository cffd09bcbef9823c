import { compareEntries, type LedgerEntry } from '../../model/review.ts'
import type { EntryOf, RoundState } from '../../model/roundState.ts'
import type { TaskReport } from '../../model/taskStanding.ts'
import { matterId, readMatterId, type TaskStateEntry } from './tasksView.ts'

/** What a ledger says of tasks. */
export type TaskBook = {
  readonly taskStates: RoundState['taskStates']
  /** Every line, for the history; without them only what stands is known. */
  readonly entries?: readonly LedgerEntry[] | undefined
}

/** What a ledger says of one task. */
export type BookedTask = {
  readonly reports: readonly TaskReport[]
  readonly history: readonly TaskStateEntry[]
  readonly conflicts: readonly TaskStateEntry[]
  readonly headsOf: (occurrence: string | null) => readonly string[]
}

type TaskLine = EntryOf<'taskState'>

/**
 * Reads a ledger by task as it stood on a day: a line about a later day is not heard yet, and what it replaced
 * counts until then.
 * @param planId id that its lines carry; null for remedial tasks
 */
export function readBook(
  { taskStates, entries }: TaskBook,
  planId: string | null,
  on: string,
): (taskId: string) => BookedTask {
  const standing = [...taskStates.values()].flatMap(headsIn).filter(line => line.act.planId === planId)
  const isHead = new Set(standing.map(line => line.id))
  const takenBack = withdrawnIn(entries ?? [])
  // What the fold says stands, stands: a withdrawal may have been taken back in its turn.
  const withdrawn = (id: string) => !isHead.has(id) && takenBack(id)
  const own = [...(entries ?? []).filter(isTaskLine).filter(line => line.act.planId === planId), ...standing]
  const lines = [...new Map(own.map(line => [line.id, line])).values()].toSorted(compareEntries)
  const byId = new Map(lines.map(line => [line.id, line]))
  const said = (line: TaskLine): TaskStateEntry => ({
    ...line,
    occurrence: readMatterId(line.act.taskId).occurrence,
    isWithdrawn: withdrawn(line.id),
  })
  const linesOf = groupBy(lines, line => readMatterId(line.act.taskId).taskId)
  const headsOf = groupBy(standing, line => line.act.taskId)

  return taskId => {
    const history = linesOf.get(taskId) ?? []
    const matters = [...new Set(history.map(line => line.act.taskId))]
    const told = matters.map(matter => ({ matter, heads: headsOf.get(matter) ?? [] }))
    const reports = told.flatMap(({ matter, heads }): readonly TaskReport[] => {
      const stood = heads.flatMap(line => stoodOn(line, on, byId, withdrawn))
      const [first, ...others] = [...new Map(stood.map(line => [line.id, line])).values()]
      if (!first || others.some(line => !saysTheSame(line, first))) return []
      return [{ occurrence: readMatterId(matter).occurrence, state: first.act.state, on: first.act.on }]
    })
    const torn = told.filter(({ heads }) =>
      heads.some(line => heads.some(other => !saysTheSame(line, other))),
    )
    return {
      reports,
      history: history.map(said),
      conflicts: torn.flatMap(({ heads }) => heads.map(said)),
      headsOf: occurrence => (headsOf.get(matterId(taskId, occurrence)) ?? []).map(line => line.id),
    }
  }
}

/** The line itself, or the ones it replaced while it is about a later day. */
function stoodOn(
  line: TaskLine,
  on: string,
  byId: ReadonlyMap<string, TaskLine>,
  withdrawn: (id: string) => boolean,
  seen: ReadonlySet<string> = new Set(),
): readonly TaskLine[] {
  if (line.act.on <= on && !withdrawn(line.id)) return [line]
  return line.act.over.flatMap(id => {
    const before = byId.get(id)
    return before && !seen.has(id) ? stoodOn(before, on, byId, withdrawn, new Set([...seen, id])) : []
  })
}

/** Whether a line was taken back by one that was not taken back itself. */
function withdrawnIn(entries: readonly LedgerEntry[]): (id: string) => boolean {
  const byTarget = groupBy(
    entries.flatMap(({ id, act }) => (act.kind === 'withdraw' ? [{ id, target: act.entryId }] : [])),
    ({ target }) => target,
  )
  const look = (id: string, seen: ReadonlySet<string>): boolean =>
    !seen.has(id) && (byTarget.get(id) ?? []).some(line => !look(line.id, new Set([...seen, id])))
  return id => look(id, new Set())
}

const saysTheSame = (a: TaskLine, b: TaskLine) => a.act.state === b.act.state && a.act.on === b.act.on

function headsIn(matter: TaskBook['taskStates'] extends ReadonlyMap<string, infer Each> ? Each : never) {
  return matter.kind === 'settled' ? [matter.entry] : matter.kind === 'conflict' ? matter.entries : []
}

function isTaskLine(entry: LedgerEntry): entry is TaskLine {
  return entry.act.kind === 'taskState'
}

function groupBy<Each>(
  all: readonly Each[],
  keyOf: (each: Each) => string,
): ReadonlyMap<string, readonly Each[]> {
  const groups = new Map<string, Each[]>()
  for (const each of all) {
    const group = groups.get(keyOf(each))
    if (group) group.push(each)
    else groups.set(keyOf(each), [each])
  }
  return groups
}
