import type { RoundingStep, Rule } from '../../model/ruleSet.ts'
import type { ExplainedInput, ExplainedRule } from '../../model/scoreSheet.ts'
import type { Rational } from '../exact.ts'
import { explainMonitor } from './monitor.ts'
import { explainRatio } from './ratio.ts'
import type { Inputs } from './readInput.ts'
import { explainReported } from './reported.ts'
import { explainSum } from './sum.ts'
import { explainYesNo } from './yesNo.ts'

/** Runs one rule with the numbers put in. A new rule kind gets its file here and its case below. */
export function explainRule(
  rule: Rule,
  nodeId: string,
  maxPoints: Rational,
  ratioRounding: RoundingStep | null,
  inputs: Inputs,
): ExplainedRule {
  switch (rule.kind) {
    case 'ratio':
      return explainRatio(rule, maxPoints, ratioRounding, inputs)
    case 'yesNo':
      return explainYesNo(rule, maxPoints, inputs)
    case 'sum':
      return explainSum(rule, ratioRounding, inputs)
    case 'monitor':
      return explainMonitor(rule, inputs)
    case 'reported':
      return explainReported(nodeId, inputs)
  }
}

/** Every figure a rule looked at, in reading order. */
export function inputsOf(rule: ExplainedRule): readonly ExplainedInput[] {
  switch (rule.kind) {
    case 'ratio':
    case 'monitor':
      return [rule.numerator, rule.denominator]
    case 'yesNo':
      return [rule.flag]
    case 'sum':
      return rule.parts.flatMap(part => inputsOf(part.detail))
    case 'reported':
      return []
  }
}
