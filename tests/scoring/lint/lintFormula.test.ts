import { describe, expect, test } from 'vitest'
import type { FormulaRule } from '../../../src/model/rules.ts'
import { parseExact } from '../../../src/scoring/exact.ts'
import { formulaResult } from '../../../src/scoring/lint/lintFormula.ts'
import { lintRuleSet } from '../../../src/scoring/lint/lintRuleSet.ts'
import { aCriterion, aRuleSet } from '../builders.ts'
import { lintedRule } from './findings.ts'

function aFormula(
  cases: FormulaRule['cases'],
  names: readonly string[] = ['done', 'all'],
  parts: Partial<FormulaRule> = {},
): FormulaRule {
  return {
    kind: 'formula',
    variables: names.map(name => ({ name, metric: name })),
    cases,
    aboveMaximum: 'cap',
    whenUndefined: 'zero',
    ...parts,
  }
}

const cases = (given: FormulaRule['cases'], names?: readonly string[]) => lintedRule(aFormula(given, names))

describe('formulas can be read', () => {
  test('or the character is named where they cannot', () => {
    expect(cases([{ expression: 'done / all * 2' }])).toEqual([])
    expect(cases([{ expression: 'done / * all' }])).toEqual(['error .cases[0].expression formula-unreadable'])
    expect(cases([{ when: 'done', expression: 'all' }])).toEqual(['error .cases[0].when formula-unreadable'])
    const rule = aFormula([{ expression: 'done ? all' }])
    const [problem] = lintRuleSet(aRuleSet({ criteria: [aCriterion({ rule })] }), '')
    expect(problem?.message.vi).toBe(
      'không đọc được công thức ở ký tự thứ 6: ký tự “?” không dùng được trong công thức',
    )
  })
})

describe('variables', () => {
  test('are declared before they are used', () => {
    expect(cases([{ expression: 'done / total' }], ['done', 'total'])).toEqual([])
    expect(cases([{ expression: 'done / all' }], ['done'])).toEqual([
      'error .cases[0].expression unknown-variable',
    ])
    expect(cases([{ when: 'all > 0', expression: 'done' }], ['done'])).toEqual([
      'error .cases[0].when unknown-variable',
    ])
  })

  test('are used once declared, in a condition if nowhere else', () => {
    expect(cases([{ when: 'all > 0', expression: 'done' }])).toEqual([])
    expect(cases([{ expression: 'done' }])).toEqual(['warning .variables[1].name unused-variable'])
  })

  test('are declared once', () => {
    expect(cases([{ expression: 'done' }], ['done', 'done'])).toEqual([
      'error .variables[1].name duplicate-variable',
    ])
  })

  test.each(['min', 'if', 'and', 'not', 'round'])('are not called %s', name => {
    expect(cases([{ expression: 'done' }], ['done', name])).toContain(
      'error .variables[1].name reserved-variable',
    )
  })

  test.each(['minimum', 'If', 'x_1'])('may be called %s', name => {
    expect(cases([{ expression: `done + ${name}` }], ['done', name])).toEqual([])
  })
})

describe('cases', () => {
  const expression = 'done / all'

  test('after one that always holds are never used', () => {
    expect(cases([{ when: 'all > 0', expression }, { expression: 'all' }])).toEqual([])
    expect(cases([{ expression }, { when: 'all > 0', expression }, { expression }])).toEqual([
      'error .cases[1] unreachable-case',
      'error .cases[2] unreachable-case',
    ])
  })

  test('neither is the second of two with one condition, however it is spaced', () => {
    expect(
      cases([
        { when: 'all>0', expression },
        { when: 'all >= 0', expression },
      ]),
    ).toEqual([])
    expect(
      cases([
        { when: 'all>0', expression },
        { when: 'all > 0', expression },
      ]),
    ).toEqual(['error .cases[1] unreachable-case'])
  })
})

// The leaf is worth 2 points.
describe('constants', () => {
  const constant = (expression: string) => cases([{ when: 'done > all', expression }, { expression: 'done' }])

  test('lie between 0 and the maximum', () => {
    for (const fits of ['0', '2', '4 / 2']) expect(constant(fits)).toEqual([])
    expect(constant('2.01')).toEqual(['error .cases[0].expression above-maximum'])
    expect(constant('1 - 2')).toEqual(['error .cases[0].expression below-zero'])
  })

  test('do not divide by zero', () => {
    expect(constant('1 / (2 - 2)')).toEqual(['error .cases[0].expression divide-by-zero'])
  })
})

describe('what a formula gives', () => {
  const figures = (values: Readonly<Record<string, string>>) => (id: string) =>
    values[id] === undefined ? null : parseExact(values[id])
  const rule = aFormula([{ when: '1 / all > 0.1', expression: '7' }, { expression: 'done' }])

  test('is the first case that holds, unlimited', () => {
    expect(formulaResult(rule, figures({ done: '3', all: '2' }))).toEqual(parseExact('7'))
    expect(formulaResult(rule, figures({ done: '3', all: '20' }))).toEqual(parseExact('3'))
  })

  test.each<[string, FormulaRule, Readonly<Record<string, string>>]>([
    ['a figure is missing', rule, { done: '3' }],
    ['a condition divides by zero', rule, { done: '3', all: '0' }],
    ['no case holds', aFormula([{ when: 'done > all', expression: 'done' }]), { done: '3', all: '4' }],
    ['it cannot be read', aFormula([{ expression: 'done +' }]), { done: '3', all: '4' }],
    ['a variable is unknown', aFormula([{ expression: 'done + x' }]), { done: '3', all: '4' }],
  ])('is nothing where %s', (_, formula, values) => {
    expect(formulaResult(formula, figures(values))).toBeNull()
  })
})
