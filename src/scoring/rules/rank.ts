import type { RankRule } from '../../model/rules.ts'
import { divide, formatExact, multiply, type Rational, zero } from '../exact.ts'
import { bandBounds, bandBranches, bandTrend, pointsInBands } from './bandTable.ts'
import { figuresOfMeasure, takeMeasure, trendOfMeasure } from './measure.ts'
import { blank, oppositeTrend, pointsByPolicy, type Range, type RuleKind } from './ruleKind.ts'
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
    const rank = empty || !standing ? null : whole(standing.rank(rule.direction, rule.ties))
    const places = standing ? whole(standing.known) : null
    const points = empty
      ? pointsByPolicy(empty.policy, maxPoints)
      : rank && places && pointsAt(rule, rank, places, maxPoints)
    const onLine = rule.points === 'linear' && places !== null && places.n > 1n
    return {
      points,
      detail: {
        ...blank('rank', maxPoints, boundsOf(rule, maxPoints), measured.inputs),
        cohort: standing?.cohort ?? null,
        empty,
        steps: [
          ...measured.steps,
          ...(rank && places && points
            ? [
                equals('rank', number(rank), rank),
                onLine
                  ? equals(
                      'points',
                      operation(
                        '×',
                        operation(
                          '÷',
                          operation('−', number(places), number(rank)),
                          operation('−', number(places), number('1')),
                        ),
                        number(maxPoints),
                      ),
                      points,
                    )
                  : earns(number(rank), points),
              ]
            : []),
        ],
        branches: rule.points === 'linear' ? [] : bandBranches(rule.points, 'rank', rank),
        points: points && formatExact(points),
      },
    }
  },
  figures: rule => figuresOfMeasure(rule.measure),
  bounds: boundsOf,
  trend(rule, metricId) {
    const alongRank = rule.points === 'linear' ? 'falling' : bandTrend(rule.points)
    // A better value means a smaller rank.
    const alongValue = rule.direction === 'higherIsBetter' ? oppositeTrend(alongRank) : alongRank
    return trendOfMeasure(rule.measure, metricId, alongValue)
  },
}

function pointsAt(rule: RankRule, rank: Rational, places: Rational, maxPoints: Rational): Rational | null {
  if (rule.points !== 'linear') return pointsInBands(rule.points, rank)
  if (places.n <= 1n) return maxPoints
  return multiply(divide(whole(Number(places.n - rank.n)), whole(Number(places.n - 1n))), maxPoints)
}

function boundsOf(rule: RankRule, maxPoints: Rational): Range {
  return rule.points === 'linear' ? { least: zero, most: maxPoints } : bandBounds(rule.points)
}

function whole(value: number): Rational {
  return { n: BigInt(value), d: 1n }
}
