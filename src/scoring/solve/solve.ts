import type { MetricSolution, Solution, SolveGoal, SolveQuestion, SolveTarget } from '../../model/solution.ts'
import { compare, formatExact, negate, one, parseExact, type Rational, round } from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { kindOf } from '../rules/ruleKinds.ts'
import { exemptionsOf, roundingOf } from '../scoreLeaves.ts'
import type { Scored } from '../scoreSubmission.ts'
import { effectOf, isDecided, metricsOf } from './effect.ts'
import { enumerate } from './enumerate.ts'
import { type Aim, aimOf, type Measuring, measuring } from './goal.ts'
import { entryOf, limitsOf } from './limits.ts'
import { aboveMaximum, impossible } from './reasons.ts'
import { solveRange } from './solveRange.ts'

/** How far a figure without a steady direction is searched, in steps each way. */
const usualSteps = 10_000

export type SolveOptions = { readonly steps?: number | undefined }

/**
 * The smallest change of one figure, all others as they are, with which a leaf or the whole reaches a goal.
 *
 * Every answer was scored: the value reaches the goal and one step nearer to today's does not. While other
 * figures are missing the lower end of the points must reach it. Points are those after rounding, so a goal
 * may be reached a little before the target percentage is.
 *
 * @throws when the rule set has no such leaf, metric or band
 */
export function solve(scored: Scored, question: SolveQuestion, options: SolveOptions = {}): Solution {
  const { target, goal, metricId } = question
  const start = prepare(scored, target, goal)
  return 'status' in start ? start : solveFigure(scored, target, start, metricId, options)
}

/**
 * The same question for every figure the target depends on.
 * @returns reached ones first, smallest change first; then open ones, then impossible ones, those that bring
 *   most first. One entry without a metric where the answer is the same for all of them
 */
export function solveAny(
  scored: Scored,
  { target, goal }: Omit<SolveQuestion, 'metricId'>,
  options: SolveOptions = {},
): readonly MetricSolution[] {
  const start = prepare(scored, target, goal)
  if ('status' in start) return [{ metricId: null, solution: start }]
  const flags = start.aim.kind === 'band' ? overrideFlags(scored) : []
  const metricIds = [...new Set([...metricsOf(scored, target), ...flags])]
  if (metricIds.length === 0) return [{ metricId: null, solution: impossible(reasonForNone(scored)) }]
  return metricIds
    .map(metricId => ({ metricId, solution: solveFigure(scored, target, start, metricId, options) }))
    .toSorted((a, b) => order(a.solution) - order(b.solution) || compareAnswers(a.solution, b.solution))
}

type Start = { readonly aim: Aim; readonly measure: Measuring }

/** What the goal means, or the answer where it is the same for every figure. */
function prepare(scored: Scored, target: SolveTarget, goal: SolveGoal): Start | Solution {
  const aim = aimOf(scored, target, goal)
  if ('status' in aim) return aim
  const measure = measuring(scored, target, aim)
  const today = measure(null)
  const watched = target.kind === 'leaf' && ruleAt(scored, target.criterionId)?.kind === 'monitor'
  if (watched) return impossible('watchedOnly')
  if (today.reached && today.points)
    return { status: 'already', points: today.points, bandId: aim.kind === 'band' ? aim.bandId : null }
  const refusal = target.kind === 'leaf' ? refusalOfLeaf(scored, target.criterionId, aim) : null
  return refusal ?? { aim, measure }
}

function ruleAt({ ruleSet }: Scored, criterionId: string) {
  return indexRuleSet(ruleSet).leafById.get(criterionId)?.rule
}

/** Why no figure whatever brings a leaf to a goal. */
function refusalOfLeaf(scored: Scored, criterionId: string, aim: Aim): Solution | null {
  const { ruleSet, submission } = scored
  const criterion = indexRuleSet(ruleSet).leafById.get(criterionId)
  if (!criterion?.rule) return null
  if (exemptionsOf(ruleSet.criteria, submission).has(criterionId)) return impossible('exempt')
  if (isDecided(scored, criterionId)) return impossible('decided')
  if (criterion.rule.kind === 'reported') return impossible('published')
  if (criterion.maxPoints === null) return impossible('unknownMaximum')
  const max = parseExact(criterion.maxPoints)
  const { most } = kindOf(criterion.rule).bounds(criterion.rule, max)
  const rounded = round(most, roundingOf(criterion, ruleSet.rounding).leaf)
  const wanted = aim.kind === 'points' ? aim.points : max
  return compare(rounded, wanted) < 0 ? aboveMaximum(formatExact(rounded)) : null
}

function solveFigure(
  scored: Scored,
  target: SolveTarget,
  { aim, measure }: Start,
  metricId: string,
  { steps = usualSteps }: SolveOptions,
): Solution {
  const metric = indexRuleSet(scored.ruleSet).metrics.get(metricId)
  if (!metric) throw new Error(`rule set "${scored.ruleSet.id}" has no metric "${metricId}"`)
  const isFlag = aim.kind === 'band' && overrideFlags(scored).includes(metricId)
  const trend = effectOf(scored, target, metricId)
  if (trend === null && !isFlag) return impossible(reasonForNoEffect(scored, target, metricId))
  if (aim.kind === 'band' && scored.sheet.total.bandOverride && !isFlag) return impossible('forcedBand')
  if (entryOf(scored.submission.values, metricId)?.state === 'notApplicable') return impossible('exempt')
  const limits = limitsOf(scored, metric)
  const task = { scored, target, aim, measure, metric }
  return limits.kind === 'list'
    ? enumerate(task, limits.values)
    : solveRange(task, limits, trend ?? 'mixed', steps)
}

function overrideFlags({ ruleSet }: Scored): readonly string[] {
  return (ruleSet.grading?.overrides ?? []).map(override => override.metric)
}

/** Why a figure that some leaf looks at changes nothing. */
function reasonForNoEffect(scored: Scored, target: SolveTarget, metricId: string) {
  const { ruleSet, submission } = scored
  const { dependents } = indexRuleSet(ruleSet)
  const [first] = [...(dependents.get(metricId) ?? [])]
  if (target.kind === 'leaf' || first === undefined) return 'noEffect'
  if (exemptionsOf(ruleSet.criteria, submission).has(first)) return 'exempt'
  if (isDecided(scored, first)) return 'decided'
  const kind = ruleAt(scored, first)?.kind
  return kind === 'reported' ? 'published' : kind === 'monitor' ? 'watchedOnly' : 'noEffect'
}

function reasonForNone({ ruleSet }: Scored) {
  return indexRuleSet(ruleSet).leaves.some(leaf => leaf.rule?.kind === 'reported') ? 'published' : 'noEffect'
}

const statuses = ['reached', 'already', 'open', 'impossible'] as const

function order({ status }: Solution): number {
  return statuses.indexOf(status)
}

function compareAnswers(a: Solution, b: Solution): number {
  if (a.status === 'reached' && b.status === 'reached') return compareKnown(sizeOf(a), sizeOf(b))
  return compareKnown(shortOf(a), shortOf(b))
}

/** Size of a change; null from nothing. Another option is one step. */
function sizeOf({ from, change }: Extract<Solution, { status: 'reached' }>): Rational | null {
  if (from === null) return null
  return change === null ? one : parseExact(change.replace('-', ''))
}

/** The less, the more the best value brings; null where none brings anything. */
function shortOf(solution: Solution): Rational | null {
  const points = 'best' in solution ? solution.best?.points : undefined
  return points ? negate(parseExact(points.kind === 'known' ? points.from : points.atLeast)) : null
}

function compareKnown(a: Rational | null, b: Rational | null): number {
  if (a && b) return compare(a, b)
  return a ? -1 : b ? 1 : 0
}
