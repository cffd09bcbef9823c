import type { AbsentShare, LeafAttribution, NotAttributable } from '../../model/attribution.ts'
import type { ExplainedRatio } from '../../model/explanation.ts'
import type { Metric, RuleSet } from '../../model/ruleSet.ts'
import type { RatioRule } from '../../model/rules.ts'
import type { NodeScore } from '../../model/scoreSheet.ts'
import type { MetricValue } from '../../model/submission.ts'
import {
  compare,
  divide,
  formatExact,
  hundred,
  multiply,
  negate,
  parseExact,
  type Rational,
  subtract,
  sum,
  zero,
} from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import { addsUp } from './addsUp.ts'

/** What is asked of an agency below the whole. */
export type Part = {
  readonly agencyId: string
  readonly values: ReadonlyMap<string, MetricValue>
  /** Reason by leaf it is exempt from. */
  readonly exempt: ReadonlyMap<string, string>
}

/**
 * Splits the points the whole lost at one leaf, or says why it cannot be done.
 *
 * Of two competing denominators the one the whole was divided by counts, for agencies too: only that one
 * adds up to the whole's.
 * @param factor what a point of the tree counts in the total
 */
export function attributeLeaf(
  ruleSet: RuleSet,
  node: NodeScore,
  factor: Rational,
  parts: readonly Part[],
): LeafAttribution {
  const { criterionId, ruleKind, outcome, explanation, maxPoints } = node
  const { leafById, metrics, poolOf } = indexRuleSet(ruleSet)
  const rule = leafById.get(criterionId)?.rule
  if (!outcome || !explanation || !ruleKind || !rule) throw new Error(`"${criterionId}" is no leaf`)
  const isPooled = poolOf.has(criterionId) || maxPoints === null
  const lost =
    outcome.kind === 'scored' && maxPoints !== null && !isPooled
      ? multiply(subtract(parseExact(maxPoints), parseExact(outcome.points)), factor)
      : null
  const not = (reason: NotAttributable): LeafAttribution => ({
    kind: 'notAttributable',
    criterionId,
    ruleKind,
    lost: lost && formatExact(lost),
    reason,
  })

  if (isPooled) return not('pooled')
  if (outcome.kind === 'notApplicable') return not('notApplicable')
  if (lost === null) return not('open')
  if (compare(lost, zero) <= 0) return not('noLoss')
  const { decision, rule: detail } = explanation
  if (decision && decision.points !== decision.computed) return not('decided')
  if (rule.kind !== 'ratio' || detail.kind !== 'ratio') return not('ruleKind')
  const { numerator, denominator } = detail
  if (detail.percent === null || numerator.value === null || denominator.value === null) return not('noShare')
  const obstacle = obstacleOf(rule, detail, metrics)
  if (obstacle !== null) return not(obstacle)
  const whole = figuresOf(rule, parseExact(numerator.value), parseExact(denominator.value))
  if (compare(whole.shortfall, zero) <= 0) return not('noShortfall')
  return {
    kind: 'attributed',
    criterionId,
    ruleKind,
    lost: formatExact(lost),
    direction: rule.direction,
    targetPercent: rule.targetPercent,
    shortfall: formatExact(whole.shortfall),
    unit: numerator.unit,
    unitEn: numerator.unitEn,
    ...sharesOf(
      criterionId,
      rule,
      { numerator: numerator.metricId, denominator: denominator.metricId },
      whole,
      lost,
      parts,
    ),
  }
}

/** Why agencies' figures cannot make up the share; null when they can. */
function obstacleOf(
  rule: RatioRule,
  detail: ExplainedRatio,
  metrics: ReadonlyMap<string, Metric>,
): NotAttributable | null {
  if (rule.coefficient !== undefined) return 'coefficient'
  if (rule.otherShares && rule.otherShares.length > 0) return 'otherShares'
  if (rule.fallbackDenominator?.metric === detail.denominator.metricId) return 'fallbackDenominator'
  const additive = [detail.numerator, detail.denominator].every(({ metricId }) =>
    addsUp(metrics.get(metricId)),
  )
  return additive ? null : 'notAdditive'
}

type Figures = { readonly numerator: Rational; readonly denominator: Rational; readonly shortfall: Rational }

/** Units the numerator lacks to the target: t·d − n, with d − n for n under a complement, turned round where less is better. */
function figuresOf(rule: RatioRule, numerator: Rational, denominator: Rational): Figures {
  const scored = rule.complement ? subtract(denominator, numerator) : numerator
  const wanted = divide(multiply(parseExact(rule.targetPercent), denominator), hundred)
  const short = subtract(wanted, scored)
  return { numerator, denominator, shortfall: rule.direction === 'higherIsBetter' ? short : negate(short) }
}

/** The whole's metrics, whose values its agencies report too. */
type RatioMetrics = { readonly numerator: string; readonly denominator: string }

function sharesOf(
  criterionId: string,
  rule: RatioRule,
  metricIds: RatioMetrics,
  whole: Figures,
  lost: Rational,
  parts: readonly Part[],
): Pick<Extract<LeafAttribution, { kind: 'attributed' }>, 'shares' | 'absent' | 'repeating'> {
  const read = parts.map(part => readPart(part, criterionId, rule, metricIds))
  const known = read.flatMap(entry => ('shortfall' in entry ? [entry] : []))
  const restOf = (pick: (figures: Figures) => Rational) => subtract(pick(whole), sum(known.map(pick)))
  const unallocated = {
    agencyId: null,
    numerator: restOf(each => each.numerator),
    denominator: restOf(each => each.denominator),
    shortfall: restOf(each => each.shortfall),
  }
  const largestFirst = known.toSorted((a, b) => compare(b.shortfall, a.shortfall))
  return {
    shares: [...largestFirst, unallocated].map(({ agencyId, numerator, denominator, shortfall }) => {
      const part = divide(shortfall, whole.shortfall)
      return {
        agencyId,
        numerator: formatExact(numerator),
        denominator: formatExact(denominator),
        shortfall: formatExact(shortfall),
        contribution: formatExact(multiply(lost, part)),
        percentOfLoss: formatExact(multiply(part, hundred)),
      }
    }),
    absent: read.flatMap(entry => ('because' in entry ? [entry] : [])),
    repeating: known.filter(
      each =>
        compare(each.numerator, whole.numerator) === 0 && compare(each.denominator, whole.denominator) === 0,
    ).length,
  }
}

/** An agency's own figures, or why it has none; never zero in their place. */
function readPart(
  { agencyId, values, exempt }: Part,
  criterionId: string,
  rule: RatioRule,
  metricIds: RatioMetrics,
): (Figures & { readonly agencyId: string }) | AbsentShare {
  if (exempt.has(criterionId)) return { agencyId, because: 'exempt', metricIds: [] }
  const [numerator, denominator] = [values.get(metricIds.numerator), values.get(metricIds.denominator)]
  if (numerator?.state === 'entered' && denominator?.state === 'entered')
    return { agencyId, ...figuresOf(rule, parseExact(numerator.value), parseExact(denominator.value)) }
  const states = [metricIds.numerator, metricIds.denominator].map(
    metricId => [metricId, values.get(metricId)?.state ?? 'missing'] as const,
  )
  // As in scoring: one figure that does not apply empties the share, whatever the other one is.
  const because = (['notApplicable', 'missing', 'withheld'] as const).find(state =>
    states.some(entry => entry[1] === state),
  )
  if (!because) throw new Error(`"${agencyId}": no figure is absent at "${criterionId}"`)
  return {
    agencyId,
    because,
    metricIds: [...new Set(states.flatMap(([metricId, state]) => (state === 'entered' ? [] : [metricId])))],
  }
}
