import type { ExplainedRule, FormulaTerm } from '../../../src/model/explanation.ts'
import type { Criterion, RuleSet } from '../../../src/model/ruleSet.ts'
import type { Rule } from '../../../src/model/rules.ts'
import type { NodeScore } from '../../../src/model/scoreSheet.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { cohortOf } from '../../../src/scoring/scoreCohort.ts'
import { scoreSubmission } from '../../../src/scoring/scoreSubmission.ts'
import { aCriterion, aRuleSet, aSubmission, nodeOf, scoredAt } from '../builders.ts'
import { deepFreeze } from '../fractions.ts'
import { type Figures, valuesOf } from './leafScenes.ts'

/** One leaf, "leaf", with what rules beyond one submission ask for. */
export type KindScene = {
  readonly rule: Rule
  /** 2 unless said otherwise. */
  readonly maxPoints?: string
  readonly figures: Figures
  /** The same agency in the period before. */
  readonly previous?: Figures
  /** The other agencies; without them nobody is compared. */
  readonly peers?: readonly Figures[]
  readonly leaf?: Partial<Criterion>
  readonly ruleSet?: Partial<RuleSet>
}

/** The agency itself is "don-vi", the others "khac-0", "khac-1" … */
export function submissionOf(figures: Figures, agencyId = 'don-vi'): Submission {
  return aSubmission({ agencyId, values: valuesOf(figures) })
}

export function ruleSetOf({ rule, maxPoints = '2', leaf = {}, ruleSet = {} }: KindScene): RuleSet {
  return aRuleSet({ criteria: [aCriterion({ maxPoints, rule, ...leaf })], ...ruleSet })
}

/** Scores the one leaf of a scene; everything handed in is frozen, so that writing anywhere throws. */
export function leafOf(scene: KindScene): NodeScore {
  const ruleSet = deepFreeze(ruleSetOf(scene))
  const own = deepFreeze(submissionOf(scene.figures))
  const previous = scene.previous ? deepFreeze(submissionOf(scene.previous)) : null
  const others = scene.peers?.map((figures, index) => deepFreeze(submissionOf(figures, `khac-${index}`)))
  const cohortAt = others ? cohortOf(ruleSet, [own, ...others]) : null
  return nodeOf(scoreSubmission(ruleSet, own, scoredAt, { previous, cohortAt }), 'leaf')
}

/** Points, or what became of the leaf instead. */
export function resultOf(scene: KindScene): string {
  const { outcome } = leafOf(scene)
  if (!outcome) throw new Error('a leaf without outcome')
  return outcome.kind === 'scored' ? outcome.points : outcome.kind
}

export function explainedOf(scene: KindScene): ExplainedRule {
  const rule = leafOf(scene).explanation?.rule
  if (!rule) throw new Error('a leaf without explanation')
  return rule
}

/** Steps as they would be written on paper: "growth: (120 − 100) ÷ 100 = 20%". */
export function stepsOf(scene: KindScene): readonly string[] {
  return explainedOf(scene).steps.map(
    step =>
      `${step.of}: ${written(step.term, true)} ${step.relation === 'earns' ? '→' : '='} ${step.result}${step.percent ? '%' : ''}`,
  )
}

/** Which branches there are, the taken one marked. */
export function takenOf(scene: KindScene): readonly boolean[] {
  return explainedOf(scene).branches.map(branch => branch.taken)
}

function written(term: FormulaTerm, isWhole = false): string {
  switch (term.kind) {
    case 'number':
      return `${term.value}${term.percent ? '%' : ''}`
    case 'call':
      return `${term.name}(${term.terms.map(each => written(each, true)).join(', ')})`
    case 'comparison':
      return term.terms.map(each => written(each)).join(` ${term.operator} `)
    case 'operation': {
      const text = term.terms.map(each => written(each)).join(` ${term.operator} `)
      return isWhole ? text : `(${text})`
    }
  }
}
