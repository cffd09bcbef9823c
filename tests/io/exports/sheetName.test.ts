import { expect, test } from 'vitest'
import { sheetNameOf } from '../../../src/io/exports/sheetName.ts'

test.each([
  ['Tiêu chí', 'Tiêu chí'],
  ['a/b\\c?d*e[f]:g', 'a b c d e f g'],
  ["'trong ngoặc'", 'trong ngoặc'],
  ['', '1'],
  ['History', 'History 1'],
  ['x'.repeat(40), 'x'.repeat(31)],
  [`${'x'.repeat(30)} y`, 'x'.repeat(30)],
  [`${'x'.repeat(30)}😀`, 'x'.repeat(30)],
])('%j is named %j', (wanted, name) => {
  expect(sheetNameOf(wanted)).toBe(name)
})

test('no two sheets have the same name, whatever its letters', () => {
  expect(sheetNameOf('Nguồn', new Set(['NGUỒN']))).toBe('Nguồn 2')
  expect(sheetNameOf('x'.repeat(31), new Set(['x'.repeat(31)]))).toBe(`${'x'.repeat(29)} 2`)
})
