import { describe, expect, test } from 'vitest'
import { numberCellOf, shownNumber } from '../../../src/io/exports/numberFormat.ts'
import { numberCell } from './exportTables.ts'

const signed = '"+"#,##0.00;"\u2212"#,##0.00;#,##0.00'

describe('a number is shown as its format says', () => {
  test.each([
    [1234.5, '#,##0.00', '1.234,50'],
    [0, signed, '0,00'],
    [-0.38, signed, '−0,38'],
    [0.38, signed, '+0,38'],
    [0.7508, '0.00%', '75,08%'],
    [0.29, '0%', '29%'],
    [5.75, '"suy ra "0.00', 'suy ra 5,75'],
    [5.75, '\\s\\u\\y\\ 0.00" đ"', 'suy 5,75 đ'],
    [-3, '[Red]\\-0', '-−3'],
    [3, '', '3'],
    [0.1 + 0.2, 'General', '0,3'],
    [-1.5, '0.0_);(0.0)', '(1,5)'],
    // What somebody typed is not hidden by the format.
    [5.754, '0.00', '5,754'],
    [0.75084, '0.00%', '75,084%'],
    [1e21, '0', '1000000000000000000000'],
  ])('%s in %s', (value, code, text) => {
    expect(shownNumber(value, code, 'vi')).toBe(text)
  })

  test('what a formula gives is rounded as it is shown, half away from zero', () => {
    expect(shownNumber(2.345, '0.00', 'vi', true)).toBe('2,35')
    expect(shownNumber(-2.345, '0.00', 'vi', true)).toBe('−2,35')
    expect(shownNumber(-0.001, '0.00', 'vi', true)).toBe('0,00')
    expect(shownNumber(9.999, '#,##0.00', 'vi', true)).toBe('10,00')
    expect(shownNumber(1 / 3, '0', 'vi', true)).toBe('0')
  })
})

describe('only what can be shown to the letter becomes a number', () => {
  test.each([
    ['a number', numberCell('5.75', 2), true],
    ['with words', numberCell('3', 0, { before: 'hạng ', after: '/38' }), true],
    ['15 digits', numberCell('1234567890123.45', 2), true],
    ['16 digits', numberCell('12345678901234.56', 2), false],
    ['a percentage of 13 digits', numberCell('12345678901.23', 2, { isPercent: true }), true],
    ['a percentage of 14 digits', numberCell('123456789012.34', 2, { isPercent: true }), false],
    ['words with a bracket', numberCell('3', 0, { after: ' [1]' }), false],
    ['a fraction', { text: '1/3', number: { value: '1/3', places: 0 } }, false],
    ['a text that says something else', { text: '5,7', number: { value: '5.75', places: 2 } }, false],
    [
      'a sign that is not shown',
      { text: '5,75', number: { value: '5.75', places: 2, isSigned: true } },
      false,
    ],
    ['words of 300 letters', numberCell('3', 0, { before: 'x'.repeat(300) }), false],
    ['no number', { text: 'thiếu' }, false],
  ])('%s', (_, cell, isNumber) => {
    const found = numberCellOf(cell, 'vi')
    expect(found !== null).toBe(isNumber)
    if (found) expect(shownNumber(found.value, found.code, 'vi')).toBe(cell.text)
  })
})
