import type { Decimal } from './exact.ts'
import type { Provenance } from './provenance.ts'

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

export type Direction = 'higherIsBetter' | 'lowerIsBetter'

/** A reported quantity with a unit. */
export type Metric = {
  readonly id: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly unit: string
  readonly unitEn?: string | undefined
  /** Counts are whole; shares are percentages 0–100; flags are 1 (yes) or 0 (no). */
  readonly valueType: 'count' | 'percent' | 'number' | 'flag'
  readonly direction?: Direction | undefined
  readonly definition?: string | undefined
}

/** What a ratio leaf earns when nothing happened (denominator 0) or nothing was reported. */
export type EmptyPolicy = 'zero' | 'full' | 'notApplicable' | 'missing'

/**
 * Below full points a ratio earns: `share` × max; `shareOfTarget` (share ÷ target) × max;
 * or a straight line `fromFloor`, none at the floor and full at the target.
 */
export type RatioScaling = 'share' | 'shareOfTarget' | 'fromFloor'

export type RatioRule = {
  readonly kind: 'ratio'
  readonly numerator: string
  readonly denominator: string
  readonly direction: Direction
  /** Full points at or past this percentage (0–100). */
  readonly targetPercent: Decimal
  /** No points short of this percentage. */
  readonly floorPercent?: Decimal | undefined
  readonly scaling: RatioScaling
  readonly whenDenominatorZero: EmptyPolicy
  readonly whenMissing: EmptyPolicy
}

/** Points are taken as somebody else published or decided them. */
export type ReportedRule = { readonly kind: 'reported' }

/** Watched only: shown with its figures, never scored. */
export type MonitorRule = {
  readonly kind: 'monitor'
  readonly numerator: string
  readonly denominator: string
}

/** Maximum when the flag is 1, nothing when it is 0. */
export type YesNoRule = { readonly kind: 'yesNo'; readonly metric: string }

/** Sum of parts, each with its own maximum and rule. */
export type SumRule = { readonly kind: 'sum'; readonly parts: readonly RulePart[] }

export type RulePart = {
  readonly label: string
  readonly maxPoints: Decimal
  readonly rule: RatioRule | YesNoRule
}

/** One variant per rule kind; a new kind is a new file in scoring/rules and a new variant here. */
export type Rule = RatioRule | ReportedRule | MonitorRule | YesNoRule | SumRule

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
  /** Overrides single places of the rule set's rounding policy for this leaf. */
  readonly rounding?:
    | { readonly [Place in keyof RoundingPolicy]?: RoundingPolicy[Place] | undefined }
    | undefined
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
  readonly tieStyle: 'competition' | 'dense'
  readonly metrics: readonly Metric[]
  readonly criteria: readonly Criterion[]
  readonly pools: readonly CriterionPool[]
  readonly note?: string | undefined
}
