import type { Exact, Interval } from './exact.ts'
import type { NodePoints } from './scoreSheet.ts'

/** What of a score sheet is set beside another one; every score sheet is one. */
export type SheetOutline = {
  readonly total: { readonly points: NodePoints; readonly maxPoints: Exact }
  readonly nodes: readonly {
    readonly criterionId: string
    readonly code: string
    readonly name: string
    readonly nameEn?: string | undefined
    readonly parentId: string | null
    readonly isLeaf: boolean
    readonly maxPoints: Exact | null
    readonly points: NodePoints | null
  }[]
  readonly adjustments: readonly {
    readonly adjustmentId: string
    readonly name: string
    readonly nameEn?: string | undefined
    readonly effect: 'bonus' | 'penalty'
    readonly ceiling: Exact
    readonly points: Interval
  }[]
}

/** Points of one line in one of the two sheets. */
export type SheetEnd = {
  /** null: it does not apply, or nothing is known of it. */
  readonly points: Interval | null
  readonly maxPoints: Exact | null
}

/** One line of two sheets side by side. */
export type SheetLine = {
  /** Criterion or adjustment; `total`. */
  readonly nodeId: string
  readonly kind: 'area' | 'group' | 'leaf' | 'adjustment' | 'total'
  readonly code: string
  readonly name: string
  readonly nameEn?: string | undefined
  /** null: the sheet does not have it. */
  readonly before: SheetEnd | null
  readonly after: SheetEnd | null
  /** after − before, at the lower and at the upper end; null where one of them has no points. */
  readonly difference: Interval | null
  readonly isSame: boolean
}

/** Two score sheets of one agency and period, line by line. */
export type SheetComparison = {
  /** Everything below says the same. */
  readonly isSame: boolean
  readonly total: SheetLine
  /** Top-level areas and what stands outside the tree, in the order of the later sheet. */
  readonly areas: readonly SheetLine[]
  /** Leaves and adjustments that are not the same in both. */
  readonly changed: readonly SheetLine[]
  /** Leaves and adjustments that both have. */
  readonly shared: number
}
