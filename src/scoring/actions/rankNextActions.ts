import type { LossReason, NextAction } from '../../model/nextActions.ts'
import type { Plan } from '../../model/plan.ts'
import type { ActionScore, NodeScore } from '../../model/scoreSheet.ts'
import {
  compare,
  divide,
  formatExact,
  isZero,
  multiply,
  parseExact,
  type Rational,
  subtract,
  sum,
  zero,
} from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { rankActions } from '../scorePlan.ts'
import { type Scored, scoreForChanges } from '../scoreSubmission.ts'
import { countFigures } from './countFigures.ts'
import { bestChange, inTotal, type LeafAction } from './leafAction.ts'

/**
 * What to do next, what wins most first.
 *
 * 1. Figures that were not entered, as one thing to do: nothing else is as cheap, and nothing is sure before.
 * 2. With a plan its tasks, by the points their criteria can still win; without one the leaves that lose, by
 *    points ÷ the change that wins them as a share of its whole (see {@link bestChange}), before the points of the
 *    leaf were rounded; of equal ones that which wins more.
 * 3. Losses no change of a figure can be told for, by points: decided by a review, taken as published, surveys.
 *
 * Left out: what did not happen (0/0), what is out of the agency's reach, what waits for a review.
 */
export function rankNextActions(scored: Scored, plan: Plan | null): readonly NextAction[] {
  const asFigured = withoutDecisions(scored)
  const leaves = scored.sheet.nodes
    .filter(node => canBeWon(node, scored))
    .flatMap(node => {
      const action = leafAction(scored, asFigured, node)
      return action ? [action] : []
    })
  const missing = missingAction(scored)
  const rest = plan
    ? rankActions(plan, scored.sheet).flatMap(score => taskAction(plan, score, scored, leaves))
    : leaves.toSorted(byWorth).map(each => leafEntry(each, scored))
  return [...(missing ? [missing] : []), ...rest]
}

/** Leaves with a sure loss that somebody of the agency can do something about. */
function canBeWon(node: NodeScore, { sheet }: Scored): boolean {
  return (
    node.isLeaf &&
    node.outcome?.kind === 'scored' &&
    node.gapToMax !== null &&
    compare(parseExact(node.gapToMax.from), zero) > 0 &&
    !node.notIncurred &&
    !isOutOfReach(node, sheet.nodes)
  )
}

function isOutOfReach(node: NodeScore, nodes: readonly NodeScore[]): boolean {
  if (node.outOfReach !== null) return true
  const parent = nodes.find(each => each.criterionId === node.parentId)
  return parent !== undefined && isOutOfReach(parent, nodes)
}

/** What the figures alone would give: what a review confirmed can still be said in units. */
function withoutDecisions(scored: Scored): Scored {
  const { ruleSet, submission, context, sheet } = scored
  if ((submission.decisions ?? []).length === 0) return scored
  return scoreForChanges(ruleSet, { ...submission, decisions: [] }, sheet.scoredAt, context)
}

function leafAction(scored: Scored, asFigured: Scored, node: NodeScore): LeafAction | null {
  const today = scored.leaves.get(node.criterionId)
  const figured = asFigured.leaves.get(node.criterionId)
  if (!today || node.gapToMax === null) return null
  const criterion = indexRuleSet(scored.ruleSet).leafById.get(node.criterionId)
  const whole = parseExact(node.gapToMax.from)
  const unmeasured = (reason: LossReason, points = whole): LeafAction => ({
    criterionId: node.criterionId,
    points,
    change: null,
    reason,
    worth: null,
  })
  if (figured?.outcome.kind === 'scored' && compare(figured.from, today.from) > 0)
    return unmeasured({ kind: 'decided' }, subtract(figured.from, today.from))
  if (node.ruleKind === 'reported') return unmeasured({ kind: 'published' })
  if (
    criterion?.assessedBy === 'survey' ||
    node.ruleKind === 'surveyMean' ||
    node.ruleKind === 'surveyOptions'
  )
    return unmeasured({ kind: 'survey' })
  const best = bestChange(asFigured, node)
  if (!best) return unmeasured({ kind: 'separate' })
  // Points a review gave beyond the figures are not won twice.
  const given = figured ? subtract(today.from, figured.from) : zero
  const points = subtract(best.points, given)
  const won = subtract(unroundedGain(asFigured, node.criterionId, best) ?? best.points, given)
  return compare(points, zero) > 0
    ? { ...best, points, worth: sharedWorth(best, won), reason: reasonOf(node, best.change) }
    : unmeasured({ kind: 'separate' })
}

/**
 * What a change wins before the points of the leaf are rounded; null where that cannot be told. Rounding moves
 * points by a hair, which is much of a small gap: leaves on the same slope would not tie.
 */
function unroundedGain(
  { ruleSet, submission, context, sheet, leaves }: Scored,
  criterionId: string,
  { change }: Pick<LeafAction, 'change'>,
): Rational | null {
  if (change === null) return null
  const values = submission.values.map(value =>
    value.metricId === change.metricId && value.state === 'entered' ? { ...value, value: change.to } : value,
  )
  const changed = scoreForChanges(ruleSet, { ...submission, values }, sheet.scoredAt, context)
  const [before, after] = [leaves, changed.leaves].map(each => each.get(criterionId)?.outcome)
  if (before?.kind !== 'scored' || after?.kind !== 'scored') return null
  const gain = subtract(parseExact(after.unrounded), parseExact(before.unrounded))
  return compare(gain, zero) > 0 ? gain : null
}

/** Worth of the points that are left to win: the change is the same, what it brings is less. */
function sharedWorth(best: Pick<LeafAction, 'points' | 'worth'>, points: Rational): Rational | null {
  return best.worth && divide(multiply(best.worth, points), best.points)
}

/** Why the points of a leaf are not there, where a change of a figure wins them. */
export function reasonOf(node: NodeScore, change: LeafAction['change']): LossReason {
  if (change?.from === null) return { kind: 'missing' }
  const rule = node.explanation?.rule
  const percent = rule?.kind === 'ratio' ? (rule.roundedPercent ?? rule.percent) : null
  if (node.gapToTarget === null || percent === null || node.gapToTarget.percentPoints === '0')
    return { kind: 'figure' }
  const { targetPercent, direction } = node.gapToTarget
  return { kind: 'belowTarget', percent, targetPercent, direction }
}

/** Measured ones by worth, equal ones and then the others by points; still equal ones in the order of the tree. */
function byWorth(a: LeafAction, b: LeafAction): number {
  if (a.worth && b.worth) return compare(b.worth, a.worth) || compare(b.points, a.points)
  if (a.worth || b.worth) return a.worth ? -1 : 1
  return compare(b.points, a.points)
}

function leafEntry(leaf: LeafAction, scored: Scored): NextAction {
  const points = formatExact(inTotal(scored, leaf.points))
  return {
    kind: 'leaf',
    criterionIds: [leaf.criterionId],
    taskId: null,
    points: { from: points, to: points },
    change: leaf.change,
    reason: leaf.reason,
    metricIds: [],
  }
}

/** A task of the plan with the change of its leaf that wins most. */
function taskAction(
  plan: Plan,
  { taskId, recoverable }: ActionScore,
  { sheet }: Scored,
  leaves: readonly LeafAction[],
): readonly NextAction[] {
  const task = plan.tasks.find(each => each.id === taskId)
  if (!task) return []
  const served = new Set(task.criterionIds)
  for (const node of sheet.nodes)
    if (node.parentId !== null && served.has(node.parentId)) served.add(node.criterionId)
  const own = leaves
    .filter(leaf => served.has(leaf.criterionId))
    .toSorted((a, b) => compare(b.points, a.points))
  const [first] = own
  // The receipt of what the task names first, where none of its leaves has a change to tell.
  const criterionIds = own.length > 0 ? own.map(leaf => leaf.criterionId) : task.criterionIds
  return [
    {
      kind: 'task',
      criterionIds,
      taskId,
      points: { from: recoverable, to: recoverable },
      change: first?.change ?? null,
      reason: first?.reason ?? { kind: 'separate' },
      metricIds: [],
    },
  ]
}

/**
 * Handing in what is missing, and the least and most its leaves can bring. The figures are all that are missing, as
 * {@link countFigures} counts them: one number everywhere.
 */
function missingAction(scored: Scored): NextAction | null {
  // A rule names every figure it looks at, also those that do not apply.
  const exempt = new Set(
    scored.submission.values.flatMap(value => (value.state === 'notApplicable' ? [value.metricId] : [])),
  )
  const open = scored.sheet.nodes.flatMap(({ criterionId, isLeaf, outcome }) => {
    if (!isLeaf || outcome?.kind !== 'missing') return []
    const metricIds = outcome.metricIds.filter(id => !exempt.has(id))
    if (metricIds.length === 0) return []
    const range = subtract(parseExact(outcome.range.to), parseExact(outcome.range.from))
    return [{ criterionId, metricIds, range }]
  })
  if (open.length === 0) return null
  const most: Rational = inTotal(scored, sum(open.map(({ range }) => range)))
  // Figures that are only watched bring nothing.
  if (isZero(most)) return null
  return {
    kind: 'missing',
    criterionIds: open.toSorted((a, b) => compare(b.range, a.range)).map(each => each.criterionId),
    taskId: null,
    points: { from: '0', to: formatExact(most) },
    change: null,
    reason: { kind: 'missing' },
    metricIds: countFigures(scored.ruleSet, scored.submission, scored.sheet).missingFigures.map(
      figure => figure.metricId,
    ),
  }
}
