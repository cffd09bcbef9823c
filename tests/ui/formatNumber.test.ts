import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countDecimals,
  formatDate,
  formatInFormula,
  formatNumber,
  formatPercent,
} from '../../src/ui/formatNumber.ts'

const minus = '\u2212'
const runs = { numRuns: 1500, seed: 766 }

describe('formatNumber', () => {
  test.each([
    ['10.1352', '10,1352', '10.1352'],
    ['82', '82', '82'],
    ['999', '999', '999'],
    ['1000', '1.000', '1,000'],
    ['393087', '393.087', '393,087'],
    ['1234567.25', '1.234.567,25', '1,234,567.25'],
    ['0.0001', '0,0001', '0.0001'],
    ['-0.5', `${minus}0,5`, `${minus}0.5`],
    ['-1234.5', `${minus}1.234,5`, `${minus}1,234.5`],
    ['0', '0', '0'],
  ])('%s is %s in Vietnamese and %s in English', (exact, vi, en) => {
    expect(formatNumber(exact, 'vi')).toBe(vi)
    expect(formatNumber(exact, 'en')).toBe(en)
  })

  test.each([
    ['1.005', 2, '1,01'], // halves go up: toFixed would say 1.00
    ['1.00499', 2, '1'],
    ['0.285', 2, '0,29'],
    ['-1.005', 2, `${minus}1,01`], // and away from zero below it
    ['0.5', 0, '1'],
    ['0.49999', 0, '0'],
    ['999.995', 2, '1.000'], // the carry makes a new group
    ['99.9951', 2, '100'],
    ['10.1352', 4, '10,1352'],
    ['10.1352', 6, '10,1352'], // no zeros are invented
  ])('%s at %i places is %s', (exact, places, shown) => {
    expect(formatNumber(exact, 'vi', { places })).toBe(shown)
  })

  test.each([
    ['1/3', undefined, '0,3333'], // endless: four decimals unless told otherwise
    ['2/3', undefined, '0,6667'],
    ['2/3', 2, '0,67'],
    ['-1/3', 2, `${minus}0,33`],
    ['4223/5625', 4, '0,7508'], // 0.750755…
    ['146400/1529', 2, '95,75'], // 95.7488…
    ['1/30000', 4, '0'],
    ['3703703/3', undefined, '1.234.567,6667'],
  ])('%s at %s places is %s', (exact, places, shown) => {
    expect(formatNumber(exact, 'vi', { places })).toBe(shown)
  })

  test.each([
    ['65.4', 2, '65,40'],
    ['65', 2, '65,00'],
    ['65.4321', 2, '65,4321'], // at least, not at most
    ['0', 2, '0,00'],
  ])('%s with at least %i places is %s', (exact, minPlaces, shown) => {
    expect(formatNumber(exact, 'vi', { minPlaces })).toBe(shown)
  })

  test.each([
    ['0.41', '+0,41'],
    ['-0.41', `${minus}0,41`],
    ['0', '0'], // no change has no sign
    ['0.00', '0,00'],
    ['-0', '0'],
    ['1/3', '+0,3333'],
  ])('%s with its sign is %s', (exact, shown) => {
    expect(formatNumber(exact, 'vi', { signed: true })).toBe(shown)
  })

  test('what rounds to zero has no sign left', () => {
    expect(formatNumber('-0.004', 'vi', { places: 2 })).toBe('0')
    expect(formatNumber('-0.004', 'vi', { places: 2, signed: true })).toBe('0')
    expect(formatNumber('0.004', 'vi', { places: 2, signed: true })).toBe('0')
    expect(formatNumber('-0.005', 'vi', { places: 2 })).toBe(`${minus}0,01`)
  })

  test('digits past what a float holds stand', () => {
    expect(formatNumber('9007199254740993.000000000000000001', 'en')).toBe(
      '9,007,199,254,740,993.000000000000000001',
    )
  })

  test('property: read back, a decimal is the nearest one at its places, halves away from zero', () => {
    const units = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 6 }), (value, places) => {
        const digits = String(value < 0n ? -value : value).padStart(7, '0')
        const exact = `${value < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`
        const shown = formatNumber(exact, 'vi', { places })
        const [whole = '', decimals = ''] = shown.replaceAll('.', '').replace(minus, '-').split(',')
        const back = BigInt(whole.replace('-', '') + decimals.padEnd(6, '0')) // millionths
        const off = back - (value < 0n ? -value : value)
        const half = 10n ** BigInt(6 - places) / 2n
        expect(decimals.length <= places && off > -(half === 0n ? 1n : half) && off <= half).toBe(true)
      }),
      runs,
    )
  })
})

test('percentages have at most two decimals', () => {
  expect(formatPercent('95.7488', 'vi')).toBe('95,75%')
  expect(formatPercent('13514/180', 'vi')).toBe('75,08%') // 10.1352/13.5 = 75.0777…%
  expect(formatPercent('50', 'en')).toBe('50%')
  expect(formatPercent('1367/75', 'en', 4)).toBe('18.2267%') // 18.22666…
})

test.each([
  ['10.1352', 4],
  ['82', 0],
  ['65.40', 2],
  ['1/3', 4],
  ['-0.5', 1],
])('%s is written with %i decimals', (exact, count) => {
  expect(countDecimals(exact)).toBe(count)
})

test('dates are day/month/year in both languages', () => {
  expect(formatDate('2023-07-11')).toBe('11/07/2023')
})

describe('inside a formula', () => {
  test.each([
    ['1464', '1.464'],
    ['5.745', '5,745'],
    ['0.123456', '0,123456'], // six decimals stand
    ['0.1234567', '0,1234…'], // more are cut, with a sign that they are
    ['0.99999999', '0,9999…'], // cut, never rounded
    ['146400/1529', '95,7488…'], // 95.74885…: rounding would say 95.7489
    ['2/3', '0,6666…'],
    ['-2/3', `${minus}0,6666…`],
    ['1/30000', '0,0000…'],
    ['100000/3', '33.333,3333…'],
  ])('%s is %s', (exact, shown) => {
    expect(formatInFormula(exact, 'vi')).toBe(shown)
  })

  test.each([
    ['29999999999999/30000000000000', '0,9999…'], // 0.99999999999996…
    ['0.33339999999999999', '0,3333…'],
    ['-0.33339999999999999', `${minus}0,3333…`],
  ])('%s just short of a round figure is cut as well: %s', (exact, shown) => {
    expect(formatInFormula(exact, 'vi')).toBe(shown)
  })

  test('property: an endless number is cut to the four decimals it really has', () => {
    const whole = fc.bigInt({ min: 0n, max: 10n ** 7n })
    const divisor = fc.bigInt({ min: 1n, max: 10n ** 6n }).map(value => value * 3n)
    fc.assert(
      fc.property(whole, divisor, (top, bottom) => {
        fc.pre(top % 3n !== 0n) // a factor of 3 stays below: it never ends
        const cut = String((top * 10_000n) / bottom).padStart(5, '0')
        const shown = formatInFormula(`${top}/${bottom}`, 'en').replaceAll(',', '')
        expect(shown).toBe(`${cut.slice(0, -4)}.${cut.slice(-4)}…`)
      }),
      runs,
    )
  })
})
