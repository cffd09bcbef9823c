import type { PlanTask, TaskKind } from '../../model/plan.ts'
import type { TaskAgency } from '../../state/tasks/agenciesOf.ts'
import type { ServedCriterion, TaskPlan, TaskRow } from '../../state/tasks/tasksView.ts'
import { foldText } from '../../ui/foldText.ts'
import { isStanding, type StandingId, standingIds } from './standingId.ts'
import type { TasksAddress } from './tasksAddress.ts'

export const taskSorts = ['due', 'plan', 'lead'] as const
export type TaskSort = (typeof taskSorts)[number]

const kinds = ['task', 'channel', 'duty', 'report'] as const satisfies readonly TaskKind[]

/** What the address asks for, as far as the tasks that are there can answer it. */
export type Wish = {
  readonly plan: TaskPlan | null
  /** A plan was asked for that is not there. */
  readonly isPlanUnknown: boolean
  readonly kind: TaskKind | null
  readonly agency: TaskAgency | null
  readonly criterion: ServedCriterion | null
  readonly standing: StandingId | null
  readonly q: string
  readonly sort: TaskSort
}

export type Narrowed = {
  readonly wish: Wish
  /** Of the chosen plan. */
  readonly ofPlan: readonly TaskRow[]
  /** Also of the chosen kind, agency and criterion: what the counts are of. */
  readonly scope: readonly TaskRow[]
  /** Also of the chosen standing, and found by the search. */
  readonly shown: readonly TaskRow[]
  /** Something besides the plan is asked for. */
  readonly isNarrow: boolean
  /** Tasks of the plan that a group of the chosen agency leads, by group. */
  readonly viaGroups: readonly { readonly group: TaskAgency; readonly count: number }[]
}

/**
 * Narrows tasks to what the address asks for. An agency or criterion that comes along from another screen and has
 * no task here narrows nothing.
 */
export function narrow(
  rows: readonly TaskRow[],
  plans: readonly TaskPlan[],
  address: TasksAddress,
  groupsOf: (agencyId: string) => readonly string[],
): Narrowed {
  const plan = plans.find(each => each.id === address.plan) ?? null
  const ofPlan = plan ? rows.filter(row => row.plan.id === plan.id) : rows
  const kind = kinds.find(each => each === address.kind && ofPlan.some(row => row.task.kind === each)) ?? null
  const agency = leadsOf(ofPlan).find(each => each.id === address.agency) ?? null
  const criterion = criteriaOf(ofPlan).find(each => each.id === address.criterion) ?? null
  const standing = standingIds.find(id => id === address.filter) ?? null
  const sort = taskSorts.find(each => each === address.sort) ?? 'due'
  const q = address.q ?? ''
  const scope = ofPlan.filter(
    row =>
      (kind === null || row.task.kind === kind) &&
      (agency === null || row.leads.some(lead => lead.id === agency.id)) &&
      (criterion === null || row.criteria.some(each => each.id === criterion.id)),
  )
  const wanted = foldText(q.trim())
  const shown = scope.filter(
    row =>
      (standing === null || isStanding(row.standing, standing)) &&
      (wanted === '' || searched(row).includes(wanted)),
  )
  return {
    wish: {
      plan,
      isPlanUnknown: address.plan !== undefined && plan === null,
      kind,
      agency,
      criterion,
      standing,
      q,
      sort,
    },
    ofPlan,
    scope,
    shown,
    isNarrow: [kind, agency, criterion, standing].some(each => each !== null) || wanted !== '',
    viaGroups: agency && !agency.isGroup ? viaGroups(ofPlan, agency.id, groupsOf(agency.id)) : [],
  }
}

/** Whoever leads a task, in the order of their names. */
export function leadsOf(rows: readonly TaskRow[]): readonly TaskAgency[] {
  const byId = new Map(rows.flatMap(({ leads }) => leads.map(lead => [lead.id, lead])))
  const collator = new Intl.Collator('vi')
  return [...byId.values()].toSorted((a, b) => collator.compare(a.name, b.name))
}

/** Criteria that a task serves, in the order of their numbers within each rule set. */
export function criteriaOf(rows: readonly TaskRow[]): readonly ServedCriterion[] {
  const byId = new Map(rows.flatMap(({ criteria }) => criteria.map(each => [each.id, each])))
  const collator = new Intl.Collator('vi', { numeric: true })
  return [...byId.values()].toSorted(
    (a, b) => collator.compare(a.ruleSetId, b.ruleSetId) || collator.compare(a.code, b.code),
  )
}

export function kindsOf(rows: readonly TaskRow[]): readonly TaskKind[] {
  return kinds.filter(kind => rows.some(row => row.task.kind === kind))
}

function viaGroups(rows: readonly TaskRow[], agencyId: string, groups: readonly string[]) {
  const others = rows.filter(({ leads }) => leads.every(lead => lead.id !== agencyId))
  return leadsOf(others)
    .filter(lead => lead.isGroup && groups.includes(lead.id))
    .map(group => ({
      group,
      count: others.filter(({ leads }) => leads.some(lead => lead.id === group.id)).length,
    }))
}

const folded = new WeakMap<PlanTask, string>()

/** What a reader may look for, without accents; a task is folded once. */
function searched({ task, leads, plan }: TaskRow): string {
  const known = folded.get(task)
  if (known !== undefined) return known
  const names = leads.flatMap(({ name, shortName, successor }) => [name, shortName, successor?.name])
  const text = foldText(
    [
      task.number,
      task.section,
      task.name,
      task.shortName,
      task.shortNameEn,
      task.lead,
      task.leadEn,
      task.partners,
      task.product,
      task.deadline?.written,
      task.provenance.source?.place,
      plan.document?.number,
      ...names,
    ].join(' '),
  )
  folded.set(task, text)
  return text
}
