import type { ShareOfBestRule } from '../../model/rules.ts'
import { compare, divide, formatExact, larger, multiply, zero } from '../exact.ts'
import { figuresOfMeasure, takeMeasure, trendOfMeasure } from './measure.ts'
import { blank, pointsByPolicy, type RuleKind } from './ruleKind.ts'
import { noCohort, standingOf } from './standing.ts'
import { equals, number, operation, percent } from './terms.ts'

/** value ÷ best value of the cohort × max (băng thông trên mỗi cán bộ: giá trị ÷ giá trị lớn nhất). */
export const shareOfBestKind: RuleKind<ShareOfBestRule> = {
  run(rule, context) {
    const { maxPoints } = context
    const measured = takeMeasure(rule.measure, context)
    const standing = measured.value && standingOf(measured.value, context, 'higherIsBetter')
    const nobody = standing && compare(standing.best, zero) <= 0
    const empty =
      measured.empty ??
      (!standing ? noCohort : nobody ? ({ because: 'allZero', policy: rule.whenAllZero } as const) : null)
    const common = {
      ...blank('shareOfBest', maxPoints, { least: zero, most: maxPoints }, measured.inputs),
      cohort: standing?.cohort ?? null,
    }
    if (empty || !measured.value || !standing) {
      const points = empty ? pointsByPolicy(empty.policy, maxPoints) : null
      return {
        points,
        detail: { ...common, empty, steps: measured.steps, points: points && formatExact(points) },
      }
    }
    const whole = multiply(divide(measured.value, standing.best), maxPoints)
    const points = larger(whole, zero)
    const term = rule.measure.of === 'percent' ? percent : number
    return {
      points,
      detail: {
        ...common,
        steps: [
          ...measured.steps,
          equals(
            'points',
            operation('×', operation('÷', term(measured.value), term(standing.best)), number(maxPoints)),
            whole,
          ),
        ],
        cap: compare(whole, zero) < 0 ? { side: 'least', limit: '0' } : null,
        points: formatExact(points),
      },
    }
  },
  figures: rule => figuresOfMeasure(rule.measure),
  bounds: (_, maxPoints) => ({ least: zero, most: maxPoints }),
  trend: (rule, metricId) => trendOfMeasure(rule.measure, metricId, 'rising'),
}
