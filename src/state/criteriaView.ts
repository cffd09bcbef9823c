import type { RuleSet } from '../model/ruleSet.ts'
import type { ScoreSheet } from '../model/scoreSheet.ts'
import type { StageTable } from '../model/stageColumns.ts'
import type { Submission } from '../model/submission.ts'
import { compareStages } from '../scoring/stages/compareStages.ts'

/** What the official table is made of. */
type Scored = {
  readonly ruleSet: RuleSet
  /** As it stood at the stage it is read at. */
  readonly submission: Submission
  readonly sheet: ScoreSheet
}

/**
 * The stages of a scored submission beside each other; the engine's door for the criteria screen.
 * @param previous the agency's submission of the period right before, where rules compare periods
 */
export function criteriaTable(
  { ruleSet, submission, sheet }: Scored,
  previous: Submission | null = null,
): StageTable {
  return compareStages(ruleSet, submission, sheet, { previous })
}
