import { expect, test } from 'vitest'
import { sameShown } from '../../../src/io/exports/sameShown.ts'

test.each([
  ['5,50', '5,5', 'vi', true],
  ['+2,5', '2,5', 'vi', true],
  ['1.234,50', '1234,5', 'vi', true],
  ['75,08%', '75,08%', 'vi', true],
  ['1,234.50', '1234.5', 'en', true],
  ['−1,20', '-1,2', 'vi', true],
  ['−0', '0', 'vi', true],
  ['007', '7', 'vi', true],
  ['2,5', '−2,5', 'vi', false],
  ['5,50', '5,51', 'vi', false],
  ['5,50', '5.50', 'vi', false],
  ['75%', '75', 'vi', false],
  ['suy ra 5,50', 'suy ra 5,5', 'vi', false],
  ['thiếu', '', 'vi', false],
  ['1.23', '123', 'vi', false],
] as const)('%j and %j in %s', (one, other, language, same) => {
  expect(sameShown(one, other, language)).toBe(same)
  expect(sameShown(other, one, language)).toBe(same)
})
