import type { Criterion, RuleSet } from '../model/ruleSet.ts'
import type { Rule } from '../model/rules.ts'
import type { ScoreSheet } from '../model/scoreSheet.ts'
import type { Submission } from '../model/submission.ts'
import { compare, type Rational, zero } from './exact.ts'
import { indexRuleSet } from './ruleSetIndex.ts'
import type { CohortFigures } from './rules/cohortFigures.ts'
import { takeMeasure } from './rules/measure.ts'
import { exemptionsOf, inputsOf, roundingOf } from './scoreLeaves.ts'
import { scoreSubmission } from './scoreSubmission.ts'
import { statesFor } from './states.ts'

/**
 * Scores agencies that are compared with each other, in two passes: what each measures alone, then every
 * rule with those figures at hand. The order of submissions changes nothing but the order of sheets.
 *
 * Agencies without a figure take no part in a comparison (missing is not the worst value), and the receipt
 * says how many had one.
 *
 * @param previousOf the submission of the same agency for the period before, for growth
 * @throws when an agency stands in the cohort twice
 */
export function scoreCohort(
  ruleSet: RuleSet,
  submissions: readonly Submission[],
  scoredAt: string,
  previousOf: (agencyId: string) => Submission | null = () => null,
): readonly ScoreSheet[] {
  const cohortAt = cohortOf(ruleSet, submissions)
  return submissions.map(submission =>
    scoreSubmission(ruleSet, submission, scoredAt, { previous: previousOf(submission.agencyId), cohortAt }),
  )
}

/**
 * First pass: what every agency measures at each leaf that compares.
 * @throws when an agency stands in the cohort twice
 */
export function cohortOf(
  ruleSet: RuleSet,
  submissions: readonly Submission[],
): (criterionId: string) => CohortFigures {
  const seen = new Set<string>()
  for (const { agencyId } of submissions)
    if (seen.size === seen.add(agencyId).size)
      throw new Error(`agency "${agencyId}" stands in the cohort twice`)
  const comparing = indexRuleSet(ruleSet).leaves.filter(leaf => leaf.rule && compares(leaf.rule))
  const own = submissions.map(submission => {
    const exempt = exemptionsOf(ruleSet.criteria, submission)
    const inputs = inputsOf(ruleSet, submission, {})
    return { agencyId: submission.agencyId, exempt, inputs }
  })
  const figures = new Map(
    comparing.map(leaf => {
      const measured = own
        .filter(({ exempt }) => !exempt.has(leaf.id))
        .map(({ agencyId, inputs }) => ({ agencyId, ...measureAt(leaf, ruleSet, inputs) }))
        .filter(entry => entry.applies)
      const ascending = measured
        .flatMap(({ agencyId, value }) => (value ? [{ agencyId, value }] : []))
        .toSorted((a, b) => compare(a.value, b.value) || (a.agencyId < b.agencyId ? -1 : 1))
      return [leaf.id, { agencyIds: new Set(measured.map(entry => entry.agencyId)), ascending }] as const
    }),
  )
  return criterionId => {
    const known = figures.get(criterionId)
    if (!known) throw new Error(`leaf "${criterionId}" compares nobody`)
    return known
  }
}

function compares(rule: Rule): boolean {
  return (
    rule.kind === 'shareOfBest' || rule.kind === 'leader' || rule.kind === 'minMax' || rule.kind === 'rank'
  )
}

function measureAt(
  leaf: Criterion,
  ruleSet: RuleSet,
  inputs: ReturnType<typeof inputsOf>,
): { readonly value: Rational | null; readonly applies: boolean } {
  const { rule } = leaf
  if (!rule || !('measure' in rule)) throw new Error(`leaf "${leaf.id}" compares nobody`)
  const { value, empty } = takeMeasure(rule.measure, {
    nodeId: leaf.id,
    maxPoints: zero,
    ratioRounding: roundingOf(leaf, ruleSet.rounding).ratio,
    states: statesFor(rule, leaf.states, ruleSet.states),
    inputs,
  })
  return { value, applies: empty?.policy !== 'notApplicable' }
}
