import type { QueryClient } from '@tanstack/react-query'
import { todayInVietnam } from '../../features/tasks/today.ts'
import { agenciesQuery, catalogueQuery, documentsQuery, planQuery, ruleSetQuery } from '../../io/queries.ts'
import type { SubmissionEntry } from '../../model/catalogue.ts'
import { looksBack } from '../../model/criteria.ts'
import type { ExportKind } from '../../model/exportOrigin.ts'
import { parsePeriod } from '../../model/period.ts'
import { stagesOf } from '../../model/stages.ts'
import type { Stage, Submission } from '../../model/submission.ts'
import { lineageOf, stepsOf, trendEntries } from '../../model/trend.ts'
import { ruleSetPart, submissionPart } from '../../state/exports/dataHash.ts'
import { nameParts } from '../../state/exports/nameParts.ts'
import { comparedGroups } from '../../state/useCohortView.ts'
import type { Search } from '../search.ts'
import { selectionOf } from '../selection.ts'
import { nothing, ruleSetOf, submissionsOf, type ViewData, type ViewFiles } from './viewFiles.ts'

/**
 * Gathers what the view of an address is made of; files that are in the page already are not read again.
 * @throws (rejects) when one of them cannot be read
 */
export async function viewData(
  client: QueryClient,
  screen: string,
  search: Search,
  kind: ExportKind,
): Promise<ViewData> {
  const catalogue = await client.ensureQueryData(catalogueQuery())
  const directory = await client.ensureQueryData(agenciesQuery(catalogue.agencies))
  const data = await dataOf({ client, catalogue, directory }, screen, search, kind)
  if (data.parts.length === 0) return data
  return { ...data, parts: [...data.parts, ...(await nameParts(client, catalogue, directory))] }
}

async function dataOf(files: ViewFiles, screen: string, search: Search, kind: ExportKind): Promise<ViewData> {
  const { client, catalogue } = files
  switch (screen) {
    case '/':
    case '/criteria':
      return kind === 'report' ? reportData(files, search) : agencyData(files, search, screen === '/')
    case '/present':
      return deckData(files, { ...search, slide: undefined })
    case '/agencies':
      return groupData(files, search, false)
    case '/trend':
      return trendData(files, search)
    case '/tasks':
      return taskData(files, search)
    case '/review':
      return search.round === undefined
        ? { ...nothing, search, subject: { kind: 'nothing' } }
        : (await kept()).roundData(files, search, search.round)
    case '/self-assessment':
      return search.draft === undefined
        ? { ...nothing, search, subject: { kind: 'nothing' } }
        : (await kept()).draftData(files, search, search.draft)
    case '/rule-sets':
      return ruleSetData(files, search)
    case '/sources': {
      const documents = await client.ensureQueryData(documentsQuery(catalogue.documents))
      const parts = [{ name: 'documents', value: documents }]
      return { ...nothing, search, parts, subject: { kind: 'documents' } }
    }
    default:
      return { ...nothing, search, subject: { kind: 'nothing' } }
  }
}

/** What reads drafts and ledgers comes with the first view that has any. */
const kept = () => import('./keptData.ts')
const taskLines = () => import('../../state/exports/taskBooks.ts').then(({ taskBooks }) => taskBooks())

/** The latest period of the same kind before one, among entries. */
function periodBefore(entries: readonly SubmissionEntry[], period: string): string | undefined {
  const kind = parsePeriod(period)?.kind
  return entries
    .filter(entry => parsePeriod(entry.period)?.kind === kind && entry.period < period)
    .reduce<string | undefined>(
      (last, entry) => (last && last > entry.period ? last : entry.period),
      undefined,
    )
}

async function agencyData(files: ViewFiles, search: Search, hasPlan: boolean): Promise<ViewData> {
  const { client, catalogue, directory } = files
  const { ruleSetId, agencyId, period, stage } = selectionOf(catalogue, search)
  const ruleSet = await ruleSetOf(files, ruleSetId)
  const own = catalogue.submissions.filter(each => each.ruleSetId === ruleSetId && each.agencyId === agencyId)
  // The change since then is shown, and growth is measured against it.
  const before = periodBefore(own, period)
  const earlier =
    before !== undefined && ruleSet && looksBack(ruleSet) ? periodBefore(own, before) : undefined
  const entries = own.filter(entry => [period, before, earlier].includes(entry.period))
  const submissions = await submissionsOf(files, entries)
  const shown = submissions.find(each => each.period === period)
  const plans = catalogue.plans.filter(each => each.ruleSetId === ruleSetId && each.agencyId === agencyId)
  const read = hasPlan
    ? await Promise.all(plans.map(each => client.ensureQueryData(planQuery(each.path))))
    : []
  const readAt = shown === undefined ? undefined : stageAt(shown, stage)
  return {
    // No stage stays no stage: each period is then read at its own last one, and a named one is another view.
    search: { ...search, ruleSet: ruleSetId, period, agency: agencyId },
    ruleSets: ruleSet ? [ruleSet] : [],
    submissions: shown ? [shown] : [],
    parts: [
      ...(ruleSet ? [ruleSetPart(ruleSet)] : []),
      ...submissions.map(each => submissionPart(each, stage ?? null)),
      ...read.map(each => ({ name: `plan ${each.id}`, value: each })),
    ],
    subject: {
      kind: 'agency',
      agencyId,
      agency: directory.agencies.find(each => each.id === agencyId) ?? null,
    },
    stages: readAt ? [readAt] : [],
    periods: period === '' ? [] : [period],
  }
}

/** A report also says the rank among the others, and what is to be remedied. */
async function reportData(files: ViewFiles, search: Search): Promise<ViewData> {
  const [own, group, books] = await Promise.all([
    agencyData(files, search, true),
    // The rank is among the agency's own kind, whichever group another screen looked at.
    groupData(files, { ...search, group: undefined }, true),
    taskLines(),
  ])
  return { ...own, parts: [...own.parts, ...group.parts, ...books] }
}

function stageAt(submission: Submission, stage: Stage | undefined): Stage {
  return stagesOf(submission).find(each => each === stage) ?? submission.stage
}

/** Every agency of the group that is looked at; slides are of one agency among them. */
async function groupData(files: ViewFiles, search: Search, isOfAgency: boolean): Promise<ViewData> {
  const { catalogue, directory } = files
  const { ruleSetId, agencyId, period, stage } = selectionOf(catalogue, search)
  const ruleSet = await ruleSetOf(files, ruleSetId)
  const groups = comparedGroups(catalogue, directory, ruleSetId)
  const group =
    groups.find(each => each.groupId === search.group) ??
    groups.find(each => each.agencyIds.includes(agencyId)) ??
    (isOfAgency ? undefined : groups[0])
  const members = new Set([...(group?.agencyIds ?? []), ...(isOfAgency ? [agencyId] : [])])
  const own = catalogue.submissions.filter(each => each.ruleSetId === ruleSetId && members.has(each.agencyId))
  const before = periodBefore(own, period)
  const submissions = await submissionsOf(
    files,
    own.filter(entry => entry.period === period || entry.period === before),
  )
  const shown = submissions.filter(each => each.period === period)
  const stages = [...new Set(shown.map(each => stageAt(each, stage)))]
  return {
    search: {
      ...search,
      ruleSet: ruleSetId,
      period,
      agency: agencyId,
      // A deck that was frozen answers to the address it was frozen under.
      group: isOfAgency ? search.group : (group?.groupId ?? search.group),
    },
    ruleSets: ruleSet ? [ruleSet] : [],
    submissions: isOfAgency ? shown.filter(each => each.agencyId === agencyId) : shown,
    parts: [
      ...(ruleSet ? [ruleSetPart(ruleSet)] : []),
      ...submissions.map(each => submissionPart(each, stage ?? null)),
    ],
    subject: isOfAgency
      ? {
          kind: 'agency',
          agencyId,
          agency: directory.agencies.find(each => each.id === agencyId) ?? null,
        }
      : { kind: 'group', groupId: group?.groupId ?? '', count: shown.length },
    stages,
    periods: period === '' ? [] : [period],
  }
}

/** Slides are of what was frozen, where that is on this machine; the address then has to name it as it was asked. */
async function deckData(files: ViewFiles, search: Search): Promise<ViewData> {
  const { client, catalogue, directory } = files
  const source = await (await kept()).frozenSource(catalogue, search)
  if (!source) {
    const { deckFiles } = await import('../../state/deck/deckFiles.ts')
    const [own, { parts }, lines] = await Promise.all([
      groupData(files, search, true),
      deckFiles(client, catalogue, directory, selectionOf(catalogue, search)),
      taskLines(),
    ])
    return { ...own, parts: [...parts, ...lines] }
  }
  const { view, asked, dataHash } = source
  return {
    search: { ...search, ruleSet: asked.ruleSetId, period: asked.period, agency: asked.agencyId },
    ruleSets: [view.ruleSet],
    submissions: [view.submission],
    parts: [],
    hash: dataHash ?? null,
    subject: { kind: 'agency', agencyId: asked.agencyId, agency: view.agency },
    stages: [view.sheet.stage],
    periods: [asked.period],
  }
}

async function trendData(files: ViewFiles, search: Search): Promise<ViewData> {
  const { client, catalogue, directory } = files
  const { ruleSetId, agencyId, period, stage } = selectionOf(catalogue, search)
  const rules = await Promise.all(
    catalogue.ruleSets.map(entry => client.ensureQueryData(ruleSetQuery(entry.path)).catch(() => null)),
  )
  const lineage = lineageOf(
    rules.flatMap(each => each ?? []),
    ruleSetId,
  )
  const all = trendEntries(
    catalogue,
    lineage.map(each => each.id),
    agencyId,
  )
  const steps = stepsOf(all)
  const step = steps.find(each => each === (search.step ?? parsePeriod(period)?.kind)) ?? steps[0]
  const entries = all.filter(entry => parsePeriod(entry.period)?.kind === step)
  const submissions = await submissionsOf(files, entries)
  const used = lineage.filter(each => entries.some(entry => entry.ruleSetId === each.id))
  const own = used.filter(each => each.id === ruleSetId)
  return {
    search: { ...search, ruleSet: ruleSetId, period, agency: agencyId, step },
    ruleSets: own.length > 0 ? own : used,
    submissions,
    parts: [...used.map(ruleSetPart), ...submissions.map(each => submissionPart(each, stage ?? null))],
    subject: {
      kind: 'agency',
      agencyId,
      agency: directory.agencies.find(each => each.id === agencyId) ?? null,
    },
    stages: [...new Set(submissions.map(each => stageAt(each, stage)))],
    periods: [entries[0], entries.at(-1)].flatMap(entry => entry?.period ?? []),
  }
}

async function taskData({ client, catalogue }: ViewFiles, search: Search): Promise<ViewData> {
  const plans = await Promise.all(
    catalogue.plans.map(each => client.ensureQueryData(planQuery(each.path)).catch(() => null)),
  )
  const read = plans.flatMap(each => each ?? [])
  const on = search.on ?? todayInVietnam(new Date())
  const chosen = read.find(each => each.id === search.plan)
  return {
    ...nothing,
    search: { ...search, on },
    parts: [...read.map(each => ({ name: `plan ${each.id}`, value: each })), ...(await taskLines())],
    subject: { kind: 'tasks', on, plan: chosen?.title ?? null, count: read.length },
  }
}

async function ruleSetData(files: ViewFiles, search: Search): Promise<ViewData> {
  const id = search.ruleSet ?? files.catalogue.opening.ruleSetId
  const [ruleSet, other] = await Promise.all([
    ruleSetOf(files, id),
    search.compare === undefined ? null : ruleSetOf(files, search.compare),
  ])
  return {
    ...nothing,
    search: { ...search, ruleSet: id },
    ruleSets: ruleSet ? [ruleSet] : [],
    parts: [...(ruleSet ? [ruleSetPart(ruleSet)] : []), ...(other ? [ruleSetPart(other)] : [])],
    subject: { kind: 'ruleSet' },
  }
}
