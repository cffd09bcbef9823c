import type { Decimal } from './exact.ts'
import type { Provenance } from './provenance.ts'

/** Where the actual figure of a target is read. */
export type TargetActual =
  /** Share behind a leaf: computed from its counts or, for published points, inferred from them. */
  | { readonly from: 'criterion'; readonly criterionId: string }
  /** Percentage stated in the submission. */
  | { readonly from: 'metric'; readonly metricId: string }
  /** Needs one figure per unit below (nested target): share of units at or past `unitPercent`. */
  | { readonly from: 'units'; readonly unitLevel: string; readonly unitPercent: Decimal }

export type Target = {
  readonly id: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly shortName: string
  readonly shortNameEn?: string | undefined
  /** "at least 50%", "exactly all". */
  readonly comparison: 'atLeast' | 'atMost'
  readonly percent: Decimal
  readonly by: string
  readonly actual: TargetActual
  /** What is counted, for "còn thiếu 1.234 hồ sơ". */
  readonly unit: string
  readonly unitEn?: string | undefined
  readonly criterionId?: string | undefined
  readonly provenance: Provenance
}

/** A task a plan sets to win points back. */
export type PlanTask = {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly shortNameEn?: string | undefined
  readonly criterionIds: readonly string[]
  readonly lead: string
  readonly leadEn?: string | undefined
  readonly provenance: Provenance
}

/** Targets and tasks one plan sets for one agency. */
export type Plan = {
  readonly id: string
  readonly title: string
  readonly titleEn?: string | undefined
  readonly documentId: string
  readonly year: number
  readonly agencyId: string
  readonly ruleSetId: string
  readonly targets: readonly Target[]
  readonly tasks: readonly PlanTask[]
}
