import type { BranchCondition, Emptiness } from '../../model/explanation.ts'
import type { FormulaRule } from '../../model/rules.ts'
import { formatExact, zero } from '../exact.ts'
import {
  evaluateCondition,
  evaluateExpression,
  type Lookup,
  substituted,
} from '../formula/evaluateFormula.ts'
import { type Condition, type Expression, parseCondition, parseExpression } from '../formula/parseFormula.ts'
import { numberOf, readInput } from './readInput.ts'
import { absence, blank, limited, pointsByPolicy, type RuleKind } from './ruleKind.ts'
import { equals } from './terms.ts'

type ReadCase = { readonly when: Condition | null; readonly expression: Expression }

/** A rule's text is read once, however many agencies it scores. */
const readCases = new WeakMap<FormulaRule, readonly ReadCase[]>()

/**
 * The expression of the first case that holds, between 0 and the maximum (bien_su_dung + cong_thuc[] of
 * public scoring software: several formulas, one chosen).
 * @throws when a formula cannot be read; the linter should have refused it
 */
export const formulaKind: RuleKind<FormulaRule> = {
  run(rule, { inputs, maxPoints, states }) {
    const variables = rule.variables.map(({ name, metric }) => ({
      name,
      input: readInput(inputs, metric, 'value'),
    }))
    const read = variables.map(variable => variable.input)
    const absent = absence(read, states, true)
    const common = blank('formula', maxPoints, { least: zero, most: maxPoints }, read)
    const cases = casesOf(rule)
    if (absent) {
      const points = pointsByPolicy(absent.policy, maxPoints)
      return {
        points,
        detail: {
          ...common,
          empty: absent,
          branches: branchesOf(rule, -1),
          points: points && formatExact(points),
        },
      }
    }
    const values = new Map(variables.map(({ name, input }) => [name, numberOf(input)]))
    const lookup: Lookup = name => {
      const value = values.get(name)
      if (!value) throw new Error(`formula names "${name}", which is no variable of the rule`)
      return value
    }
    // A condition that divides by zero neither holds nor fails, so no later case may stand in for it.
    const verdicts = cases.map(each => each.when === null || evaluateCondition(each.when, lookup))
    const first = verdicts.findIndex(verdict => verdict !== false)
    const index = verdicts[first] === true ? first : -1
    const taken = cases[index]
    const result = taken ? evaluateExpression(taken.expression, lookup) : null
    const undefinedResult: Emptiness = { because: 'undefined', policy: rule.whenUndefined }
    const held = result && limited(result, { least: zero, most: maxPoints })
    const points = held ? held.points : pointsByPolicy(rule.whenUndefined, maxPoints)
    return {
      points,
      detail: {
        ...common,
        empty: result ? null : undefinedResult,
        steps: taken && result ? [equals('points', substituted(taken.expression, lookup), result)] : [],
        branches: branchesOf(rule, index),
        cap: held?.cap ?? null,
        points: points && formatExact(points),
      },
    }
  },
  figures: rule =>
    rule.variables.map((variable, index) => ({
      metricId: variable.metric,
      path: `variables[${index}].metric`,
      wants: 'numeric',
    })),
  bounds: (_, maxPoints) => ({ least: zero, most: maxPoints }),
  trend: () => 'mixed',
}

/** The cases of a rule, read. @throws when one cannot be read */
export function casesOf(rule: FormulaRule): readonly ReadCase[] {
  const known = readCases.get(rule)
  if (known) return known
  const cases = rule.cases.map(each => {
    const when = each.when === undefined ? null : parseCondition(each.when)
    const expression = parseExpression(each.expression)
    if (when && !when.ok) throw new Error(`cannot read "${each.when}": ${when.fault.message.en}`)
    if (!expression.ok) throw new Error(`cannot read "${each.expression}": ${expression.fault.message.en}`)
    return { when: when?.value ?? null, expression: expression.value }
  })
  readCases.set(rule, cases)
  return cases
}

function branchesOf(rule: FormulaRule, taken: number) {
  if (rule.cases.length < 2) return []
  return rule.cases.map((each, index) => ({
    when: conditionOf(each),
    gives: { kind: 'slope', scaling: 'linear' } as const,
    taken: index === taken,
  }))
}

function conditionOf({ label, labelEn, when }: FormulaRule['cases'][number]): BranchCondition {
  const text = label ?? when
  return text === undefined ? { kind: 'otherwise' } : { kind: 'answer', label: text, labelEn }
}
