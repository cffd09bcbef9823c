import { expect, test } from 'vitest'
import { isSettled, toPlotNumber } from '../../src/model/exact.ts'

test.each([
  ['10.1352', 10.1352],
  ['-0.5', -0.5],
  ['82', 82],
  ['4223/5625', 4223 / 5625],
  ['-1/3', -1 / 3],
])('%s is drawn at %d', (text, place) => {
  expect(toPlotNumber(text)).toBeCloseTo(place, 12)
})

test('a fraction too long for floats is drawn where it lies', () => {
  const digits = '3'.repeat(400) // past 1.8 × 10³⁰⁸ a float is infinite, and ∞ ÷ ∞ no place at all
  expect(toPlotNumber(`1${digits}/2${digits}`)).toBeCloseTo(1.3333333333 / 2.3333333333, 9)
})

test('an interval is settled when both ends are one value', () => {
  expect(isSettled({ from: '1/3', to: '1/3' })).toBe(true)
  expect(isSettled({ from: '0', to: '1' })).toBe(false)
})
