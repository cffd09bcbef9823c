import type { AgencyLevel } from './agency.ts'
import type { Decimal } from './exact.ts'
import type { Provenance } from './provenance.ts'
import type { Direction, PlainRule, RatioRule, Rule, StatePolicies, SumRule, TieStyle } from './rules.ts'

export type RoundingMode = 'halfUp' | 'halfEven' | 'truncate'

export type RoundingStep = { readonly places: number; readonly mode: RoundingMode }

/**
 * Where a rule set rounds. `null` means "not rounded here".
 * `ratio` applies to the percentage (0–100) before it is scored.
 */
export type RoundingPolicy = {
  readonly ratio: RoundingStep | null
  readonly leaf: RoundingStep | null
  readonly group: RoundingStep | null
  readonly total: RoundingStep | null
}

/** A reported quantity with a unit. */
export type Metric = {
  readonly id: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly unit: string
  readonly unitEn?: string | undefined
  /**
   * Counts are whole; shares are percentages 0–100; flags are 1 (yes) or 0 (no); dates are "2026-03-05";
   * an option is the value of one option of a choice.
   */
  readonly valueType: 'count' | 'percent' | 'number' | 'flag' | 'date' | 'option'
  readonly direction?: Direction | undefined
  readonly definition?: string | undefined
  /** How agencies' figures make the province's; counts add up unless said otherwise. */
  readonly aggregation?: 'sum' | 'none' | undefined
  /** Counted from a fixed beginning ("lũy kế"): within a year it only grows. */
  readonly isCumulative?: true | undefined
}

/** A document an agency has to show for a criterion ("tài liệu kiểm chứng"). */
export type RequiredEvidence = {
  readonly id: string
  readonly title: string
  readonly titleEn?: string | undefined
  readonly provenance: Provenance
}

/**
 * An inferred way to explain points that were only published: never used to score,
 * shown as "suy ra" and checked against the published points where its inputs are known.
 */
export type Reading = { readonly rule: RatioRule | SumRule; readonly note?: string | undefined }

export type Criterion = {
  readonly id: string
  /** Official number, which may change from year to year. */
  readonly code: string
  readonly name: string
  readonly nameEn?: string | undefined
  /** At most 36 characters, for charts and narrow screens. */
  readonly shortName?: string | undefined
  readonly shortNameEn?: string | undefined
  /** null: no document we could read states it. */
  readonly maxPoints: Decimal | null
  readonly provenance: Provenance
  readonly assessedBy?: 'self' | 'survey' | 'review' | undefined
  /**
   * A reviewer may set its points as they judge, in steps of this many ("bước điểm"). Absent: points follow from
   * figures, unless the rule is `reported`, whose points somebody has to say.
   */
  readonly judgedStep?: Decimal | undefined
  /** Levels of agencies it is for; absent: all. The others are exempt. */
  readonly appliesTo?: readonly AgencyLevel[] | undefined
  /** What an agency has to show for it. */
  readonly requiredEvidence?: readonly RequiredEvidence[] | undefined
  /** Overrides single places of the rule set's rounding policy for this leaf. */
  readonly rounding?:
    | { readonly [Place in keyof RoundingPolicy]?: RoundingPolicy[Place] | undefined }
    | undefined
  /** What figures that were not entered do to this leaf, where it differs from the rule set's `states`. */
  readonly states?: StatePolicies | undefined
  /** Present on leaves only. */
  readonly rule?: Rule | undefined
  readonly readings?: readonly Reading[] | undefined
  readonly subCriteria?: readonly Criterion[] | undefined
  /** Why the loss cannot be won back by the agency, if so. */
  readonly outOfReach?: string | undefined
  readonly note?: string | undefined
}

/** Leaves whose own maxima are unknown while their joint maximum is known. */
export type CriterionPool = {
  readonly id: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly shortName?: string | undefined
  readonly shortNameEn?: string | undefined
  readonly criterionIds: readonly string[]
  readonly maxPoints: Decimal
  readonly provenance: Provenance
}

/** Grade from `fromPercent` of the maximum (inclusive) up to the next band. */
export type Band = {
  readonly id: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly fromPercent: Decimal
  /** Other words publishers use for the same grade. */
  readonly aliases?: readonly string[] | undefined
}

/** Points outside the tree (điểm thưởng, điểm phạt), each with a ceiling and evidence of its own. */
export type Adjustment = {
  readonly id: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly effect: 'bonus' | 'penalty'
  readonly ceiling: Decimal
  /** Gives points from 0 to the ceiling; a penalty takes them away. */
  readonly rule: PlainRule
  readonly states?: StatePolicies | undefined
  readonly provenance: Provenance
}

/** Criteria that were not run for anybody (a survey): the rest is brought back to `to` points. */
export type Rescaling = {
  readonly criterionIds: readonly string[]
  readonly to: Decimal
  readonly provenance: Provenance
}

/** Days off work; days worked instead of them; Saturdays and Sundays are off anyway. */
export type Calendar = {
  readonly id: string
  readonly name: string
  /** First and last day the lists below are complete for. */
  readonly from: string
  readonly to: string
  readonly holidays: readonly { readonly date: string; readonly name: string }[]
  readonly workedDays: readonly string[]
  readonly provenance: Provenance
}

/** How a result becomes a rank and a grade beyond the thresholds of the bands. */
export type Grading = {
  /** Bands and ranks look at the total before its own rounding unless this says "rounded". */
  readonly on?: 'unrounded' | 'rounded' | undefined
  /** A flag that forces a band whatever the score. */
  readonly overrides?:
    | readonly { readonly metric: string; readonly bandId: string; readonly provenance: Provenance }[]
    | undefined
  /** At most `maxPercent` of the agencies in `ofBandIds` may keep `bandId`; the rest fall to `toBandId`. */
  readonly quotas?: readonly Quota[] | undefined
}

export type Quota = {
  readonly bandId: string
  readonly maxPercent: Decimal
  /** Bands, as the thresholds give them, whose agencies are counted. */
  readonly ofBandIds: readonly string[]
  readonly toBandId: string
  /** Equal scores across the cut all fall, or all stay. */
  readonly atTie: 'allFall' | 'allStay'
  readonly provenance: Provenance
}

/** A case somebody worked out by hand; a rule set whose example does not come out is refused. */
export type WorkedExample = {
  readonly id: string
  readonly name: string
  readonly period?: string | undefined
  readonly values: readonly ExampleValue[]
  /** Figures of the period before, for growth. */
  readonly previous?: readonly ExampleValue[] | undefined
  /** Points somebody published, for leaves that take them as they stand; a criterion or a pool. */
  readonly published?: readonly { readonly nodeId: string; readonly points: Decimal }[] | undefined
  /** Figures of the other agencies, for rules that compare. */
  readonly peers?: readonly (readonly ExampleValue[])[] | undefined
  readonly expect: readonly {
    /** A criterion at any level, or "total". */
    readonly nodeId: string
    readonly points: Decimal | 'missing' | 'notApplicable'
  }[]
  readonly provenance: Provenance
}

export type ExampleValue = {
  readonly metricId: string
  /** null: reported as missing. */
  readonly value: string | null
}

export type RuleSet = {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly titleEn?: string | undefined
  readonly shortTitle: string
  readonly shortTitleEn?: string | undefined
  /** The decision it rests on, as cited beside the title. */
  readonly decisionId: string
  readonly validFrom: string
  readonly validTo?: string | undefined
  readonly supersedes?: string | undefined
  /** Points of the whole tree; need not be 100. */
  readonly scale: Decimal
  /** What one counted item is called: "tiêu chí thành phần", "chỉ tiêu". */
  readonly itemWord: string
  readonly itemWordEn?: string | undefined
  /** Depth in the tree (0 = top) at which the source counts its items; a leaf above it counts too. */
  readonly itemDepth: number
  readonly rounding: RoundingPolicy
  /** Decimals every computed score is shown with ("65,40"); absent: as many as the figure has. */
  readonly pointsPlaces?: number | undefined
  readonly roundingProvenance: Provenance
  readonly bands: readonly Band[]
  readonly bandsProvenance: Provenance | null
  readonly tieStyle: TieStyle
  readonly grading?: Grading | undefined
  /** What absent figures do unless a leaf says otherwise; not given: missing stays missing, not applicable leaves both sides. */
  readonly states?: StatePolicies | undefined
  readonly adjustments?: readonly Adjustment[] | undefined
  readonly rescaling?: Rescaling | undefined
  readonly calendars?: readonly Calendar[] | undefined
  /** How many items the source says stand at a depth (0 = top), to be held against the tree. */
  readonly declaredCounts?: readonly { readonly depth: number; readonly count: number }[] | undefined
  readonly examples?: readonly WorkedExample[] | undefined
  readonly metrics: readonly Metric[]
  readonly criteria: readonly Criterion[]
  readonly pools: readonly CriterionPool[]
  readonly note?: string | undefined
}
