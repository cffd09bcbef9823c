import type { CriterionPlace } from './criteria.ts'
import type { Decimal, Exact } from './exact.ts'
import type {
  Adjustment,
  Band,
  Calendar,
  Criterion,
  CriterionPool,
  Metric,
  RoundingPolicy,
  RoundingStep,
} from './ruleSet.ts'
import type { Rule } from './rules.ts'

/** What stood in one version and what stands in the other. */
export type Shift<T> = { readonly from: T; readonly to: T }

/** A number that changed; `difference` is to − from, null where one of them is not known. */
export type NumberShift = Shift<Decimal | null> & { readonly difference: Exact | null }

/** One value inside a larger thing, as text; null where a version does not have it. */
export type FieldChange = Shift<string | null> & {
  /**
   * Where it stands, outermost first: `['options', '2', 'points']`. An entry of a list is named by what
   * it is known by (metric, value, label) or else by its place from 0.
   */
  readonly path: readonly string[]
  /** to − from where both are amounts; null for words, ids and yes/no. */
  readonly difference: Exact | null
}

/** How a rule changed: another kind altogether, or values inside the same kind. */
export type RuleChange = {
  /** null: the kind is the same. */
  readonly kind: Shift<Rule['kind'] | null> | null
  /** Values inside, only where the kind is the same. */
  readonly fields: readonly FieldChange[]
}

/** A criterion that both versions have and that is not the same in both. */
export type ChangedCriterion = Shift<Criterion> & {
  readonly id: string
  /** A leaf in the newer version. */
  readonly isLeaf: boolean
  /** Under another criterion; null stands for the top. */
  readonly parent: Shift<string | null> | null
  readonly code: Shift<string> | null
  readonly name: Shift<string> | null
  readonly maximum: NumberShift | null
  readonly rule: RuleChange | null
  /** Who assesses it, its own rounding and its own policies for absent figures. */
  readonly fields: readonly FieldChange[]
  /** Levels of agencies it is for and documents to be shown: another agency may be asked, no point moves. */
  readonly asked: readonly FieldChange[]
}

/** Things known by their id: what came, what went, what is not the same. */
export type ListChange<T, Changed> = {
  readonly added: readonly T[]
  readonly removed: readonly T[]
  readonly changed: readonly (Shift<T> & { readonly id: string } & Changed)[]
}

/** Difference of two versions of a rule set; everything is empty when they score and ask alike. */
export type RuleSetChange = {
  readonly isSame: boolean
  /** Criteria that both have, by id. */
  readonly shared: number
  /** In the order of the newer version. */
  readonly added: readonly CriterionPlace[]
  /** In the order of the older version. */
  readonly removed: readonly CriterionPlace[]
  readonly changed: readonly ChangedCriterion[]
  readonly scale: NumberShift | null
  /**
   * What makes the older scale the newer one: maxima of leaves that went, came and changed; `unknown` is
   * what is left because maxima are only known together.
   */
  readonly points: { readonly [Cause in 'removed' | 'added' | 'changed' | 'unknown']: Exact }
  readonly rounding: readonly (Shift<RoundingStep | null> & { readonly place: keyof RoundingPolicy })[]
  readonly bands: ListChange<
    Band,
    { readonly threshold: NumberShift | null; readonly fields: readonly FieldChange[] }
  >
  readonly adjustments: ListChange<
    Adjustment,
    {
      readonly ceiling: NumberShift | null
      readonly rule: RuleChange | null
      readonly fields: readonly FieldChange[]
    }
  >
  readonly metrics: ListChange<Metric, { readonly fields: readonly FieldChange[] }>
  readonly pools: ListChange<
    CriterionPool,
    { readonly maximum: NumberShift | null; readonly fields: readonly FieldChange[] }
  >
  readonly calendars: ListChange<Calendar, { readonly fields: readonly FieldChange[] }>
  /** Ties, grading, absent figures, rescaling, shown decimals. */
  readonly fields: readonly FieldChange[]
}
