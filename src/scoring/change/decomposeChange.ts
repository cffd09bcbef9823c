import type { ChangeCause, ChangeDecomposition, EndChange } from '../../model/change.ts'
import type { Interval } from '../../model/exact.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { Submission } from '../../model/submission.ts'
import { compare, formatExact, isZero, parseExact, subtract } from '../exact.ts'
import { cohortOf } from '../scoreCohort.ts'
import { scoreSubmission } from '../scoreSubmission.ts'
import { carrySubmission, reviewedLeafIds } from './carrySubmission.ts'

/** One of two results that are compared, with everything its score rests on. */
export type ChangeSide = {
  readonly ruleSet: RuleSet
  readonly submission: Submission
  /** The agency's submission for the period before, for growth; under the same rule set. */
  readonly previous?: Submission | null | undefined
  /** Every agency's submission, for rules that compare; under the same rule set. */
  readonly cohort?: readonly Submission[] | null | undefined
}

/**
 * Takes the change of a total apart by replacing one thing at a time, always in this order:
 *
 * 1. `rules`: the old submission under the new rule set. Figures are matched by metric, points by criterion
 *    and maximum; what the new rules ask for and the old submission lacks is missing and opens the total.
 * 2. `applicability`: the new exemptions and the new "not applicable". What applies now and did not before
 *    has no old figure, so it is missing until the next step.
 * 3. `data`: the new figures, other agencies' and the earlier period's with them, and points taken as
 *    published (another index, a survey, a portal). The period itself changes here.
 * 4. `review`: decisions of the stages, and published points of leaves that a reviewer assesses.
 *
 * Another order would give other steps; this one goes from what nobody below can change to what a reviewer
 * did last. The steps add up to the whole change exactly, at the lower and at the upper end.
 *
 * The unit is points when scale and applicable maximum are the same all along, otherwise percent of the
 * maximum. Totals are those the score sheets show, after their own rounding.
 * @throws when a submission does not answer its rule set
 */
export function decomposeChange(before: ChangeSide, after: ChangeSide): ChangeDecomposition {
  check(before, after)
  const old = carried(before, after.ruleSet)
  const withApplicability = { ...old, submission: takeApplicability(old.submission, after.submission) }
  const withData = {
    ...after,
    submission: takeData(withApplicability.submission, after.submission, reviewedLeafIds(after.ruleSet)),
  }
  const stages: readonly (readonly ['before' | ChangeCause, ScoreSheet['total']])[] = [
    ['before', totalOf(before)],
    ['rules', totalOf(old)],
    ['applicability', totalOf(withApplicability)],
    ['data', totalOf(withData)],
    ['review', totalOf(after)],
  ]
  const sameMaximum =
    compare(parseExact(before.ruleSet.scale), parseExact(after.ruleSet.scale)) === 0 &&
    new Set(stages.map(([, total]) => total.maxPoints)).size === 1
  for (const [at, { points, maxPoints }] of stages) {
    if (points.kind === 'unknown') return { kind: 'incomparable', because: 'unknownPoints', at }
    if (isZero(parseExact(maxPoints))) return { kind: 'incomparable', because: 'nothingApplies', at }
  }
  const levels = stages.map(([at, total]) => ({ at, total: levelOf(total, sameMaximum) }))
  const [first, last] = [levels[0], levels.at(-1)]
  if (!first || !last) throw new Error('nothing to compare')
  return {
    kind: 'comparable',
    unit: sameMaximum ? 'points' : 'percent',
    before: first.total,
    after: last.total,
    difference: differenceOf(first.total, last.total),
    steps: levels.flatMap(({ at, total }, index) => {
      const earlier = levels[index - 1]
      return at === 'before' || !earlier
        ? []
        : [{ cause: at, difference: differenceOf(earlier.total, total), total }]
    }),
  }
}

function check(before: ChangeSide, after: ChangeSide): void {
  for (const { ruleSet, submission } of [before, after])
    if (submission.ruleSetId !== ruleSet.id || submission.ruleSetVersion !== ruleSet.version)
      throw new Error(
        `"${submission.id}" answers "${submission.ruleSetId}" version ${submission.ruleSetVersion}, not "${ruleSet.id}" version ${ruleSet.version}`,
      )
}

/** The whole old side under the new rules. */
function carried({ ruleSet: from, submission, previous, cohort }: ChangeSide, to: RuleSet): ChangeSide {
  const carry = (each: Submission) => carrySubmission(each, from, to)
  return {
    ruleSet: to,
    submission: carry(submission),
    previous: previous && carry(previous),
    cohort: cohort?.map(carry),
  }
}

/** The old submission with the new exemptions and the new "not applicable". */
function takeApplicability(old: Submission, now: Submission): Submission {
  const exempt = new Map(
    now.values.flatMap(value => (value.state === 'notApplicable' ? [[value.metricId, value]] : [])),
  )
  return {
    ...old,
    notApplicable: now.notApplicable,
    values: [
      ...old.values.filter(({ metricId, state }) => state !== 'notApplicable' && !exempt.has(metricId)),
      ...exempt.values(),
    ],
  }
}

/** The new submission with the old decisions and the old points of reviewers. */
function takeData(old: Submission, now: Submission, reviewed: ReadonlySet<string>): Submission {
  const published = now.published ?? old.published
  return {
    ...now,
    decisions: old.decisions,
    published: published && {
      ...published,
      points: [
        ...(now.published?.points ?? []).filter(entry => !reviewed.has(entry.nodeId)),
        ...(old.published?.points ?? []).filter(entry => reviewed.has(entry.nodeId)),
      ],
    },
  }
}

function totalOf({ ruleSet, submission, previous, cohort }: ChangeSide): ScoreSheet['total'] {
  const cohortAt = cohort ? cohortOf(ruleSet, cohort) : null
  // The sheet is thrown away, so the instant it would name does not matter.
  return scoreSubmission(ruleSet, submission, '', { previous, cohortAt }).total
}

function levelOf({ points, percent }: ScoreSheet['total'], inPoints: boolean): Interval {
  if (points.kind === 'unknown' || percent === null) throw new Error('a total without points was compared')
  return inPoints ? { from: points.from, to: points.to } : percent
}

function differenceOf(before: Interval, after: Interval): EndChange {
  const between = (one: string, other: string) => formatExact(subtract(parseExact(other), parseExact(one)))
  return { from: between(before.from, after.from), to: between(before.to, after.to) }
}
