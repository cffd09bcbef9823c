import type { Interval } from '../model/exact.ts'
import type { Bilingual } from '../model/provenance.ts'
import type { Criterion, Reading, RoundingPolicy } from '../model/ruleSet.ts'
import type {
  AppliedRounding,
  ExplainedRatio,
  ExplainedReading,
  ExplainedRule,
  Explanation,
  Outcome,
} from '../model/scoreSheet.ts'
import { compare, formatExact, parseExact, type Rational, round, sum, zero } from './exact.ts'
import { explainRule, inputsOf } from './rules/explainRule.ts'
import { percentEarning } from './rules/ratio.ts'
import type { Inputs } from './rules/readInput.ts'

export type LeafScore = { readonly outcome: Outcome; readonly explanation: Explanation }

/**
 * Scores one leaf and writes its receipt.
 *
 * @param poolId the pool that hides this leaf's own points, if any
 * @param exemption why the agency is exempt from it, if it is
 * @throws when the criterion carries no rule; the linter should have refused the file
 */
export function scoreLeaf(
  criterion: Criterion,
  policy: RoundingPolicy,
  inputs: Inputs,
  poolId: string | undefined,
  exemption: string | undefined,
): LeafScore {
  if (!criterion.rule) throw new Error(`leaf "${criterion.id}" has no rule`)
  const maxPoints = criterion.maxPoints === null ? null : parseExact(criterion.maxPoints)
  const ratioRounding = roundingAt('ratio', criterion, policy)
  const leafRounding = roundingAt('leaf', criterion, policy)

  const rule = explainRule(criterion.rule, criterion.id, maxPoints ?? zero, ratioRounding, inputs)
  const outcome = outcomeOf(criterion, rule, leafRounding, poolId, exemption)
  const published = rule.kind === 'reported' ? rule.provenance : null
  return {
    outcome,
    explanation: {
      inputs: inputsOf(rule),
      rule,
      readings: explainReadings(
        criterion.readings ?? [],
        outcome,
        maxPoints,
        { ratioRounding, leafRounding },
        inputs,
      ),
      rounding: appliedRounding(rule, outcome, ratioRounding, leafRounding),
      leafRounding,
      cause: inputs.submission.published?.points.find(entry => entry.nodeId === criterion.id)?.cause ?? null,
      ruleProvenance: criterion.provenance,
      pointsProvenance: published ?? {
        ...inputs.submission.provenance,
        ...(outcome.kind === 'scored' ? { certainty: outcome.certainty } : {}),
      },
    },
  }
}

/** Rounding of a leaf at one place: its own where it has one, the rule set's otherwise. */
export function roundingAt<Place extends keyof RoundingPolicy>(
  place: Place,
  criterion: Criterion,
  policy: RoundingPolicy,
) {
  const override = criterion.rounding?.[place]
  return override === undefined ? policy[place] : override
}

function outcomeOf(
  criterion: Criterion,
  rule: ExplainedRule,
  leafRounding: RoundingPolicy['leaf'],
  poolId: string | undefined,
  exemption: string | undefined,
): Outcome {
  if (exemption !== undefined) return { kind: 'notApplicable', reason: { vi: exemption, en: exemption } }
  const range = { from: '0', to: criterion.maxPoints ?? '0' }
  if (rule.kind === 'monitor') return { kind: 'scored', points: '0', unrounded: '0', certainty: 'stated' }
  if (rule.kind === 'reported') {
    // Published points are taken to the last digit: rounding them again could change them.
    if (rule.points !== null)
      return {
        kind: 'scored',
        points: rule.points,
        unrounded: rule.points,
        certainty: rule.provenance?.certainty ?? 'stated',
      }
    if (poolId === undefined && criterion.assessedBy !== undefined && criterion.assessedBy !== 'self')
      return { kind: 'pendingReview', assessedBy: criterion.assessedBy, range }
    return { kind: 'missing', metricIds: [], range, poolId }
  }
  if (rule.points === null) {
    const missing = inputsOf(rule).filter(input => input.state !== 'entered')
    if (rule.kind === 'ratio' && rule.policy === 'notApplicable')
      return { kind: 'notApplicable', reason: reasonOf(rule) }
    if (missing.length > 0 && missing.every(input => input.state === 'notApplicable'))
      return { kind: 'notApplicable', reason: reportedNotApplicable }
    const metricIds = missing.map(input => input.metricId)
    return { kind: 'missing', metricIds, range: rule.kind === 'sum' ? sumRange(rule, leafRounding) : range }
  }
  return {
    kind: 'scored',
    points: formatExact(round(parseExact(rule.points), leafRounding)),
    unrounded: rule.points,
    certainty: leastCertain([
      ...inputsOf(rule).map(input => input.provenance.certainty),
      // Points without figures rest on the rule alone.
      ...(rule.kind === 'ratio' && rule.branch === 'missingByPolicy' ? (['inferred'] as const) : []),
    ]),
  }
}

function reasonOf(rule: ExplainedRatio): Bilingual {
  if (rule.branch === 'denominatorZero') return nothingHappened
  const reported = [rule.numerator, rule.denominator].some(input => input.state === 'notApplicable')
  return reported ? reportedNotApplicable : noFigures
}

/** What a sum with missing parts may still earn. */
function sumRange(
  rule: Extract<ExplainedRule, { kind: 'sum' }>,
  leafRounding: RoundingPolicy['leaf'],
): Interval {
  const ends = rule.parts.map(({ detail }) =>
    detail.points === null
      ? { from: zero, to: parseExact(detail.maxPoints) }
      : { from: parseExact(detail.points), to: parseExact(detail.points) },
  )
  const rounded = (values: readonly Rational[]) => formatExact(round(sum(values), leafRounding))
  return { from: rounded(ends.map(end => end.from)), to: rounded(ends.map(end => end.to)) }
}

const nothingHappened = { vi: 'Không phát sinh trong kỳ', en: 'Nothing to count in the period' }
const noFigures = { vi: 'Không có số liệu trong kỳ', en: 'No figures for the period' }
const reportedNotApplicable = { vi: 'Đơn vị báo không áp dụng', en: 'Reported as not applicable' }

function leastCertain(certainties: readonly ('stated' | 'inferred' | 'illustrative')[]) {
  if (certainties.includes('illustrative')) return 'illustrative'
  return certainties.includes('inferred') ? 'inferred' : 'stated'
}

function appliedRounding(
  rule: ExplainedRule,
  outcome: Outcome,
  ratioRounding: RoundingPolicy['ratio'],
  leafRounding: RoundingPolicy['leaf'],
): readonly AppliedRounding[] {
  const steps: AppliedRounding[] = []
  if (ratioRounding && rule.kind === 'ratio' && rule.percent !== null && rule.roundedPercent !== null)
    steps.push({ place: 'ratio', step: ratioRounding, before: rule.percent, after: rule.roundedPercent })
  if (leafRounding && outcome.kind === 'scored' && rule.kind !== 'reported' && rule.kind !== 'monitor')
    steps.push({ place: 'leaf', step: leafRounding, before: outcome.unrounded, after: outcome.points })
  return steps
}

function explainReadings(
  readings: readonly Reading[],
  outcome: Outcome,
  maxPoints: Rational | null,
  {
    ratioRounding,
    leafRounding,
  }: { ratioRounding: RoundingPolicy['ratio']; leafRounding: RoundingPolicy['leaf'] },
  inputs: Inputs,
): readonly ExplainedReading[] {
  if (outcome.kind !== 'scored' || maxPoints === null) return []
  const points = parseExact(outcome.points)
  return readings.map(({ rule, note = null }) => {
    const detail = explainRule(rule, '', maxPoints, ratioRounding, inputs)
    const common = { note, inputs: inputsOf(detail) }
    if ((detail.kind === 'ratio' || detail.kind === 'sum') && detail.points !== null) {
      const rounded = round(parseExact(detail.points), leafRounding)
      return {
        ...common,
        forward: { detail, points: formatExact(rounded), agrees: compare(rounded, points) === 0 },
        backward: null,
      }
    }
    const percent = rule.kind === 'ratio' ? percentEarning(rule, points, maxPoints) : null
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
