import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureCell, numberCell, oneLine, textCell } from '../../src/receipt/displayedCell.ts'
import { formatNumber } from '../../src/ui/formatNumber.ts'

describe('a number as the screen writes it', () => {
  test.each([
    ['−1.234,50', { value: '-1234.5', places: 2 }],
    ['+0,75', { value: '0.75', places: 2, isSigned: true }],
    ['0,00', { value: '0', places: 2 }],
    ['75,08%', { value: '75.08', places: 2, isPercent: true }],
    ['1.000', { value: '1000', places: 0 }],
    ['13,5', { value: '13.5', places: 1 }],
  ])('%s', (shown, number) => expect(numberCell(shown, 'vi')).toEqual({ text: shown, number }))

  test('English marks decimals with a point', () =>
    expect(numberCell('−1,234.50', 'en').number).toEqual({ value: '-1234.5', places: 2 }))

  test('words before and after stand in the text and beside the number', () =>
    expect(numberCell('5,75', 'vi', { words: ['suy ra', ''], after: '/6' })).toEqual({
      text: 'suy ra 5,75/6',
      number: { value: '5.75', places: 2, before: 'suy ra ', after: '/6' },
    }))

  test.each(['67,49–73,49', '39/63', '–', '≥\u00a01,5', '…', '<\u00a00,01%', '30/06/2026', 'dẫn đầu', ''])(
    '%s is no single number',
    shown => {
      expect(numberCell(shown, 'vi').number).toBeUndefined()
      expect(numberCell(shown, 'vi').text).toBe(oneLine(shown))
    },
  )

  test('a number keeps its unit, words keep their blanks', () => {
    expect(measureCell('12\u00a0hồ\u00a0sơ', 'vi', ['suy ra'])).toEqual({
      text: 'suy ra 12 hồ sơ',
      number: { value: '12', places: 0, before: 'suy ra ', after: ' hồ sơ' },
    })
    expect(measureCell('3 lần trở lên', 'vi')).toEqual({ text: '3 lần trở lên' })
    expect(measureCell('5/6\u00a0mục', 'vi')).toEqual({ text: '5/6 mục' })
  })

  test('is read back as it was shown, whatever it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom('vi' as const, 'en' as const),
        (whole, places, language) => {
          const sign = whole < 0 ? '-' : ''
          const digits = String(Math.abs(whole)).padStart(places + 1, '0')
          const cut = digits.length - places
          const exact = `${sign}${digits.slice(0, cut)}${places > 0 ? `.${digits.slice(cut)}` : ''}`
          const { number } = numberCell(formatNumber(exact, language, { minPlaces: places }), language)
          expect(Number(number?.value)).toBe(Number(exact) + 0)
          expect(number?.places).toBe(places)
        },
      ),
    )
  })
})

test('texts stand on one line with single blanks; empty ones leave none', () => {
  expect(textCell('Sở\u00a0 Nội vụ', '', ' 12–\u200b20\n').text).toBe('Sở Nội vụ 12–20')
})
