import type { Exact } from './exact.ts'
import type { Certainty } from './provenance.ts'
import type { Direction, Rule } from './rules.ts'
import type { Stage } from './submission.ts'

/** One agency's part in the points an agency above it lost at one leaf. */
export type LossShare = {
  /** null: the difference between the whole's figures and the sum of the agencies given ("chưa phân bổ"). */
  readonly agencyId: string | null
  readonly numerator: Exact
  readonly denominator: Exact
  /** In units of the numerator, positive when short of the target; negative past it. */
  readonly shortfall: Exact
  /** Points; negative for those past the target, who offset others. */
  readonly contribution: Exact
  readonly percentOfLoss: Exact
}

/** An agency of which nothing can be said at a leaf; what it may have cost stays unallocated. */
export type AbsentShare = {
  readonly agencyId: string
  readonly because: 'missing' | 'withheld' | 'notApplicable' | 'exempt'
  /** Figures that are not there; none for an exempt agency. */
  readonly metricIds: readonly string[]
}

/**
 * Why a leaf's loss is not split over agencies:
 * - `noLoss`: full points; `open`: missing or waiting; `notApplicable`
 * - `pooled`: its points or maximum are only known together with others
 * - `decided`: a stage of the assessment gave other points than the figures do
 * - `ruleKind`: not a share of two figures (reported, yes/no, comparison with others …)
 * - `noShare`: points without a share (zero denominator, absent figures the rule set scores)
 * - `coefficient`, `otherShares`, `fallbackDenominator`: the share is not one numerator over one denominator
 * - `notAdditive`: agencies' figures do not add up to the whole's
 * - `noShortfall`: the figures reach the target, rounding or the decision alone takes the points
 */
export type NotAttributable =
  | 'noLoss'
  | 'open'
  | 'notApplicable'
  | 'pooled'
  | 'decided'
  | 'ruleKind'
  | 'noShare'
  | 'coefficient'
  | 'otherShares'
  | 'fallbackDenominator'
  | 'notAdditive'
  | 'noShortfall'

export type LeafAttribution = {
  readonly criterionId: string
  readonly ruleKind: Rule['kind']
} & (
  | {
      readonly kind: 'attributed'
      /** Points lost at the leaf as the ladder of losses has them. */
      readonly lost: Exact
      readonly direction: Direction
      /** Of the share that is scored, after a complement. */
      readonly targetPercent: Exact
      /** The whole's own; the shares' shortfalls add up to it. */
      readonly shortfall: Exact
      readonly unit: string
      readonly unitEn?: string | undefined
      /** Largest contribution first, then agency id; the unallocated row last. They add up to `lost`. */
      readonly shares: readonly LossShare[]
      readonly absent: readonly AbsentShare[]
      /** Agencies that state the very figures of the whole: several only when they repeat what is not theirs. */
      readonly repeating: number
    }
  | {
      readonly kind: 'notAttributable'
      /** null while the leaf is open or its maximum unknown. */
      readonly lost: Exact | null
      readonly reason: NotAttributable
    }
)

/** One agency's part in all leaves that could be split. */
export type AgencyLoss = {
  readonly agencyId: string | null
  readonly contribution: Exact
  /** Of all that was split; null when nothing was. */
  readonly percentOfAttributed: Exact | null
  /** Split leaves with and without the agency's figures; the unallocated row has part in all of them. */
  readonly knownLeaves: number
  readonly absentLeaves: number
}

/** Where the points that one agency lost come from among the agencies below it. */
export type LossAttribution = {
  readonly agencyId: string
  /** Every leaf in the order of the rule set. */
  readonly leaves: readonly LeafAttribution[]
  /** Largest contribution first, then agency id; the unallocated row last. They add up to `attributed`. */
  readonly agencies: readonly AgencyLoss[]
  /** The whole ladder (to the lower end while figures are missing) = attributed + notAttributed; null when points are unknown. */
  readonly lost: Exact | null
  readonly attributed: Exact
  readonly notAttributed: Exact | null
}

/** Several agencies' shares taken together. */
export type JointShare = {
  readonly count: number
  /** null where units of different leaves would be mixed. */
  readonly shortfall: Exact | null
  readonly contribution: Exact
  readonly percentOfLoss: Exact
}

export type ContributionRow = Omit<JointShare, 'count'> & {
  readonly agencyId: string
  /** All rows after this one; null after the last. */
  readonly remaining: JointShare | null
}

/** A loss with all that is known of who carries it. */
export type ContributionSplit = {
  /** Points. */
  readonly lost: Exact
  readonly maxPoints: Exact
  /** Largest contribution first, then agency id. */
  readonly rows: readonly ContributionRow[]
  /** All rows together. With `unallocated` they make up the loss exactly. */
  readonly known: JointShare
  /** What the rows leave over, of agencies not loaded or without figures; null when nothing is left. */
  readonly unallocated: Omit<JointShare, 'count'> | null
  /** The largest contributors: as few as carry half of the loss together, five at most; null when nobody carries any. */
  readonly leading: (JointShare & { readonly agencyIds: readonly string[] }) | null
}

export type ContributionLeaf = ContributionSplit & {
  readonly criterionId: string
  readonly direction: Direction
  readonly targetPercent: Exact
  /** The whole's own, in units of the numerator. */
  readonly shortfall: Exact
  readonly unit: string
  readonly unitEn?: string | undefined
  readonly absent: readonly AbsentShare[]
}

/**
 * Beside what the rule set forbids:
 * - `repeating`: several agencies state the very figures of the whole, which are not theirs
 * - `exceedsWhole`: the agencies make more together than the whole has, so that something is counted twice
 */
export type Unsplit = {
  readonly criterionId: string
  /** null while open, and where the whole is only gathered: then only leaves that add up mean anything. */
  readonly lost: Exact | null
  readonly reason: NotAttributable | 'repeating' | 'exceedsWhole'
  /** Agencies that repeat the whole's figures. */
  readonly repeating: number
}

/** Where the figures of the whole come from. */
export type WholeOrigin =
  | { readonly kind: 'submitted'; readonly stage: Stage; readonly certainty: Certainty }
  /** Nobody reported them: sums over the agencies below, deduced by us. */
  | { readonly kind: 'gathered'; readonly certainty: Certainty }

/** What each agency cost the agency above them, criterion by criterion. */
export type Contribution = {
  readonly parentId: string
  readonly period: string
  readonly origin: WholeOrigin
  /** Agencies whose figures take part. */
  readonly agencyIds: readonly string[]
  /** A file lists them, and they sent nothing. */
  readonly silent: readonly string[]
  /** Agencies there are by the publisher's own count, and those of them without a file; null where nobody counts. */
  readonly expected: { readonly count: number; readonly notLoaded: number } | null
  /** Leaves that could be split, the largest loss first. */
  readonly leaves: readonly ContributionLeaf[]
  /** All others, in the order of the rule set. */
  readonly unsplit: readonly Unsplit[]
  /** All split leaves together; null when there is none. */
  readonly total: ContributionSplit | null
  /** Points the whole lost, and those no leaf above splits; null where the whole is gathered or its points unknown. */
  readonly loss: { readonly whole: Exact; readonly notSplit: Exact } | null
}
