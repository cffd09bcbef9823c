import type { VersionPick } from './review.ts'
import type { EvidenceItem, MetricValue } from './submission.ts'

/** Points an agency claims, as one of its files says. */
export type ClaimVersion = { readonly points: string; readonly reason: string | null }

/** One field that is not the same in every version; `values` are in the order of the versions, null: not there. */
export type VersionDifference =
  | { readonly part: 'value'; readonly id: string; readonly values: readonly (MetricValue | null)[] }
  | { readonly part: 'claim'; readonly id: string; readonly values: readonly (ClaimVersion | null)[] }
  | {
      readonly part: 'notApplicable' | 'explanation'
      readonly id: string
      readonly values: readonly (string | null)[]
    }
  | { readonly part: 'evidence'; readonly id: string; readonly values: readonly (readonly EvidenceItem[])[] }

export type VersionPart = VersionPick['part']
