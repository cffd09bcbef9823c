import fc from 'fast-check'
import { expect } from 'vitest'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { RatioRule, Rule } from '../../../src/model/rules.ts'
import type { Solution, SolveGoal, SolveTarget } from '../../../src/model/solution.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { compare, parseExact } from '../../../src/scoring/exact.ts'
import { scoreForChanges } from '../../../src/scoring/scoreSubmission.ts'
import { solve } from '../../../src/scoring/solve/solve.ts'
import { aCriterion, aRuleSet, aSubmission, nodeOf, score, scoredAt, toPlaces } from '../builders.ts'
import { frozen, leafTarget } from './solveScenes.ts'

export type Figures = Readonly<Record<string, string>>
/** Counts to try: all that may reach. */
type Span = { readonly least: number; readonly most: number }
export type Scene = {
  readonly ruleSet: RuleSet
  readonly figures: Figures
  readonly target: SolveTarget
  /** How far to search where there is no direction. */
  readonly steps?: number
}

/** Lower end of the target, scored from nothing: no part of the solver helps. */
function sureAt({ ruleSet, figures, target }: Scene, metricId: string, value: number) {
  const sheet = score(ruleSet, aSubmission({ figures: { ...figures, [metricId]: String(value) } }))
  const found = target.kind === 'leaf' ? nodeOf(sheet, target.criterionId).points : sheet.total.points
  return { sheet, sure: found?.kind === 'known' ? parseExact(found.from) : parseExact('0') }
}

/** Distance to the nearest count that reaches, null when none from `least` to `most` does. */
export function bruteForce(
  scene: Scene,
  metricId: string,
  goal: SolveGoal,
  { least, most }: Span,
): number | null {
  const now = Number(scene.figures[metricId])
  const distances = Array.from({ length: Math.max(0, most - least + 1) }, (_, index) => least + index)
    .filter(value => reaches(scene, metricId, goal, value))
    .map(value => Math.abs(value - now))
  return distances.length === 0 ? null : Math.min(...distances)
}

function reaches(scene: Scene, metricId: string, goal: SolveGoal, value: number): boolean {
  const { sheet, sure } = sureAt(scene, metricId, value)
  if (goal.kind === 'points') return compare(sure, parseExact(goal.points)) >= 0
  const order = ['low', 'middle', 'high']
  if (goal.kind === 'band')
    return (
      sheet.total.bandIds.length > 0 &&
      sheet.total.bandIds.every(id => order.indexOf(id) >= order.indexOf(goal.bandId))
    )
  const max = scene.target.kind === 'leaf' ? nodeOf(sheet, 'leaf').maxPoints : sheet.total.maxPoints
  return compare(sure, parseExact(max ?? '0')) >= 0
}

export function solveScene(
  { ruleSet, figures, target, steps }: Scene,
  metricId: string,
  goal: SolveGoal,
): Solution {
  const submission: Submission = frozen(aSubmission({ figures }))
  const scored = scoreForChanges(frozen(ruleSet), submission, scoredAt)
  const before = JSON.stringify(scored.sheet)
  frozen(scored.sheet)
  const solution = solve(scored, { target, goal, metricId }, { steps })
  expect(JSON.stringify(scored.sheet)).toBe(before)
  return solution
}

/** The answer is what trying every count gives. */
export function agrees(scene: Scene, metricId: string, goal: SolveGoal, most: number, least = 0) {
  const solution = solveScene(scene, metricId, goal)
  const distance = bruteForce(scene, metricId, goal, { least, most })
  const now = Number(scene.figures[metricId])
  if (distance === 0) expect(solution.status).toBe('already')
  else if (distance === null) isBest(scene, metricId, solution, { least, most })
  else {
    if (solution.status !== 'reached')
      throw new Error(`${distance} away there is one, yet ${JSON.stringify(solution)}`)
    const value = Number(solution.value)
    expect(Math.abs(value - now)).toBe(distance)
    expect(Number(solution.change)).toBe(value - now)
    expect(reaches(scene, metricId, goal, value)).toBe(true)
    expect(reaches(scene, metricId, goal, value - Math.sign(value - now))).toBe(false)
  }
}

/** Impossible, and the best it names is the nearest of the highest points there are. */
function isBest(scene: Scene, metricId: string, solution: Solution, { least, most }: Span) {
  if (solution.status !== 'impossible') throw new Error(`there is none, yet ${JSON.stringify(solution)}`)
  const { best } = solution
  if (!best || best.points.kind === 'unknown') return
  const [value, now] = [Number(best.value), Number(scene.figures[metricId])]
  const points = parseExact(best.points.from)
  expect(sureAt(scene, metricId, value).sure).toEqual(points)
  for (let other = least; other <= most; other += 1) {
    const order = compare(sureAt(scene, metricId, other).sure, points)
    expect(order).toBeLessThanOrEqual(0)
    if (order === 0) expect(Math.abs(other - now)).toBeGreaterThanOrEqual(Math.abs(value - now))
  }
}

const mode = fc.constantFrom('halfUp' as const, 'halfEven' as const, 'truncate' as const)
export const rounding = fc.option(
  fc.tuple(fc.integer({ min: 0, max: 2 }), mode).map(([places, how]) => toPlaces(places, how)),
)
const policy = fc.constantFrom('zero' as const, 'full' as const)
export const tenths = (min: number, max: number) => fc.integer({ min, max }).map(value => String(value / 10))
export const wanted = fc.oneof(
  fc.constant<SolveGoal>({ kind: 'fullPoints' }),
  tenths(1, 20).map((points): SolveGoal => ({ kind: 'points', points })),
)
export const runs = { numRuns: 1000, seed: 766 }

export const risingRatio = fc
  .record({
    targetPercent: fc.integer({ min: 1, max: 10 }).map(ten => String(ten * 10)),
    scaling: fc.constantFrom('share' as const, 'shareOfTarget' as const, 'fromFloor' as const),
    floor: fc.option(fc.integer({ min: 0, max: 90 })),
    whenDenominatorZero: policy,
  })
  .map(({ floor, ...rule }): Partial<RatioRule> => {
    const floorPercent = Math.min(floor ?? 5, Number(rule.targetPercent) - 5)
    return floor === null && rule.scaling !== 'fromFloor'
      ? rule
      : { ...rule, floorPercent: String(floorPercent) }
  })
export const fallingRatio = fc
  .record({ target: fc.integer({ min: 1, max: 6 }), gap: fc.integer({ min: 1, max: 3 }), empty: policy })
  .map(
    ({ target, gap, empty }): Partial<RatioRule> => ({
      direction: 'lowerIsBetter',
      scaling: 'fromFloor',
      targetPercent: String(target * 10),
      floorPercent: String((target + gap) * 10),
      whenDenominatorZero: empty,
    }),
  )
export const counts = fc
  .integer({ min: 0, max: 9 })
  .chain(all => fc.tuple(fc.integer({ min: 0, max: all }), fc.constant(all)))

export function leafScene(rule: Rule, figures: Figures, parts: Partial<RuleSet> = {}): Scene {
  const criteria = [aCriterion({ maxPoints: '2', rule })]
  return { ruleSet: aRuleSet({ criteria, ...parts }), figures, target: leafTarget }
}
