import type { Exact } from '../../model/exact.ts'
import type { PointsFreedom } from '../../model/roundState.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { formatExact, parseExact } from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'

/**
 * How free a reviewer is to set the points of a leaf or adjustment. Points that nothing computes are judged up to
 * the maximum; so are those whose rule set names a step. Everything else follows from figures.
 */
export function pointsFreedom(ruleSet: RuleSet, nodeId: string): PointsFreedom {
  const leaf = indexRuleSet(ruleSet).leafById.get(nodeId)
  if (leaf?.assessedBy === 'survey') return { kind: 'survey' }
  const { least, most } = pointsBounds(ruleSet, nodeId)
  const isJudged = leaf && (leaf.rule?.kind === 'reported' || leaf.judgedStep !== undefined)
  if (!isJudged || most === null) return { kind: 'byRule' }
  return {
    kind: 'judged',
    least,
    most,
    step: leaf.judgedStep === undefined ? null : exactly(leaf.judgedStep),
  }
}

/**
 * Least and most points that can be decided for a leaf or adjustment, as a submission may hold them. A leaf without
 * a maximum of its own has that of what it is known together with; null: nobody states one.
 */
export function pointsBounds(
  ruleSet: RuleSet,
  nodeId: string,
): { readonly least: Exact; readonly most: Exact | null } {
  const leaf = indexRuleSet(ruleSet).leafById.get(nodeId)
  const most =
    leaf?.maxPoints ??
    ruleSet.pools.find(pool => pool.criterionIds.includes(nodeId))?.maxPoints ??
    ruleSet.adjustments?.find(each => each.id === nodeId)?.ceiling ??
    null
  return {
    least: leaf?.rule?.kind === 'bonusPenalty' ? exactly(leaf.rule.least) : '0',
    most: most === null ? null : exactly(most),
  }
}

function exactly(points: string): Exact {
  return formatExact(parseExact(points))
}
