import type { Exact, Interval } from './exact.ts'
import type { Stage } from './submission.ts'

/** Whose points a column of the official table holds. */
export type StageColumn =
  | {
      readonly by: 'stage'
      /** Latest stage that decided a point in it; where none did, the one the submission stands at. */
      readonly stage: Stage
      /** Where the submission stands when the column is the latest; later than `stage` once it is closed. */
      readonly standing: Stage
    }
  /** What rule and figures give before anybody decides. */
  | { readonly by: 'rules' }
  /** What somebody else published. */
  | { readonly by: 'published' }

/** Where the points of a cell come from. */
export type StageBasis = 'claim' | 'decision' | 'rule' | 'published' | 'sum'

/** Points of one row in one column. Missing never is zero. */
export type StageCell =
  | { readonly state: 'settled' | 'open'; readonly points: Interval; readonly basis: StageBasis }
  /** A part is nowhere stated: at least this much. */
  | { readonly state: 'unknown'; readonly atLeast: Exact }
  | { readonly state: 'missing' | 'pendingSurvey' | 'pendingReview'; readonly range: Interval }
  /** `pooled`: only known together with other leaves; `watched`: followed without points; `notStated`: the publisher gives none. */
  | { readonly state: 'pooled' | 'watched' | 'notApplicable' | 'notStated' }

/** Last column − first column. */
export type StageDifference =
  | { readonly kind: 'known'; readonly points: Exact }
  /**
   * Not compared: `open` while one side is no single number, `taken` when both are the same published
   * figure by construction, `none` when there is nothing to compare.
   */
  | { readonly kind: 'open' | 'taken' | 'none' }

export type StageRow = {
  /** Criterion, pool or adjustment id; `rescaling`, `rounding` or `total` for the rows of that kind. */
  readonly nodeId: string
  readonly kind: 'group' | 'leaf' | 'pool' | 'adjustment' | 'rescaling' | 'rounding' | 'total'
  readonly parentId: string | null
  /** In the order of the columns. */
  readonly cells: readonly StageCell[]
  readonly difference: StageDifference
  /** Shortfall of the latest column; of a penalty what it takes. null: unknown or not meant. */
  readonly lost: Interval | null
  /** Of the maximum of what applies, in the latest column of our own; null where there is none. */
  readonly percent: Interval | null
  /** Place by lost points, the largest sure loss first and equal for equals; null where there is no loss to order. */
  readonly lossOrder: number | null
}

/**
 * The official table of one submission: what was claimed, decided, computed or published beside each
 * other, in official order. In every column the top rows add up exactly to the total.
 */
export type StageTable = {
  /** Earliest first; a single one where nothing was claimed, decided or published apart. */
  readonly columns: readonly StageColumn[]
  readonly rows: readonly StageRow[]
  readonly total: StageRow
}
