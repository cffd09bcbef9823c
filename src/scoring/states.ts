import type { Rule, StatePolicies } from '../model/rules.ts'
import type { ResolvedStates } from './rules/ruleKind.ts'

/**
 * What absent figures do to a rule: the leaf's own policies first, then a ratio's `whenMissing`, then the
 * rule set's. Where nobody says anything, missing and withheld leave the points open and what does not
 * apply leaves both sides.
 */
export function statesFor(
  rule: Rule,
  own: StatePolicies | undefined,
  general: StatePolicies | undefined,
): ResolvedStates {
  const ofRule = rule.kind === 'ratio' ? rule.whenMissing : undefined
  const missing = own?.missing ?? ofRule ?? general?.missing ?? 'missing'
  return {
    missing,
    // Kept back counts as missing until somebody says otherwise.
    withheld: own?.withheld ?? own?.missing ?? ofRule ?? general?.withheld ?? missing,
    notApplicable: own?.notApplicable ?? general?.notApplicable ?? 'notApplicable',
  }
}
