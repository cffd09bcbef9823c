import type { Decimal } from './exact.ts'

export type Direction = 'higherIsBetter' | 'lowerIsBetter'

/** What a leaf earns when nothing happened (denominator 0) or a figure is absent. */
export type EmptyPolicy = 'zero' | 'full' | 'notApplicable' | 'missing'

/**
 * What a figure that was not entered does to its leaf. `missing` leaves the points open,
 * `notApplicable` takes the leaf out of numerator and denominator.
 */
export type StatePolicies = {
  readonly missing?: EmptyPolicy | undefined
  /** The agency has the figure and keeps it back. */
  readonly withheld?: EmptyPolicy | undefined
  readonly notApplicable?: EmptyPolicy | undefined
}

/** A name in Vietnamese with our optional translation. */
type Labelled = { readonly label: string; readonly labelEn?: string | undefined }

/** What a rule measures: one figure as it stands, or two as a percentage (0–100). */
export type Measure =
  | { readonly of: 'value'; readonly metric: string }
  | {
      readonly of: 'percent'
      readonly numerator: string
      readonly denominator: string
      readonly whenDenominatorZero: EmptyPolicy
    }

/**
 * Points for a stretch of values. Lower edge included and upper edge excluded unless said otherwise;
 * an edge that is not given is open.
 */
export type PointBand = {
  readonly from?: Decimal | undefined
  readonly fromExclusive?: true | undefined
  readonly to?: Decimal | undefined
  readonly toInclusive?: true | undefined
  readonly points: Decimal
}

/** Bands with what a value outside all of them earns; without `otherwise` the bands must leave no gap. */
export type BandTable = {
  readonly bands: readonly PointBand[]
  readonly otherwise?: Decimal | undefined
}

/**
 * Below full points a ratio earns: `share` × max; `shareOfTarget` (share ÷ target) × max;
 * or a straight line `fromFloor`, none at the floor and full at the target.
 */
export type RatioScaling = 'share' | 'shareOfTarget' | 'fromFloor'

export type RatioRule = {
  readonly kind: 'ratio'
  readonly numerator: string
  readonly denominator: string
  /** The denominator is the larger of the two figures (QĐ 766, 1.4). */
  readonly orDenominator?: string | undefined
  /** Where no denominator was reported: another figure, divided by how many such periods it covers (QĐ 766, 1.4). */
  readonly fallbackDenominator?:
    | {
        readonly metric: string
        /** By kind of the scored period: last year's count ÷ 12 for a month, ÷ 4 for a quarter. */
        readonly divideBy: { readonly [kind in 'year' | 'quarter' | 'month' | 'date']?: Decimal | undefined }
      }
    | undefined
  /** Scores 100% − share: the numerator counts what should not happen (QĐ 766, 5.3). */
  readonly complement?: true | undefined
  /** Shares added to the first before the complement: 100% − (r1 + r2) (QĐ 766, 5.4). */
  readonly otherShares?: readonly { readonly numerator: string; readonly denominator: string }[] | undefined
  /** Ratio leaf whose percentage multiplies this one (QĐ 766, 3.3 × 1.4). */
  readonly coefficient?: string | undefined
  readonly direction: Direction
  /** Full points at or past this percentage (0–100). */
  readonly targetPercent: Decimal
  /** No points short of this percentage. */
  readonly floorPercent?: Decimal | undefined
  readonly scaling: RatioScaling
  readonly whenDenominatorZero: EmptyPolicy
  /** Missing or withheld figures, unless the leaf's own `states` say otherwise; inside a part always this. */
  readonly whenMissing: EmptyPolicy
}

/** Maximum when the flag is 1, nothing when it is 0. */
export type YesNoRule = { readonly kind: 'yesNo'; readonly metric: string }

/** Exactly one of several answers, each with its points. */
export type ChoiceRule = {
  readonly kind: 'choice'
  readonly metric: string
  readonly options: readonly (Labelled & { readonly value: Decimal; readonly points: Decimal })[]
}

/** Sum of the parts that are ticked. */
export type ChecklistRule = {
  readonly kind: 'checklist'
  readonly items: readonly { readonly metric: string; readonly points: Decimal }[]
}

/** Points by the band a value or percentage falls into. */
export type BandsRule = BandTable & { readonly kind: 'bands'; readonly measure: Measure }

/** So many points a unit, up to `cap` (the maximum when not given). */
export type PerUnitRule = {
  readonly kind: 'perUnit'
  readonly metric: string
  readonly pointsPerUnit: Decimal
  readonly cap?: Decimal | undefined
}

/** Starts from the maximum and loses points for each violation, never below `floor` (0 when not given). */
export type DeductionRule = {
  readonly kind: 'deduction'
  readonly items: readonly {
    readonly metric: string
    /** A violation: points, or a percentage of the maximum. */
    readonly each: { readonly points: Decimal } | { readonly percentOfMax: Decimal }
  }[]
  readonly floor?: Decimal | undefined
}

/** base + n × bonus − m × penalty, between `least` and `most`. */
export type BonusPenaltyRule = {
  readonly kind: 'bonusPenalty'
  readonly base?: Decimal | undefined
  readonly items: readonly {
    readonly metric: string
    readonly effect: 'bonus' | 'penalty'
    readonly points: Decimal
  }[]
  readonly least: Decimal
  readonly most: Decimal
}

/** Working days past the allowed ones, from a day (not counted) to the day it was done (counted), in bands. */
export type LatenessRule = BandTable & {
  readonly kind: 'lateness'
  readonly since: { readonly date: string } | { readonly metric: string }
  readonly done: string
  readonly allowedDays: number
  readonly calendar: string
}

/** Mean of a survey, or a figure of another index, as a part of its scale. */
export type SurveyMeanRule = {
  readonly kind: 'surveyMean'
  readonly metric: string
  readonly scaleFrom: Decimal
  readonly scaleTo: Decimal
}

/** Answers counted by option, each option worth a percentage. */
export type SurveyOptionsRule = {
  readonly kind: 'surveyOptions'
  readonly options: readonly { readonly metric: string; readonly weightPercent: Decimal }[]
  readonly whenNoAnswers: EmptyPolicy
}

/** Weighted mean of figures on one scale from 0 to `scaleTo`. */
export type WeightedMeanRule = {
  readonly kind: 'weightedMean'
  readonly terms: readonly { readonly metric: string; readonly weight: Decimal }[]
  readonly scaleTo: Decimal
}

/** Share of items that were in time every time: one late occurrence makes the item late for the whole period. */
export type EveryOccurrenceRule = {
  readonly kind: 'everyOccurrence'
  readonly items: readonly (Labelled & { readonly metrics: readonly string[] })[]
}

/** Change on the previous period in percent, in bands. */
export type GrowthRule = BandTable & {
  readonly kind: 'growth'
  readonly metric: string
  readonly whenPreviousZero: EmptyPolicy
}

/** Points by an expression over named figures; the grammar stands in scoring/formula/parseFormula.ts. */
export type FormulaRule = {
  readonly kind: 'formula'
  readonly variables: readonly { readonly name: string; readonly metric: string }[]
  /** The first whose condition holds; a case without one always holds. */
  readonly cases: readonly {
    readonly label?: string | undefined
    readonly labelEn?: string | undefined
    readonly when?: string | undefined
    readonly expression: string
  }[]
  /** A result past the maximum: cut, or a mistake in the figures that refuses the submission. */
  readonly aboveMaximum: 'cap' | 'refuse'
  /** Division by zero, or no case that holds. */
  readonly whenUndefined: EmptyPolicy
}

/** Value ÷ the best value of the cohort × max (units without a target). */
export type ShareOfBestRule = {
  readonly kind: 'shareOfBest'
  readonly measure: Measure
  readonly whenAllZero: EmptyPolicy
}

/**
 * Up to the target `percentAtTarget` of the maximum in proportion; past it the leader of the cohort
 * earns the maximum and the others lie on the line between target and leader.
 */
export type LeaderRule = {
  readonly kind: 'leader'
  readonly measure: Measure
  readonly target: Decimal
  readonly percentAtTarget: Decimal
}

/** (value − worst) ÷ (best − worst) of the cohort, as PCI and composite indices do. */
export type MinMaxRule = {
  readonly kind: 'minMax'
  readonly measure: Measure
  readonly direction: Direction
  /** Share of the maximum the worst earns (PCI: 10, on a scale from 1 to 10). */
  readonly percentAtWorst: Decimal
  readonly whenAllEqual: EmptyPolicy
}

/** Points by rank in the cohort: in bands over the rank, or on a line from first (maximum) to last (none). */
export type RankRule = {
  readonly kind: 'rank'
  readonly measure: Measure
  readonly direction: Direction
  readonly ties: TieStyle
  readonly points: BandTable | 'linear'
}

/** 1,1,3 or 1,1,2. */
export type TieStyle = 'competition' | 'dense'

/** Points are taken as somebody else published or decided them. */
export type ReportedRule = { readonly kind: 'reported' }

/** Watched only: shown with its figures, never scored. */
export type MonitorRule = {
  readonly kind: 'monitor'
  readonly numerator: string
  readonly denominator: string
}

/** Rules that need nothing but the agency's own figures; only these can be parts of another. */
export type PlainRule =
  | RatioRule
  | YesNoRule
  | ChoiceRule
  | ChecklistRule
  | BandsRule
  | PerUnitRule
  | DeductionRule
  | BonusPenaltyRule
  | LatenessRule
  | SurveyMeanRule
  | SurveyOptionsRule
  | WeightedMeanRule
  | EveryOccurrenceRule
  | GrowthRule
  | FormulaRule

export type RulePart = Labelled & { readonly maxPoints: Decimal; readonly rule: PlainRule }

/** Sum of parts, each with its own maximum and rule. */
export type SumRule = { readonly kind: 'sum'; readonly parts: readonly RulePart[] }

/** The case that earns most. */
export type BestOfRule = { readonly kind: 'bestOf'; readonly cases: readonly RulePart[] }

/** Rules that need every agency's figures; scored in a second pass. */
export type CohortRule = ShareOfBestRule | LeaderRule | MinMaxRule | RankRule

/** One variant per rule kind; a new kind is a new file in scoring/rules and a new variant here. */
export type Rule = PlainRule | SumRule | BestOfRule | CohortRule | ReportedRule | MonitorRule
