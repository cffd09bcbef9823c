import type { Band } from '../../model/ruleSet.ts'
import type { NodePoints, ScoreSheet } from '../../model/scoreSheet.ts'
import type { Impossible, SolveGoal, SolveTarget } from '../../model/solution.ts'
import type { MetricValue, Submission } from '../../model/submission.ts'
import {
  compare,
  divide,
  formatExact,
  hundred,
  isZero,
  multiply,
  parseExact,
  type Rational,
} from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import type { LeafScore } from '../scoreLeaf.ts'
import { inputsOf, scoreLeaves } from '../scoreLeaves.ts'
import { changeFigures, type Scored } from '../scoreSubmission.ts'
import { impossible } from './reasons.ts'

/** A goal with "the next band" looked up. */
export type Aim =
  | { readonly kind: 'fullPoints' }
  | { readonly kind: 'points'; readonly points: Rational }
  | { readonly kind: 'band'; readonly bandId: string }

/** Where a target stands with certain figures. */
export type Standing = {
  /** null where it does not apply. */
  readonly points: NodePoints | null
  /** Lower end, to tell better from worse. */
  readonly sure: Rational | null
  /** The lower end reaches the goal. */
  readonly reached: boolean
  /** The upper end does. */
  readonly reachable: boolean
  /** What leaves it open; asked only when nothing reaches the goal. */
  readonly open: () => Open
}

export type Open = { readonly metricIds: readonly string[]; readonly criterionIds: readonly string[] }

/** Scores the target with one figure changed; null leaves every figure as it is. */
export type Measuring = (value: MetricValue | null) => Standing

/** What a goal means today, or why it means nothing. */
export function aimOf({ ruleSet, sheet }: Scored, target: SolveTarget, goal: SolveGoal): Aim | Impossible {
  if (goal.kind === 'fullPoints') return { kind: 'fullPoints' }
  if (goal.kind === 'points') return { kind: 'points', points: parseExact(goal.points) }
  if (target.kind === 'leaf' || ruleSet.bands.length === 0) return impossible('noBands')
  if (sheet.total.percent === null) return impossible('unknownMaximum')
  if (goal.kind === 'band') return { kind: 'band', bandId: bandAt(ruleSet.bands, goal.bandId).id }
  const ascending = upwards(ruleSet.bands)
  const lowest = lowestBand(ascending, sheet, ruleSet.grading?.on === 'rounded')
  const next = ascending[lowest + 1]
  return next ? { kind: 'band', bandId: next.id } : impossible('noNextBand')
}

/** A function that scores a target again with one figure changed. @throws when there is no such leaf */
export function measuring(scored: Scored, target: SolveTarget, aim: Aim): Measuring {
  if (target.kind === 'leaf') return measuringLeaf(scored, target.criterionId, aim)
  return value =>
    standingOfSheet(
      scored,
      value === null ? scored.sheet : changeFigures(scored, [value], scored.sheet.scoredAt).sheet,
      aim,
    )
}

function measuringLeaf(scored: Scored, criterionId: string, aim: Aim): Measuring {
  const { ruleSet, submission, context, leaves } = scored
  const today = leaves.get(criterionId)
  if (!today || !indexRuleSet(ruleSet).leafById.has(criterionId))
    throw new Error(`rule set "${ruleSet.id}" has no leaf "${criterionId}"`)
  const only = new Set([criterionId])
  return value => {
    if (value === null) return standingOfLeaf(criterionId, today, aim)
    const inputs = inputsOf(ruleSet, withFigure(submission, value), context)
    const leaf = scoreLeaves(ruleSet, inputs, only).get(criterionId) ?? today
    return standingOfLeaf(criterionId, leaf, aim)
  }
}

/** The submission with one figure replaced or added. */
export function withFigure(submission: Submission, figure: MetricValue): Submission {
  const others = submission.values.filter(value => value.metricId !== figure.metricId)
  return { ...submission, values: [...others, figure] }
}

function standingOfLeaf(criterionId: string, { outcome, from, to, max }: LeafScore, aim: Aim): Standing {
  const isOpen = outcome.kind === 'missing' || outcome.kind === 'pendingReview'
  const wanted = aim.kind === 'points' ? aim.points : aim.kind === 'fullPoints' ? max : null
  const applies = outcome.kind !== 'notApplicable' && wanted !== null
  return {
    points:
      outcome.kind === 'notApplicable'
        ? null
        : { kind: 'known', from: formatExact(from), to: formatExact(to) },
    sure: outcome.kind === 'notApplicable' ? null : from,
    reached: applies && compare(from, wanted) >= 0,
    reachable: applies && compare(to, wanted) >= 0,
    open: () => ({
      metricIds: outcome.kind === 'missing' ? outcome.metricIds : [],
      criterionIds: isOpen ? [criterionId] : [],
    }),
  }
}

function standingOfSheet({ ruleSet, submission }: Scored, sheet: ScoreSheet, aim: Aim): Standing {
  const { points, maxPoints } = sheet.total
  const sure = parseExact(points.kind === 'known' ? points.from : points.atLeast)
  // Where a part is nowhere stated, nobody can say how much it adds.
  const most = points.kind === 'known' ? parseExact(points.to) : null
  const common = { points, sure }
  if (aim.kind !== 'band') {
    const wanted = aim.kind === 'points' ? aim.points : parseExact(maxPoints)
    return {
      ...common,
      reached: compare(sure, wanted) >= 0,
      reachable: most === null || compare(most, wanted) >= 0,
      open: () => openIn(sheet, []),
    }
  }
  const ascending = upwards(ruleSet.bands)
  const place = (id: string) => ascending.findIndex(band => band.id === id)
  const wanted = place(aim.bandId)
  // A flag nobody answered may still force a band below the wanted one.
  const flags = (ruleSet.grading?.overrides ?? []).filter(each => place(each.bandId) < wanted)
  const unanswered = flags.map(each => each.metric).filter(id => isUnanswered(submission, id))
  return {
    ...common,
    reached: lowestBand(ascending, sheet, ruleSet.grading?.on === 'rounded') >= wanted,
    reachable: sheet.total.bandIds.some(id => place(id) >= wanted),
    open: () => openIn(sheet, unanswered),
  }
}

function isUnanswered({ values }: Submission, metricId: string): boolean {
  const state = values.find(value => value.metricId === metricId)?.state ?? 'missing'
  return state === 'missing' || state === 'withheld'
}

/** What leaves a sheet open: missing figures, and leaves whose points are open. */
function openIn({ nodes, adjustments }: ScoreSheet, unanswered: readonly string[]): Open {
  const outcomes = [
    ...nodes.map(({ criterionId, outcome }) => ({ id: criterionId, outcome })),
    ...adjustments.map(({ adjustmentId, outcome }) => ({ id: adjustmentId, outcome })),
  ]
  const open = outcomes.filter(
    ({ outcome }) => outcome?.kind === 'missing' || outcome?.kind === 'pendingReview',
  )
  return {
    criterionIds: open.map(({ id }) => id),
    metricIds: [
      ...new Set([
        ...open.flatMap(({ outcome }) => (outcome?.kind === 'missing' ? outcome.metricIds : [])),
        ...unanswered,
      ]),
    ],
  }
}

/** Place of the lowest band that is possible, from the lowest up; −1 when it may lie below all of them. */
function lowestBand(ascending: readonly Band[], { total }: ScoreSheet, onRounded: boolean): number {
  const places = total.bandIds.map(id => ascending.findIndex(band => band.id === id))
  const [first = -1] = places.toSorted((a, b) => a - b)
  const graded = onRounded && total.points.kind === 'known' ? total.points : total.unrounded
  if (total.bandOverride !== null || graded === null || first !== 0) return first
  // The list of possible bands begins with the lowest one even where its threshold may be missed.
  const max = parseExact(total.maxPoints)
  if (isZero(max)) return -1
  const percent = multiply(divide(parseExact(graded.from), max), hundred)
  const threshold = ascending[0]?.fromPercent
  return threshold !== undefined && compare(percent, parseExact(threshold)) >= 0 ? 0 : -1
}

function upwards(bands: readonly Band[]): readonly Band[] {
  return bands.toSorted((a, b) => compare(parseExact(a.fromPercent), parseExact(b.fromPercent)))
}

function bandAt(bands: readonly Band[], id: string): Band {
  const band = bands.find(each => each.id === id)
  if (!band) throw new Error(`the rule set has no band "${id}"`)
  return band
}
