import type { CohortCell } from './cohort.ts'
import type { Exact, Interval } from './exact.ts'

/** One of the compared agencies at one criterion, or in all. */
export type ComparedCell = Pick<
  CohortCell,
  'state' | 'points' | 'maxPoints' | 'percent' | 'isInferred' | 'notIncurred'
> & {
  /** Everything here is 0/0 (or the agency had nothing at all): shown, and compared with nobody. */
  readonly restsOnNothing: boolean
  /** Percentage points behind the best of those compared; "0" for the best; null where nothing can be compared. */
  readonly behind: Exact | null
}

/** Compared agencies that lie apart: the best and the last of them. */
export type Distance = {
  readonly ahead: readonly string[]
  readonly last: readonly string[]
  /** Percentage points of the maximum; "0" when all are equal. */
  readonly percentPoints: Exact
  /** The same in points; null where they do not share one maximum. */
  readonly points: Exact | null
}

export type ComparedRow = {
  /** null: the total. */
  readonly criterionId: string | null
  readonly parentId: string | null
  /** In the order of the agencies. */
  readonly cells: readonly ComparedCell[]
  /**
   * Among agencies whose figures can be compared (settled, not 0/0); null with fewer than two of
   * them, and where an interval of another one reaches past either end, so that it may lead or trail.
   */
  readonly distance: Distance | null
  /** Ends of all that is known, to draw the line between; null when nothing is. */
  readonly span: Interval | null
}

/** A few agencies of one group beside each other. */
export type AgencyComparison = {
  readonly agencyIds: readonly string[]
  readonly total: ComparedRow
  /** Every criterion in the order of the group's columns. */
  readonly rows: readonly ComparedRow[]
  /** Top criterion at which they lie furthest apart, the first of equals; null where all are equal or unknown. */
  readonly widest: ComparedRow | null
}
