import type { LeadTotals, StandingCounts, TaskStanding } from '../../model/taskStanding.ts'

type Led = {
  readonly lead: string
  readonly leadIds: readonly string[]
  readonly standing: TaskStanding
}

/**
 * Tasks by who leads them. A task with several leads counts once for each of them and once in the total, so the
 * rows may add up to more than the total. A group that is addressed together is a lead of its own.
 */
export function leadTotals(tasks: readonly Led[]): {
  readonly leads: readonly LeadTotals[]
  readonly total: StandingCounts
  /** Tasks with more than one lead. */
  readonly shared: number
} {
  const byLead = new Map<string, { leadId: string | null; lead: string | null; tasks: Led[] }>()
  for (const task of tasks) {
    const keys =
      task.leadIds.length > 0
        ? [...new Set(task.leadIds)].map(leadId => ({ leadId, lead: null }))
        : [{ leadId: null, lead: task.lead }]
    for (const { leadId, lead } of keys) {
      const key = leadId === null ? `written ${lead}` : `id ${leadId}`
      const entry = byLead.get(key) ?? { leadId, lead, tasks: [] }
      entry.tasks.push(task)
      byLead.set(key, entry)
    }
  }
  return {
    leads: [...byLead.values()].map(({ tasks: own, ...who }) => ({ ...who, counts: countStandings(own) })),
    total: countStandings(tasks),
    shared: tasks.filter(task => new Set(task.leadIds).size > 1).length,
  }
}

/** How many tasks stand where. */
export function countStandings(tasks: readonly Pick<Led, 'standing'>[]): StandingCounts {
  const counts = { ...noCounts }
  for (const { standing } of tasks) {
    counts.total += 1
    counts[countedAs(standing)] += 1
    if (standing.kind === 'overdue' && standing.reported === null) counts.unreported += 1
  }
  return counts
}

const noCounts = {
  total: 0,
  overdue: 0,
  unreported: 0,
  dueSoon: 0,
  notYet: 0,
  undated: 0,
  done: 0,
  doneLate: 0,
  dropped: 0,
}

function countedAs({ kind }: TaskStanding) {
  return kind === 'continuous' || kind === 'unknownDay' || kind === 'noDeadline' ? 'undated' : kind
}
