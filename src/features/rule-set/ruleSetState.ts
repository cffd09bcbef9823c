import type { ReactNode } from 'react'
import type { RowFilter } from './criteriaRows.ts'

/** Parts of the screen; the criteria are the first. */
export const ruleSetParts = ['criteria', 'metrics', 'examples', 'checks', 'compare'] as const
export type RuleSetPart = (typeof ruleSetParts)[number]

/** What of this screen lives in the address. */
export type RuleSetState = {
  readonly view?: Exclude<RuleSetPart, 'criteria'> | undefined
  /** Open criterion, pool or adjustment; `none` was closed by hand. */
  readonly criterion?: string | undefined
  readonly q?: string | undefined
  readonly only?: RowFilter['only']
  /** Rule kind that is looked for. */
  readonly kind?: string | undefined
  /** Folded groups, parted by commas. */
  readonly closed?: string | undefined
}

/** Lays some of the state over the rest; typing replaces the entry of the history instead of adding one. */
export type ChangeState = (next: RuleSetState, how?: 'replace') => void

/** Where links of this screen lead; the app turns them into addresses. */
export type RuleSetLink =
  | { readonly to: 'document'; readonly documentId: string }
  | { readonly to: 'ruleSet'; readonly ruleSetId: string; readonly compare?: string | undefined }

export type RuleSetLinker = (link: RuleSetLink, label: ReactNode) => ReactNode
