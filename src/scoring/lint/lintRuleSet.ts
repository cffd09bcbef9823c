import { isLeaf, walkCriteria } from '../../model/criteria.ts'
import { type Problem, refuses } from '../../model/problem.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { CheckArea, LintCheck } from '../../model/ruleSetReport.ts'
import { provenancesOf } from '../ruleSetFacts.ts'
import { askedCount, lintAsked } from './lintAsked.ts'
import { lintCalendars } from './lintCalendars.ts'
import { lintGrading } from './lintGrading.ts'
import { lintIds } from './lintIds.ts'
import { lintReferences } from './lintReferences.ts'
import { lintRule } from './lintRule.ts'
import { lintSources } from './lintSources.ts'
import { lintCounts, lintPools, lintShape, lintSums } from './lintTree.ts'
import { type Report, reportOn } from './report.ts'
import { rulePlaces } from './rulePlaces.ts'
import { runExamples } from './runExamples.ts'

/**
 * Everything that must hold inside a rule set before the engine may use it, and what is odd about it.
 * Never throws on a rule set the decoder took.
 * @param file name put into each problem
 * @returns every problem found; an error means that the rule set must not be used
 */
export function lintRuleSet(ruleSet: RuleSet, file: string): readonly Problem[] {
  return checkRuleSet(ruleSet, file).flatMap(check => check.problems)
}

/** The same, group by group, with how many things each group looked at. */
export function checkRuleSet(ruleSet: RuleSet, file: string): readonly LintCheck[] {
  const places = walkCriteria(ruleSet)
  const rules = rulePlaces(ruleSet)
  const metrics = new Map(ruleSet.metrics.map(metric => [metric.id, metric]))
  const check = (area: CheckArea, count: number, lint: (report: Report) => void): LintCheck => {
    const { problems, report } = reportOn(file)
    lint(report)
    return { area, places: count, skipped: false, problems }
  }
  const checks = [
    check('ids', places.length + listed(ruleSet), report => lintIds(ruleSet, report)),
    check('tree', places.length, report => {
      for (const place of places) lintShape(place, ruleSet, report)
    }),
    check('rules', rules.length, report => {
      for (const place of rules) lintRule(place, metrics, report)
    }),
    check('references', ruleSet.metrics.length, report => lintReferences(ruleSet, report)),
    check('calendars', ruleSet.calendars?.length ?? 0, report => lintCalendars(ruleSet, report)),
    check('pools', ruleSet.pools.length, report => lintPools(ruleSet, report)),
    check('sums', places.filter(({ criterion }) => !isLeaf(criterion)).length + 1, report =>
      lintSums(ruleSet, report),
    ),
    check('counts', ruleSet.declaredCounts?.length ?? 0, report => lintCounts(ruleSet, report)),
    check('grading', ruleSet.bands.length, report => lintGrading(ruleSet, report)),
    check('asked', askedCount(ruleSet), report => lintAsked(ruleSet, report)),
    check('sources', provenancesOf(ruleSet).length, report => lintSources(ruleSet, report)),
  ]
  const expected = (ruleSet.examples ?? []).flatMap(example => example.expect).length
  const isBroken = checks.some(({ problems }) => refuses(problems))
  return [
    ...checks,
    isBroken
      ? { area: 'examples', places: expected, skipped: expected > 0, problems: [] }
      : check('examples', expected, report => runExamples(ruleSet, report)),
  ]
}

/** Things with ids beside the criteria. */
function listed({ metrics, bands, pools, adjustments = [], calendars = [], examples = [] }: RuleSet): number {
  return [metrics, bands, pools, adjustments, calendars, examples].reduce((sum, list) => sum + list.length, 0)
}
