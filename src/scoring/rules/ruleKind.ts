import type { Emptiness, ExplainedInput, ExplainedRule } from '../../model/explanation.ts'
import type { Calendar, Metric, RoundingStep } from '../../model/ruleSet.ts'
import type { EmptyPolicy, Rule } from '../../model/rules.ts'
import type { MetricValue, Submission } from '../../model/submission.ts'
import { compare, formatExact, larger, type Rational, smaller, zero } from '../exact.ts'
import type { CohortFigures } from './cohortFigures.ts'

/** Figures a rule may look at, by metric id, and what it may ask beyond them. */
export type Inputs = {
  readonly metrics: ReadonlyMap<string, Metric>
  readonly values: ReadonlyMap<string, MetricValue>
  readonly submission: Submission
  /** The agency's submission for the period before; null when there is none. */
  readonly previous: {
    readonly values: ReadonlyMap<string, MetricValue>
    readonly submission: Submission
  } | null
  readonly calendars: ReadonlyMap<string, Calendar>
  /** Runs the rule of another leaf of the same submission. */
  readonly runLeaf: (criterionId: string) => RuleRun
  /** What every agency measures at a leaf; null when nobody else's figures were given. */
  readonly cohortAt: ((criterionId: string) => CohortFigures) | null
}

/** What every absent state does to a leaf; nothing left open. */
export type ResolvedStates = {
  readonly missing: EmptyPolicy
  readonly withheld: EmptyPolicy
  readonly notApplicable: EmptyPolicy
}

/** Everything a rule is run with, besides itself. */
export type RuleContext = {
  /** The criterion, part or adjustment it scores. */
  readonly nodeId: string
  readonly maxPoints: Rational
  /** Rounding of any percentage (0–100) before it is scored, null for none. */
  readonly ratioRounding: RoundingStep | null
  readonly states: ResolvedStates
  readonly inputs: Inputs
}

/** A rule worked through: what to show, and the points before leaf rounding (null: none, `detail.empty` says why). */
export type RuleRun = { readonly detail: ExplainedRule; readonly points: Rational | null }

export type Range = { readonly least: Rational; readonly most: Rational }

/** A metric a rule looks at. */
export type RuleFigure = {
  readonly metricId: string
  /** Place inside the rule, for problems: "numerator", "items[0].metric". */
  readonly path: string
  /** `numeric` is anything but a date. */
  readonly wants: 'amount' | 'flag' | 'date' | 'option' | 'numeric'
}

/**
 * How points move while one metric grows and all others stay: `rising` and `falling` include standing
 * still; `mixed` may do both.
 */
export type Trend = 'rising' | 'falling' | 'mixed'

/** One rule kind: everything the engine, the linter and the solver ask of it. */
export type RuleKind<R extends Rule> = {
  readonly run: (rule: R, context: RuleContext) => RuleRun
  readonly figures: (rule: R) => readonly RuleFigure[]
  /** Least and most points it can give for any figures, before leaf rounding. */
  readonly bounds: (rule: R, maxPoints: Rational) => Range
  readonly trend: (rule: R, metricId: string) => Trend
}

/** The part of an explained rule every kind shares, with nothing to show yet. */
export function blank<Kind extends Rule['kind']>(
  kind: Kind,
  maxPoints: Rational,
  range: Range,
  inputs: readonly ExplainedInput[],
) {
  return {
    kind,
    inputs,
    steps: [],
    branches: [],
    cap: null,
    empty: null,
    maxPoints: formatExact(maxPoints),
    points: null,
    range: { from: formatExact(range.least), to: formatExact(range.most) },
  } as const
}

/** Points a policy gives; null where it gives none. */
export function pointsByPolicy(policy: EmptyPolicy, maxPoints: Rational): Rational | null {
  return policy === 'zero' ? zero : policy === 'full' ? maxPoints : null
}

/** A range with the points of some policies inside it: 0/0 may earn what no figure does. */
export function withPolicies(range: Range, policies: readonly EmptyPolicy[], maxPoints: Rational): Range {
  const points = policies.flatMap(policy => pointsByPolicy(policy, maxPoints) ?? [])
  return { least: points.reduce(smaller, range.least), most: points.reduce(larger, range.most) }
}

/** Points held between two ends, with the end that stopped them, if one did. */
export function limited(
  whole: Rational,
  { least, most }: Range,
): { readonly points: Rational; readonly cap: ExplainedRule['cap'] } {
  const points = larger(smaller(whole, most), least)
  const order = compare(whole, points)
  if (order === 0) return { points, cap: null }
  return { points, cap: { side: order > 0 ? 'most' : 'least', limit: formatExact(points) } }
}

/**
 * Why a rule cannot be measured with these figures.
 * @param together true when one figure that does not apply empties the whole rule (a ratio), false when
 *   the others still mean something (a checklist)
 */
export function absence(
  inputs: readonly Pick<ExplainedInput, 'state'>[],
  states: ResolvedStates,
  together: boolean,
): Extract<Emptiness, { because: 'state' }> | null {
  const has = (state: ExplainedInput['state']) => inputs.some(input => input.state === state)
  if (!has('missing') && !has('withheld') && !has('notApplicable')) return null
  const exempt = together ? has('notApplicable') : inputs.every(input => input.state === 'notApplicable')
  if (exempt) return { because: 'state', state: 'notApplicable', policy: states.notApplicable }
  if (has('missing')) return { because: 'state', state: 'missing', policy: states.missing }
  if (has('withheld')) return { because: 'state', state: 'withheld', policy: states.withheld }
  // Some items apply and some do not: nobody said what the rest is worth.
  return { because: 'state', state: 'notApplicable', policy: 'missing' }
}

/** Combines trends of several places one metric stands in. */
export function joinTrends(trends: readonly Trend[]): Trend {
  const [first = 'rising'] = trends
  return trends.every(trend => trend === first) ? first : 'mixed'
}

export function oppositeTrend(trend: Trend): Trend {
  return trend === 'mixed' ? 'mixed' : trend === 'rising' ? 'falling' : 'rising'
}
