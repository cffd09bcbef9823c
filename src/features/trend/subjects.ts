import { walkCriteria } from '../../model/criteria.ts'
import type { Criterion, RuleSet } from '../../model/ruleSet.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'

export type SubjectChoice = { readonly id: string; readonly label: string }

/** An area with what stands in it, the area itself first. */
export type SubjectGroup = {
  readonly id: string
  readonly label: string
  readonly choices: readonly SubjectChoice[]
}

/**
 * Criteria to follow by area, as the rule set that is read lists them; then what only another rule set has, for
 * criteria are the same only where their id is.
 */
export function subjectGroups(
  ruleSets: readonly RuleSet[],
  current: RuleSet,
  onlyIn: (ruleSetName: string) => string,
  language: Language,
): readonly SubjectGroup[] {
  const own = current.criteria.map((area): SubjectGroup => {
    const places = walkCriteria({ criteria: [area] })
    return {
      id: area.id,
      label: labelOf(area, language),
      choices: places.map(({ criterion }) => ({ id: criterion.id, label: labelOf(criterion, language) })),
    }
  })
  const known = new Set(own.flatMap(group => group.choices.map(choice => choice.id)))
  const others = ruleSets
    .filter(set => set.id !== current.id)
    .map(set => ({
      id: set.id,
      label: onlyIn(pickName(language, set.shortTitle, set.shortTitleEn)),
      choices: walkCriteria(set).flatMap(({ criterion }) =>
        known.has(criterion.id) ? [] : [{ id: criterion.id, label: labelOf(criterion, language) }],
      ),
    }))
  return [...own, ...others.filter(group => group.choices.length > 0)]
}

/** Short name of a criterion, of the rule set that is read or else of one that has it; null for none. */
export function criterionName(
  ruleSets: readonly RuleSet[],
  current: RuleSet,
  id: string | null,
  language: Language,
): string | null {
  const sets = [current, ...ruleSets.toReversed()]
  const found = sets.flatMap(set => walkCriteria(set)).find(({ criterion }) => criterion.id === id)?.criterion
  return found ? nameOf(found, language) : null
}

function nameOf({ name, nameEn, shortName, shortNameEn }: Criterion, language: Language): string {
  return pickName(language, shortName ?? name, shortNameEn ?? nameEn)
}

function labelOf(criterion: Criterion, language: Language): string {
  const name = nameOf(criterion, language)
  return criterion.code === '' || name.startsWith(criterion.code) ? name : `${criterion.code} ${name}`
}
