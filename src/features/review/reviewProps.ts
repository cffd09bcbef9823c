import type { ReactNode } from 'react'
import type { AgencyDirectory } from '../../model/agency.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { SourceDocument } from '../../model/provenance.ts'
import type { OpenRound } from '../../state/review/openRound.ts'
import type { ReviewView } from '../../state/review/reviewView.ts'

/** Parts of a round, in the order of its tabs. */
export const roundParts = ['inbox', 'desk', 'questions', 'summary', 'remedy', 'ledger'] as const
export type RoundPart = (typeof roundParts)[number]

/** What the address says of this screen. */
export type ReviewAddress = {
  readonly round?: string | undefined
  readonly part?: RoundPart | undefined
  /** Comparison group, agency and leaf that are looked at. */
  readonly group?: string | undefined
  readonly agency?: string | undefined
  readonly criterion?: string | undefined
  /** Area of the desk. */
  readonly area?: string | undefined
  /** Rows that are shown; each part has its own words. */
  readonly filter?: string | undefined
  readonly sort?: string | undefined
  readonly q?: string | undefined
}

export type ChangeReviewAddress = (next: ReviewAddress, how?: 'push' | 'replace') => void

/** What every part of a round is given. */
export type ReviewProps = {
  readonly open: OpenRound
  readonly review: ReviewView
  readonly catalogue: Catalogue
  readonly directory: AgencyDirectory
  readonly documents: readonly SourceDocument[]
  readonly address: ReviewAddress
  readonly change: ChangeReviewAddress
  readonly isWide: boolean
  readonly linkToDocument: (documentId: string, label: string) => ReactNode
}
