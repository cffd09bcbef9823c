import type { NextAction } from '../model/nextActions.ts'
import { rankNextActions } from '../scoring/actions/rankNextActions.ts'
import { scoreForChanges } from '../scoring/scoreSubmission.ts'
import type { ScoredView } from './useScoredView.ts'

/** What to do next in a view; the solver comes with it, so it is loaded after the headline. */
export function nextActionsOf({
  ruleSet,
  submission,
  sheet,
  plan,
  parts,
}: ScoredView): readonly NextAction[] {
  const context = { previous: parts?.before ?? null }
  return rankNextActions(scoreForChanges(ruleSet, submission, sheet.scoredAt, context), plan?.plan ?? null)
}
