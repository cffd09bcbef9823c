import { canonicalJson } from '../../model/canonicalJson.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { hashText } from './hashBytes.ts'

/**
 * SHA-256 of a decoded rule set in a canonical form: the same for files that say the same, whatever their
 * spaces and the order of their fields.
 */
export function ruleSetHash(ruleSet: RuleSet): string {
  const hash = known.get(ruleSet) ?? hashText(canonicalJson(ruleSet))
  known.set(ruleSet, hash)
  return hash
}

/** A rule set is never changed in place, and many files answer the same one. */
const known = new WeakMap<RuleSet, string>()
