import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { barSeries } from '../../../../src/io/exports/pptx/barSeries.ts'
import type { BarRow, BarSegment } from '../../../../src/model/deck.ts'

const row = (segments: readonly BarSegment[], kind: BarRow['kind'] = 'row'): BarRow => ({
  id: 'a',
  kind,
  lead: '',
  name: 'a',
  numbers: [],
  segments,
  tail: '',
  isStrong: false,
})
const part = (from: number, to: number, paint: BarSegment['paint'], isSure = true): BarSegment => ({
  from,
  to,
  paint,
  isSure,
})

describe('bars as series of one stacked chart', () => {
  test('a part that does not begin at 0 stands on an invisible one', () => {
    expect(barSeries({ rows: [row([part(0.75, 1, 'lost')])] })).toEqual([
      { paint: null, isSure: true, lengths: [0.75] },
      { paint: 'lost', isSure: true, lengths: [0.25] },
    ])
  })

  test('rows of different parts share one order; what a row lacks is empty, not 0', () => {
    const series = barSeries({
      rows: [
        row([part(0, 1, 'max')]),
        row([part(0.5, 1, 'lost')]),
        row([part(0, 0.25, 'actual'), part(0.25, 1, 'lost')]),
      ],
    })
    expect(series.map(({ paint }) => paint)).toContain('max')
    expect(series.find(({ paint }) => paint === 'actual')?.lengths).toEqual([null, null, 0.25])
    expect(series.find(({ paint }) => paint === 'lost')?.lengths).toEqual([null, 0.5, 0.75])
  })

  test('inferred parts are series of their own', () => {
    const series = barSeries({
      rows: [row([part(0, 0.5, 'actual'), part(0.5, 0.75, 'actual', false), part(0.75, 1, 'lost')])],
    })
    expect(series).toEqual([
      { paint: 'actual', isSure: true, lengths: [0.5] },
      { paint: 'actual', isSure: false, lengths: [0.25] },
      { paint: 'lost', isSure: true, lengths: [0.25] },
    ])
  })

  test('a row that rests on nothing shows the empty rest of the scale as a frame', () => {
    expect(barSeries({ rows: [row([part(0, 0.25, 'idle', false)], 'idle')] })).toEqual([
      { paint: 'idle', isSure: true, lengths: [0.25] },
      { paint: 'frame', isSure: true, lengths: [0.75] },
    ])
  })

  test('no part, no series', () => {
    expect(barSeries({ rows: [row([]), row([part(0.5, 0.5, 'lost')])] })).toEqual([])
  })

  test('what lies over each other is cut, earned points on top', () => {
    expect(barSeries({ rows: [row([part(0, 1, 'max'), part(0, 0.5, 'actual')])] })).toEqual([
      { paint: 'actual', isSure: true, lengths: [0.5] },
      { paint: 'max', isSure: true, lengths: [0.5] },
    ])
  })

  const share = fc.integer({ min: 0, max: 64 }).map(count => count / 64)
  const anyRow = fc
    .array(
      fc.record({
        ends: fc.tuple(share, share),
        paint: fc.constantFrom<BarSegment['paint'][]>('actual', 'lost', 'open', 'max', 'idle'),
        isSure: fc.boolean(),
      }),
      { maxLength: 4 },
    )
    .map(parts =>
      row(
        parts.map(({ ends: [a, b], paint, isSure }) => part(Math.min(a, b), Math.max(a, b), paint, isSure)),
      ),
    )

  test('every row ends where its last part ends, and no stack is longer than the scale', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), rows => {
        const series = barSeries({ rows })
        rows.forEach((each, index) => {
          const length = series.reduce((sum, { lengths }) => sum + (lengths[index] ?? 0), 0)
          // Sixty-fourths add without rounding.
          const visible = each.segments.filter(({ from, to }) => to > from)
          expect(length).toBe(Math.max(0, ...visible.map(({ to }) => to)))
        })
      }),
    )
  })
})
