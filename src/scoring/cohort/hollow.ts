/** A criterion of one agency, as far as 0/0 goes. */
export type Incurred = {
  readonly criterionId: string
  readonly parentId: string | null
  readonly isLeaf: boolean
  /** What does not apply says nothing either way. */
  readonly applies: boolean
  /** Leaves: the points rest on 0/0. */
  readonly notIncurred: boolean
}

/**
 * Criteria of which every leaf that applies rests on 0/0 ("không phát sinh"): their points are the rule
 * set's gift and no achievement, so nobody leads, trails or is at the maximum by them.
 */
export function hollowCriteria(criteria: readonly Incurred[]): ReadonlySet<string> {
  const parents = new Map(criteria.map(each => [each.criterionId, each.parentId]))
  const [hollow, solid] = [new Set<string>(), new Set<string>()]
  for (const { criterionId, isLeaf, applies, notIncurred } of criteria) {
    if (!isLeaf || !applies) continue
    const kind = notIncurred ? hollow : solid
    for (let id: string | null = criterionId; id !== null; id = parents.get(id) ?? null) kind.add(id)
  }
  return new Set([...hollow].filter(id => !solid.has(id)))
}
