import type { Agency } from '../../model/agency.ts'
import type { Form } from '../../model/form.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { formOf } from '../../scoring/form/formOf.ts'

/** Forms by level, made once for a rule set. */
export function createForms() {
  const known = new WeakMap<RuleSet, Map<string, Form>>()
  return (ruleSet: RuleSet, agency: Agency | null): Form => {
    const ofRules = known.get(ruleSet) ?? new Map<string, Form>()
    known.set(ruleSet, ofRules)
    const level = agency?.level ?? null
    const form = ofRules.get(level ?? '') ?? formOf(ruleSet, level)
    ofRules.set(level ?? '', form)
    return form
  }
}
