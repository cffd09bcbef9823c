import type { Decimal, Exact } from './exact.ts'
import type { Bilingual } from './provenance.ts'
import type { NodePoints } from './scoreSheet.ts'

/** What is to be raised: one leaf, or the whole score. */
export type SolveTarget = { readonly kind: 'leaf'; readonly criterionId: string } | { readonly kind: 'total' }

/** How far. Bands belong to the total; `nextBand` is the one above the lowest that is possible today. */
export type SolveGoal =
  | { readonly kind: 'fullPoints' }
  | { readonly kind: 'points'; readonly points: Exact }
  | { readonly kind: 'nextBand' }
  | { readonly kind: 'band'; readonly bandId: string }

/** "Which value must this one figure have, all others as they are?" */
export type SolveQuestion = {
  readonly target: SolveTarget
  readonly goal: SolveGoal
  readonly metricId: string
}

/** `closedForm` was computed and checked, the others were found by scoring again. */
export type SolveMethod = 'closedForm' | 'bisection' | 'search' | 'enumeration'

export type ImpossibleCode =
  /** No rule of the target looks at the figure. */
  | 'noEffect'
  /** More than the rule gives for any figures. */
  | 'aboveMaximum'
  /** A part would have to be larger than its whole, or a whole smaller than its part. */
  | 'aboveDenominator'
  | 'belowNumerator'
  | 'exempt'
  /** Points are taken as somebody published or decided them. */
  | 'published'
  | 'decided'
  | 'watchedOnly'
  | 'unknownMaximum'
  | 'noBands'
  | 'noNextBand'
  | 'forcedBand'
  /** The largest effect of the figure is too small. */
  | 'notEnough'
  /** Nothing within the searched range; values beyond it were not tried. */
  | 'notFound'

export type Impossible = {
  readonly status: 'impossible'
  readonly reason: Bilingual & { readonly code: ImpossibleCode }
  /** The most the figure can bring, and where; absent where no figure changes anything. */
  readonly best?: Attainable | undefined
  /** Ends of what was tried, when the search stopped before the limits of the figure. */
  readonly searchedTo?: { readonly from: Decimal; readonly to: Decimal } | undefined
}

export type Attainable = { readonly value: Decimal; readonly points: NodePoints }

export type Solution =
  | {
      readonly status: 'reached'
      /** A number, or an ISO date where the metric is one. */
      readonly value: Decimal
      /** value − from, days for dates; null from nothing and between options. */
      readonly change: Exact | null
      /** null while the figure is not entered. */
      readonly from: Decimal | null
      /** null where the leaf does not apply. */
      readonly pointsBefore: NodePoints | null
      readonly pointsAfter: NodePoints | null
      /** The band that was asked for; null for goals in points. */
      readonly bandId: string | null
      readonly method: SolveMethod
    }
  | { readonly status: 'already'; readonly points: NodePoints; readonly bandId: string | null }
  | Impossible
  /** Other figures decide: with them it may reach the goal or miss it. */
  | {
      readonly status: 'open'
      readonly reason: Bilingual
      readonly metricIds: readonly string[]
      /** Leaves that are open, also those that wait for points and not for figures. */
      readonly criterionIds: readonly string[]
      readonly best?: Attainable | undefined
    }

/** One answer of a list; `metricId` is null where the answer is the same for every figure. */
export type MetricSolution = { readonly metricId: string | null; readonly solution: Solution }
