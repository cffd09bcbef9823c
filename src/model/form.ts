import type { Decimal } from './exact.ts'
import type { Metric, RequiredEvidence } from './ruleSet.ts'
import type { Rule } from './rules.ts'

/** What an agency is asked for under a rule set: made from the rules, for the level of the agency. */
export type Form = {
  readonly areas: readonly FormArea[]
  /** Every figure that is asked for, once, in the order of the form. */
  readonly metricIds: readonly string[]
}

/** A top-level area with its leaves, or the bonuses and penalties beside the tree. */
export type FormArea = {
  /** Criterion id; `adjustments` for points outside the tree. */
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly shortName: string
  readonly shortNameEn?: string | undefined
  readonly items: readonly FormItem[]
}

/**
 * Who fills in a leaf: the agency with figures, the agency with points it claims, a survey, a reviewer;
 * `watched` asks for figures that earn nothing.
 */
export type FilledBy = 'figures' | 'claim' | 'survey' | 'review' | 'watched'

/** A leaf of the tree, or an adjustment. */
export type FormItem = {
  readonly nodeId: string
  readonly code: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly shortName: string
  readonly shortNameEn?: string | undefined
  /** null: no document states it. */
  readonly maxPoints: Decimal | null
  readonly effect: 'criterion' | 'bonus' | 'penalty'
  /** Groups between the area and the leaf, outermost first. */
  readonly above: readonly {
    readonly code: string
    readonly name: string
    readonly nameEn?: string | undefined
  }[]
  readonly filledBy: FilledBy
  /** Whether the agency may claim points of its own beside what its figures make. */
  readonly canClaim: boolean
  readonly groups: readonly FieldGroup[]
  readonly requiredEvidence: readonly RequiredEvidence[]
  /** Why agencies of this level are exempt; null where the rule applies to them. */
  readonly notForLevel: { readonly vi: string; readonly en: string } | null
  /** Its maximum is only known together with other leaves': it cannot be exempted, and what is claimed counts together. */
  readonly pool?:
    | {
        readonly id: string
        readonly name: string
        readonly nameEn?: string | undefined
        readonly maxPoints: Decimal
      }
    | undefined
  readonly rule: Rule
  readonly note: string | null
}

/** Fields that stand together: a share as two boxes with a stroke, a list of ticks, or one under the other. */
export type FieldGroup = {
  readonly layout: 'fraction' | 'ticks' | 'list'
  /** Name of a part of a sum or of a case, where there are several. */
  readonly label?: string | undefined
  readonly labelEn?: string | undefined
  readonly fields: readonly FormField[]
}

export type FormField = {
  readonly metric: Metric
  /** Answers of a choice. */
  readonly options?:
    | readonly {
        readonly value: Decimal
        readonly label: string
        readonly labelEn?: string | undefined
        readonly points: Decimal
      }[]
    | undefined
  /** The figure was asked for earlier in the form, under this node: the field shows and changes the same entry. */
  readonly sameAs: string | null
}

/** Surveys and reviewers fill in the rest. */
export function isFilledByAgency({ filledBy }: Pick<FormItem, 'filledBy'>): boolean {
  return filledBy !== 'survey' && filledBy !== 'review'
}

/** Whether an item is asked of the agency: it fills it in, and the item is for agencies of its level. */
export function isAsked(item: Pick<FormItem, 'filledBy' | 'notForLevel'>): boolean {
  return item.notForLevel === null && isFilledByAgency(item)
}
