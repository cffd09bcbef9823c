import type { Exact } from '../model/exact.ts'
import type {
  AppliedRounding,
  ExplainedDecision,
  ExplainedReading,
  ExplainedRule,
  Explanation,
} from '../model/explanation.ts'
import type { Bilingual, Certainty, Provenance } from '../model/provenance.ts'
import type { Reading, RoundingPolicy } from '../model/ruleSet.ts'
import type { Rule, StatePolicies } from '../model/rules.ts'
import type { Outcome } from '../model/scoreSheet.ts'
import type { Decision } from '../model/submission.ts'
import { compare, formatExact, parseExact, type Rational, round, zero } from './exact.ts'
import { percentEarning } from './rules/ratio.ts'
import type { Inputs, RuleRun } from './rules/ruleKind.ts'
import { kindOf } from './rules/ruleKinds.ts'
import { statesFor } from './states.ts'

/** What is scored by a rule: a leaf of the tree, or an adjustment beside it. */
export type Scorable = {
  readonly id: string
  readonly rule: Rule
  /** null: only known together with other leaves. */
  readonly maxPoints: string | null
  readonly rounding: RoundingPolicy
  readonly states?: StatePolicies | undefined
  readonly assessedBy?: 'self' | 'survey' | 'review' | undefined
  readonly readings?: readonly Reading[] | undefined
  readonly provenance: Provenance
  /** The pool that hides its own points, if any. */
  readonly poolId?: string | undefined
}

export type LeafScore = {
  readonly outcome: Outcome
  readonly explanation: Explanation
  /** Points after leaf rounding, or what is open; from equals to when scored. */
  readonly from: Rational
  readonly to: Rational
  readonly max: Rational | null
}

/** Runs the rule of a leaf with the rule set's general policies, before anything is rounded. */
export function runRule(
  { rule, id, maxPoints, rounding, states }: Scorable,
  general: StatePolicies | undefined,
  inputs: Inputs,
): RuleRun {
  return kindOf(rule).run(rule, {
    nodeId: id,
    maxPoints: maxPoints === null ? zero : parseExact(maxPoints),
    ratioRounding: rounding.ratio,
    states: statesFor(rule, states, general),
    inputs,
  })
}

/**
 * Scores one leaf and writes its receipt.
 *
 * @param run its rule, run
 * @param exemption why the agency is exempt from it, if it is
 */
export function scoreLeaf(
  leaf: Scorable,
  run: RuleRun,
  general: StatePolicies | undefined,
  inputs: Inputs,
  exemption: string | undefined,
): LeafScore {
  const { detail } = run
  const { rounding } = leaf
  const max = leaf.maxPoints === null ? null : parseExact(leaf.maxPoints)
  const computed = run.points && roundsPoints(detail) ? round(run.points, rounding.leaf) : run.points
  const decided = lastDecision(leaf.id, inputs)
  const { published } = inputs.submission
  const decision = decided && exemption === undefined ? explainDecision(decided, computed, inputs) : null
  const outcome =
    exemption === undefined && decision ? decidedOutcome(decision) : outcomeOf(leaf, run, computed, exemption)
  const settled = outcome.kind === 'scored' ? (decision ? parseExact(outcome.points) : computed) : null
  const range = 'range' in outcome ? outcome.range : null
  const from = settled ?? (range ? parseExact(range.from) : zero)
  return {
    from,
    to: settled ?? (range ? parseExact(range.to) : zero),
    max,
    outcome,
    explanation: {
      inputs: detail.inputs,
      rule: detail,
      readings:
        max && outcome.kind === 'scored' ? explainReadings(leaf, outcome.points, general, inputs) : [],
      rounding: decision ? [] : appliedRounding(detail, outcome, rounding),
      leafRounding: rounding.leaf,
      decision,
      cause: published?.points.find(entry => entry.nodeId === leaf.id)?.cause ?? null,
      ruleProvenance: leaf.provenance,
      pointsProvenance: pointsProvenance(detail, outcome, decision, inputs),
    },
  }
}

/** Published points are taken to the last digit, and what is only watched has none. */
function roundsPoints(detail: ExplainedRule): boolean {
  return detail.kind !== 'reported' && detail.kind !== 'monitor'
}

function pointsProvenance(
  detail: ExplainedRule,
  outcome: Outcome,
  decision: ExplainedDecision | null,
  { submission }: Inputs,
): Provenance {
  if (decision) return decision.provenance
  if (detail.kind === 'reported' && detail.provenance) return detail.provenance
  const { provenance } = submission
  if (outcome.kind !== 'scored' || outcome.certainty === provenance.certainty) return provenance
  return { ...provenance, certainty: outcome.certainty }
}

function lastDecision(criterionId: string, { submission }: Inputs): Decision | undefined {
  return submission.decisions?.findLast(entry => entry.criterionId === criterionId)
}

function explainDecision(
  decided: Decision,
  computed: Rational | null,
  { submission }: Inputs,
): ExplainedDecision {
  return {
    stage: decided.stage,
    points: formatExact(parseExact(decided.points)),
    computed: computed && formatExact(computed),
    reason: decided.reason ?? null,
    ...(decided.byRule && { byRule: true }),
    ...(decided.by !== undefined && { by: decided.by }),
    ...(decided.at !== undefined && { at: decided.at }),
    provenance: decided.provenance ?? submission.provenance,
  }
}

function decidedOutcome({ points, provenance }: ExplainedDecision): Outcome {
  return { kind: 'scored', points, unrounded: points, certainty: provenance.certainty }
}

function outcomeOf(
  leaf: Scorable,
  run: RuleRun,
  computed: Rational | null,
  exemption: string | undefined,
): Outcome {
  const { detail } = run
  if (exemption !== undefined) return { kind: 'notApplicable', reason: { vi: exemption, en: exemption } }
  const step = roundsPoints(detail) ? leaf.rounding.leaf : null
  const range = {
    from: formatExact(round(parseExact(detail.range.from), step)),
    to: formatExact(round(parseExact(detail.range.to), step)),
  }
  if (detail.kind === 'monitor') return { kind: 'scored', points: '0', unrounded: '0', certainty: 'stated' }
  if (run.points && computed)
    return {
      kind: 'scored',
      points: formatExact(computed),
      unrounded: formatExact(run.points),
      certainty: certaintyOf(detail),
    }
  if (detail.kind === 'reported') {
    if (leaf.poolId === undefined && leaf.assessedBy !== undefined && leaf.assessedBy !== 'self')
      return { kind: 'pendingReview', assessedBy: leaf.assessedBy, range }
    return { kind: 'missing', metricIds: [], range, poolId: leaf.poolId }
  }
  if (detail.empty?.policy === 'notApplicable') return { kind: 'notApplicable', reason: reasonOf(detail) }
  const absent = detail.inputs.filter(input => input.state !== 'entered')
  return { kind: 'missing', metricIds: [...new Set(absent.map(input => input.metricId))], range }
}

function reasonOf({ empty }: ExplainedRule): Bilingual {
  if (empty?.because === 'denominatorZero') return reasons.nothingHappened
  if (empty?.because !== 'state') return reasons.notMeasured
  return empty.state === 'notApplicable' ? reasons.reported : reasons.noFigures
}

const reasons = {
  nothingHappened: { vi: 'Không phát sinh trong kỳ', en: 'Nothing to count in the period' },
  notMeasured: { vi: 'Không tính được với số liệu trong kỳ', en: 'Cannot be measured with these figures' },
  noFigures: { vi: 'Không có số liệu trong kỳ', en: 'No figures for the period' },
  reported: { vi: 'Đơn vị báo không áp dụng', en: 'Reported as not applicable' },
}

function certaintyOf(detail: ExplainedRule): Certainty {
  if (detail.kind === 'reported') return detail.provenance?.certainty ?? 'stated'
  const certainties = detail.inputs.map(input => input.provenance.certainty)
  if (certainties.includes('illustrative')) return 'illustrative'
  // Points without figures rest on the rule alone.
  return certainties.includes('inferred') || detail.empty?.because === 'state' ? 'inferred' : 'stated'
}

function appliedRounding(
  detail: ExplainedRule,
  outcome: Outcome,
  policy: RoundingPolicy,
): readonly AppliedRounding[] {
  const steps: AppliedRounding[] = []
  const step = policy.ratio
  if (step && detail.kind === 'ratio') {
    const { percent: before, roundedPercent: after } = detail
    if (before !== null && after !== null) steps.push({ place: 'ratio', step, before, after })
  } else if (step) {
    const before = measuredPercent(detail)
    if (before !== null)
      steps.push({ place: 'ratio', step, before, after: formatExact(round(parseExact(before), step)) })
  }
  if (policy.leaf && outcome.kind === 'scored' && roundsPoints(detail))
    steps.push({ place: 'leaf', step: policy.leaf, before: outcome.unrounded, after: outcome.points })
  return steps
}

/** The percentage that bands, growth and comparing rules score, before its rounding. */
function measuredPercent(detail: ExplainedRule): Exact | null {
  if (detail.kind === 'monitor') return null
  return detail.steps.find(step => step.of === 'share' || step.of === 'growth')?.result ?? null
}

function explainReadings(
  { id, maxPoints, readings = [], rounding }: Scorable,
  scored: string,
  general: StatePolicies | undefined,
  inputs: Inputs,
): readonly ExplainedReading[] {
  if (readings.length === 0 || maxPoints === null) return []
  const [points, max] = [parseExact(scored), parseExact(maxPoints)]
  return readings.map(({ rule, note = null }) => {
    const { detail, points: computed } = runRule(
      { id, rule, maxPoints, rounding, provenance: blankProvenance },
      general,
      inputs,
    )
    const common = { note, inputs: detail.inputs }
    if (computed) {
      const rounded = round(computed, rounding.leaf)
      return {
        ...common,
        forward: { detail, points: formatExact(rounded), agrees: compare(rounded, points) === 0 },
        backward: null,
      }
    }
    const percent = rule.kind === 'ratio' ? percentEarning(rule, points, max) : null
    return {
      ...common,
      forward: null,
      backward:
        rule.kind === 'ratio' && percent
          ? { percent: formatExact(percent), targetPercent: rule.targetPercent, scaling: rule.scaling }
          : null,
    }
  })
}

const blankProvenance: Provenance = { certainty: 'inferred', source: null }
