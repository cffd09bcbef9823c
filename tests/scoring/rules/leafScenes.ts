import type {
  ExplainedBranch,
  ExplainedRule,
  FormulaStep,
  FormulaTerm,
} from '../../../src/model/explanation.ts'
import type { RoundingPolicy } from '../../../src/model/ruleSet.ts'
import type { Rule, StatePolicies } from '../../../src/model/rules.ts'
import type { NodeScore } from '../../../src/model/scoreSheet.ts'
import type { MetricValue } from '../../../src/model/submission.ts'
import { formatExact, parseExact } from '../../../src/scoring/exact.ts'
import { kindOf } from '../../../src/scoring/rules/ruleKinds.ts'
import { aCriterion, aRuleSet, aSubmission, nodeOf, roundingAt, score } from '../builders.ts'

/** Figures by metric id: as entered, or the state that stands in their place. */
export type Figures = Readonly<Record<string, string>>

/** One leaf, "leaf", with its figures. Nothing is rounded unless a place is named. */
export type LeafScene = {
  readonly rule: Rule
  readonly maxPoints: string
  readonly figures: Figures
  readonly states?: StatePolicies
  readonly rounding?: Partial<RoundingPolicy>
  readonly period?: string
  /** Other leaves of the rule set, worth a point each, by id. */
  readonly others?: Readonly<Record<string, Rule>>
}

export function valuesOf(figures: Figures): readonly MetricValue[] {
  return Object.entries(figures).map(([metricId, value]) =>
    value === 'missing' || value === 'withheld' || value === 'notApplicable'
      ? { metricId, state: value }
      : { metricId, state: 'entered', value },
  )
}

export function leafOf({ rule, maxPoints, figures, states, rounding, period, others }: LeafScene): NodeScore {
  const criteria = [
    aCriterion({ rule, maxPoints, states }),
    ...Object.entries(others ?? {}).map(([id, other]) => aCriterion({ id, rule: other })),
  ]
  const ruleSet = aRuleSet({ criteria, rounding: roundingAt(rounding) })
  const submission = aSubmission({ values: valuesOf(figures), ...(period === undefined ? {} : { period }) })
  return nodeOf(score(ruleSet, submission), 'leaf')
}

/** Points after leaf rounding, or what stands in their place. */
export function pointsOf(scene: LeafScene): string {
  const { outcome } = leafOf(scene)
  return outcome?.kind === 'scored' ? outcome.points : String(outcome?.kind)
}

export function detailOf(scene: LeafScene): ExplainedRule {
  const { explanation } = leafOf(scene)
  if (!explanation) throw new Error('a leaf is always explained')
  return explanation.rule
}

/** Every line of the calculation: "(27 ÷ 30) × 2 = 1.8". */
export function stepsOf(scene: LeafScene): readonly string[] {
  return detailOf(scene).steps.map(stepText)
}

function stepText({ term, relation, result, percent }: FormulaStep): string {
  return `${termText(term)}${relation === 'equals' ? ' =' : ':'} ${result}${percent ? '%' : ''}`
}

function termText(term: FormulaTerm): string {
  if (term.kind === 'number') return `${term.value}${term.percent ? '%' : ''}`
  if (term.kind === 'call') return `${term.name}(${term.terms.map(termText).join('; ')})`
  return term.terms
    .map(inner => (inner.kind === 'operation' ? `(${termText(inner)})` : termText(inner)))
    .join(` ${term.operator} `)
}

/** Every way through the rule, "→" before the one that was taken: "→ 50 ≤ percent < 80: share". */
export function branchesOf(scene: LeafScene): readonly string[] {
  return detailOf(scene).branches.map(branchText)
}

function branchText({ when, gives, taken }: ExplainedBranch): string {
  const gain =
    gives.kind === 'slope'
      ? gives.scaling
      : gives.kind === 'policy'
        ? gives.policy
        : gives.kind === 'full'
          ? `full ${gives.points}`
          : gives.points
  return `${taken ? '→ ' : ''}${conditionText(when)}: ${gain}`
}

function conditionText(when: ExplainedBranch['when']): string {
  if (when.kind === 'answer') return when.label
  if (when.kind !== 'range') return when.kind
  const low = when.from === null ? '' : `${when.from} ${when.fromInclusive ? '≤' : '<'} `
  const high = when.to === null ? '' : ` ${when.toInclusive ? '≤' : '<'} ${when.to}`
  return `${low}${when.of}${high}`
}

/** Least and most points of a rule, whatever the figures. */
export function boundsOf(rule: Rule, maxPoints: string): readonly [string, string] {
  const { least, most } = kindOf(rule).bounds(rule, parseExact(maxPoints))
  return [formatExact(least), formatExact(most)]
}

/** Metrics a rule looks at: place in the rule, metric, what it wants of it. */
export function figuresOf(rule: Rule): readonly (readonly [string, string, string])[] {
  return kindOf(rule)
    .figures(rule)
    .map(({ path, metricId, wants }) => [path, metricId, wants])
}

export function trendOf(rule: Rule, metricId: string) {
  return kindOf(rule).trend(rule, metricId)
}
