import type { FormulaRule } from '../../model/rules.ts'
import { compare, parseExact, type Rational, zero } from '../exact.ts'
import { evaluateCondition, evaluateExpression, type Lookup } from '../formula/evaluateFormula.ts'
import {
  type Condition,
  type Expression,
  type ParsedFormula,
  parseCondition,
  parseExpression,
} from '../formula/parseFormula.ts'
import { en, type Report, vi } from './report.ts'
import type { RulePlace } from './rulePlaces.ts'

type ReadCase = {
  readonly when: ParsedFormula<Condition> | null
  readonly expression: ParsedFormula<Expression>
}

/** Formulas can be read, name what is declared and have no case that nothing reaches. */
export function lintFormula({ rule, path, maxPoints }: RulePlace<FormulaRule>, report: Report): void {
  const cases = rule.cases.map(readCase)
  reportVariables(rule, path, report)
  cases.forEach(({ when, expression }, index) => {
    const at = `${path}.cases[${index}]`
    if (when) reportText(when, rule, `${at}.when`, report)
    reportText(expression, rule, `${at}.expression`, report)
    reportConstant(expression, maxPoints, `${at}.expression`, report)
    const earlier = rule.cases.findIndex(
      (each, place) => place < index && coversCase(each, rule.cases[index]),
    )
    if (earlier >= 0)
      report.error(at, 'unreachable-case', {
        vi: `trường hợp ${index + 1} không bao giờ dùng vì trường hợp ${earlier + 1} luôn đúng trước`,
        en: `case ${index + 1} is never used: case ${earlier + 1} always holds before it`,
      })
  })
  const read = cases.flatMap(({ when, expression }) => (when ? [when, expression] : [expression]))
  if (read.every(formula => formula.ok)) {
    const named = new Set(read.flatMap(formula => (formula.ok ? formula.names : [])))
    rule.variables.forEach(({ name }, index) => {
      if (!named.has(name))
        report.warning(`${path}.variables[${index}].name`, 'unused-variable', {
          vi: `biến “${name}” không có trong công thức nào`,
          en: `variable "${name}" stands in no formula`,
        })
    })
  }
}

function readCase({ when, expression }: FormulaRule['cases'][number]): ReadCase {
  return { when: when === undefined ? null : parseCondition(when), expression: parseExpression(expression) }
}

type Case = FormulaRule['cases'][number]

function coversCase(earlier: Case, later: Case | undefined): boolean {
  const plain = (text: string | undefined) => text?.replace(/\s+/g, '')
  return earlier.when === undefined || plain(earlier.when) === plain(later?.when)
}

function reportVariables({ variables }: FormulaRule, path: string, report: Report) {
  variables.forEach(({ name }, index) => {
    const at = `${path}.variables[${index}].name`
    if (variables.findIndex(each => each.name === name) < index)
      report.error(at, 'duplicate-variable', {
        vi: `biến “${name}” được khai hai lần`,
        en: `variable "${name}" is declared twice`,
      })
    const read = parseExpression(name)
    if (!read.ok || read.names[0] !== name)
      report.error(at, 'reserved-variable', {
        vi: `“${name}” là từ của công thức; đặt tên biến khác`,
        en: `"${name}" is a word of formulas; name the variable otherwise`,
      })
  })
}

function reportText(
  read: ParsedFormula<Condition | Expression>,
  { variables }: FormulaRule,
  at: string,
  report: Report,
) {
  if (!read.ok) {
    const { at: position, message } = read.fault
    report.error(at, 'formula-unreadable', {
      vi: `không đọc được công thức ở ký tự thứ ${position + 1}: ${message.vi}`,
      en: `the formula cannot be read at character ${position + 1}: ${message.en}`,
    })
    return
  }
  for (const name of read.names)
    if (!variables.some(variable => variable.name === name))
      report.error(at, 'unknown-variable', {
        vi: `công thức dùng “${name}” nhưng mục variables không khai biến này`,
        en: `the formula uses "${name}", which "variables" does not declare`,
      })
}

/** A formula without variables gives the same points to everybody. */
function reportConstant(
  read: ParsedFormula<Expression>,
  maxPoints: string | null,
  at: string,
  report: Report,
) {
  if (!read.ok || read.names.length > 0 || maxPoints === null) return
  const value = evaluateExpression(read.value, () => zero)
  if (!value)
    report.error(at, 'divide-by-zero', {
      vi: 'công thức này luôn chia cho 0',
      en: 'this formula always divides by zero',
    })
  else if (compare(value, parseExact(maxPoints)) > 0)
    report.error(at, 'above-maximum', {
      vi: `công thức này luôn cho ${vi(value)} điểm, vượt điểm tối đa ${vi(maxPoints)}`,
      en: `this formula always gives ${en(value)} points, above the maximum ${en(maxPoints)}`,
    })
  else if (compare(value, zero) < 0)
    report.error(at, 'below-zero', {
      vi: `công thức này luôn cho ${vi(value)} điểm, dưới 0`,
      en: `this formula always gives ${en(value)} points, below 0`,
    })
}

/**
 * What a formula gives for figures, before it is brought between 0 and the maximum.
 * @returns null where it gives nothing, a variable has no number or the formula is faulty
 */
export function formulaResult(
  rule: FormulaRule,
  numberOf: (metricId: string) => Rational | null,
): Rational | null {
  const values = new Map(rule.variables.map(({ name, metric }) => [name, numberOf(metric)]))
  const cases = rule.cases.map(readCase)
  const faulty = cases.some(({ when, expression }) =>
    [when, expression].some(read => read && (!read.ok || !read.names.every(name => values.has(name)))),
  )
  if (faulty || [...values.values()].includes(null)) return null
  const lookup: Lookup = name => values.get(name) ?? zero
  for (const { when, expression } of cases) {
    const holds = !when || (when.ok && evaluateCondition(when.value, lookup))
    // A condition that divides by zero neither holds nor fails: the rule says what then.
    if (holds === null) return null
    if (holds && expression.ok) return evaluateExpression(expression.value, lookup)
  }
  return null
}
