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

/** JSON with the keys of every object in order; fields without a value are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : each,
  )
}
