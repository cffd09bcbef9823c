import { decodeSubmissions } from '../../../src/io/decode.ts'
import { agenciesSchema, documentsSchema } from '../../../src/io/directorySchema.ts'
import { planSchema } from '../../../src/io/planSchema.ts'
import { ruleSetSchema } from '../../../src/io/ruleSetSchema.ts'
import { catalogueSchema } from '../../../src/io/schema.ts'
import { tabledSubmissions } from '../../../src/model/catalogue.ts'
import { looksBack } from '../../../src/model/criteria.ts'
import { parsePeriod, precedes } from '../../../src/model/period.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { contributionsTo } from '../../../src/scoring/attribution/contributionsTo.ts'
import { scoreGroups } from '../../../src/scoring/cohort/scoreGroups.ts'
import type { DeckSource } from '../../../src/state/deck/deckSource.ts'
import { deckTasks } from '../../../src/state/deck/deckTasks.ts'
import { nextActionsOf } from '../../../src/state/nextActions.ts'
import { scoreView } from '../../../src/state/scoreView.ts'
import { agenciesOn } from '../../../src/state/tasks/agenciesOf.ts'
import { planRows } from '../../../src/state/tasks/taskRows.ts'
import { trendEngine } from '../../../src/state/trendView.ts'
import { comparedGroups } from '../../../src/state/useCohortView.ts'
import { parentOf } from '../../../src/state/useContribution.ts'
import { readJson, readText } from '../../data/dataFiles.ts'

const file = catalogueSchema.parse(readJson('index.json'))
export const catalogue = { ...file, submissions: [...file.submissions, ...tabledSubmissions(file.tables)] }
const directory = agenciesSchema.parse(readJson(file.agencies))
const documents = documentsSchema.parse(readJson(file.documents)).documents
const loadedAt = '2026-11-22T02:00:00.000Z'

const files = new Map<string, readonly Submission[]>()
const sets = new Map(file.ruleSets.map(entry => [entry.id, ruleSetSchema.parse(readJson(entry.path))]))

function read(path: string): readonly Submission[] {
  const known = files.get(path)
  if (known) return known
  const decoded = decodeSubmissions(readText(path), path)
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems))
  const found = decoded.value
  files.set(path, found)
  return found
}

const one = ({ path, agencyId }: { readonly path: string; readonly agencyId: string }) => {
  const found = read(path).find(each => each.agencyId === agencyId)
  if (!found) throw new Error(`${path} has no ${agencyId}`)
  return found
}

/** What useDeckSource puts together, of the shipped files, on a fixed day. */
export function deckSource(
  ruleSetId: string,
  period: string,
  agencyId: string,
  {
    groupId,
    on = '2026-11-22',
    trendPeriods = 6,
  }: { groupId?: string; on?: string; trendPeriods?: number } = {},
): DeckSource {
  const ruleSet = sets.get(ruleSetId)
  const ruleSetEntry = catalogue.ruleSets.find(each => each.id === ruleSetId)
  const all = catalogue.submissions.filter(each => each.ruleSetId === ruleSetId)
  const own = all
    .filter(each => each.agencyId === agencyId && each.period <= period)
    .filter(each => parsePeriod(each.period)?.kind === parsePeriod(period)?.kind)
    .toSorted((a, b) => (a.period < b.period ? 1 : -1))
  const [entry, previousEntry, earlierEntry] = own
  if (!ruleSet || !ruleSetEntry || entry?.period !== period) throw new Error(`no ${agencyId} in ${period}`)
  const planEntry = catalogue.plans.find(each => each.ruleSetId === ruleSetId && each.agencyId === agencyId)
  const plan = planEntry ? planSchema.parse(readJson(planEntry.path)) : null
  const listed = (each: typeof entry | undefined) => (each ? { value: one(each), entry: each } : null)
  const scored = scoreView({
    ruleSet: { value: ruleSet, entry: ruleSetEntry },
    submission: { value: one(entry), entry },
    previous: listed(previousEntry),
    earlier: looksBack(ruleSet) ? listed(earlierEntry) : null,
    plan: plan && planEntry ? { value: plan, entry: planEntry } : null,
    replacedPeriod: null,
    stage: null,
    loadedAt,
  })
  if ('problems' in scored) throw new Error(JSON.stringify(scored.problems))
  const view = {
    ...scored,
    agency: directory.agencies.find(each => each.id === agencyId) ?? null,
    documents,
  }
  const groups = comparedGroups(catalogue, directory, ruleSetId)
  const chosen =
    groups.find(each => each.groupId === groupId) ??
    groups.find(each => each.agencyIds.includes(agencyId)) ??
    groups.find(each =>
      directory.agencies.some(agency => each.agencyIds.includes(agency.id) && agency.parentId === agencyId),
    )
  const now = all.filter(each => each.period === period)
  const before = all.map(each => each.period).find(each => precedes(each, period))
  const earlier = looksBack(ruleSet) ? all.filter(each => each.period === before).map(one) : []
  const cohort = chosen
    ? scoreGroups(
        {
          ruleSet,
          period,
          stage: null,
          submissions: now.map(each => ({ file: each.path, submission: one(each) })),
          previous: earlier,
          groups,
          workloadMetricId: ruleSetEntry.workloadMetricId ?? null,
        },
        loadedAt,
      )
    : null
  const group = cohort?.groups.find(each => each.groupId === chosen?.groupId)
  const parentId = group ? parentOf(directory, group) : null
  const wholeEntry = now.find(each => each.agencyId === parentId)
  const below = new Set(directory.agencies.flatMap(each => (each.parentId === parentId ? [each.id] : [])))
  const contribution =
    parentId === null
      ? null
      : contributionsTo(
          {
            ruleSet,
            stage: null,
            parentId,
            whole: wholeEntry ? one(wholeEntry) : null,
            parts: now.filter(each => below.has(each.agencyId)).map(one),
            previous: null,
          },
          loadedAt,
        )
  const periods = own.slice(0, trendPeriods).flatMap(each => {
    const previous = own[own.indexOf(each) + 1]
    const answer = trendEngine.scorePeriod({
      ruleSet,
      ruleSetEntry,
      submission: one(each),
      entry: each,
      previous:
        previous && looksBack(ruleSet) && precedes(previous.period, each.period)
          ? { submission: one(previous), entry: previous }
          : null,
      stage: null,
      scoredAt: loadedAt,
    })
    return 'scored' in answer ? [answer.scored.period] : []
  })
  const agencyOf = agenciesOn(directory, on)
  const rows = catalogue.plans.flatMap(each =>
    planRows(
      planSchema.parse(readJson(each.path)),
      { taskStates: new Map() },
      { on, agencyOf, documents, ruleSets: [...sets.values()] },
    ),
  )
  return {
    frozenAt: loadedAt,
    asked: { ruleSetId, period, agencyId, stage: null, groupId: groupId ?? null },
    view,
    next: nextActionsOf(view),
    cohort: cohort && chosen ? { view: cohort, groupId: chosen.groupId } : null,
    contribution,
    trend:
      periods.length > 1
        ? trendEngine.follow(periods.toReversed(), [ruleSet], { criterionId: null, measure: 'points' })
        : null,
    tasks: deckTasks(rows, agencyId, on, agencyOf),
    directory,
    submissions: now.map(one),
    earlier,
  }
}
