import { isLeaf, walkCriteria } from '../../model/criteria.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Submission } from '../../model/submission.ts'

export type Exemptions = NonNullable<Submission['notApplicable']>

/** Exempts one more leaf; a reason that was given before gives way. */
export function withExemption(stated: Exemptions, criterionId: string, reason: string): Exemptions {
  return [...stated.filter(each => each.criterionId !== criterionId), { criterionId, reason }]
}

/** A leaf applies after all: what exempts a whole group goes on exempting the other leaves of it. */
export function withoutExemption(ruleSet: RuleSet, stated: Exemptions, leafId: string): Exemptions {
  const places = walkCriteria(ruleSet)
  return stated.flatMap(entry => {
    if (entry.criterionId === leafId) return []
    const group = places.find(({ criterion }) => criterion.id === entry.criterionId)?.criterion
    const leaves = group
      ? walkCriteria({ criteria: [group] })
          .map(({ criterion }) => criterion)
          .filter(isLeaf)
      : []
    if (!leaves.some(leaf => leaf.id === leafId)) return [entry]
    const own = new Set(stated.map(each => each.criterionId))
    return leaves.flatMap(({ id }) =>
      id === leafId || own.has(id) ? [] : [{ criterionId: id, reason: entry.reason }],
    )
  })
}
