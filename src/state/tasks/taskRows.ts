import { walkCriteria } from '../../model/criteria.ts'
import type { Plan, PlanTask } from '../../model/plan.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import type { RemedyTask, ReviewRound } from '../../model/review.ts'
import type { RoundState } from '../../model/roundState.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { taskStanding } from '../../scoring/tasks/taskStanding.ts'
import type { TaskAgency } from './agenciesOf.ts'
import { readBook, type TaskBook } from './taskBooks.ts'
import type { ServedCriterion, TaskPlan, TaskRow } from './tasksView.ts'

/** What rows are made with: names, and the day they are read at. */
export type RowSetting = {
  readonly on: string
  readonly agencyOf: (id: string) => TaskAgency | null
  readonly documents: readonly SourceDocument[]
  readonly ruleSets: readonly RuleSet[]
}

/** A remedial plan as its round tells it. */
export type RemedyPlan = TaskBook & {
  readonly round: ReviewRound
  readonly remedies: RoundState['remedies']
}

/** Tasks of a plan of `data/plans`, in the order of the document. */
export function planRows(plan: Plan, book: TaskBook, setting: RowSetting): readonly TaskRow[] {
  const { on, agencyOf, documents } = setting
  const document = documents.find(each => each.id === plan.documentId) ?? null
  const shown: TaskPlan = {
    id: plan.id,
    round: null,
    title: plan.title,
    titleEn: plan.titleEn,
    year: plan.year,
    agency: agencyOf(plan.agencyId),
    document,
    linksCertainty: plan.linksCertainty,
    isIllustrative: false,
    since: document?.date ?? `${plan.year}-01-01`,
    phases: plan.phases ?? [],
    declaredTaskCount: plan.declaredTaskCount ?? null,
  }
  return rowsOf(shown, plan.tasks, plan.ruleSetId, readBook(book, plan.id, on), setting)
}

/** Tasks of the remedial plan of a round, by their due day; those taken back are not in it. */
export function remedyRows(
  { round, remedies, ...book }: RemedyPlan,
  setting: RowSetting,
): readonly TaskRow[] {
  const disputed = new Set<string>()
  const tasks = [...remedies].flatMap(([id, standing]) => {
    if (standing.kind !== 'conflict') return standing.task ? [asPlanTask(id, standing.task, round)] : []
    // Several wrote it differently: the latest is shown, and that it is not settled.
    disputed.add(id)
    const task = standing.entries.findLast(entry => entry.act.task !== null)?.act.task
    return task ? [asPlanTask(id, task, round)] : []
  })
  const shown: TaskPlan = {
    id: `remedy-${round.id}`,
    round: { id: round.id, name: round.name, period: round.period },
    title: round.name ?? round.period,
    titleEn: undefined,
    year: Number(round.createdAt.slice(0, 4)),
    agency: null,
    document: null,
    linksCertainty: 'stated',
    isIllustrative: round.provenance.certainty === 'illustrative',
    since: round.createdAt.slice(0, 10),
    phases: [],
    declaredTaskCount: null,
  }
  const inOrder = tasks.toSorted((a, b) => compare(dueText(a), dueText(b)) || compare(a.name, b.name))
  const numbered = inOrder.map((task, index) => ({ ...task, number: String(index + 1) }))
  const rows = rowsOf(shown, numbered, round.ruleSet.id, readBook(book, null, setting.on), setting)
  return rows.map(row => (disputed.has(row.task.id) ? { ...row, isDisputed: true } : row))
}

function rowsOf(
  plan: TaskPlan,
  tasks: readonly PlanTask[],
  ruleSetId: string | undefined,
  booked: ReturnType<typeof readBook>,
  { on, agencyOf, ruleSets }: RowSetting,
): readonly TaskRow[] {
  const criteria = criteriaOf(ruleSets.find(ruleSet => ruleSet.id === ruleSetId))
  const agencies = (ids: readonly string[]) => ids.map(agencyOf).filter(agency => agency !== null)
  return tasks.map(task => {
    const { reports, ...told } = booked(task.id)
    return {
      ...told,
      reports,
      key: `${plan.id}/${task.id}`,
      plan,
      task,
      isDisputed: false,
      leads: agencies(task.leadIds),
      partners: agencies(task.partnerIds ?? []),
      criteria:
        ruleSetId === undefined
          ? []
          : task.criterionIds.map(id => criteria.get(id) ?? unknownCriterion(ruleSetId, id)),
      standing: taskStanding(task, reports, on, plan.since),
    }
  })
}

function criteriaOf(ruleSet: RuleSet | undefined): ReadonlyMap<string, ServedCriterion> {
  if (!ruleSet) return new Map()
  return new Map(
    walkCriteria(ruleSet).map(({ criterion: { id, code, name, nameEn, shortName, shortNameEn } }) => [
      id,
      {
        ruleSetId: ruleSet.id,
        id,
        code,
        name: shortName ?? name,
        nameEn: shortNameEn ?? nameEn,
      },
    ]),
  )
}

const unknownCriterion = (ruleSetId: string, id: string): ServedCriterion => ({
  ruleSetId,
  id,
  code: '',
  name: id,
  nameEn: undefined,
})

function asPlanTask(id: string, task: RemedyTask, round: ReviewRound): PlanTask {
  const { name, criterionIds, lead, leadIds, product, due } = task
  return {
    id,
    kind: 'task',
    name,
    shortName: name,
    criterionIds,
    lead,
    leadIds,
    ...(product !== null && { product }),
    ...(due !== null && {
      deadline: { kind: 'date', by: due, written: due.split('-').toReversed().join('/') },
    }),
    provenance: round.provenance,
  }
}

const dueText = ({ deadline }: PlanTask) => (deadline && 'by' in deadline ? deadline.by : '9999')
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
