import type { ReactNode } from 'react'

/** Where links of this screen lead; the app turns them into addresses. */
export type SourcesLink =
  | { readonly to: 'document'; readonly documentId: string | undefined }
  | { readonly to: 'ruleSet'; readonly ruleSetId: string }
  | {
      readonly to: 'overview'
      readonly ruleSetId: string
      readonly period: string
      readonly agencyId: string
    }

export type SourcesLinker = (link: SourcesLink, label: ReactNode) => ReactNode
