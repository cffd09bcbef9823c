import { walkCriteria } from '../../model/criteria.ts'
import type { RuleSet } from '../../model/ruleSet.ts'

/** Ids of everything a rule set scores: criteria of every depth, bonuses and penalties. */
export function knownIds(ruleSet: RuleSet): ReadonlySet<string> {
  return new Set([
    ...walkCriteria(ruleSet).map(place => place.criterion.id),
    ...(ruleSet.adjustments ?? []).map(each => each.id),
  ])
}
