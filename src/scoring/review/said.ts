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
    return surveySays(criterionId, state.surveyAtFirst ?? state.survey)
  }
  const standing = state[step]
  if (standing.kind === 'settled' && standing.entry.act.verdict.kind !== 'ask') {
    const { entry } = standing
    return { criterionId, entry, verdict: standing.entry.act.verdict, reason: entry.act.reason }
  }
  // A survey that came after the first review was closed leaves its result as it is and counts from there on.
  const isLater = step === 'secondReview' && standing.kind !== 'conflict' && state.surveyAtFirst !== undefined
  return isLater ? surveySays(criterionId, state.survey) : null
}

function surveySays(criterionId: string, survey: ItemState['survey']): Said | null {
  if (survey.kind !== 'settled') return null
  const { entry } = survey
  return { criterionId, entry, verdict: entry.act.given, reason: `Kết quả điều tra: ${entry.act.source}` }
}

/** Why lines cannot be followed, by criterion. */
export type Refused = ReadonlyMap<string, Bilingual>
