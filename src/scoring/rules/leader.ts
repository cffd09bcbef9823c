import type { ExplainedBranch } from '../../model/explanation.ts'
import type { LeaderRule } from '../../model/rules.ts'
import {
  add,
  compare,
  divide,
  formatExact,
  hundred,
  larger,
  multiply,
  parseExact,
  type Rational,
  subtract,
  zero,
} from '../exact.ts'
import { figuresOfMeasure, takeMeasure, trendOfMeasure } from './measure.ts'
import { blank, pointsByPolicy, type RuleKind } from './ruleKind.ts'
import { noCohort, standingOf } from './standing.ts'
import { earns, equals, number, operation, percent } from './terms.ts'

/**
 * Up to the target half the maximum (or another share) in proportion; past it a straight line to the
 * leader, who earns the maximum ("4 công thức định lượng", Điều 6). Nobody past the target: nobody earns more.
 */
export const leaderKind: RuleKind<LeaderRule> = {
  run(rule, context) {
    const { maxPoints } = context
    const measured = takeMeasure(rule.measure, context)
    const target = parseExact(rule.target)
    const atTarget = divide(multiply(parseExact(rule.percentAtTarget), maxPoints), hundred)
    const standing = measured.value && standingOf(measured.value, context, 'higherIsBetter')
    const past = measured.value !== null && compare(measured.value, target) > 0
    // Short of the target nobody else matters.
    const empty = measured.empty ?? (past && !standing ? noCohort : null)
    const common = {
      // Past the target its share is sure, whoever leads.
      ...blank('leader', maxPoints, { least: past ? atTarget : zero, most: maxPoints }, measured.inputs),
      cohort: standing?.cohort ?? null,
    }
    const branches = branchesOf(rule, atTarget, empty ? null : measured.value)
    if (empty || !measured.value) {
      const points = empty ? pointsByPolicy(empty.policy, maxPoints) : null
      return {
        points,
        detail: { ...common, empty, branches, steps: measured.steps, points: points && formatExact(points) },
      }
    }
    const { value } = measured
    const term = rule.measure.of === 'percent' ? percent : number
    const rest = subtract(maxPoints, atTarget)
    const points =
      past && standing
        ? add(atTarget, multiply(divide(subtract(value, target), subtract(standing.best, target)), rest))
        : larger(multiply(divide(value, target), atTarget), zero)
    const isLeader = past && standing !== null && compare(value, standing.best) === 0
    const step =
      past && standing
        ? isLeader
          ? earns(term(value), points)
          : equals(
              'points',
              operation(
                '+',
                number(atTarget),
                operation(
                  '×',
                  operation(
                    '÷',
                    operation('−', term(value), term(target)),
                    operation('−', term(standing.best), term(target)),
                  ),
                  number(rest),
                ),
              ),
              points,
            )
        : equals(
            'points',
            operation('×', operation('÷', term(value), term(target)), number(atTarget)),
            points,
          )
    return {
      points,
      detail: { ...common, branches, steps: [...measured.steps, step], points: formatExact(points) },
    }
  },
  figures: rule => figuresOfMeasure(rule.measure),
  bounds: (_, maxPoints) => ({ least: zero, most: maxPoints }),
  trend: (rule, metricId) => trendOfMeasure(rule.measure, metricId, 'rising'),
}

function branchesOf(
  rule: LeaderRule,
  atTarget: Rational,
  value: Rational | null,
): readonly ExplainedBranch[] {
  const of = rule.measure.of
  const order = value === null ? null : compare(value, parseExact(rule.target))
  return [
    {
      when: { kind: 'range', of, from: null, fromInclusive: false, to: rule.target, toInclusive: false },
      gives: { kind: 'slope', scaling: 'shareOfTarget' },
      taken: order !== null && order < 0,
    },
    {
      when: { kind: 'range', of, from: rule.target, fromInclusive: true, to: rule.target, toInclusive: true },
      gives: { kind: 'points', points: formatExact(atTarget) },
      taken: order === 0,
    },
    {
      when: { kind: 'range', of, from: rule.target, fromInclusive: false, to: null, toInclusive: false },
      gives: { kind: 'slope', scaling: 'toLeader' },
      taken: order !== null && order > 0,
    },
  ]
}
