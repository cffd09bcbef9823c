import type { Exact } from '../../model/exact.ts'
import type { ReceivedSubmission, RequestAnswer } from '../../model/review.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import { scoreSubmission } from '../../scoring/scoreSubmission.ts'

const known = new WeakMap<ReceivedSubmission, ReadonlyMap<string, Exact>>()

/**
 * What the figures that an answer proposes come to by rule, by criterion: for those whose figures it changes and
 * that come to settled points. Nothing of it counts before a reviewer takes it.
 * @param file the answer as it was read
 */
export function proposedPoints(
  file: ReceivedSubmission,
  answers: readonly RequestAnswer[],
  ruleSet: RuleSet,
): ReadonlyMap<string, Exact> {
  const found = known.get(file) ?? scored(file, answers, ruleSet)
  known.set(file, found)
  return found
}

function scored(
  { submission, previous, carried }: ReceivedSubmission,
  answers: readonly RequestAnswer[],
  ruleSet: RuleSet,
): ReadonlyMap<string, Exact> {
  const changed = new Set(answers.flatMap(each => (each.figures.length > 0 ? [each.criterionId] : [])))
  if (changed.size === 0) return new Map()
  const read = carried?.submission ?? submission
  const decisions = (read.decisions ?? []).filter(({ criterionId }) => !changed.has(criterionId))
  const { nodes, adjustments } = scoreSubmission(ruleSet, { ...read, decisions }, '', {
    previous: carried ? carried.previous : previous,
  })
  return new Map([
    ...nodes.flatMap(({ criterionId, outcome }) =>
      changed.has(criterionId) && outcome?.kind === 'scored' ? [[criterionId, outcome.points] as const] : [],
    ),
    ...adjustments.flatMap(({ adjustmentId, outcome }) =>
      changed.has(adjustmentId) && outcome.kind === 'scored' ? [[adjustmentId, outcome.points] as const] : [],
    ),
  ])
}
