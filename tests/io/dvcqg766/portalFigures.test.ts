import { describe, expect, test } from 'vitest'
import { readCount, readPoints, toDecimalText } from '../../../src/io/dvcqg766/portalFigures.ts'
import { daysInName } from '../../../src/io/dvcqg766/portalPeriod.ts'

describe('numbers of the portal as decimal text', () => {
  test.each([
    [11.85, '11.85'],
    [0, '0'],
    [-0, '0'],
    [63, '63'],
    [443565, '443565'],
    [0.1 + 0.2, '0.3'],
    [65.13 - 42.45, '22.68'],
    [11.850000000000001, '11.85'],
    [-7.82, '-7.82'],
    [1e-16, '0'],
    [-1e-16, '0'],
    [0.0000005, '0.0000005'],
    [123456789.1, '123456789.1'],
    [99999999999999.9, '99999999999999.9'],
    [100, '100'],
  ])('%d is %s', (number, text) => expect(toDecimalText(number)).toBe(text))

  test.each([1e15, -1e21, Number.POSITIVE_INFINITY, Number.NaN])('%d is too big', number =>
    expect(toDecimalText(number)).toBeNull(),
  )

  test('two decimals from 0 to 100 all survive', () => {
    for (let hundredths = 0; hundredths <= 10_000; hundredths++) {
      const text = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
      expect(toDecimalText(Number(text))).toBe(text.replace(/\.?0+$/, '') || '0')
    }
  })

  test('nothing is nothing, not 0', () => {
    expect([readCount(null), readCount(undefined), readPoints(null)]).toEqual([
      { value: null },
      { value: null },
      { value: null },
    ])
    expect(readCount(0)).toEqual({ value: '0' })
  })

  test('a change may fall', () => {
    expect(readPoints(-1.5, true)).toEqual({ value: '-1.5' })
    expect(readPoints(-1.5)).toMatchObject({ value: null, fault: { code: 'negative-points' } })
  })
})

test.each([
  ['so-lieu-2026-10-10.json', ['2026-10-10']],
  ['C:\\tai-ve\\2026-10-10.json', ['2026-10-10']],
  ['2026-09-28/tien-do.json', []],
  ['120261-10-10.json', []],
  ['2026-10-1012.json', []],
  ['2026-13-01 2026-10-10 2026-10-10.json', ['2026-10-10']],
])('days in the name %s', (name, days) => expect(daysInName(name)).toEqual(days))
