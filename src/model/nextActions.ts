import type { Decimal, Exact, Interval } from './exact.ts'

/** One figure, and how far it has to move. */
export type FigureChange = {
  readonly metricId: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly unit: string
  readonly unitEn?: string | undefined
  readonly valueType: 'count' | 'percent' | 'number' | 'flag' | 'date' | 'option'
  /** null while it is not entered. */
  readonly from: Decimal | null
  readonly to: Decimal
  /** to − from, days for dates; null from nothing and between the answers of a choice. */
  readonly change: Exact | null
}

/**
 * Why points are not there:
 * - `missing`: a figure was not entered; `belowTarget`: a percentage short of full points; `figure`: another figure
 * - `decided`: a review gave less than the figures do; `published`: taken as published, the rule is not known
 * - `survey`: rests on other people's answers; `separate`: no single figure decides it
 */
export type LossReason =
  | { readonly kind: 'missing' | 'figure' | 'decided' | 'published' | 'survey' | 'separate' }
  | {
      readonly kind: 'belowTarget'
      readonly percent: Exact
      readonly targetPercent: Decimal
      readonly direction: 'higherIsBetter' | 'lowerIsBetter'
    }

/** Something worth doing, and what it wins. */
export type NextAction = {
  /** `missing`: hand in what was not entered; `task`: of the plan; `leaf`: one criterion. */
  readonly kind: 'missing' | 'task' | 'leaf'
  /** Leaves it serves, the one that wins most first. */
  readonly criterionIds: readonly string[]
  readonly taskId: string | null
  /** Points it wins back; an interval while it is open what the figures will say. */
  readonly points: Interval
  /** null where no number of units can be said. */
  readonly change: FigureChange | null
  readonly reason: LossReason
  /** Figures to hand in. */
  readonly metricIds: readonly string[]
}

/** Whether a figure that criteria look at is there. */
export type FigureState = {
  readonly metricId: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly unit: string
  readonly unitEn?: string | undefined
  readonly state: 'entered' | 'missing' | 'notApplicable'
  /** Leaves that look at it. */
  readonly criterionIds: readonly string[]
  /** No points rest on it. */
  readonly isWatched: boolean
}

/**
 * How complete a submission is, counted by figures and not by criteria. `missing` is the one number that screens
 * say as missing figures.
 */
export type Completeness = {
  readonly entered: number
  readonly missing: number
  readonly notApplicable: number
  /** Of the missing ones those that leave points open. */
  readonly open: number
  /** What is missing, in the order of the rule set. */
  readonly missingFigures: readonly FigureState[]
  /** What of the sure loss rests on 0/0, and whether that is more than all the rest of it; null where nothing does. */
  readonly notIncurredLoss: { readonly lost: Exact; readonly isMost: boolean } | null
}
