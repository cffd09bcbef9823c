import type { Emptiness } from '../../model/explanation.ts'
import type { BandsRule } from '../../model/rules.ts'
import { formatExact, type Rational } from '../exact.ts'
import { bandBounds, bandBranches, bandTrend, pointsInBands } from './bandTable.ts'
import { figuresOfMeasure, policiesOfMeasure, takeMeasure, trendOfMeasure } from './measure.ts'
import { blank, pointsByPolicy, type Range, type RuleKind, withPolicies } from './ruleKind.ts'
import { earns, number, percent } from './terms.ts'

/**
 * Points of the band a value, count or percentage falls into
 * (BCĐ chuyển đổi số họp 4 lần/năm 20 điểm; 3: 15; 2: 10; 1: 5; còn lại 0).
 */
export const bandsKind: RuleKind<BandsRule> = {
  run(rule, context) {
    const { maxPoints } = context
    const measured = takeMeasure(rule.measure, context)
    const isPercent = rule.measure.of === 'percent'
    const inBand = measured.value && pointsInBands(rule, measured.value)
    // A table without `otherwise` says nothing about a value outside its bands.
    const outside: Emptiness | null =
      measured.value && !inBand ? { because: 'undefined', policy: 'missing' } : null
    const points = measured.empty ? pointsByPolicy(measured.empty.policy, maxPoints) : inBand
    return {
      points,
      detail: {
        ...blank('bands', maxPoints, boundsOf(rule, maxPoints), measured.inputs),
        empty: measured.empty ?? outside,
        steps: [
          ...measured.steps,
          ...(measured.value && inBand
            ? [earns(isPercent ? percent(measured.value) : number(measured.value), inBand)]
            : []),
        ],
        branches: bandBranches(rule, isPercent ? 'percent' : 'value', measured.value),
        points: points && formatExact(points),
      },
    }
  },
  figures: rule => figuresOfMeasure(rule.measure),
  bounds: boundsOf,
  trend: (rule, metricId) => trendOfMeasure(rule.measure, metricId, bandTrend(rule)),
}

function boundsOf(rule: BandsRule, maxPoints: Rational): Range {
  return withPolicies(bandBounds(rule), policiesOfMeasure(rule.measure), maxPoints)
}
