import type { Decimal, Exact } from '../../../src/model/exact.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { Rule } from '../../../src/model/rules.ts'
import type { ImpossibleCode, Solution, SolveGoal, SolveTarget } from '../../../src/model/solution.ts'
import type { Submission } from '../../../src/model/submission.ts'
import type { ScoringContext } from '../../../src/scoring/scoreLeaves.ts'
import { type Scored, scoreForChanges } from '../../../src/scoring/scoreSubmission.ts'
import { type SolveOptions, solve } from '../../../src/scoring/solve/solve.ts'
import { aCriterion, aRuleSet, aSubmission, roundingAt, scoredAt } from '../builders.ts'

export const leafTarget = { kind: 'leaf', criterionId: 'leaf' } as const satisfies SolveTarget
export const total = { kind: 'total' } as const satisfies SolveTarget
export const fullPoints = { kind: 'fullPoints' } as const satisfies SolveGoal

export function points(value: Exact): SolveGoal {
  return { kind: 'points', points: value }
}

type LeafScene = {
  readonly rule: Rule
  readonly maxPoints?: string
  readonly ruleSet?: Partial<RuleSet>
  readonly figures: Readonly<Record<string, string | null>>
  readonly submission?: Partial<Submission>
  readonly context?: ScoringContext
}

/** One leaf worth two points, scored. */
export function leafScored({
  rule,
  maxPoints = '2',
  ruleSet = {},
  figures,
  submission,
  context,
}: LeafScene): Scored {
  const criteria = [aCriterion({ maxPoints, rule })]
  const set = aRuleSet({ criteria, rounding: roundingAt(), ...ruleSet })
  return scoreForChanges(set, aSubmission({ figures, ...submission }), scoredAt, context)
}

/** Solves for full points of that leaf unless another goal is given. */
export function solveLeaf(
  scene: LeafScene,
  metricId: string,
  goal: SolveGoal = fullPoints,
  options: SolveOptions = {},
): Solution {
  return solve(leafScored(scene), { target: leafTarget, goal, metricId }, options)
}

/** The answer in short: value and change, "already", "open" or the code of the reason. */
export function short(
  solution: Solution,
): readonly [Decimal, Exact | null] | 'already' | 'open' | ImpossibleCode {
  switch (solution.status) {
    case 'reached':
      return [solution.value, solution.change]
    case 'impossible':
      return solution.reason.code
    default:
      return solution.status
  }
}

/** Freezes everything below, so that a change anywhere throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}
