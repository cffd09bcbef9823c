import { describe, expect, test } from 'vitest'
import { formatExact, parseExact } from '../../../src/scoring/exact.ts'
import { evaluateCondition, evaluateExpression } from '../../../src/scoring/formula/evaluateFormula.ts'
import { parseCondition, parseExpression } from '../../../src/scoring/formula/parseFormula.ts'

const values: Readonly<Record<string, string>> = { a: '7', b: '2', c: '0', so_ho_so: '30' }
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

describe('what binds first', () => {
  // a = 7, b = 2
  test.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['10 - 3 - 2', '5'], // from the left, not 10 − (3 − 2)
    ['12 / 3 / 2', '2'],
    ['12 / 3 * 2', '8'],
    ['2 * -3', '-6'],
    ['-a + b', '-5'],
    ['-(a + b)', '-9'],
    ['--a', '7'],
    ['a - -b', '9'],
    ['-a * b', '-14'],
    ['1 - 2 + 3', '2'],
    ['((((1))))', '1'],
    ['a/b', '3.5'],
    ['1/3', '1/3'],
    ['80%', '0.8'],
    ['a * 50%', '3.5'],
    ['100% - 20%', '0.8'],
    ['0.5 + 0.5', '1'],
    ['so_ho_so', '30'],
    [' a\n+\tb ', '9'],
  ])('%s is %s', (text, expected) => {
    expect(value(text)).toBe(expected)
  })

  test.each([
    ['a > b', true],
    ['a > 7', false],
    ['a >= 7', true],
    ['a < 7', false],
    ['a <= 7', true],
    ['a = 7.0', true],
    ['a != 7', false],
    ['not a = 7', false],
    ['not not a = 7', true],
    // "and" before "or": true or (false and false)
    ['a = 7 or a = 1 and b = 1', true],
    ['(a = 7 or a = 1) and b = 1', false],
    ['a = 1 and b = 1 or a = 7', true],
    ['not a = 1 and b = 1', false], // (not a = 1) and …
    ['not (a = 1 and b = 1)', true],
    ['(a + b) > 8', true], // a bracket around numbers
    ['(a + b) * 2 > 18', false],
    ['(a > b)', true],
    ['((a > b))', true],
    ['(((a > b)))', true],
    ['((a + b)) > 8', true],
    ['((a > b) and (b > 1))', true],
    ['((a > b) and b > 1) or c = 1', true],
    ['(not a > b)', false],
    ['(if(a > b, 1, 0)) = 1', true], // the comparison belongs to the "if"
    ['((if(a > b, 1, 0) + 1)) = 2', true],
  ])('%s: %s', (text, expected) => {
    expect(truth(text)).toBe(expected)
  })
})

test('the names a formula uses are reported once each', () => {
  const parsed = parseExpression('if(a > b, a / b, max(c, a))')
  expect(parsed).toMatchObject({ ok: true, names: ['a', 'b', 'c'] })
  expect(parseExpression('1 + 2')).toMatchObject({ ok: true, names: [] })
})

describe('a formula that cannot be read says where and why, in both languages', () => {
  test.each([
    ['', 0, 'expected a number, a name or "(", found "the end"'],
    ['1 +', 3, 'expected a number, a name or "(", found "the end"'],
    ['1 + * 2', 4, 'expected a number, a name or "(", found "*"'],
    ['(1 + 2', 6, 'expected ")", found "the end"'],
    ['1 + 2)', 5, '")" is left over'],
    ['2a', 1, '"a" is left over'],
    ['a b', 2, '"b" is left over'],
    ['a; b', 1, '";" cannot stand in a formula'],
    ['a ^ 2', 2, '"^" cannot stand in a formula'],
    ['a == b', 2, '"=" is left over'],
    ['.5', 0, '"." cannot stand in a formula'],
    ['1.', 1, '"." cannot stand in a formula'],
    ['0,5', 1, '"," is left over'], // the decimal mark of a formula is a point
    ['số', 1, '"ố" cannot stand in a formula'],
    ['_a', 0, '"_" cannot stand in a formula'],
    ['a > b', 2, '">" is left over'], // a condition is no number
    ['min()', 4, 'expected a number, a name or "(", found ")"'],
    ['min', 3, 'expected "(", found "the end"'],
    ['abs(1, 2)', 0, '"abs" takes 1 numbers'],
    ['round(1)', 0, '"round" takes 2 numbers'],
    ['round(1, a)', 0, '"round" needs a whole number of places from 0 to 12'],
    ['round(1, -1)', 0, '"round" needs a whole number of places from 0 to 12'],
    ['round(1, 13)', 0, '"round" needs a whole number of places from 0 to 12'],
    ['round(1, 0.5)', 0, '"round" needs a whole number of places from 0 to 12'],
    ['if(a, 1, 2)', 4, 'expected a comparison, found ","'],
    ['if(a > 1, 1)', 11, 'expected ",", found ")"'],
    ['and', 0, 'expected a number, a name or "(", found "and"'],
    ['a + not', 4, 'expected a number, a name or "(", found "not"'],
    ['constructor(1)', 11, '"(" is left over'], // nothing but the listed calls
  ])('%s', (text, at, message) => {
    expect(parseExpression(text)).toMatchObject({ ok: false, fault: { at, message: { en: message } } })
  })

  test.each([
    ['a', 1, 'expected a comparison, found "the end"'],
    ['a > b > c', 6, '">" is left over'],
    ['a > b and', 9, 'expected a number, a name or "(", found "the end"'],
    ['(a > b', 6, 'expected ")", found "the end"'],
    ['(a > b) > 1', 8, '">" is left over'],
    ['', 0, 'expected a number, a name or "(", found "the end"'],
    ['(', 1, 'expected a number, a name or "(", found "the end"'],
  ])('as a condition: %s', (text, at, message) => {
    expect(parseCondition(text)).toMatchObject({ ok: false, fault: { at, message: { en: message } } })
  })

  test('in Vietnamese', () => {
    expect(parseExpression('1 +')).toMatchObject({
      fault: { message: { vi: 'cần một số, tên biến hoặc dấu “(”, đang là “hết công thức”' } },
    })
    expect(parseExpression('a ^ 2')).toMatchObject({
      fault: { message: { vi: 'ký tự “^” không dùng được trong công thức' } },
    })
  })
})

describe('nobody can make it work for long', () => {
  test('1000 characters are read, 1001 are not', () => {
    expect(parseExpression(`${'1+'.repeat(499)}10`).ok).toBe(true)
    expect(parseExpression(`${'1+'.repeat(499)}100`)).toMatchObject({
      ok: false,
      fault: { at: 0, message: { en: 'the formula is longer than 1000 characters' } },
    })
    expect(value(`${'1+'.repeat(499)}10`)).toBe('509')
  })

  test.each([
    ['brackets', '(', '1', ')'],
    ['calls', 'abs(', '1', ')'],
    ['signs', '-', '1', ''],
    ['choices', 'if(1 > 0, ', '1', ', 0)'],
  ])('%s nest up to a limit, and past it the formula is refused', (_, open, inner, close) => {
    const nested = (times: number) => parseExpression(open.repeat(times) + inner + close.repeat(times))
    expect(nested(15).ok).toBe(true)
    expect(nested(60)).toMatchObject({
      ok: false,
      fault: { message: { en: 'more than 40 levels deep', vi: 'công thức lồng quá 40 tầng' } },
    })
  })

  test.each([
    ['brackets that hold a condition', '(', 'a > 1', ')'],
    ['negations', 'not ', 'a > 1', ''],
  ])('%s too', (_, open, inner, close) => {
    const nested = (times: number) => parseCondition(open.repeat(times) + inner + close.repeat(times))
    expect(nested(15).ok).toBe(true)
    expect(nested(60)).toMatchObject({ ok: false, fault: { message: { en: 'more than 40 levels deep' } } })
  })

  test('a call takes at most 20 numbers', () => {
    const terms = (count: number) => Array.from({ length: count }, () => '1').join(', ')
    expect(parseExpression(`max(${terms(20)})`).ok).toBe(true)
    expect(parseExpression(`max(${terms(21)})`)).toMatchObject({
      fault: { message: { en: '"max" takes 1 to 20 numbers' } },
    })
  })
})
