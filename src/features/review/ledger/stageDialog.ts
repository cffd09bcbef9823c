import type { RoundStage } from '../../../model/review.ts'
import type { ReviewProps } from '../reviewProps.ts'
import type { EntryNames } from './entryNames.ts'

/** What a dialog about one stage is given. */
export type StageDialogProps = ReviewProps & {
  readonly names: EntryNames
  readonly stage: RoundStage
  readonly close: () => void
}
