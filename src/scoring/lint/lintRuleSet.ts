import { walkCriteria } from '../../model/criteria.ts'
import { type Problem, refuses } from '../../model/problem.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { lintCalendars } from './lintCalendars.ts'
import { lintGrading } from './lintGrading.ts'
import { lintIds } from './lintIds.ts'
import { lintReferences } from './lintReferences.ts'
import { lintRule } from './lintRule.ts'
import { lintSources } from './lintSources.ts'
import { lintCounts, lintPools, lintShape, lintSums } from './lintTree.ts'
import { reportOn } from './report.ts'
import { criterionRules, rulePlaces } from './rulePlaces.ts'
import { runExamples } from './runExamples.ts'

/**
 * Everything that must hold inside a rule set before the engine may use it, and what is odd about it.
 * Never throws on a rule set the decoder took.
 * @param file name put into each problem
 * @returns every problem found; an error means that the rule set must not be used
 */
export function lintRuleSet(ruleSet: RuleSet, file: string): readonly Problem[] {
  const { problems, report } = reportOn(file)
  const metrics = new Map(ruleSet.metrics.map(metric => [metric.id, metric]))

  lintIds(ruleSet, report)
  for (const place of walkCriteria(ruleSet)) {
    lintShape(place, ruleSet, report)
    for (const rule of criterionRules(place.criterion, place.path)) lintRule(rule, metrics, report)
  }
  for (const place of rulePlaces(ruleSet)) if ('ceiling' in place.owner) lintRule(place, metrics, report)
  lintReferences(ruleSet, report)
  lintCalendars(ruleSet, report)
  lintPools(ruleSet, report)
  lintSums(ruleSet, report)
  lintCounts(ruleSet, report)
  lintGrading(ruleSet, report)
  lintSources(ruleSet, report)
  if (!refuses(problems)) runExamples(ruleSet, report)
  return problems
}
