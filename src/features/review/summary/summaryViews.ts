import type { ConsolidatedGroup, Consolidation } from '../../../model/consolidation.ts'
import type { ReviewProps } from '../reviewProps.ts'
import type { SummaryNames } from './summaryNames.ts'

/** What the results show, in the order of the switch; the address calls it `filter`. */
export const summaryViews = ['ranking', 'province', 'losses', 'survey', 'published'] as const
export type SummaryViewId = (typeof summaryViews)[number]

/** What every view of the results is given. */
export type SummaryViewProps = ReviewProps & {
  readonly consolidation: Consolidation
  readonly names: SummaryNames
}

/** Views of one comparison group. */
export type GroupViewProps = SummaryViewProps & { readonly group: ConsolidatedGroup }
