import type { CohortGroup } from '../../model/cohort.ts'
import type {
  ApartAgency,
  ConsolidatedGroup,
  ConsolidatedRow,
  Consolidation,
  StageTotal,
} from '../../model/consolidation.ts'
import { type Interval, isSettled } from '../../model/exact.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { Submission } from '../../model/submission.ts'
import { ordersOf } from '../cohort/columns.ts'
import { scoreGroups } from '../cohort/scoreGroups.ts'
import { formatExact, parseExact, subtract } from '../exact.ts'
import { scoreCohort } from '../scoreCohort.ts'
import { engineVersion } from '../writeSheet.ts'
import { roundLosses } from './consolidateLosses.ts'
import { provinceView } from './consolidateProvince.ts'
import { checkPublished, type PublishedClaim } from './consolidatePublished.ts'

/** An agency with a submission that is read. */
export type ConsolidatedAgency = {
  readonly agencyId: string
  /** As it stands after every stage. */
  readonly submission: Submission
  readonly previous: Submission | null
  /** As handed in, and at the end of the first review where that decided something. */
  readonly self: StageTotal
  readonly first: StageTotal | null
}

export type ConsolidationRequest = {
  readonly ruleSet: RuleSet
  readonly period: string
  readonly groups: readonly {
    readonly groupId: string
    readonly name: string
    readonly agencyIds: readonly string[]
  }[]
  /** In any order. */
  readonly agencies: readonly ConsolidatedAgency[]
  /** Why agencies of the groups are not among them; whoever is in neither list was not received. */
  readonly apart: readonly Pick<ApartAgency, 'agencyId' | 'why'>[]
  readonly published: readonly PublishedClaim[]
  /** Count that says how much came in; a unit with none of it, scored on 0/0, stands apart. */
  readonly workloadMetricId: string | null
  /** The agency above them all; a word of its own where there is none. */
  readonly wholeId: string
}

/**
 * What a round of review comes to: every group ranked and graded, the agencies seen as one, what was lost where
 * and by whom, and what was published beside it.
 *
 * Who sent nothing that can be read is in no sum, no mean and no ranking. The order in which agencies are given
 * changes nothing.
 * @param scoredAt ISO instant for the sheets; the engine reads no clock
 */
export function consolidate(request: ConsolidationRequest, scoredAt: string): Consolidation {
  const { ruleSet, period } = request
  const agencies = request.agencies.toSorted((a, b) => (a.agencyId < b.agencyId ? -1 : 1))
  const cohort = scoreGroups(
    {
      ruleSet,
      period,
      stage: null,
      submissions: agencies.map(({ submission }) => ({ file: '', submission })),
      previous: agencies.flatMap(({ previous }) => previous ?? []),
      groups: request.groups,
      workloadMetricId: request.workloadMetricId,
    },
    scoredAt,
  )
  const known = new Map(agencies.map(each => [each.agencyId, each]))
  const refused = new Map(cohort.refused.map(({ agencyId, problems }) => [agencyId, problems]))
  const why = new Map(request.apart.map(each => [each.agencyId, each.why]))
  const groups = request.groups.map((group, index): ConsolidatedGroup => {
    const whole = cohort.groups[index]
    if (!whole) throw new Error(`group "${group.groupId}" was not scored`)
    const scored = areasOf(whole)
    const silent = new Set(scored.notSubmitted)
    const ranked = new Set(scored.rows.map(row => row.agencyId))
    return {
      groupId: group.groupId,
      name: group.name,
      cohort: scored,
      rows: rowsOf(scored.rows, known),
      apart: group.agencyIds.flatMap((agencyId): readonly ApartAgency[] => {
        if (ranked.has(agencyId)) return []
        const problems = refused.get(agencyId) ?? []
        if (refused.has(agencyId)) return [{ agencyId, why: 'refused', problems }]
        return [
          { agencyId, why: silent.has(agencyId) ? 'empty' : (why.get(agencyId) ?? 'notReceived'), problems },
        ]
      }),
    }
  })
  const sheets = sheetsOf(ruleSet, groups, known, scoredAt)
  return {
    ruleSetId: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    engineVersion,
    period,
    scoredAt,
    groups,
    province: provinceView(
      ruleSet,
      request.wholeId,
      sheets.map(({ submission, sheet }) => ({ submission, sheet })),
      scoredAt,
    ),
    losses: roundLosses(sheets),
    published: checkPublished(ruleSet, request.published, groups),
  }
}

/** Leaves of a hundred agencies are seen in the province view; beside ranks stand the areas. */
function areasOf(group: CohortGroup): CohortGroup {
  const isArea = group.columns.map(column => column.depth === 0)
  return {
    ...group,
    columns: group.columns.filter((_, index) => isArea[index]),
    rows: group.rows.map(row => ({ ...row, cells: row.cells.filter((_, index) => isArea[index]) })),
  }
}

function rowsOf(
  rows: ConsolidatedGroup['cohort']['rows'],
  known: ReadonlyMap<string, ConsolidatedAgency>,
): readonly ConsolidatedRow[] {
  const found = rows.map(row => {
    const agency = known.get(row.agencyId)
    if (!agency) throw new Error(`"${row.agencyId}" was ranked and not given`)
    const { self, first, submission } = agency
    return {
      agencyId: row.agencyId,
      row,
      self,
      first,
      hasSecond: (submission.decisions ?? []).some(each => each.stage === 'secondReview'),
      difference: differenceOf(row.total, self),
    }
  })
  const differences = ordersOf(
    found.map(({ difference }) => (difference === null ? null : { from: difference, to: difference })),
  )
  const selves = ordersOf(found.map(({ self }) => self.percent))
  const firsts = ordersOf(found.map(({ first }) => first?.percent ?? null))
  return found.map((row, index) => ({
    ...row,
    differenceOrder: differences[index] ?? null,
    selfOrder: selves[index] ?? null,
    firstOrder: firsts[index] ?? null,
  }))
}

/** Only what is settled and of the same maximum is held against each other. */
function differenceOf(standing: StageTotal, self: StageTotal): string | null {
  const [now, before] = [settledOf(standing), settledOf(self)]
  if (now === null || before === null || standing.maxPoints !== self.maxPoints) return null
  return formatExact(subtract(parseExact(now), parseExact(before)))
}

function settledOf({ points }: StageTotal): string | null {
  return points.kind === 'known' && isSettled(points satisfies Interval) ? points.from : null
}

export type ScoredAgency = {
  readonly groupId: string
  readonly submission: Submission
  readonly sheet: ScoreSheet
}

/** The sheets of everybody with a row, with their receipts; in the order of agency ids. */
function sheetsOf(
  ruleSet: RuleSet,
  groups: readonly ConsolidatedGroup[],
  known: ReadonlyMap<string, ConsolidatedAgency>,
  scoredAt: string,
): readonly ScoredAgency[] {
  return groups
    .flatMap(({ groupId, rows }) => {
      const own = rows.flatMap(({ agencyId }) => known.get(agencyId) ?? [])
      const previous = new Map(own.map(each => [each.agencyId, each.previous]))
      const sheets = scoreCohort(
        ruleSet,
        own.map(each => each.submission),
        scoredAt,
        id => previous.get(id) ?? null,
      )
      return own.flatMap(({ submission }, index) => {
        const sheet = sheets[index]
        return sheet ? [{ groupId, submission, sheet }] : []
      })
    })
    .toSorted((a, b) => (a.sheet.agencyId < b.sheet.agencyId ? -1 : 1))
}
