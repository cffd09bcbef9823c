import type { RatioRule, Rule } from '../../model/rules.ts'
import type { SolveTarget } from '../../model/solution.ts'
import { compare, parseExact, type Rational, zero } from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { trendOfShare } from '../rules/ratioShare.ts'
import { joinTrends, oppositeTrend, type Trend } from '../rules/ruleKind.ts'
import { kindOf } from '../rules/ruleKinds.ts'
import { exemptionsOf } from '../scoreLeaves.ts'
import type { Scored } from '../scoreSubmission.ts'

/**
 * How the points of a target move while one metric grows, over every leaf and adjustment they come from.
 *
 * Holds for the values of the metric from which a rule measures something: 0 as a denominator is a case of
 * its own, which the search tries on its own.
 * @returns null where the metric changes nothing
 */
export function effectOf(scored: Scored, target: SolveTarget, metricId: string): Trend | null {
  const { dependents } = indexRuleSet(scored.ruleSet)
  const touched = [...(dependents.get(metricId) ?? [])]
  const nodes = target.kind === 'leaf' ? touched.filter(id => id === target.criterionId) : touched
  const trends = nodes.flatMap(id => trendOfNode(scored, target, id, metricId) ?? [])
  return trends.length === 0 ? null : joinTrends(trends)
}

/** Metrics that can move a target, in the order of the rule set. */
export function metricsOf(scored: Scored, target: SolveTarget): readonly string[] {
  return scored.ruleSet.metrics.map(({ id }) => id).filter(id => effectOf(scored, target, id) !== null)
}

/** Whether somebody decided the points of a leaf, so that figures no longer count. */
export function isDecided({ submission }: Scored, criterionId: string): boolean {
  return submission.decisions?.some(decision => decision.criterionId === criterionId) ?? false
}

function trendOfNode(scored: Scored, target: SolveTarget, id: string, metricId: string): Trend | null {
  const { ruleSet, submission } = scored
  const { leafById, poolOf } = indexRuleSet(ruleSet)
  if (isDecided(scored, id) || exemptionsOf(ruleSet.criteria, submission).has(id)) return null
  const pool = poolOf.get(id)
  const isHidden = submission.published?.points.some(entry => entry.nodeId === pool)
  if (target.kind === 'total' && pool !== undefined && isHidden) return null
  const adjustment = ruleSet.adjustments?.find(each => each.id === id)
  const rule = leafById.get(id)?.rule ?? adjustment?.rule
  if (!rule || rule.kind === 'monitor') return null
  const trend = trendOfRule(rule, scored, id, metricId)
  return trend && adjustment?.effect === 'penalty' ? oppositeTrend(trend) : trend
}

function trendOfRule(rule: Rule, scored: Scored, nodeId: string, metricId: string): Trend | null {
  switch (rule.kind) {
    case 'sum':
      return joined(rule.parts.map(part => trendOfRule(part.rule, scored, nodeId, metricId)))
    case 'bestOf':
      return joined(rule.cases.map(each => trendOfRule(each.rule, scored, nodeId, metricId)))
    case 'ratio':
      return trendOfRatio(rule, scored, metricId)
  }
  const kind = kindOf(rule)
  if (!kind.figures(rule).some(figure => figure.metricId === metricId)) return null
  const trend = kind.trend(rule, metricId)
  // From a loss the year before, percent change runs the other way.
  if (rule.kind === 'growth' && isNegative(scored.context.previous?.values, rule.metric))
    return oppositeTrend(trend)
  // Where all others are equal, meeting them may earn less than either side of them.
  if (rule.kind === 'minMax' && othersAreEqual(scored, nodeId)) return 'mixed'
  return trend
}

function trendOfRatio(rule: RatioRule, scored: Scored, metricId: string): Trend | null {
  const share = trendOfPercent(rule, scored, metricId)
  return share && rule.direction === 'lowerIsBetter' ? oppositeTrend(share) : share
}

/** How the percentage moves, its coefficient included. */
function trendOfPercent(rule: RatioRule, scored: Scored, metricId: string): Trend | null {
  const own = kindOf(rule)
    .figures(rule)
    .some(figure => figure.metricId === metricId)
    ? trendOfShare(rule, metricId, 'rising')
    : null
  if (rule.coefficient === undefined) return own
  const other = indexRuleSet(scored.ruleSet).leafById.get(rule.coefficient)?.rule
  if (other?.kind !== 'ratio') return own
  const factor = trendOfPercent(other, scored, metricId)
  const trend = joined([own, factor])
  // 100% − a sum can fall below zero, and the product of two such turns round.
  return trend && rule.complement && other.complement ? 'mixed' : trend
}

function joined(trends: readonly (Trend | null)[]): Trend | null {
  const some = trends.flatMap(trend => trend ?? [])
  return some.length === 0 ? null : joinTrends(some)
}

type Values = NonNullable<Scored['context']['previous']>['values']

function isNegative(values: Values | undefined, metricId: string): boolean {
  const entry = values?.find(value => value.metricId === metricId)
  return entry?.state === 'entered' && compare(parseExact(entry.value), zero) < 0
}

function othersAreEqual({ context, submission }: Scored, nodeId: string): boolean {
  const others = context.cohortAt?.(nodeId).ascending.filter(each => each.agencyId !== submission.agencyId)
  const values: readonly Rational[] = others?.map(each => each.value) ?? []
  const [first] = values
  return first === undefined || values.every(value => compare(value, first) === 0)
}
