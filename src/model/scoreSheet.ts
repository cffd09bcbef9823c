import type { Decimal, Exact, Interval } from './exact.ts'
import type { AppliedRounding, Explanation } from './explanation.ts'
import type { Bilingual, Certainty, Provenance } from './provenance.ts'
import type { Direction, Rule } from './rules.ts'
import type { PublishedReading, Stage } from './submission.ts'

/** What became of one leaf. Never −1, null or 0 for "no score". */
export type Outcome =
  | {
      readonly kind: 'scored'
      /** After the rule set's leaf rounding. */
      readonly points: Exact
      readonly unrounded: Exact
      readonly certainty: Certainty
    }
  /** `range`: what it may still earn. `poolId`: its points are only known together with other leaves. */
  | {
      readonly kind: 'missing'
      readonly metricIds: readonly string[]
      readonly range: Interval
      readonly poolId?: string | undefined
    }
  | { readonly kind: 'notApplicable'; readonly reason: Bilingual }
  /** Waits for somebody other than the agency: a survey, a reviewer. */
  | { readonly kind: 'pendingReview'; readonly assessedBy: 'survey' | 'review'; readonly range: Interval }

/** Points of a node: an interval, or unknown because a part of it is nowhere stated. */
export type NodePoints =
  | ({ readonly kind: 'known' } & Interval)
  | { readonly kind: 'unknown'; readonly atLeast: Exact }

/** Shortfall to full points, positive when short. */
export type GapToTarget = {
  readonly direction: Direction
  readonly targetPercent: Decimal
  /** Percentage points still missing; "0" when reached. */
  readonly percentPoints: Exact
  /** Whole units more (or, when lower is better, fewer) that reach it with today's denominator; null where nothing is counted. */
  readonly count: Exact | null
  readonly unit: string
  readonly unitEn?: string | undefined
}

export type NodeScore = {
  readonly criterionId: string
  readonly code: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly shortName: string
  readonly shortNameEn?: string | undefined
  readonly parentId: string | null
  readonly depth: number
  readonly isLeaf: boolean
  /** Maximum of what applies: not-applicable parts leave both sides. null: unknown. */
  readonly maxPoints: Exact | null
  readonly maxProvenance: Provenance
  readonly points: NodePoints | null
  /** Points ÷ maximum × 100. */
  readonly percent: Interval | null
  readonly gapToMax: Interval | null
  readonly gapToTarget: GapToTarget | null
  readonly missingLeaves: number
  /** The leaf earned what the rule gives when there is nothing to divide by ("không phát sinh"). */
  readonly notIncurred: boolean
  /** Rounding of a group's sum; a leaf's stands in its explanation. */
  readonly sumRounding: AppliedRounding | null
  /** Leaves only. */
  readonly outcome: Outcome | null
  readonly ruleKind: Rule['kind'] | null
  readonly explanation: Explanation | null
  readonly outOfReach: string | null
  readonly note: string | null
  readonly publishedPoints: Decimal | null
}

/** Points outside the tree: a bonus adds them, a penalty takes them away. */
export type AdjustmentScore = {
  readonly adjustmentId: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly shortName: string
  readonly shortNameEn?: string | undefined
  readonly effect: 'bonus' | 'penalty'
  readonly ceiling: Exact
  readonly outcome: Outcome
  /** From 0 to the ceiling, before the sign; "0" when it does not apply. */
  readonly points: Interval
  readonly explanation: Explanation
}

export type PoolScore = {
  readonly poolId: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly shortName: string
  readonly shortNameEn?: string | undefined
  readonly criterionIds: readonly string[]
  readonly maxPoints: Exact
  readonly points: Interval
  readonly gapToMax: Interval
  readonly maxProvenance: Provenance
  readonly pointsProvenance: Provenance | null
}

/**
 * One step of the ladder from the maximum down to the score, largest sure loss first,
 * unexplained losses after them, possible losses from missing figures last.
 */
export type LossStep = {
  /**
   * Criterion id, pool id, adjustment id, or `rounding` for what rounding groups or the total took or gave.
   * A bonus loses less than nothing.
   */
  readonly nodeId: string
  readonly kind: 'lost' | 'unexplained' | 'adjusted' | 'rounding' | 'missing'
  readonly certainty: Certainty
  readonly lost: Exact
  /** Running level before and after the step. */
  readonly from: Exact
  readonly to: Exact
  readonly points: Exact | null
  readonly maxPoints: Exact
  /** Nothing happened to be counted (0/0): the loss says nothing about performance. */
  readonly notIncurred: boolean
  /** What the steps after this one lose together; `sure` is the part that no missing figure can win back. */
  readonly remaining: { readonly count: number; readonly lost: Exact; readonly sure: Exact }
}

export type ReconciliationCheck = {
  readonly kind: 'leaf' | 'group' | 'total' | 'namedLosses'
  readonly nodeId: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly computed: Exact
  readonly published: Decimal
  /** computed − published. */
  readonly difference: Exact
  readonly agrees: boolean
}

export type Reconciliation = {
  readonly checks: readonly ReconciliationCheck[]
  readonly agreeing: number
  /** Figures taken as published, which by construction cannot disagree. */
  readonly takenAsPublished: number
  /** Published figures our result leaves open because something is missing. */
  readonly notComparable: number
  readonly readings: readonly PublishedReading[]
  /** Sum of the losses named leaf by leaf, when pools hide the rest. */
  readonly namedLosses: Exact | null
}

/** How fast a target's units must come in, from the day the data is of. */
export type TargetPace =
  | { readonly kind: 'past'; readonly by: string }
  | {
      readonly kind: 'open'
      readonly by: string
      /** Whole units a working day, rounded up; null where no calendar of the rule set knows every day. */
      readonly perWorkingDay: Exact | null
      readonly workingDays: number | null
      /** Whole units a month, rounded up; null while less than a month is left. */
      readonly perMonth: Exact | null
      readonly months: number | null
      readonly days: number
    }

/** Answer to one target of a plan. */
export type TargetScore = {
  readonly targetId: string
  readonly actual:
    | {
        readonly kind: 'share'
        readonly percent: Exact
        readonly certainty: Certainty
        readonly source: Provenance
      }
    | { readonly kind: 'missing'; readonly what: 'counts' | 'units' }
  readonly status: 'reached' | 'short' | 'unknown'
  /** Percentage points still missing; null when unknown. */
  readonly percentPoints: Exact | null
  /** Whole units still missing with today's denominator; null when counts are not known. */
  readonly count: Exact | null
  /** Absent where the target has no day, is reached, or its counts are not known. */
  readonly pace?: TargetPace | undefined
  /** What the criterion would earn exactly at the target, where its rule or first reading says so. */
  readonly pointsAtTarget: { readonly points: Exact; readonly certainty: Certainty } | null
}

/** The engine's whole result for one submission. Screens draw it and recompute nothing. */
export type ScoreSheet = {
  readonly formatVersion: 1
  readonly engineVersion: string
  /** ISO instant handed in by the caller. */
  readonly scoredAt: string
  readonly ruleSetId: string
  readonly ruleSetVersion: string
  readonly submissionId: string
  readonly agencyId: string
  readonly period: string
  readonly stage: Stage
  readonly total: {
    readonly points: NodePoints
    /** Before the total's own rounding; null when a part is nowhere stated. */
    readonly unrounded: Interval | null
    readonly rounding: AppliedRounding | null
    readonly maxPoints: Exact
    /** A block that was not run: what applied, brought back to the maximum above. */
    readonly rescaled: {
      readonly fromMax: Exact
      readonly points: Interval
      readonly provenance: Provenance
    } | null
    readonly percent: Interval | null
    readonly gapToMax: Interval | null
    /** Bands decided on the unrounded percentage unless the rule set says otherwise, lowest first; several when missing figures leave it open. */
    readonly bandIds: readonly string[]
    /** The flag that forced the band whatever the score. */
    readonly bandOverride: {
      readonly metricId: string
      readonly bandId: string
      readonly provenance: Provenance
    } | null
    readonly missingLeaves: number
    readonly notApplicableLeaves: number
    /** Leaves scored by what the rule set gives for a zero denominator ("không phát sinh"). */
    readonly notIncurredLeaves: number
    /** Leaves without figures that the rule set gives points all the same. */
    readonly scoredWithoutFigures: number
    /** Counted as the rule set counts (`itemDepth`): how many there are, have points of their own, reach the maximum. */
    readonly items: { readonly total: number; readonly scored: number; readonly atMax: number }
    readonly provenance: Provenance | null
  }
  readonly nodes: readonly NodeScore[]
  readonly pools: readonly PoolScore[]
  readonly adjustments: readonly AdjustmentScore[]
  readonly losses: readonly LossStep[]
  readonly reconciliation: Reconciliation | null
}

/** A task of a plan and the points its criteria can still win. */
export type ActionScore = { readonly taskId: string; readonly recoverable: Exact }

/** Difference to the previous comparable period: this total − that one. */
export type Change = { readonly previousPeriod: string; readonly difference: Exact }

/** Why two totals are not set against each other; `stage`: one was claimed, the other decided. */
export type ChangeRefusal = 'ruleSet' | 'version' | 'stage' | 'maximum' | 'openNow' | 'openBefore' | 'unknown'

/** The period before, and the change since: a difference, or why there is none. */
export type Comparison = {
  readonly previousPeriod: string
  /** Stage the earlier submission was read at; the same as now where it has it. */
  readonly previousStage: Stage | null
  readonly change: Change | null
  readonly refusal: ChangeRefusal | null
}

/** A ladder of its own: the whole result by area, or one area by criterion. */
export type LossView = {
  /** The area; null for the whole. */
  readonly nodeId: string | null
  readonly maxPoints: Exact
  readonly points: NodePoints
  readonly gapToMax: Interval | null
  readonly losses: readonly LossStep[]
}

/** Top-level areas as shares of their maximum, in the order of the rule set. */
export type AreaShares = {
  readonly areas: readonly Pick<
    NodeScore,
    | 'criterionId'
    | 'code'
    | 'name'
    | 'nameEn'
    | 'shortName'
    | 'shortNameEn'
    | 'maxPoints'
    | 'points'
    | 'percent'
  >[]
  /** Highest and lowest settled shares, equal ones together; empty where none is settled or all are equal. */
  readonly best: readonly string[]
  readonly worst: readonly string[]
}
