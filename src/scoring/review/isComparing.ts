import type { RuleSet } from '../../model/ruleSet.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'

/** Whether points of one agency depend on figures of others. */
export function isComparing(ruleSet: RuleSet): boolean {
  return indexRuleSet(ruleSet).leaves.some(({ rule }) => rule !== undefined && comparesAgencies(rule.kind))
}

/** Rule kinds that set an agency against the others. */
export function comparesAgencies(kind: string): boolean {
  return kind === 'shareOfBest' || kind === 'leader' || kind === 'minMax' || kind === 'rank'
}
