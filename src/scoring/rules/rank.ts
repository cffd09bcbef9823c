import type { RankRule } from '../../model/rules.ts'
import { divide, formatExact, multiply, one, type Rational, whole, zero } from '../exact.ts'
import { bandBounds, bandBranches, bandTrend, outsideBands, pointsInBands } from './bandTable.ts'
import { figuresOfMeasure, policiesOfMeasure, takeMeasure, trendOfMeasure } from './measure.ts'
import { blank, oppositeTrend, pointsByPolicy, type Range, type RuleKind, withPolicies } from './ruleKind.ts'
import { noCohort, standingOf } from './standing.ts'
import { earns, equals, number, operation } from './terms.ts'

/**
 * Points by the rank of a value in its cohort, equal values on one rank: in bands over the rank, or on a
 * line from the first (maximum) to the last place (none). A single agency is first.
 */
export const rankKind: RuleKind<RankRule> = {
  run(rule, context) {
    const { maxPoints } = context
    const measured = takeMeasure(rule.measure, context)
    const standing = measured.value && standingOf(measured.value, context, rule.direction)
    const empty = measured.empty ?? (standing ? null : noCohort)
    const rank = empty || !standing ? null : standing.rank(rule.direction, rule.ties)
    const places = standing ? standing.known : null
    const points = empty
      ? pointsByPolicy(empty.policy, maxPoints)
      : rank === null || places === null
        ? null
        : pointsAt(rule, rank, places, maxPoints)
    const onLine = rule.points === 'linear' && places !== null && places > 1
    return {
      points,
      detail: {
        ...blank('rank', maxPoints, boundsOf(rule, maxPoints), measured.inputs),
        cohort: standing?.cohort ?? null,
        empty: empty ?? (points ? null : outsideBands),
        steps: [
          ...measured.steps,
          ...(rank !== null && places !== null && points
            ? [
                equals('rank', number(whole(rank)), whole(rank)),
                onLine
                  ? equals(
                      'points',
                      operation(
                        '×',
                        operation(
                          '÷',
                          operation('−', number(whole(places)), number(whole(rank))),
                          operation('−', number(whole(places)), number(one)),
                        ),
                        number(maxPoints),
                      ),
                      points,
                    )
                  : earns(number(whole(rank)), points),
              ]
            : []),
        ],
        branches:
          rule.points === 'linear'
            ? []
            : bandBranches(rule.points, 'rank', rank === null ? null : whole(rank)),
        points: points && formatExact(points),
      },
    }
  },
  figures: rule => figuresOfMeasure(rule.measure),
  bounds: boundsOf,
  trend(rule, metricId) {
    const alongRank = rule.points === 'linear' ? 'falling' : bandTrend(rule.points, one)
    // A better value means a smaller rank.
    const alongValue = rule.direction === 'higherIsBetter' ? oppositeTrend(alongRank) : alongRank
    return trendOfMeasure(rule.measure, metricId, alongValue)
  },
}

function pointsAt(rule: RankRule, rank: number, places: number, maxPoints: Rational): Rational | null {
  if (rule.points !== 'linear') return pointsInBands(rule.points, whole(rank))
  if (places <= 1) return maxPoints
  return multiply(divide(whole(places - rank), whole(places - 1)), maxPoints)
}

function boundsOf(rule: RankRule, maxPoints: Rational): Range {
  if (rule.points === 'linear') return { least: zero, most: maxPoints }
  return withPolicies(bandBounds(rule.points), policiesOfMeasure(rule.measure), maxPoints)
}
