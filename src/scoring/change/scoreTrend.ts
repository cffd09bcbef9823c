import type { Exact, Interval } from '../../model/exact.ts'
import { precedes } from '../../model/period.ts'
import type { Plan } from '../../model/plan.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { atStage, isClaimed, sentNothing, stagesOf } from '../../model/stages.ts'
import type { Stage, Submission } from '../../model/submission.ts'
import type {
  NoChange,
  Trend,
  TrendComparison,
  TrendLevel,
  TrendPeriod,
  TrendPoint,
  TrendSubject,
} from '../../model/trend.ts'
import { divide, formatExact, hundred, multiply, parseExact, smaller, subtract, zero } from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { scoreSubmission } from '../scoreSubmission.ts'
import { attributeChange } from './attributeChange.ts'
import { compareTotals } from './compareTotals.ts'
import { decomposeChange } from './decomposeChange.ts'
import { subjectValue, type TrendValue } from './trendValue.ts'

/**
 * Scores one period of a trend; who sent nothing gets no score.
 * @param stage null: as the submission stands
 * @param previous the period right before under the same rule set, for growth
 */
export function scorePeriod(
  ruleSet: RuleSet,
  submission: Submission,
  previous: Submission | null,
  stage: Stage | null,
  scoredAt: string,
): TrendPeriod {
  const shown = atStage(submission, stage)
  const stages = stagesOf(submission)
  return {
    ruleSetId: ruleSet.id,
    period: submission.period,
    submission: shown,
    stages,
    asItStands: stage !== null && !stages.includes(stage),
    sheet: sentNothing(submission) ? null : scoreSubmission(ruleSet, shown, scoredAt, { previous }),
  }
}

/**
 * One subject through the periods: what is drawn, on which scale, what changed from each period to the next
 * and what is not joined. Criteria are matched across rule sets by id and by nothing else.
 *
 * @param periods earliest first, of one agency and one kind of period
 * @param ruleSets those the periods answer
 * @param plans of the agency; their targets stand beside the rule's own where a share is followed
 */
export function trendOf(
  periods: readonly TrendPeriod[],
  ruleSets: readonly RuleSet[],
  subject: TrendSubject,
  plans: readonly Plan[] = [],
): Trend {
  const followed = periods.map(period => ({ period, value: subjectValue(period, subject.criterionId) }))
  const maxima = new Set(
    followed.flatMap(({ value }) => (value.points && value.maxPoints !== null ? [value.maxPoints] : [])),
  )
  const [onlyMaximum] = maxima
  const inPoints = maxima.size === 1 && onlyMaximum !== undefined
  const unit = subject.measure === 'share' ? 'share' : inPoints ? 'points' : 'percent'
  const end = unit === 'points' && onlyMaximum !== undefined ? onlyMaximum : '100'
  const drawnOf = (value: TrendValue): Interval | null => {
    if (unit === 'share') return value.share === null ? null : { from: value.share, to: value.share }
    return unit === 'points' ? value.points : value.percent
  }
  const points = followed.map(({ period, value }, index): TrendPoint => {
    const before = followed[index - 1]
    const drawn = drawnOf(value)
    return {
      ...value,
      certainty: unit === 'share' && value.shareInferred ? 'inferred' : value.certainty,
      ruleSetId: period.ruleSetId,
      period: period.period,
      stage: period.submission.stage,
      asItStands: period.asItStands,
      note: period.submission.note ?? null,
      drawn,
      ...changeOf(subject, followed[index], before),
      joined: before !== undefined && joins(before, { period, value }, drawnOf),
    }
  })
  return {
    subject,
    unit,
    end,
    start: formatExact(
      points.reduce((least, { drawn }) => (drawn ? smaller(least, parseExact(drawn.from)) : least), zero),
    ),
    points,
    levels: levelsOf(unit, end, subject, periods, ruleSets, plans),
    hasShare: followed.some(({ value }) => value.share !== null),
  }
}

type Followed = { readonly period: TrendPeriod; readonly value: TrendValue }

const isSettled = (interval: Interval | null): boolean => interval !== null && interval.from === interval.to

/**
 * A line says that one thing went from here to there: the same rules, both claimed or both decided, neither end
 * open, no period between.
 */
function joins(before: Followed, now: Followed, drawnOf: (value: TrendValue) => Interval | null): boolean {
  return (
    sameRules(before.period, now.period) &&
    !otherStage(before.period, now.period) &&
    precedes(before.period.period, now.period.period) &&
    isSettled(drawnOf(before.value)) &&
    isSettled(drawnOf(now.value))
  )
}

function sameRules(one: TrendPeriod, other: TrendPeriod): boolean {
  return (
    one.ruleSetId === other.ruleSetId && one.submission.ruleSetVersion === other.submission.ruleSetVersion
  )
}

/** One was claimed, the other decided. */
function otherStage({ submission: one }: TrendPeriod, { submission: other }: TrendPeriod): boolean {
  return isClaimed(one.stage) !== isClaimed(other.stage)
}

function changeOf(
  subject: TrendSubject,
  now: Followed | undefined,
  before: Followed | undefined,
): Pick<TrendPoint, 'change' | 'noChange'> {
  const none = (noChange: NoChange) => ({ change: null, noChange })
  if (!now || !before) return none('first')
  if (!sameRules(before.period, now.period)) return none('rules')
  const apart = otherStage(before.period, now.period)
  const change = (difference: Exact) => ({
    change: { since: before.period.period, difference },
    noChange: null,
  })
  if (subject.measure === 'share') {
    if (now.value.share === null || before.value.share === null) return none('nothing')
    if (apart) return none('stage')
    return change(formatExact(subtract(parseExact(now.value.share), parseExact(before.value.share))))
  }
  if (!now.value.points || !before.value.points) return none('nothing')
  if (apart) return none('stage')
  if (now.value.maxPoints !== before.value.maxPoints) return none('maximum')
  if (!isSettled(now.value.points) || !isSettled(before.value.points)) return none('open')
  return change(formatExact(subtract(parseExact(now.value.points.to), parseExact(before.value.points.to))))
}

/** Thresholds of the bands for a total; for a share what its rule and the agency's plans ask. */
function levelsOf(
  unit: Trend['unit'],
  end: Exact,
  { criterionId }: TrendSubject,
  periods: readonly TrendPeriod[],
  ruleSets: readonly RuleSet[],
  plans: readonly Plan[],
): readonly TrendLevel[] {
  const at = (percent: Exact) =>
    unit === 'points' ? formatExact(divide(multiply(parseExact(percent), parseExact(end)), hundred)) : percent
  const followed = ruleSets.filter(set => periods.some(period => period.ruleSetId === set.id))
  return followed.flatMap((ruleSet): TrendLevel[] => {
    if (criterionId === null)
      return unit === 'share'
        ? []
        : ruleSet.bands.map(({ id, fromPercent }) => ({
            kind: 'band',
            ruleSetId: ruleSet.id,
            id,
            percent: fromPercent,
            direction: 'higherIsBetter',
            at: at(fromPercent),
          }))
    if (unit !== 'share') return []
    const rule = indexRuleSet(ruleSet).leafById.get(criterionId)?.rule
    const own: TrendLevel[] =
      rule?.kind === 'ratio'
        ? [
            {
              kind: 'target',
              ruleSetId: ruleSet.id,
              id: criterionId,
              percent: rule.targetPercent,
              direction: rule.direction,
              at: rule.targetPercent,
            },
          ]
        : []
    const planned = plans.flatMap(plan =>
      plan.ruleSetId !== ruleSet.id
        ? []
        : plan.targets.flatMap((target): TrendLevel[] =>
            target.actual.from === 'criterion' && target.actual.criterionId === criterionId
              ? [
                  {
                    kind: 'plan',
                    ruleSetId: ruleSet.id,
                    id: target.id,
                    percent: target.percent,
                    direction: target.comparison === 'atLeast' ? 'higherIsBetter' : 'lowerIsBetter',
                    at: target.percent,
                  },
                ]
              : [],
          ),
    )
    return [...own, ...planned]
  })
}

/** One period with everything its score rests on. */
export type TrendSide = {
  readonly period: TrendPeriod
  readonly ruleSet: RuleSet
  readonly previous: Submission | null
}

/**
 * What moved the total between two periods, by cause and by criterion. Between two periods of one rule set the
 * difference is the one {@link compareTotals} gives.
 */
export function comparePeriods(before: TrendSide, after: TrendSide): TrendComparison {
  for (const { period } of [before, after])
    if (period.sheet === null) return { kind: 'refused', because: 'notSent', period: period.period }
  const [then, now] = [before.period.sheet, after.period.sheet]
  if (!then || !now) throw new Error('a period without a score was compared')
  const decomposition = decomposeChange(sideOf(before), sideOf(after))
  return {
    kind: 'compared',
    sameRules: sameRules(before.period, after.period),
    otherStage: otherStage(before.period, after.period),
    change: compareTotals(now, then),
    decomposition,
    byNode: decomposition.kind === 'comparable' ? attributeChange(then, now) : null,
  }
}

function sideOf({ ruleSet, period: { submission }, previous }: TrendSide) {
  return { ruleSet, submission, previous }
}
