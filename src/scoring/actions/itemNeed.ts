import type { Exact } from '../../model/exact.ts'
import type { FigureChange, LossReason } from '../../model/nextActions.ts'
import type { NodeScore } from '../../model/scoreSheet.ts'
import { compare, formatExact, parseExact, subtract, zero } from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { type Scored, scoreForChanges } from '../scoreSubmission.ts'
import { bestChange } from './leafAction.ts'
import { reasonOf } from './rankNextActions.ts'

/** What a leaf still needs to full points. */
type Need = {
  readonly change: FigureChange | null
  readonly points: Exact | null
  readonly reason: LossReason
}

/** Answers by node: a node stays the same object as long as nothing it rests on changes. */
const known = new WeakMap<NodeScore, Need | null>()

/**
 * What one leaf still needs to full points: the figure whose change wins most for its size, and what it wins.
 *
 * Claimed points do not say what to do, so the figures are asked, as they would score without any claim.
 * @returns null at full points, where nothing applies or happened (0/0), and where the agency can do nothing
 */
export function itemNeed(scored: Scored, node: NodeScore): Need | null {
  const found = known.get(node)
  if (found !== undefined) return found
  const need = needOf(scored, node)
  known.set(node, need)
  return need
}

function needOf(scored: Scored, node: NodeScore): Need | null {
  const { outcome, gapToMax } = node
  if (!node.isLeaf || !outcome || node.ruleKind === 'monitor' || node.outOfReach !== null) return null
  const criterion = indexRuleSet(scored.ruleSet).leafById.get(node.criterionId)
  const waitsForSurvey = criterion?.assessedBy === 'survey'
  // A reviewer says it, and nobody knows yet what.
  if (criterion?.assessedBy === 'review' && outcome.kind !== 'scored') return null
  if (outcome.kind === 'missing' || outcome.kind === 'pendingReview')
    return { change: null, points: null, reason: { kind: waitsForSurvey ? 'survey' : 'missing' } }
  // Points without a rule that makes them: what they lack stands beside them, and nobody knows more.
  if (outcome.kind !== 'scored' || node.ruleKind === 'reported') return null
  if (node.notIncurred || gapToMax === null) return null
  const lost = parseExact(gapToMax.from)
  if (compare(lost, zero) <= 0) return null
  const unmeasured = (reason: LossReason, points = lost): Need => ({
    change: null,
    points: formatExact(points),
    reason,
  })
  if (waitsForSurvey) return unmeasured({ kind: 'survey' })
  if (criterion?.assessedBy === 'review') return unmeasured({ kind: 'decided' })
  const asFigured = withoutDecision(scored, node.criterionId)
  const [today, figured] = [scored, asFigured].map(each => each.leaves.get(node.criterionId))
  if (today && figured?.outcome.kind === 'scored' && compare(figured.from, today.from) > 0)
    return unmeasured({ kind: 'decided' }, subtract(figured.from, today.from))
  const best = bestChange(asFigured, node)
  if (!today || !best) return unmeasured({ kind: 'separate' })
  const points = subtract(best.points, figured ? subtract(today.from, figured.from) : zero)
  return compare(points, zero) > 0
    ? { change: best.change, points: formatExact(points), reason: reasonOf(node, best.change) }
    : unmeasured({ kind: 'separate' })
}

/** What the figures alone give one leaf. */
function withoutDecision(scored: Scored, criterionId: string): Scored {
  const { ruleSet, submission, context, sheet } = scored
  const { decisions = [] } = submission
  if (!decisions.some(each => each.criterionId === criterionId)) return scored
  const others = decisions.filter(each => each.criterionId !== criterionId)
  return scoreForChanges(ruleSet, { ...submission, decisions: others }, sheet.scoredAt, context)
}
