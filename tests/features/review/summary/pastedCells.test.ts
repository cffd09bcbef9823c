import { expect, test } from 'vitest'
import { pastedCells } from '../../../../src/features/review/summary/useTypedGrid.ts'

test('cells as Excel copies them', () => {
  expect(pastedCells('1,5\t2\r\n3\t4\r\n')).toEqual([
    ['1,5', '2'],
    ['3', '4'],
  ])
  // An empty cell in the middle keeps its place.
  expect(pastedCells('1\n\n3')).toEqual([['1'], [''], ['3']])
})
