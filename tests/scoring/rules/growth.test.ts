import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EmptyPolicy, GrowthRule } from '../../../src/model/rules.ts'
import { growthKind } from '../../../src/scoring/rules/growth.ts'
import { roundingAt, toPlaces } from '../builders.ts'
import { isBelow, nothing } from '../oracle/bigRational.ts'
import { boundsOf, expectSound, fractionOf, runs, spelled } from './kindProperties.ts'
import { explainedOf, type KindScene, leafOf, resultOf, stepsOf, takenOf } from './kindScenes.ts'
import type { Figures } from './leafScenes.ts'

/**
 * Newly founded enterprises against the year before. The shape is remembered from annexes and was read
 * in no source (facts/rule-shapes.json), so the thresholds are made for the test.
 */
const founded: GrowthRule = {
  kind: 'growth',
  metric: 'founded',
  bands: [
    { from: '20', points: '2' },
    { from: '5', to: '20', points: '1' },
    { from: '0', fromExclusive: true, to: '5', points: '0.5' },
  ],
  otherwise: '0',
  whenPreviousZero: 'missing',
}

const scene = (now: string, before: string, parts: Partial<GrowthRule> = {}): KindScene => ({
  rule: { ...founded, ...parts },
  figures: { founded: now },
  previous: { founded: before },
})

describe('newly founded enterprises, max 2', () => {
  test.each([
    ['120', '100', '2'], // +20%
    ['1199', '1000', '1'], // +19.9%
    ['105', '100', '1'], // +5%
    ['1049', '1000', '0.5'], // +4.9%
    ['1001', '1000', '0.5'], // +0.1%
    ['100', '100', '0'], // standing still is no growth
    ['99', '100', '0'],
    ['0', '100', '0'], // −100%
    ['300', '100', '2'],
  ])('%s after %s earns %s', (now, before, points) => {
    expect(resultOf(scene(now, before))).toBe(points)
  })

  test('the receipt shows both figures, the change and its band', () => {
    const grown = scene('110', '100')
    expect(stepsOf(grown)).toEqual(['growth: (110 − 100) ÷ 100 = 10%', 'points: 10% → 1'])
    expect(takenOf(grown)).toEqual([false, true, false, false])
    expect(explainedOf(grown).inputs).toMatchObject([
      { metricId: 'founded', value: '110' },
      { metricId: 'founded', value: '100', previous: true },
    ])
    expect(explainedOf(grown).branches[2]?.when).toMatchObject({
      of: 'growth',
      from: '0',
      fromInclusive: false,
    })
  })

  test('a fall is negative and takes the last branch', () => {
    expect(stepsOf(scene('90', '120'))).toEqual(['growth: (90 − 120) ÷ 120 = -25%', 'points: -25% → 0'])
    expect(takenOf(scene('90', '120'))).toEqual([false, false, false, true])
  })
})

test('19.996% is no 20% unless the rule set rounds percentages first', () => {
  const close = scene('29999', '25000') // 4999 ÷ 25000 = 19.996%
  expect(resultOf(close)).toBe('1')
  const rounded = { ...close, ruleSet: { rounding: roundingAt({ ratio: toPlaces(2) }) } } // 20.00%
  expect(resultOf(rounded)).toBe('2')
  expect(stepsOf(rounded)).toEqual(['growth: (29999 − 25000) ÷ 25000 = 19.996%', 'points: 20% → 2'])
})

test.each([
  ['zero', '0'],
  ['full', '2'],
  ['notApplicable', 'notApplicable'],
  ['missing', 'missing'],
] as const)('from nothing there is no percentage: under "%s" %s', (whenPreviousZero, expected) => {
  const fromNothing = scene('5', '0', { whenPreviousZero })
  expect(resultOf(fromNothing)).toBe(expected)
  expect(explainedOf(fromNothing)).toMatchObject({ empty: { because: 'previousZero' }, steps: [] })
  expect(takenOf(fromNothing)).toEqual([false, false, false, false])
})

describe('a figure that is not there', () => {
  const open = { kind: 'missing', metricIds: ['founded'], range: { from: '0', to: '2' } }

  test.each([
    ['missing', '100'],
    ['110', 'missing'],
    ['withheld', '100'],
    ['110', 'withheld'],
  ])('%s after %s is open', (now, before) => {
    expect(leafOf(scene(now, before)).outcome).toEqual(open)
  })

  test('no period before, or one that does not mention it, is missing and not zero', () => {
    const figures: Figures = { founded: '110' }
    expect(leafOf({ rule: founded, figures }).outcome).toEqual(open)
    expect(leafOf({ rule: founded, figures, previous: {} }).outcome).toEqual(open)
  })

  test('did not apply before: does not apply', () => {
    expect(resultOf(scene('110', 'notApplicable'))).toBe('notApplicable')
  })
})

test('a change no band speaks of leaves the points open', () => {
  const { otherwise: _, ...gap } = founded
  const fallen: KindScene = { rule: gap, figures: { founded: '90' }, previous: { founded: '100' } }
  expect(resultOf(fallen)).toBe('missing')
  expect(explainedOf(fallen)).toMatchObject({ empty: { because: 'undefined', policy: 'missing' } })
})

test('figures, bounds and trend', () => {
  expect(growthKind.figures(founded)).toEqual([{ metricId: 'founded', path: 'metric', wants: 'amount' }])
  expect(boundsOf(scene('1', '1'))).toEqual({ least: '0', most: '2' })
  expect(growthKind.trend(founded, 'founded')).toBe('rising')
  const fewer: GrowthRule = { ...founded, bands: [{ to: '0', points: '2' }], otherwise: '0' }
  expect(growthKind.trend(fewer, 'founded')).toBe('falling')
})

test('bounds hold what growth from nothing gives as well', () => {
  const bands = [{ from: '0', points: '1.5' }]
  const bounds = (whenPreviousZero: EmptyPolicy) =>
    boundsOf(scene('1', '1', { bands, otherwise: '0.5', whenPreviousZero }))
  expect(bounds('missing')).toEqual({ least: '0.5', most: '1.5' })
  expect(bounds('zero')).toEqual({ least: '0', most: '1.5' })
  expect(bounds('full')).toEqual({ least: '0.5', most: '2' })
})

describe('any two figures', () => {
  const figure = fc.integer({ min: 0, max: 400 })
  const drawn = fc.record({ now: figure, before: figure, step: fc.integer({ min: 1, max: 40 }) })

  test('2 points from 20%, 1 from 5%, half above 0, none else', () => {
    fc.assert(
      fc.property(drawn, ({ now, before }) => {
        const change = before === 0 ? null : fractionOf((now - before) * 100, before)
        const isAt = (percent: number) => change && !isBelow(change, fractionOf(percent))
        const grew = change && isBelow(nothing, change)
        const expected = change === null ? 'missing' : isAt(20) ? '2' : isAt(5) ? '1' : grew ? '0.5' : '0'
        expect(spelled(scene(String(now), String(before)))).toBe(expected)
      }),
      runs,
    )
  })

  test('points stay in their bounds and never fall when the figure grows', () => {
    fc.assert(
      fc.property(
        drawn,
        fc.constantFrom<EmptyPolicy>('zero', 'full', 'missing'),
        ({ now, before, step }, whenPreviousZero) => {
          const drawnScene = scene(String(now), String(before), { whenPreviousZero })
          expectSound(drawnScene, { founded: String(now + step) })
        },
      ),
      runs,
    )
  })
})
