import type { MonitorRule } from '../../model/rules.ts'
import { divide, formatExact, hundred, isZero, multiply, zero } from '../exact.ts'
import { numberOf, readInput } from './readInput.ts'
import { blank, type RuleKind } from './ruleKind.ts'
import { equals, number, operation } from './terms.ts'

/** A ratio that is shown and never scored (QĐ 766, 5.1). No denominator, no percentage. */
export const monitorKind: RuleKind<MonitorRule> = {
  run(rule, { inputs, maxPoints }) {
    const numerator = readInput(inputs, rule.numerator, 'numerator')
    const denominator = readInput(inputs, rule.denominator, 'denominator')
    const common = blank('monitor', maxPoints, { least: zero, most: zero }, [numerator, denominator])
    if (numerator.value === null || denominator.value === null || isZero(numberOf(denominator)))
      return { points: zero, detail: { ...common, percent: null } }
    const [top, bottom] = [numberOf(numerator), numberOf(denominator)]
    const percent = multiply(divide(top, bottom), hundred)
    return {
      points: zero,
      detail: {
        ...common,
        steps: [equals('share', operation('÷', number(top), number(bottom)), percent, true)],
        percent: formatExact(percent),
      },
    }
  },
  figures: rule => [
    { metricId: rule.numerator, path: 'numerator', wants: 'amount' },
    { metricId: rule.denominator, path: 'denominator', wants: 'amount' },
  ],
  bounds: () => ({ least: zero, most: zero }),
  trend: () => 'rising',
}
