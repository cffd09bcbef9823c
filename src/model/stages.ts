import type { Stage, Submission } from './submission.ts'

/** From what the agency says of itself to what was published about it. */
export const stageOrder: readonly Stage[] = [
  'selfAssessment',
  'firstReview',
  'explanation',
  'secondReview',
  'closed',
  'published',
]

/** What an agency says of itself: never held against a decided result, and no line joins the two. */
export function isClaimed(stage: Stage): boolean {
  return stage === 'selfAssessment'
}

/**
 * Stages a submission can be read at, earliest first: those that decided something, and the one it stands at.
 * An explanation asks for points and decides none, so it is a stage to stand at but not one to go back to.
 */
export function stagesOf({ stage, decisions = [] }: Submission): readonly Stage[] {
  const decided = new Set(decisions.map(decision => decision.stage))
  return stageOrder.filter(each => each === stage || (decided.has(each) && each !== 'explanation'))
}

/**
 * A submission as it stood at a stage: decisions of later stages are not made yet.
 * @param stage null, or one it never stood at: as it stands now
 */
export function atStage(submission: Submission, stage: Stage | null): Submission {
  if (stage === null || stage === submission.stage || !stagesOf(submission).includes(stage)) return submission
  const reached = stageOrder.indexOf(stage)
  return {
    ...submission,
    stage,
    decisions: (submission.decisions ?? []).filter(each => stageOrder.indexOf(each.stage) <= reached),
  }
}

/**
 * Whoever it is of has sent nothing ("chưa nộp"): no figure, no day of handing in, nothing decided or published.
 * What a table says does not apply is the table's word, not theirs.
 */
export function sentNothing({ submittedOn, values, decisions = [], published }: Submission): boolean {
  return (
    submittedOn === undefined &&
    published === undefined &&
    decisions.length === 0 &&
    values.every(value => value.state !== 'entered')
  )
}
