import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FormulaTerm } from '../../../src/model/explanation.ts'
import { formatExact, parseExact } from '../../../src/scoring/exact.ts'
import {
  evaluateCondition,
  evaluateExpression,
  substituted,
  substitutedCondition,
} from '../../../src/scoring/formula/evaluateFormula.ts'
import { parseCondition, parseExpression } from '../../../src/scoring/formula/parseFormula.ts'
import { type Fraction, isBelow, minus, over, plus, times, writeFraction } from '../oracle/bigRational.ts'
import { fractionOf } from '../rules/kindProperties.ts'

const values: Readonly<Record<string, string>> = { a: '7', b: '2', c: '0', d: '-2.5' }
const lookup = (name: string) => parseExact(values[name] ?? '-1')

function value(text: string): string {
  const parsed = parseExpression(text)
  if (!parsed.ok) throw new Error(parsed.fault.message.en)
  const result = evaluateExpression(parsed.value, lookup)
  return result ? formatExact(result) : 'undefined'
}

function truth(text: string): boolean | null {
  const parsed = parseCondition(text)
  if (!parsed.ok) throw new Error(parsed.fault.message.en)
  return evaluateCondition(parsed.value, lookup)
}

describe('calls', () => {
  // a = 7, b = 2, c = 0, d = −2.5
  test.each([
    ['min(a, b, c)', '0'],
    ['max(a, b, c)', '7'],
    ['min(a)', '7'],
    ['abs(d)', '2.5'],
    ['abs(a)', '7'],
    ['floor(a / b)', '3'],
    ['ceil(a / b)', '4'],
    ['floor(d)', '-3'],
    ['ceil(d)', '-2'],
    ['floor(b)', '2'],
    ['round(a / 3, 2)', '2.33'], // 2.333…
    ['round(8 / 3, 2)', '2.67'],
    ['round(1.005, 2)', '1.01'], // halves away from zero
    ['round(d, 0)', '-3'],
    ['round(-1.005, 2)', '-1.01'],
    ['round(1.25, 1.0)', '1.3'], // "1.0" is one place
    ['round(2 / 3, 12)', '0.666666666667'],
    ['if(a > b, 1, 2)', '1'],
    ['if(a < b, 1, 2)', '2'],
    ['min(100%, a / b)', '1'],
  ])('%s is %s', (text, expected) => {
    expect(value(text)).toBe(expected)
  })
})

describe('division by zero', () => {
  test.each(['a / c', 'a / (b - 2)', '1 + a / c', '-(a / c)', 'min(1, a / c)', 'abs(a / c)', '(a / c) * 0'])(
    '%s has no value',
    text => {
      expect(value(text)).toBe('undefined')
    },
  )

  test('a branch that is not taken may divide by zero', () => {
    expect(value('if(c = 0, 0, a / c)')).toBe('0')
    expect(value('if(c != 0, 0, a / c)')).toBe('undefined')
    expect(value('if(a / c > 1, 1, 0)')).toBe('undefined') // nobody knows which branch
  })

  test('a condition is undecided, unless it was decided before', () => {
    expect(truth('a / c > 1')).toBeNull()
    expect(truth('not a / c > 1')).toBeNull()
    expect(truth('c != 0 and a / c > 1')).toBe(false)
    expect(truth('c = 0 or a / c > 1')).toBe(true)
    expect(truth('c = 0 and a / c > 1')).toBeNull()
    expect(truth('c != 0 or a / c > 1')).toBeNull()
    expect(truth('a / c > 1 or c = 0')).toBeNull() // read from the left
  })
})

describe('with the numbers put in', () => {
  const written = (term: FormulaTerm): string =>
    term.kind === 'number'
      ? `${term.value}${term.percent ? '%' : ''}`
      : term.kind === 'call'
        ? `${term.name}(${term.terms.map(written).join('; ')})`
        : `(${term.terms.map(written).join(` ${term.operator} `)})`
  const shown = (text: string) => {
    const parsed = parseExpression(text)
    return parsed.ok ? written(substituted(parsed.value, lookup)) : 'unread'
  }

  test.each([
    ['a / b * 5', '((7 ÷ 2) × 5)'],
    ['a - 80%', '(7 − 80%)'],
    ['-d', '(0 − -2.5)'],
    ['min(a, b + 1)', 'min(7; (2 + 1))'],
    ['round(a / 3, 2)', 'round((7 ÷ 3); 2)'],
    ['if(a > b, a, b) + 1', '(7 + 1)'], // only the branch that was taken
    ['if(a < b, a, b) + 1', '(2 + 1)'],
  ])('%s reads %s', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  test('the comparisons of a condition, one by one', () => {
    const parsed = parseCondition('not (a >= 5 and b != 2) or c <= 80%')
    if (!parsed.ok) throw new Error('unread')
    expect(substitutedCondition(parsed.value, lookup).map(written)).toEqual([
      '(7 ≥ 5)',
      '(2 ≠ 2)',
      '(0 ≤ 80%)',
    ])
  })
})

describe('any formula', () => {
  type Drawn = { readonly text: string; readonly value: Fraction | null }
  const both = (a: Drawn, b: Drawn, of: (a: Fraction, b: Fraction) => Fraction | null) =>
    a.value && b.value ? of(a.value, b.value) : null
  const leaf = fc.oneof(
    fc.integer({ min: 0, max: 30 }).map((n): Drawn => ({ text: String(n), value: fractionOf(n) })),
    fc.integer({ min: 0, max: 150 }).map((n): Drawn => ({ text: `${n}%`, value: fractionOf(n, 100) })),
    fc.integer({ min: 0, max: 99 }).map((n): Drawn => ({ text: String(n / 10), value: fractionOf(n, 10) })),
    fc.constantFrom<Drawn>(
      { text: 'a', value: fractionOf(7) },
      { text: 'b', value: fractionOf(2) },
      { text: 'c', value: fractionOf(0) },
      { text: 'd', value: fractionOf(-5, 2) },
    ),
  )
  const { drawn } = fc.letrec<{ drawn: Drawn }>(tie => ({
    drawn: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc
        .tuple(tie('drawn'), fc.constantFrom('+', '-', '*', '/', 'min', 'max', 'if'), tie('drawn'))
        .map(([a, operator, b]): Drawn => {
          switch (operator) {
            case '+':
              return { text: `(${a.text} + ${b.text})`, value: both(a, b, plus) }
            case '-':
              return { text: `(${a.text} - ${b.text})`, value: both(a, b, minus) }
            case '*':
              return { text: `(${a.text} * ${b.text})`, value: both(a, b, times) }
            case '/':
              return {
                text: `(${a.text} / ${b.text})`,
                value: both(a, b, (x, y) => (y.top === 0n ? null : over(x, y))),
              }
            case 'min':
              return {
                text: `min(${a.text}, ${b.text})`,
                value: both(a, b, (x, y) => (isBelow(y, x) ? y : x)),
              }
            case 'max':
              return {
                text: `max(${a.text}, ${b.text})`,
                value: both(a, b, (x, y) => (isBelow(x, y) ? y : x)),
              }
            default:
              return {
                text: `if(((${a.text} <= ${b.text})), 1 - ${a.text}, ${b.text})`,
                value: both(a, b, (x, y) => (isBelow(y, x) ? y : minus(fractionOf(1), x))),
              }
          }
        }),
    ),
  }))

  test('has the value its parts give, and none where one of them divides by zero', () => {
    fc.assert(
      fc.property(drawn, ({ text, value: expected }) => {
        const parsed = parseExpression(text)
        if (!parsed.ok) {
          // Only the limits on length and depth refuse what the grammar allows.
          expect(parsed.fault.message.en).toMatch(/longer than|levels deep/)
          return
        }
        const result = evaluateExpression(parsed.value, lookup)
        expect(result && formatExact(result)).toBe(expected && writeFraction(expected))
      }),
      { numRuns: 2000, seed: 335 },
    )
  })

  test('without brackets: products before sums, from the left', () => {
    const term = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 })
    const sum = fc.array(fc.tuple(fc.boolean(), term), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(sum, terms => {
        const text = terms.map(
          ([minusSign, factors], index) =>
            `${index === 0 ? '' : minusSign ? ' - ' : ' + '}${factors.join(' * ')}`,
        )
        const expected = terms.reduce((all, [minusSign, factors], index) => {
          const product = factors.reduce((a, b) => a * b, 1)
          return index > 0 && minusSign ? all - product : all + product
        }, 0)
        expect(value(text.join(''))).toBe(String(expected))
      }),
      { numRuns: 1000, seed: 335 },
    )
  })

  test('any text is read or refused, and nothing else', () => {
    const scraps = fc.array(
      fc.constantFrom(
        'a',
        'if',
        '(',
        ')',
        ',',
        '+',
        '-',
        '*',
        '/',
        '%',
        '<',
        '=',
        'and',
        'not',
        '1',
        '2.5',
        ' ',
        'max',
        'ế',
      ),
      { maxLength: 25 },
    )
    fc.assert(
      fc.property(scraps, parts => {
        for (const parsed of [parseExpression(parts.join('')), parseCondition(parts.join(' '))])
          if (!parsed.ok) expect(parsed.fault.message.vi).not.toBe('')
      }),
      { numRuns: 2000, seed: 335 },
    )
  })
})
