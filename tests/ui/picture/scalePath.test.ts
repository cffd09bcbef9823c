import { expect, test } from 'vitest'
import { scalePath } from '../../../src/ui/picture/scalePath.ts'

const wider = { x: 2, y: 0.5 }

test.each([
  ['M10 20V40H5', 'M20 10V20H10'],
  ['m1,2l3,4z', 'm2 1l6 2z'],
  ['M0,10C1,2,3,4,5,6S7,8,9,10', 'M0 5C2 1 6 2 10 3S14 4 18 5'],
  // Numbers may run into one another.
  ['M1.5.5L-2-4', 'M3 0.25L-4 -2'],
  ['M1e1 2', 'M20 1'],
  // An arc: its radii and end stretch, turn and flags do not; flags may stand without spaces.
  ['A10 20 30 0 1 5 8', 'A20 10 30 0 1 10 4'],
  ['A10 20 30 015 8', 'A20 10 30 0 1 10 4'],
])('%s becomes %s', (path, scaled) => {
  expect(scalePath(path, wider)).toBe(scaled)
})

test('nothing is touched where nothing is stretched', () => {
  expect(scalePath('M 1.23456789,2 z', { x: 1, y: 1 })).toBe('M 1.23456789,2 z')
})
