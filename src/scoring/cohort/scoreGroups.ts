import type { CohortGroup, CohortRow, CohortView } from '../../model/cohort.ts'
import type { Exact } from '../../model/exact.ts'
import { type Problem, refuses } from '../../model/problem.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import { atStage, sentNothing, stageOrder, stagesOf } from '../../model/stages.ts'
import type { CohortStandings } from '../../model/standings.ts'
import type { Stage, Submission } from '../../model/submission.ts'
import { lintSubmission } from '../lint/lintSubmission.ts'
import { cohortOf } from '../scoreCohort.ts'
import { scoreSubmission } from '../scoreSubmission.ts'
import { rankCohort } from '../standings/rankCohort.ts'
import { engineVersion } from '../writeSheet.ts'
import { cellsOf, columnsOf, mostLostOf, ordersOf } from './columns.ts'

/** What a screen of many agencies asks of the engine. */
export type GroupsRequest = {
  readonly ruleSet: RuleSet
  readonly period: string
  /** null: the last decided stage of each submission. */
  readonly stage: Stage | null
  /** Every submission of the period, with the file it stands in. */
  readonly submissions: readonly { readonly file: string; readonly submission: Submission }[]
  /** The same agencies' submissions for the period right before, for growth. */
  readonly previous: readonly Submission[]
  /** Agencies that are compared with each other, whether they sent something or not. */
  readonly groups: readonly { readonly groupId: string; readonly agencyIds: readonly string[] }[]
  /** Count that says how much came in; a unit with none of it, scored on 0/0, stands apart. */
  readonly workloadMetricId: string | null
}

/**
 * Scores, ranks and compares the agencies of each group among themselves.
 *
 * Who sent nothing has no score and takes no part; who had nothing to count ("không phát sinh") keeps its
 * points but takes no rank. A submission that does not answer the rule set is refused with its problems
 * and the rest goes on.
 * @param scoredAt ISO instant for the sheets; the engine reads no clock
 */
export function scoreGroups(request: GroupsRequest, scoredAt: string): CohortView {
  const { ruleSet, period, stage } = request
  const seen = new Set<string>()
  const checked = request.submissions.map(({ file, submission }) => ({
    submission,
    problems: problemsOf(submission, request, file, seen),
  }))
  // A broken earlier file only costs what compares with it, as where one agency is read.
  const previous = request.previous.filter(each => !refuses(lintSubmission(each, ruleSet, '')))
  const usable = checked.flatMap(({ submission, problems }) => (refuses(problems) ? [] : [submission]))
  return {
    ruleSetId: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    engineVersion,
    period,
    stage,
    stages: stageOrder.filter(each => usable.some(submission => stagesOf(submission).includes(each))),
    groups: request.groups.map(group => scoreGroup({ ...request, previous }, group, usable, scoredAt)),
    refused: checked.flatMap(({ submission: { agencyId }, problems }) =>
      refuses(problems) ? [{ agencyId, problems }] : [],
    ),
  }
}

function problemsOf(
  submission: Submission,
  { ruleSet, period }: GroupsRequest,
  file: string,
  seen: Set<string>,
): readonly Problem[] {
  const { agencyId } = submission
  const isRepeated = seen.size === seen.add(agencyId).size
  return [
    ...lintSubmission(submission, ruleSet, file),
    ...(submission.period === period ? [] : [otherPeriod(submission.period, period, file)]),
    ...(isRepeated ? [agencyTwice(agencyId, file)] : []),
  ]
}

function otherPeriod(said: string, listed: string, file: string): Problem {
  return {
    file,
    path: 'period',
    code: 'other-period',
    severity: 'error',
    message: {
      vi: `tệp ghi kỳ “${said}”, danh mục ghi “${listed}”`,
      en: `the file says period "${said}", the index says "${listed}"`,
    },
  }
}

/** The first file counts; nobody stands in a ranking twice. */
function agencyTwice(agencyId: string, file: string): Problem {
  return {
    file,
    path: 'agencyId',
    code: 'agency-twice',
    severity: 'error',
    message: {
      vi: `đơn vị “${agencyId}” đã có ở một tệp khác của kỳ này; dùng tệp đứng trước trong danh mục`,
      en: `agency "${agencyId}" stands in another file of this period; the one listed first is used`,
    },
  }
}

function scoreGroup(
  { ruleSet, stage, previous, workloadMetricId }: GroupsRequest,
  { groupId, agencyIds }: GroupsRequest['groups'][number],
  submissions: readonly Submission[],
  scoredAt: string,
): CohortGroup {
  const members = new Set(agencyIds)
  const own = submissions.filter(submission => members.has(submission.agencyId))
  const listed = new Set(own.map(submission => submission.agencyId))
  const silent = own.filter(sentNothing).map(submission => submission.agencyId)
  const sent = own.filter(submission => !sentNothing(submission)).map(each => atStage(each, stage))
  const before = new Map(previous.map(submission => [submission.agencyId, submission]))
  const cohortAt = cohortOf(ruleSet, sent)
  const sheets = sent.map(each =>
    withoutReceipts(
      scoreSubmission(ruleSet, each, scoredAt, { previous: before.get(each.agencyId) ?? null, cohortAt }),
    ),
  )
  const workloads = new Map(sent.map(each => [each.agencyId, workloadOf(each, workloadMetricId)]))
  const isIdle = ({ agencyId, total }: ScoreSheet) =>
    workloads.get(agencyId) === '0' && total.notIncurredLeaves > 0
  const active = sheets.filter(sheet => !isIdle(sheet))
  const standings = rankCohort(ruleSet, active, silent)
  const columns = columnsOf(ruleSet, active)
  const cells = cellsOf(columns, sheets)
  // As the ranks do: before the total's own rounding, unless the rule set grades on it.
  const ranked = new Map(standings.ranked.map(({ agencyId, percent }) => [agencyId, percent]))
  const totals = ordersOf(sheets.map(({ agencyId, total }) => ranked.get(agencyId) ?? total.percent))
  const workloadOrders = ordersOf(sent.map(({ agencyId }) => exactly(workloads.get(agencyId))))
  const changeOrders = ordersOf(sent.map(({ published }) => exactly(published?.change?.points)))
  const rows = sheets.map((sheet, index): CohortRow => {
    const submission = sent[index]
    if (!submission) throw new Error(`no submission of "${sheet.agencyId}"`)
    const { published } = submission
    return {
      agencyId: sheet.agencyId,
      submissionId: sheet.submissionId,
      stage: sheet.stage,
      certainty: submission.provenance.certainty,
      submittedOn: submission.submittedOn ?? null,
      ...placeOf(sheet, standings, isIdle(sheet)),
      total: sheet.total,
      order: totals[index] ?? null,
      workload: workloads.get(sheet.agencyId) ?? null,
      workloadOrder: workloadOrders[index] ?? null,
      published: published
        ? {
            total: published.total,
            rank: published.rank,
            band: published.band,
            change: published.change,
          }
        : null,
      publishedChangeOrder: changeOrders[index] ?? null,
      mostLost: mostLostOf(sheet.nodes),
      cells: cells[index] ?? [],
    }
  })
  return {
    groupId,
    columns,
    rows: inOrder(rows, standings),
    notSubmitted: silent.toSorted(),
    notLoaded: agencyIds.filter(id => !listed.has(id)),
    standings,
    bandCounts: ruleSet.bands.map(({ id }) => ({
      bandId: id,
      agencyIds: standings.ranked.flatMap(({ agencyId, grade }) =>
        grade.bandIds.length === 1 && grade.bandIds[0] === id ? [agencyId] : [],
      ),
    })),
  }
}

/** Explanations are most of a sheet; thousands of them at once would fill the memory for nothing. */
function withoutReceipts(sheet: ScoreSheet): ScoreSheet {
  return { ...sheet, nodes: sheet.nodes.map(node => ({ ...node, explanation: null })), losses: [] }
}

const exactly = (value: Exact | null | undefined) =>
  value === null || value === undefined ? null : { from: value, to: value }

/** The entered figure; null when none is named or none was entered. */
function workloadOf({ values }: Submission, metricId: string | null): Exact | null {
  const value = values.find(each => each.metricId === metricId)
  return value?.state === 'entered' ? value.value : null
}

function placeOf(
  { agencyId }: ScoreSheet,
  { ranked }: CohortStandings,
  isIdle: boolean,
): Pick<CohortRow, 'place' | 'rank' | 'tiedWith' | 'grade'> {
  const found = ranked.find(each => each.agencyId === agencyId)
  if (found) return { place: 'ranked', rank: found.rank, tiedWith: found.tiedWith, grade: found.grade }
  return { place: isIdle ? 'idle' : 'unranked', rank: null, tiedWith: [], grade: null }
}

/** As the standings order them, then those without a rank. */
function inOrder(rows: readonly CohortRow[], { ranked }: CohortStandings): readonly CohortRow[] {
  const places = new Map(ranked.map(({ agencyId }, index) => [agencyId, index]))
  const after = { ranked: 0, unranked: ranked.length, idle: ranked.length + 1 }
  const keyOf = ({ agencyId, place }: CohortRow) => places.get(agencyId) ?? after[place]
  return rows.toSorted((a, b) => keyOf(a) - keyOf(b))
}
