import { refuses } from '../model/problem.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import type { RuleSetChange } from '../model/ruleSetChange.ts'
import type { ExampleResult, LintCheck, RuleSetFacts } from '../model/ruleSetReport.ts'
import { compareRuleSets } from '../scoring/compareRuleSets.ts'
import { checkRuleSet } from '../scoring/lint/lintRuleSet.ts'
import { exampleResults } from '../scoring/lint/runExamples.ts'
import { ruleSetFacts } from '../scoring/ruleSetFacts.ts'
import { engineVersion } from '../scoring/writeSheet.ts'

/** What the engine says about one rule set. */
export type RuleSetReport = {
  readonly facts: RuleSetFacts
  readonly checks: readonly LintCheck[]
  /** The linter found errors: the application does not score with this set. */
  readonly isRefused: boolean
  /** Empty where the set is refused: its examples cannot be run. */
  readonly examples: readonly ExampleResult[]
  readonly engineVersion: string
}

/** Counts, checks and worked examples of a decoded rule set. */
export function reportRuleSet(ruleSet: RuleSet, path: string): RuleSetReport {
  const checks = checkRuleSet(ruleSet, path)
  const isRefused = checks.some(check => refuses(check.problems))
  return {
    facts: ruleSetFacts(ruleSet),
    checks,
    isRefused,
    // An example that differs refuses the set as well, and is the very thing to be shown.
    examples: checks.some(check => check.skipped) ? [] : exampleResults(ruleSet),
    engineVersion,
  }
}

/** What is different in `ruleSet` from what stood in `older`. */
export function compareWith(ruleSet: RuleSet, older: RuleSet): RuleSetChange {
  return compareRuleSets(older, ruleSet)
}
