import type { TaskRow } from '../../state/tasks/tasksView.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { standingIds } from './standingId.ts'
import type { TaskSort } from './taskFilter.ts'
import { planName } from './texts.ts'
import type { TasksWords } from './words.ts'

/** Rows under one heading of the list. */
export type TaskGroup = {
  readonly id: string
  readonly name: string
  /** Under another heading: a section within its plan. */
  readonly level: 1 | 2
  readonly rows: readonly TaskRow[]
}

/** Rows under headings: plan and section, when they are due, or who leads. */
export function groupTasks(
  rows: readonly TaskRow[],
  sort: TaskSort,
  words: TasksWords,
  language: Language,
): readonly TaskGroup[] {
  if (sort === 'due') return byDue(rows, words)
  if (sort === 'lead') return byLead(rows, words)
  return [...split(rows, row => row.plan.id).values()].flatMap(own => {
    const plan = own[0]?.plan
    if (!plan) return []
    const sections = [...split(own, row => row.task.section ?? '').entries()]
    const head: TaskGroup = { id: plan.id, name: planName(plan, words, language), level: 1, rows: [] }
    return [
      head,
      ...sections.map(
        ([name, inside]): TaskGroup => ({ id: `${plan.id} ${name}`, name, level: 2, rows: inside }),
      ),
    ]
  })
}

function byDue(rows: readonly TaskRow[], words: TasksWords): readonly TaskGroup[] {
  const inOrder = rows.toSorted(
    (a, b) =>
      standingIds.indexOf(a.standing.kind) - standingIds.indexOf(b.standing.kind) ||
      compare(a.standing.day ?? '', b.standing.day ?? ''),
  )
  const nameOf = ({ standing: { kind, due } }: TaskRow) =>
    kind === 'overdue' ? words.overdueSince((due ?? '').slice(0, 4)) : words.standings[kind]
  return [...split(inOrder, nameOf)].map(([name, inside]) => ({ id: name, name, level: 1, rows: inside }))
}

/** A task with several leads stands under each of them. */
function byLead(rows: readonly TaskRow[], words: TasksWords): readonly TaskGroup[] {
  const collator = new Intl.Collator('vi')
  const pairs = rows.flatMap(row =>
    row.leads.length === 0
      ? [{ name: row.task.lead.trim() === '' ? words.noLead : row.task.lead, row }]
      : row.leads.map(({ name }) => ({ name, row })),
  )
  return [...split(pairs, pair => pair.name)]
    .toSorted(([a], [b]) => collator.compare(a, b))
    .map(([name, inside]) => ({ id: name, name, level: 1, rows: inside.map(({ row }) => row) }))
}

function split<Each>(all: readonly Each[], keyOf: (each: Each) => string): ReadonlyMap<string, Each[]> {
  const groups = new Map<string, Each[]>()
  for (const each of all) {
    const group = groups.get(keyOf(each))
    if (group) group.push(each)
    else groups.set(keyOf(each), [each])
  }
  return groups
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
