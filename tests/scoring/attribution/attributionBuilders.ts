import type { LeafAttribution } from '../../../src/model/attribution.ts'
import type { Criterion, RuleSet } from '../../../src/model/ruleSet.ts'
import type { RatioRule } from '../../../src/model/rules.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { attributeLoss } from '../../../src/scoring/attribution/attributeLoss.ts'
import { aCriterion, aRatioRule, aRuleSet, aSubmission, score } from '../builders.ts'

type Figures = { readonly done?: string | null; readonly all?: string | null }

/** What an agency reports for the leaf of {@link tenPoints}; null is missing. */
export const reports = (agencyId: string, figures: Figures, parts: Partial<Submission> = {}) =>
  aSubmission({ id: `thu.${agencyId}`, agencyId, figures: { ...figures }, ...parts })

/** The only leaf of a rule set, attributed. */
export function leafOf(ruleSet: RuleSet, whole: Submission, parts: readonly Submission[]): LeafAttribution {
  const [leaf] = attributeLoss(ruleSet, score(ruleSet, whole), parts).leaves
  if (!leaf) throw new Error('the rule set has no leaf')
  return leaf
}

/** One leaf of 10 points under a ratio rule. */
export const tenPoints = (rule: Partial<RatioRule>, parts: Partial<Criterion> = {}) =>
  aRuleSet({ criteria: [aCriterion({ maxPoints: '10', rule: aRatioRule(rule), ...parts })] })
