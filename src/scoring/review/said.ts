import type { Bilingual } from '../../model/provenance.ts'
import type { ReviewStage, Verdict } from '../../model/review.ts'
import type { EntryOf, ItemState } from '../../model/roundState.ts'

/** Steps in which what reviewers say is laid over a submission. */
export type ReviewStep = 'survey' | ReviewStage

export const reviewSteps: readonly ReviewStep[] = ['survey', 'firstReview', 'secondReview']

/** Something that decides a leaf or adjustment; a survey gives figures or points. */
export type Said = {
  readonly criterionId: string
  readonly entry: EntryOf<'decide'> | EntryOf<'survey'>
  readonly verdict: Exclude<Verdict, { kind: 'ask' }>
  readonly reason: string | null
}

/** What a settled line of a step says of a leaf; null where nothing stands that decides. */
export function saidAt(step: ReviewStep, criterionId: string, state: ItemState): Said | null {
  if (step === 'survey') {
    if (state.survey.kind !== 'settled') return null
    const { entry } = state.survey
    return { criterionId, entry, verdict: entry.act.given, reason: `Kết quả điều tra: ${entry.act.source}` }
  }
  const standing = state[step]
  if (standing.kind !== 'settled') return null
  const { entry } = standing
  const { verdict, reason } = entry.act
  return verdict.kind === 'ask' ? null : { criterionId, entry, verdict, reason }
}

/** Why lines cannot be followed, by criterion. */
export type Refused = ReadonlyMap<string, Bilingual>
