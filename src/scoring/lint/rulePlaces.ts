import { walkCriteria } from '../../model/criteria.ts'
import type { Decimal } from '../../model/exact.ts'
import type { Adjustment, Criterion, RuleSet } from '../../model/ruleSet.ts'
import type { Rule } from '../../model/rules.ts'

/** A rule with where it stands. */
export type RulePlace<R extends Rule = Rule> = {
  readonly rule: R
  /** Place in the file: `criteria[0].rule.parts[1].rule`. */
  readonly path: string
  readonly maxPoints: Decimal | null
  /** Leaf or adjustment it scores. */
  readonly owner: Criterion | Adjustment
  readonly ownerPath: string
  /** `part` of a sum, `case` of several; `reading` explains points and never scores. */
  readonly role: 'rule' | 'reading' | 'part' | 'case'
}

const known = new WeakMap<RuleSet, readonly RulePlace[]>()

/** Every rule of a rule set in file order, sums and bests before their parts; listed once for each object. */
export function rulePlaces(ruleSet: RuleSet): readonly RulePlace[] {
  const places = known.get(ruleSet) ?? listRules(ruleSet)
  known.set(ruleSet, places)
  return places
}

function listRules(ruleSet: RuleSet): readonly RulePlace[] {
  return [
    ...walkCriteria(ruleSet).flatMap(({ criterion, path }) => criterionRules(criterion, path)),
    ...(ruleSet.adjustments ?? []).flatMap((adjustment, index) => {
      const ownerPath = `adjustments[${index}]`
      const { rule, ceiling: maxPoints } = adjustment
      return withParts({
        rule,
        path: `${ownerPath}.rule`,
        maxPoints,
        owner: adjustment,
        ownerPath,
        role: 'rule',
      })
    }),
  ]
}

/** The rules of one criterion, readings after its own. */
export function criterionRules(criterion: Criterion, ownerPath: string): readonly RulePlace[] {
  const common = { maxPoints: criterion.maxPoints, owner: criterion, ownerPath }
  return [
    ...(criterion.rule
      ? withParts({ ...common, rule: criterion.rule, path: `${ownerPath}.rule`, role: 'rule' })
      : []),
    ...(criterion.readings ?? []).flatMap(({ rule }, index) =>
      withParts({ ...common, rule, path: `${ownerPath}.readings[${index}].rule`, role: 'reading' }),
    ),
  ]
}

function withParts(place: RulePlace): readonly RulePlace[] {
  const { rule, path } = place
  const [field, parts] =
    rule.kind === 'sum'
      ? (['parts', rule.parts] as const)
      : rule.kind === 'bestOf'
        ? (['cases', rule.cases] as const)
        : (['parts', []] as const)
  return [
    place,
    ...parts.map(
      (part, index): RulePlace => ({
        ...place,
        rule: part.rule,
        maxPoints: part.maxPoints,
        path: `${path}.${field}[${index}].rule`,
        role: field === 'parts' ? 'part' : 'case',
      }),
    ),
  ]
}
