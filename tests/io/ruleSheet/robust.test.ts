import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ruleSetSchema } from '../../../src/io/ruleSetSchema.ts'
import { decodeRuleSheet } from '../../../src/io/ruleSheet/decodeRuleSheet.ts'
import { encodeRuleSheet, ruleSheets } from '../../../src/io/ruleSheet/encodeRuleSheet.ts'
import { columnLetter } from '../../../src/io/sheetCell.ts'
import { everyKind } from '../../scoring/lint/everyKind.ts'
import { edited } from './workbooks.ts'

const sheets = ruleSheets(everyKind()).filter(({ name }) => name !== 'Hướng dẫn')

/** Some cell of the workbook, a little outside its rows as well. */
const anyCell = fc
  .constantFrom(...sheets)
  .chain(({ name, rows, columns }) =>
    fc
      .tuple(fc.integer({ min: 0, max: columns.length }), fc.integer({ min: 1, max: rows.length + 2 }))
      .map(([column, row]) => `${name}!${columnLetter(column)}${row}`),
  )
const anyContent = fc.oneof(
  fc.constant(null),
  fc.constantFrom(
    '',
    'tỷ lệ',
    'bậc',
    'ratio',
    'done',
    '1.1',
    '–',
    'a, phần 1',
    '1.464',
    '31/02/2026',
    '=',
    '__proto__',
    'constructor: x',
    '["',
    'tầng 0: 1',
  ),
  fc.string({ maxLength: 12 }).map(text => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.boolean().map(value => ({ value })),
  fc.constant({ value: '#REF!', type: 'error' as const }),
  fc.constant({ value: null, formula: 'A1' }),
)

test('whatever stands in the cells: a sound rule set, or problems with their places, never an exception', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyCell, anyContent), { minLength: 1, maxLength: 12 }),
      async changes => {
        const { decoded, problems, places } = await edited(Object.fromEntries(changes))
        if (decoded.ok) expect(ruleSetSchema.safeParse(decoded.value).success).toBe(true)
        else expect(problems.some(({ severity }) => severity === 'error')).toBe(true)
        for (const { message, path, place } of problems) {
          expect(message.vi).not.toMatch(/undefined|\[object/)
          expect(path).toBe(path.normalize('NFC'))
          expect(place.row).toBeGreaterThanOrEqual(0)
        }
        for (const place of places.values()) expect(place.found.length).toBeLessThanOrEqual(80)
      },
    ),
    { numRuns: 150, seed: 4 },
  )
})

test('whatever the bytes are', async () => {
  const bytes = await encodeRuleSheet(everyKind())
  const flips = fc.array(
    fc.tuple(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 })),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  await fc.assert(
    fc.asyncProperty(flips, async changes => {
      const broken = bytes.slice()
      for (const [at, byte] of changes) broken[at] = byte
      const { decoded } = await decodeRuleSheet(broken, 'bo.xlsx')
      if (decoded.ok) expect(ruleSetSchema.safeParse(decoded.value).success).toBe(true)
      else expect(decoded.problems.length).toBeGreaterThan(0)
    }),
    { numRuns: 60, seed: 4 },
  )
})
