import type { Criterion, RuleSet } from './ruleSet.ts'

export type CriterionPlace = {
  readonly criterion: Criterion
  readonly parentId: string | null
  readonly depth: number
  /** Place in the rule set file, for error messages. */
  readonly path: string
}

/** Every criterion in document order, parents before children. */
export function walkCriteria(ruleSet: Pick<RuleSet, 'criteria'>): readonly CriterionPlace[] {
  const places: CriterionPlace[] = []
  const visit = (criteria: readonly Criterion[], parentId: string | null, depth: number, path: string) => {
    criteria.forEach((criterion, index) => {
      const here = `${path}[${index}]`
      places.push({ criterion, parentId, depth, path: here })
      if (criterion.subCriteria) visit(criterion.subCriteria, criterion.id, depth + 1, `${here}.subCriteria`)
    })
  }
  visit(ruleSet.criteria, null, 0, 'criteria')
  return places
}

/** A criterion without children: it carries the rule. */
export function isLeaf(criterion: Criterion): boolean {
  return criterion.subCriteria === undefined || criterion.subCriteria.length === 0
}
