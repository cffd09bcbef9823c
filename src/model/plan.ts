import type { Decimal } from './exact.ts'
import type { Certainty, Provenance } from './provenance.ts'

/** Where the actual figure of a target is read. */
export type TargetActual =
  /** Share behind a leaf: computed from its counts or, for published points, inferred from them. */
  | { readonly from: 'criterion'; readonly criterionId: string }
  /** Percentage stated in the submission. */
  | { readonly from: 'metric'; readonly metricId: string }
  /** Needs one figure per unit below (nested target): share of units at or past `unitPercent`. */
  | { readonly from: 'units'; readonly unitLevel: string; readonly unitPercent: Decimal }
  /** No published rule set measures it; it is listed with its document only. */
  | { readonly from: 'nowhere' }

/** A percentage to reach. */
export type Target = {
  readonly id: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly shortName: string
  readonly shortNameEn?: string | undefined
  /** "at least 50%", "exactly all". */
  readonly comparison: 'atLeast' | 'atMost'
  readonly percent: Decimal
  /** ISO date; null when the document sets none. */
  readonly by: string | null
  readonly actual: TargetActual
  /** What is counted, for "còn thiếu 1.234 hồ sơ". */
  readonly unit: string
  readonly unitEn?: string | undefined
  readonly criterionId?: string | undefined
  readonly provenance: Provenance
}

/** A figure, rhythm or day a plan sets that is not a percentage. */
export type Commitment = {
  readonly id: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly goal:
    | {
        readonly kind: 'count'
        readonly comparison: 'equal' | 'atLeast' | 'atMost'
        readonly value: Decimal
        readonly unit: string
      }
    | { readonly kind: 'range'; readonly least: Decimal; readonly most: Decimal; readonly unit: string }
    | { readonly kind: 'deadline'; readonly deadline: Deadline }
  /** ISO date; null when the document sets none or the goal is itself a deadline. */
  readonly by: string | null
  /** Whom it binds, in words: "toàn tỉnh", "huyện thí điểm". */
  readonly scope: string
  readonly provenance: Provenance
}

/** What every deadline says of itself. */
type Written = {
  /** As the document writes it: "12/2022, chậm nhất 03/2023". */
  readonly written: string
  /** Second, final day where the document names a wanted and a last one. */
  readonly latest?: string | undefined
}

/**
 * When something is due. Days are ISO dates; "trong tháng", "trong quý", "trong năm" end on their last day and
 * "trước tháng 12" on the last day before it. `MM-DD` days recur.
 */
export type Deadline = Written &
  (
    | { readonly kind: 'date'; readonly by: string }
    | { readonly kind: 'month'; readonly by: string }
    /** `from` where several quarters or months are named together. */
    | { readonly kind: 'quarter'; readonly from?: string | undefined; readonly by: string }
    | { readonly kind: 'year'; readonly by: string }
    | { readonly kind: 'range'; readonly from: string; readonly by: string }
    | { readonly kind: 'yearly'; readonly on?: readonly string[] | undefined }
    | { readonly kind: 'quarterly'; readonly on?: readonly string[] | undefined }
    | { readonly kind: 'monthly' }
    | { readonly kind: 'continuous' }
    /** After something whose day the document does not know; `taskId` where it is another task. */
    | { readonly kind: 'event'; readonly after: string; readonly taskId?: string | undefined }
  )

/** What kind of entry a plan's list holds. */
export type TaskKind =
  | 'task'
  /** A channel of a communication plan. */
  | 'channel'
  /** A standing responsibility of one agency ("tổ chức thực hiện"). */
  | 'duty'
  /** A report owed by a day. */
  | 'report'

/** Something a plan gives to somebody to do. */
export type PlanTask = {
  readonly id: string
  readonly kind: TaskKind
  /** STT as printed; absent where the document gives none. */
  readonly number?: string | undefined
  /** Heading it stands under. */
  readonly section?: string | undefined
  readonly name: string
  readonly shortName: string
  readonly shortNameEn?: string | undefined
  /** Criteria of the plan's rule set it serves. */
  readonly criterionIds: readonly string[]
  /** Targets and commitments of the plan it serves. */
  readonly targetIds?: readonly string[] | undefined
  /** As written. */
  readonly lead: string
  readonly leadEn?: string | undefined
  /** Agencies or groups of the directory. */
  readonly leadIds: readonly string[]
  readonly partners?: string | undefined
  readonly partnerIds?: readonly string[] | undefined
  readonly product?: string | undefined
  /** Absent: the document sets none. */
  readonly deadline?: Deadline | undefined
  readonly provenance: Provenance
}

/** A stretch of time with its own work; phases may overlap, as in the document. */
export type Phase = {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly written: string
  /** What is done in it. */
  readonly covers: string
  readonly provenance: Provenance
}

/** Targets and tasks one document sets for one agency. */
export type Plan = {
  readonly id: string
  readonly title: string
  readonly titleEn?: string | undefined
  readonly documentId: string
  readonly year: number
  readonly agencyId: string
  /** Rule set its criteria belong to; absent when it names none. */
  readonly ruleSetId?: string | undefined
  /** How sure the links from tasks to criteria are. */
  readonly linksCertainty: Certainty
  /** Number of entries of kind `task` the document says it has or numbers. */
  readonly declaredTaskCount?: number | undefined
  readonly targets: readonly Target[]
  readonly commitments?: readonly Commitment[] | undefined
  readonly phases?: readonly Phase[] | undefined
  readonly tasks: readonly PlanTask[]
}
