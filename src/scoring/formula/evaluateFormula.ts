import type { FormulaTerm } from '../../model/explanation.ts'
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  formatExact,
  hundred,
  isZero,
  larger,
  multiply,
  negate,
  type Rational,
  round,
  smaller,
  subtract,
  zero,
} from '../exact.ts'
import type { Comparison, Condition, Expression } from './parseFormula.ts'

/** Value of a variable by name. */
export type Lookup = (name: string) => Rational

/** @returns the exact value; null where it divides by zero */
export function evaluateExpression(expression: Expression, lookup: Lookup): Rational | null {
  switch (expression.kind) {
    case 'number':
      return expression.value
    case 'name':
      return lookup(expression.name)
    case 'negate': {
      const term = evaluateExpression(expression.term, lookup)
      return term && negate(term)
    }
    case 'binary': {
      const left = evaluateExpression(expression.left, lookup)
      const right = evaluateExpression(expression.right, lookup)
      return left && right && calculate(expression.operator, left, right)
    }
    case 'call':
      return evaluateCall(expression, lookup)
    case 'if': {
      const holds = evaluateCondition(expression.condition, lookup)
      if (holds === null) return null
      return evaluateExpression(holds ? expression.then : expression.otherwise, lookup)
    }
  }
}

function calculate(operator: '+' | '-' | '*' | '/', left: Rational, right: Rational): Rational | null {
  switch (operator) {
    case '+':
      return add(left, right)
    case '-':
      return subtract(left, right)
    case '*':
      return multiply(left, right)
    case '/':
      return isZero(right) ? null : divide(left, right)
  }
}

function evaluateCall(call: Extract<Expression, { kind: 'call' }>, lookup: Lookup): Rational | null {
  const terms = call.terms.map(term => evaluateExpression(term, lookup))
  const known = terms.filter(term => term !== null)
  const [first, second] = known
  if (known.length < terms.length || !first) return null
  switch (call.name) {
    case 'min':
      return known.reduce(smaller)
    case 'max':
      return known.reduce(larger)
    case 'abs':
      return compare(first, zero) < 0 ? negate(first) : first
    case 'floor':
      return floor(first)
    case 'ceil':
      return ceiling(first)
    case 'round':
      // The parser lets nothing but a whole number stand here; "2.0" is one.
      return round(first, { places: second ? Number(formatExact(second)) : 0, mode: 'halfUp' })
  }
}

/** @returns whether it holds; null where it divides by zero */
export function evaluateCondition(condition: Condition, lookup: Lookup): boolean | null {
  switch (condition.kind) {
    case 'comparison': {
      const left = evaluateExpression(condition.left, lookup)
      const right = evaluateExpression(condition.right, lookup)
      return left && right && holds(condition.operator, compare(left, right))
    }
    case 'not': {
      const term = evaluateCondition(condition.term, lookup)
      return term === null ? null : !term
    }
    case 'and':
    case 'or': {
      const left = evaluateCondition(condition.left, lookup)
      if (left === null) return null
      if (left === (condition.kind === 'or')) return left
      return evaluateCondition(condition.right, lookup)
    }
  }
}

/** Whether a comparison holds for values in that order (negative: the left one is smaller). */
export function holds(operator: Comparison, order: number): boolean {
  switch (operator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '>=':
      return order >= 0
    case '>':
      return order > 0
  }
}

const operators = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const
const comparisons = { '<': '<', '<=': '≤', '=': '=', '!=': '≠', '>=': '≥', '>': '>' } as const

/** The expression with the numbers put in; of an `if` only the branch that was taken. */
export function substituted(expression: Expression, lookup: Lookup): FormulaTerm {
  switch (expression.kind) {
    case 'number':
      return expression.percent
        ? { kind: 'number', value: formatExact(multiply(expression.value, hundred)), percent: true }
        : { kind: 'number', value: formatExact(expression.value) }
    case 'name':
      return { kind: 'number', value: formatExact(lookup(expression.name)) }
    case 'negate':
      return {
        kind: 'operation',
        operator: '−',
        terms: [{ kind: 'number', value: '0' }, substituted(expression.term, lookup)],
      }
    case 'binary':
      return {
        kind: 'operation',
        operator: operators[expression.operator],
        terms: [substituted(expression.left, lookup), substituted(expression.right, lookup)],
      }
    case 'call':
      return {
        kind: 'call',
        name: expression.name,
        terms: expression.terms.map(term => substituted(term, lookup)),
      }
    case 'if':
      return substituted(
        evaluateCondition(expression.condition, lookup) ? expression.then : expression.otherwise,
        lookup,
      )
  }
}

/** The comparisons of a condition with the numbers put in. */
export function substitutedCondition(condition: Condition, lookup: Lookup): readonly FormulaTerm[] {
  switch (condition.kind) {
    case 'comparison':
      return [
        {
          kind: 'comparison',
          operator: comparisons[condition.operator],
          terms: [substituted(condition.left, lookup), substituted(condition.right, lookup)],
        },
      ]
    case 'not':
      return substitutedCondition(condition.term, lookup)
    case 'and':
    case 'or':
      return [condition.left, condition.right].flatMap(term => substitutedCondition(term, lookup))
  }
}
