import type { RoundingStep, SumRule } from '../../model/ruleSet.ts'
import type { ExplainedRule } from '../../model/scoreSheet.ts'
import { formatExact, parseExact, sum } from '../exact.ts'
import { explainRatio } from './ratio.ts'
import type { Inputs } from './readInput.ts'
import { explainYesNo } from './yesNo.ts'

/**
 * Sum of parts, each scored by its own rule (PAR Index 2022, II.3: 0,5 + 1,0 × 27/30).
 * @returns points before leaf rounding, null while any part is missing
 */
export function explainSum(
  rule: SumRule,
  ratioRounding: RoundingStep | null,
  inputs: Inputs,
): Extract<ExplainedRule, { kind: 'sum' }> {
  const parts = rule.parts.map(part => {
    const maxPoints = parseExact(part.maxPoints)
    const detail =
      part.rule.kind === 'ratio'
        ? explainRatio(part.rule, maxPoints, ratioRounding, inputs)
        : explainYesNo(part.rule, maxPoints, inputs)
    return { label: part.label, detail }
  })
  const points = parts.flatMap(part => (part.detail.points === null ? [] : [parseExact(part.detail.points)]))
  return { kind: 'sum', parts, points: points.length === parts.length ? formatExact(sum(points)) : null }
}
