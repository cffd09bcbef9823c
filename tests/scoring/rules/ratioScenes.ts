import type { ExplainedRatio } from '../../../src/model/explanation.ts'
import type { RoundingPolicy } from '../../../src/model/ruleSet.ts'
import type { RatioRule } from '../../../src/model/rules.ts'
import type { Outcome } from '../../../src/model/scoreSheet.ts'
import { aCriterion, aRatioRule, aRuleSet, aSubmission, nodeOf, roundingAt, score } from '../builders.ts'

export type Scene = {
  readonly rule?: Partial<RatioRule>
  readonly maxPoints?: string
  readonly rounding?: Partial<RoundingPolicy>
  readonly figures: Readonly<Record<string, string | null>>
}

export function leaf({ rule = {}, maxPoints = '2', rounding = {}, figures }: Scene) {
  const criteria = [aCriterion({ maxPoints, rule: aRatioRule(rule) })]
  return nodeOf(
    score(aRuleSet({ criteria, rounding: roundingAt(rounding) }), aSubmission({ figures })),
    'leaf',
  )
}

export const outcome = (scene: Scene): Outcome | null => leaf(scene).outcome
export const points = (scene: Scene) => {
  const result = outcome(scene)
  return result?.kind === 'scored' ? result.points : result?.kind
}
export function explained(scene: Scene): ExplainedRatio {
  const rule = leaf(scene).explanation?.rule
  if (rule?.kind !== 'ratio') throw new Error('not a ratio')
  return rule
}
