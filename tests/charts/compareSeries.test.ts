import { describe, expect, test } from 'vitest'
import { buildCompareSpan, spread } from '../../src/charts/compareSeries.ts'
import type { ComparedCell } from '../../src/model/comparison.ts'

const cell = (from: string | null, to = from): ComparedCell => ({
  state: from === null ? 'notApplicable' : from === to ? 'settled' : 'open',
  points: null,
  maxPoints: '10',
  percent: from === null || to === null ? null : { from, to },
  isInferred: false,
  notIncurred: false,
  restsOnNothing: false,
  behind: null,
})

describe('discs on one scale', () => {
  test('stand at their value, in order of value, joined by a line', () => {
    expect(buildCompareSpan({ cells: [cell('80'), cell('20')] }, 0.1)).toEqual({
      discs: [
        { index: 1, value: 0.2, openTo: null, at: 0.2 },
        { index: 0, value: 0.8, openTo: null, at: 0.8 },
      ],
      line: { from: 0.2, to: 0.8 },
    })
  })

  test('an agency without a percentage has no disc, least of all at zero', () => {
    expect(buildCompareSpan({ cells: [cell('80'), cell(null)] }, 0.1)).toEqual({
      discs: [{ index: 0, value: 0.8, openTo: null, at: 0.8 }],
      line: null,
    })
    expect(buildCompareSpan({ cells: [cell(null), cell(null)] }, 0.1)).toEqual({ discs: [], line: null })
  })

  test('missing figures leave a stretch open, which the line reaches to the end of', () => {
    const { discs, line } = buildCompareSpan({ cells: [cell('40', '90'), cell('50')] }, 0.1)
    // The disc in the middle of it: at 0.65, after b at 0.5.
    expect(discs[1]).toMatchObject({ index: 0, value: 0.4, openTo: 0.9 })
    expect(discs[1]?.at).toBeCloseTo(0.65, 9)
    expect(line).toEqual({ from: 0.4, to: 0.9 })
  })

  test('points outside 0–100% stay on the scale', () => {
    const { discs } = buildCompareSpan({ cells: [cell('-5'), cell('104')] }, 0.1)
    expect(discs.map(disc => disc.at)).toEqual([0, 1])
  })
})

describe('discs that would cover each other', () => {
  test.each([
    [
      [0.2, 0.8],
      [0.2, 0.8],
    ], // far apart: untouched
    [
      [0.5, 0.6],
      [0.5, 0.6],
    ], // exactly side by side
    [
      [0.5, 0.5],
      [0.45, 0.55],
    ], // around their middle
    [
      [0.5, 0.5, 0.5],
      [0.4, 0.5, 0.6],
    ],
    [
      [0, 0],
      [0, 0.1],
    ], // not past the ends
    [
      [1, 1],
      [0.9, 1],
    ],
    [
      [0.5, 0.52, 0.6],
      [0.44, 0.54, 0.64],
    ], // moving the first two apart meets the third: mean 0.54
    [[], []],
  ])('%j go to %j', (wanted, expected) => {
    const places = spread(wanted, 0.1)
    expect(places).toHaveLength(expected.length)
    places.forEach((place, index) => {
      expect(place).toBeCloseTo(expected[index] ?? Number.NaN, 9)
    })
  })

  test('no room known yet: nothing moves', () => {
    expect(spread([0.3, 0.3], 0)).toEqual([0.3, 0.3])
  })
})
