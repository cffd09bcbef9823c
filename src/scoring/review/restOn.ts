import type { RuleSet } from '../../model/ruleSet.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'

/** Leaves and adjustments whose points follow from a figure; a reading that only explains is none. */
export function restOn(ruleSet: RuleSet, metricId: string): readonly string[] {
  const { dependents, leafById } = indexRuleSet(ruleSet)
  return [...(dependents.get(metricId) ?? [])].filter(id => leafById.get(id)?.rule?.kind !== 'reported')
}

/** Whether a leaf is known only together with others: it cannot be exempted alone. */
export function isPooled(ruleSet: RuleSet, nodeId: string): boolean {
  return indexRuleSet(ruleSet).poolOf.has(nodeId)
}
