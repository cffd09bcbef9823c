import type { ProvinceLeaf, ProvinceView } from '../../../model/consolidation.ts'
import { walkCriteria } from '../../../model/criteria.ts'
import type { RuleSet } from '../../../model/ruleSet.ts'
import { provinceWords } from './provinceWords.ts'
import type { SummaryNames } from './summaryNames.ts'

/** One criterion over all agencies, as its row says it; a group is a heading. */
export type ProvinceRow =
  | { readonly kind: 'group'; readonly id: string; readonly code: string; readonly name: string }
  | {
      readonly kind: 'leaf'
      readonly id: string
      readonly leaf: ProvinceLeaf
      readonly code: string
      readonly name: string
      readonly max: string
      readonly figures: string
      readonly share: string
      readonly points: string
      readonly lost: string
      readonly mean: string
      readonly full: string
      readonly target: string
      readonly targetNote: string | null
      readonly how: string
      /** Who was left out and why, and whose points were decided otherwise. */
      readonly notes: readonly string[]
    }

/** Every criterion in the order of the rule set. */
export function provinceRows(
  ruleSet: RuleSet,
  province: ProvinceView,
  names: SummaryNames,
): readonly ProvinceRow[] {
  const leaves = new Map(province.leaves.map(leaf => [leaf.criterionId, leaf]))
  return walkCriteria(ruleSet).map(({ criterion: { id } }): ProvinceRow => {
    const { code, name } = names.named(id)
    const leaf = leaves.get(id)
    return leaf ? leafRow(leaf, code, name, province.agencies, names) : { kind: 'group', id, code, name }
  })
}

function leafRow(
  leaf: ProvinceLeaf,
  code: string,
  name: string,
  agencies: number,
  names: SummaryNames,
): ProvinceRow {
  const words = provinceWords[names.language]
  const { whole, full, target, mean } = leaf
  const isGathered = whole.kind === 'gathered'
  return {
    kind: 'leaf',
    id: leaf.criterionId,
    leaf,
    code,
    name,
    max: leaf.maxPoints === null ? words.none2 : names.number(leaf.maxPoints),
    figures: isGathered ? whole.figures.map(each => names.number(each.value)).join(' / ') : words.none2,
    share: isGathered && whole.percent !== null ? names.share(whole.percent) : words.none2,
    points: isGathered && whole.points !== null ? names.points(whole.points) : words.none2,
    lost: isGathered && whole.lost !== null ? names.points(whole.lost) : words.none2,
    mean: mean ? names.share(mean.points) : words.none2,
    full: full.of === 0 ? words.none2 : `${names.count(full.agencyIds.length)}/${names.count(full.of)}`,
    target: target ? `${names.count(target.agencyIds.length)}/${names.count(target.of)}` : words.none2,
    targetNote: target ? words.targetOf(names.number(target.percent)) : null,
    how: isGathered
      ? words.how[whole.how](names.count(whole.of), names.count(agencies))
      : words.not[whole.why],
    notes: notesOf(leaf, names),
  }
}

function notesOf(
  { whole: { leftOut }, decidedOtherwise }: ProvinceLeaf,
  names: SummaryNames,
): readonly string[] {
  const words = provinceWords[names.language]
  const because = (['exempt', 'notApplicable', 'missing', 'withheld'] as const).flatMap(why => {
    const some = leftOut.filter(each => each.because === why)
    if (some.length === 0) return []
    const listed = some.map(each => names.agency(each.agencyId)).join(', ')
    return [`${words.leftOut(names.count(some.length))} (${words.because[why]}): ${listed}.`]
  })
  const decided =
    decidedOtherwise.length === 0
      ? []
      : [
          `${words.decided(names.count(decidedOtherwise.length))}: ${decidedOtherwise.map(names.agency).join(', ')}.`,
        ]
  return [...because, ...decided]
}
