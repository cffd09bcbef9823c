import type { RoundingStep } from '../../model/ruleSet.ts'
import type { FormulaRule } from '../../model/rules.ts'
import { formatExact, isZero } from '../exact.ts'
import type { Comparison, Condition, Expression } from '../formula/parseFormula.ts'
import { casesOf } from '../rules/formula.ts'
import {
  absenceCode,
  policyCode,
  type RuleCells,
  type RulePlace,
  type RuleScene,
  ruleCells,
  wholeRange,
} from './ruleCells.ts'
import { above, literal, rounded, type Workings } from './workings.ts'

/** Longer pieces get a cell of their own: a formula may have 8192 signs. */
const longest = 800

/** Where an expression is written down. */
type Writing = {
  readonly workings: Workings
  readonly label: string
  readonly valueOf: (name: string) => string
}

/**
 * The expression of the first case that holds; what divides by zero is an error value, which spreads through
 * everything that looks at it, as "undefined" does in the engine.
 */
export function formulaCells(rule: FormulaRule, scene: RuleScene, place: RulePlace): RuleCells {
  const { put } = scene.workings
  const { label, states } = place
  const figures = new Map(rule.variables.map(({ name, metric }) => [name, scene.figure(metric)]))
  const absent = put(
    `${label}: thiếu số liệu`,
    absenceCode(
      [...figures.values()].map(figure => figure.state),
      states,
      true,
    ),
  )
  const writing: Writing = {
    workings: scene.workings,
    label: `${label}: công thức`,
    valueOf: name => figures.get(name)?.value ?? '0',
  }
  const result = casesOf(rule).reduceRight((rest, { when, expression }) => {
    const value = valueFormula(expression, writing)
    return when ? `IF(${conditionFormula(when, writing)},${value},${rest})` : value
  }, '1/0')
  const raw = put(`${label}: kết quả công thức`, result)
  // A result past the maximum is a mistake in the figures where the rule refuses it.
  const refused =
    rule.aboveMaximum === 'refuse'
      ? `IF(${above(raw, literal(place.maxPoints), false)},${policyCode(states.missing)},0)`
      : '0'
  const code = `IF(${absent}<>0,${absent},IF(ISERROR(${raw}),${policyCode(rule.whenUndefined)},${refused}))`
  const points = `IF(ISERROR(${raw}),0,MAX(0,MIN(${literal(place.maxPoints)},${raw})))`
  return ruleCells(scene, place, code, points, wholeRange(place))
}

function valueFormula(expression: Expression, writing: Writing): string {
  const { workings, label } = writing
  const formula = rawFormula(expression, writing)
  return formula.length > longest ? workings.put(label, formula) : formula
}

function rawFormula(expression: Expression, writing: Writing): string {
  const of = (each: Expression) => valueFormula(each, writing)
  switch (expression.kind) {
    case 'number':
      return literal(formatExact(expression.value))
    case 'name':
      return writing.valueOf(expression.name)
    case 'negate':
      return `(0-${of(expression.term)})`
    case 'binary': {
      const [left, right] = [of(expression.left), of(expression.right)]
      if (expression.operator !== '/') return `(${left}${expression.operator}${right})`
      return `(${left}/${divisor(expression.right, right, writing)})`
    }
    case 'call': {
      const terms = expression.terms.map(of)
      return callFormula(expression, terms, writing)
    }
    case 'if': {
      const condition = conditionFormula(expression.condition, writing)
      return `IF(${condition},${of(expression.then)},${of(expression.otherwise)})`
    }
  }
}

function callFormula(
  { name, terms: [, places] }: Extract<Expression, { kind: 'call' }>,
  terms: readonly string[],
  { workings, label }: Writing,
): string {
  const [first = '0'] = terms
  switch (name) {
    case 'min':
    case 'max':
      return `${name.toUpperCase()}(${terms.join(',')})`
    case 'abs':
      return `ABS(${first})`
    case 'floor':
      return floored(first, workings, label)
    case 'ceil':
      return `(0-${floored(`(0-${first})`, workings, label)})`
    case 'round':
      return rounded(workings.put(label, first), placesOf(places), workings, label)
  }
}

/** INT cuts negative numbers towards zero in some programs and downwards in others. */
function floored(formula: string, { put }: Workings, label: string): string {
  const value = put(`${label}: phần nguyên của`, `${formula}+0.000000001`)
  const cut = put(`${label}: phần nguyên`, `INT(${value})`)
  return `(${cut}-IF(${cut}>${value},1,0))`
}

/** The parser lets nothing but a whole number stand there. */
function placesOf(places: Expression | undefined): RoundingStep {
  const count = places?.kind === 'number' ? Number(formatExact(places.value)) : 0
  return { places: count, mode: 'halfUp' }
}

/** A difference that is zero may come out as a hair: it must divide as zero does. */
function divisor(expression: Expression, formula: string, { workings, label }: Writing): string {
  if (expression.kind === 'name' || (expression.kind === 'number' && !isZero(expression.value)))
    return formula
  const cell = workings.put(`${label}: số chia`, formula)
  return `IF(ABS(${cell})<0.000000000001,0,${cell})`
}

function conditionFormula(condition: Condition, writing: Writing): string {
  const { workings, label } = writing
  switch (condition.kind) {
    case 'comparison': {
      const { left, right, operator } = condition
      const [a, b] = [valueFormula(left, writing), valueFormula(right, writing)]
      const isPlain = [left, right].every(({ kind }) => kind === 'name' || kind === 'number')
      if (isPlain) return `${a}${operator === '!=' ? '<>' : operator}${b}`
      const difference = workings.put(`${label}: so sánh`, `${a}-${b}`)
      const hair = workings.put(`${label}: sai số`, `0.000000000001+0.00000000000001*(ABS(${a})+ABS(${b}))`)
      return comparisonFormula(operator, difference, hair)
    }
    case 'not':
      return `NOT(${conditionFormula(condition.term, writing)})`
    case 'and':
      return `IF(${conditionFormula(condition.left, writing)},${conditionFormula(condition.right, writing)},FALSE())`
    case 'or':
      return `IF(${conditionFormula(condition.left, writing)},TRUE(),${conditionFormula(condition.right, writing)})`
  }
}

function comparisonFormula(operator: Comparison, difference: string, hair: string): string {
  switch (operator) {
    case '<':
      return `${difference}<(0-${hair})`
    case '<=':
      return `${difference}<=${hair}`
    case '=':
      return `ABS(${difference})<=${hair}`
    case '!=':
      return `ABS(${difference})>${hair}`
    case '>=':
      return `${difference}>=(0-${hair})`
    case '>':
      return `${difference}>${hair}`
  }
}
