import { expect } from 'vitest'
import type { Problem } from '../../../src/model/problem.ts'
import type { Metric, RuleSet } from '../../../src/model/ruleSet.ts'
import type { Rule } from '../../../src/model/rules.ts'
import { lintRuleSet } from '../../../src/scoring/lint/lintRuleSet.ts'
import { aCriterion, aRuleSet } from '../builders.ts'

/** Problems as "path code", with file and both languages checked on the way. */
export function described(problems: readonly Problem[], file: string): readonly string[] {
  return problems.map(problem => {
    expect(problem.file).toBe(file)
    expect(problem.message.vi).toMatch(/\S/)
    expect(problem.message.en).toMatch(/\S/)
    expect(problem.message.vi).not.toMatch(/\d\.\d/) // decimal comma
    return `${problem.path} ${problem.code}`
  })
}

/** Only what refuses the file. */
export function errorsOf(problems: readonly Problem[], file: string): readonly string[] {
  return described(
    problems.filter(problem => problem.severity === 'error'),
    file,
  )
}

/** Every problem of a built rule set as "severity path code". */
export function linted(parts: Partial<RuleSet>): readonly string[] {
  const file = 'rule-sets/thu.json'
  const problems = lintRuleSet(aRuleSet(parts), file)
  return described(problems, file).map((text, index) => `${problems[index]?.severity} ${text}`)
}

/** Every problem of one leaf worth 2 points, with the place inside its rule: "error .bands band-gap". */
export function lintedRule(rule: Rule, parts: Partial<RuleSet> = {}): readonly string[] {
  const criteria = [aCriterion({ maxPoints: rule.kind === 'monitor' ? '0' : '2', rule })]
  return linted({ criteria, ...parts }).map(text => text.replace('criteria[0].rule', ''))
}

/** Metrics of a rule set with the types of some changed. */
export function typed(rule: Rule, types: Readonly<Record<string, Partial<Metric>>>): readonly Metric[] {
  const { metrics } = aRuleSet({ criteria: [aCriterion({ rule })] })
  return metrics.map(metric => ({ ...metric, ...types[metric.id] }))
}
