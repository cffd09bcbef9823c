import type { MonitorRule } from '../../model/ruleSet.ts'
import type { ExplainedRule } from '../../model/scoreSheet.ts'
import { compare, divide, formatExact, hundred, multiply, parseExact, zero } from '../exact.ts'
import { type Inputs, readInput } from './readInput.ts'

/** A ratio that is shown and never scored (QĐ 766, 5.1). No denominator, no percentage. */
export function explainMonitor(
  rule: MonitorRule,
  inputs: Inputs,
): Extract<ExplainedRule, { kind: 'monitor' }> {
  const numerator = readInput(inputs, rule.numerator, 'numerator')
  const denominator = readInput(inputs, rule.denominator, 'denominator')
  const over = denominator.value === null ? zero : parseExact(denominator.value)
  const percent =
    numerator.value === null || compare(over, zero) === 0
      ? null
      : formatExact(multiply(divide(parseExact(numerator.value), over), hundred))
  return { kind: 'monitor', numerator, denominator, percent }
}
