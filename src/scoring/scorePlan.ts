import { walkCriteria } from '../model/criteria.ts'
import type { Plan, Target } from '../model/plan.ts'
import type { Criterion, RoundingPolicy, RuleSet } from '../model/ruleSet.ts'
import type { ActionScore, NodeScore, ScoreSheet, TargetScore } from '../model/scoreSheet.ts'
import type { Submission } from '../model/submission.ts'
import { paceTo } from './actions/paceTo.ts'
import {
  ceiling,
  compare,
  divide,
  floor,
  formatExact,
  hundred,
  multiply,
  parseExact,
  round,
  subtract,
  zero,
} from './exact.ts'
import { recoverablePoints } from './gaps.ts'
import { pointsAtPercent } from './rules/ratio.ts'
import { roundingOf } from './scoreLeaves.ts'

/** Answers every target a rule set measures from a scored submission, in the plan's order. */
export function scoreTargets(
  plan: Plan,
  ruleSet: RuleSet,
  sheet: ScoreSheet,
  submission: Submission,
): readonly TargetScore[] {
  const criteria = new Map(walkCriteria(ruleSet).map(place => [place.criterion.id, place.criterion]))
  const measured = plan.targets.filter(target => target.actual.from !== 'nowhere')
  return measured.map(target => ({
    ...withPace(scoreTarget(target, sheet, submission), target, sheet.period, ruleSet),
    pointsAtTarget: pointsAtTarget(
      target,
      target.actual.from === 'criterion' ? criteria.get(target.actual.criterionId) : undefined,
      ruleSet.rounding,
    ),
  }))
}

/** Adds how fast the units must come in, where the target has a day and its counts are known. */
function withPace(
  score: Omit<TargetScore, 'pointsAtTarget'>,
  { by }: Target,
  period: string,
  { calendars = [] }: RuleSet,
): Omit<TargetScore, 'pointsAtTarget'> {
  if (by === null || score.status !== 'short' || score.count === null) return score
  const pace = paceTo(score.count, period, by, calendars)
  return pace === null ? score : { ...score, pace }
}

function pointsAtTarget(
  target: Target,
  criterion: Criterion | undefined,
  policy: RoundingPolicy,
): TargetScore['pointsAtTarget'] {
  const own = criterion?.rule?.kind === 'ratio' ? criterion.rule : undefined
  const rule = own ?? criterion?.readings?.[0]?.rule
  if (!criterion || criterion.maxPoints === null || rule?.kind !== 'ratio') return null
  const rounding = roundingOf(criterion, policy)
  const percent = round(parseExact(target.percent), rounding.ratio)
  const exact = pointsAtPercent(rule, percent, parseExact(criterion.maxPoints))
  const points = round(exact, rounding.leaf)
  // A mark that rests on a reading is only as sure as the reading.
  return { points: formatExact(points), certainty: own ? criterion.provenance.certainty : 'inferred' }
}

function scoreTarget(
  target: Target,
  sheet: ScoreSheet,
  submission: Submission,
): Omit<TargetScore, 'pointsAtTarget'> {
  const node = sheet.nodes.find(
    entry => target.actual.from === 'criterion' && entry.criterionId === target.actual.criterionId,
  )
  const actual = actualOf(target, node, submission)
  if (actual.kind === 'missing')
    return { targetId: target.id, actual, status: 'unknown', percentPoints: null, count: null }
  const wanted = parseExact(target.percent)
  const reached = parseExact(actual.percent)
  const short = target.comparison === 'atLeast' ? subtract(wanted, reached) : subtract(reached, wanted)
  if (compare(short, zero) <= 0)
    return { targetId: target.id, actual, status: 'reached', percentPoints: '0', count: '0' }
  return {
    targetId: target.id,
    actual,
    status: 'short',
    percentPoints: formatExact(short),
    count: countShort(target, node),
  }
}

function actualOf(
  target: Target,
  node: NodeScore | undefined,
  submission: Submission,
): TargetScore['actual'] {
  if (target.actual.from === 'units') return { kind: 'missing', what: 'units' }
  if (target.actual.from === 'metric') {
    const { metricId } = target.actual
    const value = submission.values.find(entry => entry.metricId === metricId)
    if (value?.state !== 'entered') return { kind: 'missing', what: 'counts' }
    const source = value.provenance ?? submission.provenance
    return { kind: 'share', percent: value.value, certainty: source.certainty, source }
  }
  const rule = node?.explanation?.rule
  if (node?.explanation && rule?.kind === 'ratio' && rule.percent !== null) {
    const { pointsProvenance: source } = node.explanation
    return { kind: 'share', percent: rule.percent, certainty: source.certainty, source }
  }
  const inferred = node?.explanation?.readings.find(reading => reading.backward !== null)
  if (node?.explanation && inferred?.backward)
    return {
      kind: 'share',
      percent: inferred.backward.percent,
      certainty: 'inferred',
      source: node.explanation.pointsProvenance,
    }
  return { kind: 'missing', what: 'counts' }
}

/** Whole units of the numerator that still separate the figure from the target. */
function countShort(target: Target, node: NodeScore | undefined): string | null {
  const rule = node?.explanation?.rule
  // Only of a plain ratio does a count follow from a percentage.
  if (rule?.kind !== 'ratio' || !rule.isPlain) return null
  if (rule.numerator.value === null || rule.denominator.value === null) return null
  const wanted = divide(multiply(parseExact(target.percent), parseExact(rule.denominator.value)), hundred)
  const numerator = parseExact(rule.numerator.value)
  return target.comparison === 'atLeast'
    ? formatExact(subtract(ceiling(wanted), numerator))
    : formatExact(subtract(numerator, floor(wanted)))
}

/**
 * Tasks of a plan by the points their criteria can still win, largest first.
 * Criteria out of the agency's reach win nothing; tasks that win nothing are left out.
 */
export function rankActions(plan: Plan, sheet: ScoreSheet): readonly ActionScore[] {
  return plan.tasks
    .map(task => ({ taskId: task.id, points: recoverablePoints(task.criterionIds, sheet.nodes) }))
    .filter(({ points }) => compare(points, zero) > 0)
    .toSorted((a, b) => compare(b.points, a.points))
    .map(({ taskId, points }) => ({ taskId, recoverable: formatExact(points) }))
}
