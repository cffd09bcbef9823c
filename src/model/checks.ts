import type { Bilingual } from './provenance.ts'

/**
 * - `blocks`: must be mended before a file can be handed in (nobody knows what the text means)
 * - `doubt`: to be mended, or let stand with a reason
 * - `notice`: good to know
 */
export type Severity = 'blocks' | 'doubt' | 'notice'

export type CheckCode =
  | 'unclear-figure'
  | 'unreadable-figure'
  | 'numerator-above-denominator'
  | 'share-above-100'
  | 'part-above-whole'
  | 'zero-numerator'
  | 'tenfold-jump'
  | 'cumulative-falls'
  | 'same-as-last-period'
  | 'previous-not-loaded'
  | 'same-everywhere'
  | 'parts-do-not-sum'
  | 'claim-above-computed'
  | 'claim-above-maximum'
  | 'missing-figure'
  | 'missing-evidence'
  | 'evidence-outside-period'
  | 'same-file-twice'
  | 'date-outside-period'
  | 'exempt-without-reason'
  | 'not-incurred'
  | 'rule-set-changed'
  | 'question-unanswered'

/** Where in the form a finding is mended. */
export type CheckPlace = {
  /** Leaf or adjustment; null: the whole draft. */
  readonly nodeId: string | null
  readonly metricId: string | null
  readonly part: 'field' | 'claim' | 'evidence' | 'exempt' | 'explanation' | 'whole'
}

/** Something the checks before handing in found. */
export type Finding = {
  /**
   * The same for the same doubt about the same figures, so that "accepted with a reason" holds until one of
   * them changes.
   */
  readonly id: string
  readonly code: CheckCode
  readonly severity: Severity
  /** One sentence without the code of the criterion, which stands before it. */
  readonly text: Bilingual
  readonly place: CheckPlace
  /** Why its owner lets it stand; null while open. */
  readonly accepted: string | null
}

/** A check that was run and found nothing, said in one sentence ("Không có tử số lớn hơn mẫu số"). */
export type PassedCheck = { readonly code: CheckCode; readonly text: Bilingual }

export type CheckReport = {
  /** Blocks first, then doubts, then notices; within each in the order of the form. */
  readonly findings: readonly Finding[]
  readonly passed: readonly PassedCheck[]
  /** Findings that still keep the file from being handed in: every block, and doubts without a reason. */
  readonly open: { readonly blocks: number; readonly doubts: number }
}
