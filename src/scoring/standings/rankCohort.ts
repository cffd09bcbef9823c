import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { CohortStandings, RankedAgency, UnrankedAgency } from '../../model/standings.ts'
import { bandOf } from '../bands.ts'
import { divide, formatExact, hundred, isZero, multiply, parseExact } from '../exact.ts'
import { applyQuotas, type Graded } from './applyQuotas.ts'
import { type Ends, ranksOf } from './ranksOf.ts'

/**
 * Ranks and grades agencies of one kind in one period.
 *
 * Ranked is the percentage of what applies, always: an exempt leaf leaves points and maximum, so points
 * alone would put an agency down for what it does not have to do. It is taken before the total's own
 * rounding unless the rule set grades on the rounded total. Equal percentages share a rank, 1,1,3 or 1,1,2
 * as the rule set says; nothing breaks a tie, agency ids only give the rows an order.
 *
 * An open total gets the best and the worst rank it may still take, and so does a settled one that open
 * ones may pass. Without a percentage (unknown points, nothing that applies) an agency is not considered:
 * it takes no rank and no quota counts it. Quotas stand in applyQuotas.ts.
 *
 * @param sheets of one rule set version and one period; their order changes nothing
 * @param notSubmitted ids of agencies that sent nothing; they stand apart
 * @throws when a sheet belongs to another rule set or period, or an agency stands in the cohort twice
 */
export function rankCohort(
  ruleSet: RuleSet,
  sheets: readonly ScoreSheet[],
  notSubmitted: readonly string[],
): CohortStandings {
  checkCohort(ruleSet, sheets, notSubmitted)
  const rankedOn = ruleSet.grading?.on ?? 'unrounded'
  const entries = sheets.toSorted(byAgency).map(sheet => ({ sheet, score: scoreOf(sheet, rankedOn) }))
  const scored = entries.flatMap(({ sheet, score }) => (typeof score === 'string' ? [] : [{ sheet, score }]))
  const ranks = ranksOf(
    scored.map(({ score }) => score),
    ruleSet.tieStyle,
  )
  const { grades, results } = applyQuotas(
    ruleSet.grading?.quotas ?? [],
    ruleSet.bands,
    scored.map(({ sheet, score }) => gradedOf(ruleSet, sheet, score)),
  )
  const rows = scored.map(({ sheet, score }, index) => {
    const { agencyId, total } = sheet
    const percent = { from: formatExact(score.from), to: formatExact(score.to) }
    const after = grades.get(agencyId)
    const rank = ranks[index]
    if (!after || !rank) throw new Error(`agency "${agencyId}" was not ranked`)
    const override = total.bandOverride && {
      metricId: total.bandOverride.metricId,
      bandId: total.bandOverride.bandId,
    }
    return {
      agencyId,
      submissionId: sheet.submissionId,
      percent,
      rank,
      grade: { beforeQuotas: total.bandIds, ...after, override },
    }
  })
  return {
    ruleSetId: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    rankedOn,
    tieStyle: ruleSet.tieStyle,
    ranked: withTies(rows).toSorted(byRank),
    unranked: entries.flatMap(({ sheet, score }) =>
      typeof score === 'string' ? [unranked(sheet, score)] : [],
    ),
    notSubmitted: notSubmitted.toSorted(),
    quotas: results,
  }
}

function checkCohort(ruleSet: RuleSet, sheets: readonly ScoreSheet[], notSubmitted: readonly string[]): void {
  const seen = new Set<string>()
  for (const agencyId of [...sheets.map(sheet => sheet.agencyId), ...notSubmitted])
    if (seen.size === seen.add(agencyId).size)
      throw new Error(`agency "${agencyId}" stands in the cohort twice`)
  const period = sheets[0]?.period
  for (const sheet of sheets) {
    if (sheet.ruleSetId !== ruleSet.id || sheet.ruleSetVersion !== ruleSet.version)
      throw new Error(
        `"${sheet.submissionId}" was scored by "${sheet.ruleSetId}" version ${sheet.ruleSetVersion}, not by "${ruleSet.id}" version ${ruleSet.version}`,
      )
    if (sheet.period !== period)
      throw new Error(`"${sheet.submissionId}" is of ${sheet.period}, others are of ${period}`)
  }
}

/** Percentage of what applies at both ends, or why there is none. */
function scoreOf(
  { total }: ScoreSheet,
  rankedOn: CohortStandings['rankedOn'],
): Ends | UnrankedAgency['reason'] {
  if (total.points.kind === 'unknown' || total.unrounded === null) return 'unknownPoints'
  const max = parseExact(total.maxPoints)
  if (isZero(max)) return 'nothingApplies'
  const { from, to } = rankedOn === 'rounded' ? total.points : total.unrounded
  const percentOf = (points: string) => multiply(divide(parseExact(points), max), hundred)
  return { from: percentOf(from), to: percentOf(to) }
}

function gradedOf(ruleSet: RuleSet, { agencyId, total }: ScoreSheet, score: Ends): Graded {
  const isForced = total.bandOverride !== null
  return {
    agencyId,
    score,
    bandIds: total.bandIds,
    mayHaveNone: !isForced && bandOf(ruleSet.bands, formatExact(score.from)) === null,
    isForced,
  }
}

function unranked(sheet: ScoreSheet, reason: UnrankedAgency['reason']): UnrankedAgency {
  const { agencyId, submissionId, total } = sheet
  return { agencyId, submissionId, reason, bandIds: total.bandOverride ? total.bandIds : [] }
}

function withTies(rows: readonly Omit<RankedAgency, 'tiedWith'>[]): readonly RankedAgency[] {
  const equals = new Map<string, string[]>()
  for (const { agencyId, percent } of rows)
    if (percent.from === percent.to) equals.set(percent.to, [...(equals.get(percent.to) ?? []), agencyId])
  return rows.map(row => ({
    ...row,
    tiedWith:
      row.percent.from === row.percent.to
        ? (equals.get(row.percent.to) ?? []).filter(id => id !== row.agencyId)
        : [],
  }))
}

function byAgency(a: { readonly agencyId: string }, b: { readonly agencyId: string }): number {
  return a.agencyId < b.agencyId ? -1 : a.agencyId > b.agencyId ? 1 : 0
}

function byRank(a: RankedAgency, b: RankedAgency): number {
  const [one, other] = [a, b].map(({ rank }) =>
    rank.kind === 'settled' ? { from: rank.rank, to: rank.rank } : rank,
  )
  if (!one || !other) return 0
  return one.from - other.from || one.to - other.to || byAgency(a, b)
}
