import type { Decimal } from './exact.ts'
import type { Problem } from './problem.ts'
import type { ScoreSheet } from './scoreSheet.ts'
import type { Submission, SubmissionTable } from './submission.ts'

/** The answers of the national portal about the index of QĐ 766: one for each group, and the ranking of provinces. */
export type PortalFileKind =
  | 'transparency'
  | 'progress'
  | 'onlineService'
  | 'payment'
  | 'digitized'
  | 'satisfaction'
  | 'ranking'

/** What became of one file that was handed in. */
export type PortalFile = {
  readonly name: string
  /** null: none of the portal's files. */
  readonly kind: PortalFileKind | null
  /** ISO day the figures are of; null when nobody said. */
  readonly period: string | null
  /** Units that were taken from it. */
  readonly units: number
  readonly problems: readonly Problem[]
}

/** A unit of the portal whose code the agency directory does not know. */
export type NewAgency = {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** What files of the portal hold in the terms of this product, not scored yet. */
export type PortalImport = {
  readonly files: readonly PortalFile[]
  /** Of every period, units in the order of the files. */
  readonly submissions: readonly Submission[]
  /** Rankings of provinces, one a period. */
  readonly tables: readonly SubmissionTable[]
  readonly newAgencies: readonly NewAgency[]
  /** Files of groups that were not handed in, of periods for which others were. */
  readonly absent: readonly { readonly period: string; readonly kinds: readonly PortalFileKind[] }[]
}

/**
 * What published groups add up to where the source states no total. It is ours, inferred, and counts neither as
 * published nor as agreeing.
 */
export type GroupSum = {
  readonly points: Decimal
  /** Computed total − this sum; null while the computed total is open. */
  readonly difference: Decimal | null
}

/** A submission with its score; how both agree stands in the sheet. */
export type ReconciledSubmission = {
  readonly submission: Submission
  readonly sheet: ScoreSheet
  /** null: the source states a total, or does not publish every group. */
  readonly groupSum: GroupSum | null
}

/** Something the rule set or a submission says about criteria, said once for all that say the same. */
export type Remark = {
  readonly criteria: readonly {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly nameEn?: string | undefined
  }[]
  readonly text: string
  /** Agencies whose figures carry it; null: it stands in the rule set. */
  readonly agencyIds: readonly string[] | null
}

/** How often computed and published figures agree, over many submissions. */
export type Agreement = {
  readonly agreeing: number
  readonly checks: number
  /** A figure published for a group and again for its only leaf is one. */
  readonly takenAsPublished: number
  readonly notComparable: number
}

/** Submissions of one rule set held against what was published about them. */
export type ReconciledSet = {
  readonly ruleSetId: string
  readonly units: readonly ReconciledSubmission[]
  readonly agreement: Agreement
  readonly remarks: readonly Remark[]
  /** Submissions that do not fit the rule set and were left out, and warnings about others. */
  readonly problems: readonly Problem[]
}
