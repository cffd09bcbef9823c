import type { FormulaStep, FormulaTerm, StepName } from '../../model/explanation.ts'
import { formatExact, type Rational } from '../exact.ts'

/** A number in a calculation. */
export function number(value: Rational | string): FormulaTerm {
  return { kind: 'number', value: typeof value === 'string' ? value : formatExact(value) }
}

/** A percentage (0–100) in a calculation. */
export function percent(value: Rational | string): FormulaTerm {
  return { kind: 'number', value: typeof value === 'string' ? value : formatExact(value), percent: true }
}

/** Terms joined by one operator; a single term stands alone. */
export function operation(
  operator: '+' | '−' | '×' | '÷',
  ...terms: readonly [FormulaTerm, ...FormulaTerm[]]
): FormulaTerm {
  return terms.length === 1 ? terms[0] : { kind: 'operation', operator, terms }
}

/** "27 ÷ 30 = 0,9" */
export function equals(
  of: StepName,
  term: FormulaTerm,
  result: Rational | string,
  percent = false,
): FormulaStep {
  return {
    of,
    term,
    relation: 'equals',
    result: typeof result === 'string' ? result : formatExact(result),
    percent,
  }
}

/** "95%: 2 điểm" */
export function earns(term: FormulaTerm, points: Rational | string): FormulaStep {
  const result = typeof points === 'string' ? points : formatExact(points)
  return { of: 'points', term, relation: 'earns', result, percent: false }
}
