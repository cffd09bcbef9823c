import type { Criterion, RuleSet } from './ruleSet.ts'
import type { Rule } from './rules.ts'

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

/** Names of a criterion or pool for tables and charts; without a short one the whole name stands for it. */
export function namesOf({
  name,
  nameEn,
  shortName,
  shortNameEn,
}: Pick<Criterion, 'name' | 'nameEn' | 'shortName' | 'shortNameEn'>) {
  return { name, nameEn, shortName: shortName ?? name, shortNameEn: shortNameEn ?? nameEn }
}

/** Whether a rule of the set, or a part of one, compares with the period before. */
export function looksBack(ruleSet: Pick<RuleSet, 'criteria'>): boolean {
  const growth = (rule: Rule): boolean =>
    rule.kind === 'growth' ||
    (rule.kind === 'sum' && rule.parts.some(part => growth(part.rule))) ||
    (rule.kind === 'bestOf' && rule.cases.some(each => growth(each.rule)))
  return walkCriteria(ruleSet).some(({ criterion: { rule } }) => rule !== undefined && growth(rule))
}
