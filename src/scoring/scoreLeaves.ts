import type { Adjustment, Criterion, RoundingPolicy, RuleSet } from '../model/ruleSet.ts'
import type { Submission } from '../model/submission.ts'
import { indexRuleSet, type RuleSetIndex } from './ruleSetIndex.ts'
import type { CohortFigures } from './rules/cohortFigures.ts'
import type { Inputs, RuleRun } from './rules/ruleKind.ts'
import { type LeafScore, runRule, type Scorable, scoreLeaf } from './scoreLeaf.ts'

/** What a submission is scored against besides its rule set. */
export type ScoringContext = {
  /** The agency's submission for the period before, for growth. */
  readonly previous?: Submission | null | undefined
  /** What every agency measures at a leaf, for rules that compare. */
  readonly cohortAt?: ((criterionId: string) => CohortFigures) | null | undefined
}

/** Figures and helpers for every rule of one submission. */
export function inputsOf(ruleSet: RuleSet, submission: Submission, context: ScoringContext): Inputs {
  const index = indexRuleSet(ruleSet)
  const { previous = null } = context
  const running = new Set<string>()
  const inputs: Inputs = {
    metrics: index.metrics,
    calendars: index.calendars,
    values: new Map(submission.values.map(value => [value.metricId, value])),
    submission,
    previous: previous && {
      values: new Map(previous.values.map(value => [value.metricId, value])),
      submission: previous,
    },
    cohortAt: context.cohortAt ?? null,
    runLeaf: id => {
      const criterion = index.leafById.get(id)
      if (!criterion || running.has(id))
        throw new Error(criterion ? `leaf "${id}" depends on itself` : `there is no leaf "${id}"`)
      running.add(id)
      const run = runRule(scorableOf(criterion, ruleSet, index), ruleSet.states, inputs)
      running.delete(id)
      return exemptionsOf(ruleSet.criteria, submission).has(id) ? withoutFigures(run) : run
    },
  }
  return inputs
}

/** A leaf the agency is exempt from has nothing to hand on, whatever its figures say. */
function withoutFigures({ detail }: RuleRun): RuleRun {
  const empty = { because: 'state', state: 'notApplicable', policy: 'notApplicable' } as const
  const emptied = { ...detail, empty, points: null }
  return {
    points: null,
    detail: emptied.kind === 'ratio' ? { ...emptied, percent: null, inputs: [] } : emptied,
  }
}

/**
 * Scores leaves and adjustments.
 * @param only ids to score; everything when not given
 * @returns by id of the leaf or adjustment
 */
export function scoreLeaves(
  ruleSet: RuleSet,
  inputs: Inputs,
  only?: ReadonlySet<string>,
): ReadonlyMap<string, LeafScore> {
  const index = indexRuleSet(ruleSet)
  const exemptions = exemptionsOf(ruleSet.criteria, inputs.submission)
  const wanted = (id: string) => only?.has(id) ?? true
  const scorables = [
    ...index.leaves.filter(leaf => wanted(leaf.id)).map(leaf => scorableOf(leaf, ruleSet, index)),
    ...(ruleSet.adjustments ?? [])
      .filter(({ id }) => wanted(id))
      .map(each => scorableAdjustment(each, ruleSet)),
  ]
  return new Map(
    scorables.map(each => {
      const run = runRule(each, ruleSet.states, inputs)
      return [each.id, scoreLeaf(each, run, ruleSet.states, inputs, exemptions.get(each.id))]
    }),
  )
}

export function scorableAdjustment(
  { id, rule, ceiling, states, provenance }: Adjustment,
  { rounding }: RuleSet,
): Scorable {
  return { id, rule, maxPoints: ceiling, rounding, states, provenance }
}

/** @throws when the criterion carries no rule; the linter should have refused the file */
export function scorableOf(criterion: Criterion, { rounding }: RuleSet, { poolOf }: RuleSetIndex): Scorable {
  if (!criterion.rule) throw new Error(`leaf "${criterion.id}" has no rule`)
  return {
    id: criterion.id,
    rule: criterion.rule,
    maxPoints: criterion.maxPoints,
    rounding: roundingOf(criterion, rounding),
    states: criterion.states,
    assessedBy: criterion.assessedBy,
    readings: criterion.readings,
    provenance: criterion.provenance,
    poolId: poolOf.get(criterion.id),
  }
}

/** Rounding policy of a leaf: its own places over the rule set's. */
export function roundingOf({ rounding = {} }: Criterion, policy: RoundingPolicy): RoundingPolicy {
  const at = <Place extends keyof RoundingPolicy>(place: Place) => {
    const own = rounding[place]
    return own === undefined ? policy[place] : own
  }
  return { ratio: at('ratio'), leaf: at('leaf'), group: at('group'), total: at('total') }
}

/** Reason by leaf id; an exempt area exempts every leaf below it. */
export function exemptionsOf(
  criteria: readonly Criterion[],
  submission: Submission,
): ReadonlyMap<string, string> {
  const stated = new Map((submission.notApplicable ?? []).map(entry => [entry.criterionId, entry.reason]))
  const reasons = new Map<string, string>()
  if (stated.size === 0) return reasons
  const visit = (criterion: Criterion, inherited: string | undefined) => {
    const reason = stated.get(criterion.id) ?? inherited
    if (reason !== undefined) reasons.set(criterion.id, reason)
    criterion.subCriteria?.forEach(child => {
      visit(child, reason)
    })
  }
  criteria.forEach(criterion => {
    visit(criterion, undefined)
  })
  return reasons
}
