import type { ChangeDecomposition } from '../../../src/model/change.ts'
import type { Criterion, RuleSet } from '../../../src/model/ruleSet.ts'
import type { Submission } from '../../../src/model/submission.ts'
import type { ChangeSide } from '../../../src/scoring/change/decomposeChange.ts'
import { aCriterion, aRatioRule, aReportedLeaf, aRuleSet, aSubmission } from '../builders.ts'

/** Share of the figures `<id>.n` and `<id>.d`. */
export const ratioLeaf = (id: string, maxPoints: string, parts: Partial<Criterion> = {}) =>
  aCriterion({ id, maxPoints, rule: aRatioRule({ numerator: `${id}.n`, denominator: `${id}.d` }), ...parts })

/** A side whose submission answers its rule set. */
export function side(ruleSet: RuleSet, submission: Submission, more: Partial<ChangeSide> = {}): ChangeSide {
  return {
    ruleSet,
    submission: { ...submission, ruleSetId: ruleSet.id, ruleSetVersion: ruleSet.version },
    ...more,
  }
}

/** @throws when the two cannot be compared */
export function comparable(result: ChangeDecomposition) {
  if (result.kind === 'incomparable') throw new Error(`incomparable: ${result.because} at ${result.at}`)
  return result
}

/** Each cause with the difference at the lower end, and at the upper one where it is another. */
export function stepsOf(result: ChangeDecomposition): Readonly<Record<string, string>> {
  return Object.fromEntries(
    comparable(result).steps.map(({ cause, difference: { from, to } }) => [
      cause,
      from === to ? from : `${from} | ${to}`,
    ]),
  )
}

/** Nothing moved. */
export const still = { rules: '0', applicability: '0', data: '0', review: '0' }

/** Two ratios of 10 and 5 points, and 5 taken as published. */
export const rules = aRuleSet({
  criteria: [ratioLeaf('a', '10'), ratioLeaf('b', '5'), aReportedLeaf('c', '5')],
})
/** 10 × 5/10 + 5 × 1/5 + 2 = 8 of 20 points. */
export const before = aSubmission({
  figures: { 'a.n': '5', 'a.d': '10', 'b.n': '1', 'b.d': '5' },
  points: { c: '2' },
})
