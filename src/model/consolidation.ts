import type { AbsentShare, Contribution } from './attribution.ts'
import type { CohortGroup, CohortRow } from './cohort.ts'
import type { Exact, Interval } from './exact.ts'
import type { Problem } from './problem.ts'
import type { Certainty } from './provenance.ts'
import type { LossStep, NodePoints } from './scoreSheet.ts'
import type { Rank } from './standings.ts'

/** A total as it stood at one stage. */
export type StageTotal = {
  readonly points: NodePoints
  readonly maxPoints: Exact
  readonly percent: Interval | null
}

/**
 * Why an agency of a group has no score, and least of all zero:
 * - `notReceived`: no file; `unusable`: files came and none can be read as it is
 * - `undecided`: several versions and nobody chose one; `empty`: a file came and says nothing
 * - `refused`: what was chosen does not answer the rule set
 */
export type ApartReason = 'notReceived' | 'unusable' | 'undecided' | 'empty' | 'refused'

export type ApartAgency = {
  readonly agencyId: string
  readonly why: ApartReason
  /** Of a refused one; otherwise none. */
  readonly problems: readonly Problem[]
}

/**
 * A published total held against ours:
 * - `same`: to the last digit; `rounded`: ours rounds to it at the decimals it was published with
 * - `open`: ours is not settled; `unscored`: nothing was scored for the agency
 */
export type Agreement = 'same' | 'rounded' | 'differs' | 'open' | 'unscored'

/** What was published about one agency beside what we compute; neither changes the other. */
export type PublishedCheck = {
  readonly agencyId: string
  readonly source: string
  readonly total: {
    readonly published: Exact
    readonly computed: Interval | null
    /** computed − published; null where ours is open. */
    readonly difference: Exact | null
    readonly agreement: Agreement
  } | null
  readonly rank: {
    readonly published: number
    readonly of: number
    readonly computed: Rank | null
    /** How many we rank in its group. */
    readonly computedOf: number
    readonly agreement: Exclude<Agreement, 'rounded'>
  } | null
  readonly band: {
    readonly published: string
    /** Bands it may have by our result. */
    readonly computedIds: readonly string[]
    readonly agreement: Exclude<Agreement, 'rounded'>
  } | null
}

/** One agency of a group with the totals of its stages. What stands is in `row.total`. */
export type ConsolidatedRow = {
  readonly agencyId: string
  readonly row: CohortRow
  readonly self: StageTotal
  /** null: the first review decided nothing here. */
  readonly first: StageTotal | null
  /** Whether the second review decided something. */
  readonly hasSecond: boolean
  /** What stands − what the agency said of itself; null where either is open, or they are of unlike maxima. */
  readonly difference: Exact | null
  /** Order by the difference, the largest fall first and equal for equals; null where there is none. */
  readonly differenceOrder: number | null
  /** The same by percentage as handed in and after the first review. */
  readonly selfOrder: number | null
  readonly firstOrder: number | null
}

export type ConsolidatedGroup = {
  readonly groupId: string
  readonly name: string
  /** Columns and cells are those of the areas alone. */
  readonly cohort: CohortGroup
  /** As the cohort orders them: ranked ones best first, then those without a rank. */
  readonly rows: readonly ConsolidatedRow[]
  readonly apart: readonly ApartAgency[]
}

/** How figures of agencies became one figure of the whole. */
export type Gathering = 'sum' | 'mean'

/**
 * Why a leaf has no figures of the whole:
 * - `rule`: its points are of counts, ticks or dates that mean nothing for a whole province
 * - `notAdditive`: the rule set says that its figures do not add up
 * - `reported`: points are stated, not computed; `compares`: agencies are held against each other
 * - `pooled`: its maximum is only known together with others'; `nobody`: no agency has all its figures
 */
export type NotGathered = 'rule' | 'notAdditive' | 'reported' | 'compares' | 'pooled' | 'nobody'

export type GatheredFigure = {
  readonly metricId: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly unit: string
  readonly unitEn?: string | undefined
  readonly value: Exact
}

/** One leaf seen over all agencies of the round. Deduced by us ("suy ra"), whatever the agencies reported. */
export type ProvinceLeaf = {
  readonly criterionId: string
  /** As the rule set states it. */
  readonly maxPoints: Exact | null
  readonly whole:
    | {
        readonly kind: 'gathered'
        readonly how: Gathering
        readonly figures: readonly GatheredFigure[]
        /** Share that is scored; null where the rule is not one of one share. */
        readonly percent: Exact | null
        /** By rule from those figures, whatever reviewers decided for single agencies; null: open. */
        readonly points: Exact | null
        readonly lost: Exact | null
        /** Agencies whose figures are in it, and who was left out, why. */
        readonly of: number
        readonly leftOut: readonly AbsentShare[]
      }
    | { readonly kind: 'notGathered'; readonly why: NotGathered; readonly leftOut: readonly AbsentShare[] }
  /** Agencies with full points, of those to whom it applies and whose points are settled. */
  readonly full: { readonly agencyIds: readonly string[]; readonly of: number }
  /** Agencies whose share reaches the target of the rule, of those that have a share; null: the rule has none. */
  readonly target: {
    readonly percent: Exact
    readonly agencyIds: readonly string[]
    readonly of: number
  } | null
  /** Plain mean of the points of those agencies; null where nobody's are settled or maxima differ. */
  readonly mean: { readonly points: Exact; readonly percent: Exact | null; readonly of: number } | null
  /** Agencies whose points were decided otherwise than their figures give. */
  readonly decidedOtherwise: readonly string[]
  /** Agencies to whom it applies and whose points are not settled. */
  readonly open: readonly string[]
  /** Agencies to whom it does not apply. */
  readonly exempt: readonly string[]
}

export type ProvinceView = {
  readonly certainty: Certainty
  /** Agencies with a score. */
  readonly agencies: number
  /** In the order of the rule set. */
  readonly leaves: readonly ProvinceLeaf[]
  /** Leaves with points of the whole, taken together; null where there is none. */
  readonly total: {
    readonly leaves: number
    readonly ofLeaves: number
    readonly points: Exact
    readonly maxPoints: Exact
    readonly percent: Exact
    readonly lost: Exact
  } | null
  /** Who carries what the whole lost where shares add up; null where nothing was received. */
  readonly contribution: Contribution | null
}

/** Something that took points: leaf, pool or penalty. */
export type LostItem = {
  readonly nodeId: string
  readonly kind: Extract<LossStep['kind'], 'lost' | 'unexplained' | 'adjusted'>
  readonly lost: Exact
  /** Of all points that all agencies lost. */
  readonly percentOfAll: Exact
  /** Maxima of those that lost something here, together. */
  readonly maxPoints: Exact
  /** Largest first, then agency id. They add up to `lost`. */
  readonly by: readonly {
    readonly agencyId: string
    readonly lost: Exact
    readonly maxPoints: Exact
    readonly percentOfLoss: Exact
  }[]
}

export type AgencyLosses = {
  readonly agencyId: string
  readonly groupId: string
  readonly lost: Exact
  /** Of all points that all agencies lost; null where nobody lost any. */
  readonly percentOfLoss: Exact | null
  /** What missing figures may still cost it on top. */
  readonly open: Exact
  /** Largest first. */
  readonly items: readonly Pick<LostItem, 'nodeId' | 'kind' | 'lost' | 'maxPoints'>[]
}

/** Points that agencies lost, by what took them and by who lost them. Both lists add up to `lost`. */
export type RoundLosses = {
  readonly lost: Exact
  /** Largest first, then in the order of the ladder. */
  readonly items: readonly LostItem[]
  /** Largest first, then agency id. */
  readonly agencies: readonly AgencyLosses[]
  /** What missing figures may still cost on top. */
  readonly open: Exact
  /** What bonuses and rounding gave back (below zero) or took on top. */
  readonly beside: Exact
  /** lost + open + beside: maxima − lowest scores of all agencies. */
  readonly whole: Exact
  /** Agencies whose points are nowhere stated in full, so that nothing is known of what they lost. */
  readonly unknown: readonly string[]
}

/** A round taken together. Screens draw it and compute nothing. */
export type Consolidation = {
  readonly ruleSetId: string
  readonly ruleSetVersion: string
  readonly engineVersion: string
  readonly period: string
  readonly scoredAt: string
  readonly groups: readonly ConsolidatedGroup[]
  readonly province: ProvinceView
  readonly losses: RoundLosses
  /** By agency, in the order of the groups; those nobody published anything about are not in it. */
  readonly published: readonly PublishedCheck[]
}
