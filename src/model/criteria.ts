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
  return walkCriteria(ruleSet).some(({ criterion: { rule } }) => rule !== undefined && ruleLooksBack(rule))
}

/** Whether a rule, or a part of it, compares with the period before. */
export function ruleLooksBack(rule: Rule): boolean {
  if (rule.kind === 'sum') return rule.parts.some(part => ruleLooksBack(part.rule))
  if (rule.kind === 'bestOf') return rule.cases.some(each => ruleLooksBack(each.rule))
  return rule.kind === 'growth'
}
