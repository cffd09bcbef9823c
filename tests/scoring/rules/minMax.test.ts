import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Direction, EmptyPolicy, Measure, MinMaxRule } from '../../../src/model/rules.ts'
import { minMaxKind } from '../../../src/scoring/rules/minMax.ts'
import { plus, times, writeFraction } from '../oracle/bigRational.ts'
import { boundsOf, expectSound, fractionOf, runs, spelled } from './kindProperties.ts'
import { explainedOf, type KindScene, leafOf, resultOf, stepsOf } from './kindScenes.ts'

/** PCI brings every indicator to 1 … 10: 9 × (x − min) ÷ (max − min) + 1. */
const pci: MinMaxRule = {
  kind: 'minMax',
  measure: { of: 'value', metric: 'x' },
  direction: 'higherIsBetter',
  percentAtWorst: '10',
  whenAllEqual: 'full',
}

const scene = (
  own: string,
  others: readonly string[] | null,
  parts: Partial<MinMaxRule> = {},
): KindScene => ({
  rule: { ...pci, ...parts },
  maxPoints: '10',
  figures: { x: own },
  ...(others ? { peers: others.map(x => ({ x })) } : {}),
})

describe('PCI, 1 to 10, others from 20 to 80', () => {
  test.each([
    ['20', '1'],
    ['21', '1.15'], // 9 × 1 ÷ 60 + 1
    ['50', '5.5'], // 9 × 30 ÷ 60 + 1
    ['79', '9.85'],
    ['80', '10'],
    ['10', '1'], // the new worst
    ['95', '10'], // the new best
  ])('higher is better: %s earns %s', (own, points) => {
    expect(resultOf(scene(own, ['20', '80', '35']))).toBe(points)
  })

  test.each([
    ['20', '10'],
    ['35', '7.75'], // (35 − 80) ÷ (20 − 80) = 0.75; 9 × 0.75 + 1
    ['80', '1'],
    ['90', '1'],
    ['5', '10'],
  ])('10 − (…) where lower is better: %s earns %s', (own, points) => {
    expect(resultOf(scene(own, ['20', '80'], { direction: 'lowerIsBetter' }))).toBe(points)
  })

  test('the receipt shows worst, best and the base', () => {
    expect(stepsOf(scene('50', ['20', '80']))).toEqual(['points: 1 + (((50 − 20) ÷ (80 − 20)) × 9) = 5.5'])
    expect(stepsOf(scene('35', ['20', '80'], { direction: 'lowerIsBetter' }))).toEqual([
      'points: 1 + (((35 − 80) ÷ (20 − 80)) × 9) = 7.75',
    ])
    expect(explainedOf(scene('50', ['20', '80']))).toMatchObject({
      cohort: { agencies: 3, known: 3, leaderIds: ['khac-1'] },
      empty: null,
      cap: null,
    })
    expect(explainedOf(scene('50', ['20', '80'], { direction: 'lowerIsBetter' }))).toMatchObject({
      cohort: { leaderIds: ['khac-0'] },
    })
  })
})

test('composite indices give the worst nothing, and no base is written', () => {
  const plain = scene('50', ['20', '80'], { percentAtWorst: '0' })
  expect(resultOf(plain)).toBe('5')
  expect(stepsOf(plain)).toEqual(['points: ((50 − 20) ÷ (80 − 20)) × 10 = 5'])
  expect(resultOf(scene('20', ['80'], { percentAtWorst: '0' }))).toBe('0')
})

test('of percentages, rounded before they are compared or not', () => {
  const measure: Measure = {
    of: 'percent',
    numerator: 'done',
    denominator: 'all',
    whenDenominatorZero: 'missing',
  }
  const shares: KindScene = {
    rule: { ...pci, measure },
    maxPoints: '10',
    figures: { done: '1', all: '2' },
    peers: [
      { done: '1', all: '4' },
      { done: '3', all: '4' },
    ],
  }
  expect(resultOf(shares)).toBe('5.5') // 50% between 25% and 75%
  expect(stepsOf(shares)).toEqual([
    'share: 1 ÷ 2 = 50%',
    'points: 1 + (((50% − 25%) ÷ (75% − 25%)) × 9) = 5.5',
  ])
})

describe('all equal, or alone', () => {
  test.each([
    ['zero', '0'],
    ['full', '10'],
    ['notApplicable', 'notApplicable'],
    ['missing', 'missing'],
  ] as const)('under "%s": %s', (whenAllEqual, expected) => {
    for (const others of [['40', '40.0'], []]) {
      const level = scene('40', others, { whenAllEqual })
      expect(resultOf(level)).toBe(expected)
      expect(explainedOf(level)).toMatchObject({ empty: { because: 'allEqual' }, steps: [] })
    }
  })

  test('everybody at zero is as equal as everybody at forty', () => {
    expect(resultOf(scene('0', ['0', '0']))).toBe('10')
  })
})

describe('what is open', () => {
  test('without anybody else: from the worst to the best', () => {
    expect(leafOf(scene('50', null)).outcome).toEqual({
      kind: 'missing',
      metricIds: [],
      range: { from: '1', to: '10' },
    })
    expect(explainedOf(scene('50', null))).toMatchObject({ empty: { because: 'noCohort' }, cohort: null })
  })

  test('from nothing where all may turn out equal and that earns nothing', () => {
    const open = scene('50', null, { whenAllEqual: 'zero' })
    expect(leafOf(open).outcome).toMatchObject({ range: { from: '0', to: '10' } })
  })

  test.each([
    ['missing', 'missing'],
    ['withheld', 'missing'],
    ['notApplicable', 'notApplicable'],
  ])('an own figure that is %s: %s', (state, expected) => {
    expect(resultOf(scene(state, ['20', '80']))).toBe(expected)
  })

  test('a figure that is not there is not the worst one', () => {
    expect(resultOf(scene('50', ['20', '80', 'missing', 'withheld']))).toBe('5.5')
    expect(resultOf(scene('50', ['40', '60', 'notApplicable']))).toBe('5.5')
  })
})

test('figures, bounds and trend', () => {
  expect(minMaxKind.figures(pci)).toEqual([{ metricId: 'x', path: 'measure.metric', wants: 'amount' }])
  expect(boundsOf(scene('1', null))).toEqual({ least: '1', most: '10' })
  expect(boundsOf(scene('1', null, { whenAllEqual: 'zero' }))).toEqual({ least: '0', most: '10' })
  const measure: Measure = { of: 'percent', numerator: 'a', denominator: 'b', whenDenominatorZero: 'zero' }
  expect(boundsOf(scene('1', null, { measure }))).toEqual({ least: '0', most: '10' }) // 0/0
  expect(minMaxKind.trend(pci, 'x')).toBe('rising')
  expect(minMaxKind.trend({ ...pci, direction: 'lowerIsBetter' }, 'x')).toBe('falling')
  expect(minMaxKind.trend({ ...pci, measure }, 'b')).toBe('falling')
})

describe('any cohort', () => {
  const figure = fc.integer({ min: -20, max: 40 })
  const drawn = fc.record({
    own: figure,
    others: fc.array(figure, { maxLength: 5 }),
    direction: fc.constantFrom<Direction>('higherIsBetter', 'lowerIsBetter'),
    percent: fc.integer({ min: 0, max: 100 }),
    whenAllEqual: fc.constantFrom<EmptyPolicy>('zero', 'full', 'missing'),
    step: fc.integer({ min: 1, max: 20 }),
  })
  type Drawn = {
    own: number
    others: number[]
    direction: Direction
    percent: number
    whenAllEqual: EmptyPolicy
  }
  const sceneOf = ({ own, others, direction, percent, whenAllEqual }: Drawn) =>
    scene(String(own), others.map(String), { direction, percentAtWorst: String(percent), whenAllEqual })

  test('base + (own − worst) ÷ (best − worst) × (max − base)', () => {
    fc.assert(
      fc.property(drawn, each => {
        const { own, others, direction, percent, whenAllEqual } = each
        const [low, high] = [Math.min(own, ...others), Math.max(own, ...others)]
        const behind = direction === 'higherIsBetter' ? own - low : high - own
        const base = fractionOf(10 * percent, 100)
        const byPolicy = { zero: '0', full: '10', missing: 'missing', notApplicable: 'notApplicable' }
        const expected =
          low === high
            ? byPolicy[whenAllEqual]
            : writeFraction(
                plus(base, times(fractionOf(behind, high - low), fractionOf(10 * (100 - percent), 100))),
              )
        expect(spelled(sceneOf(each))).toBe(expected)
      }),
      runs,
    )
  })

  test('points stay in their bounds and follow the direction', () => {
    fc.assert(
      fc.property(drawn, each => {
        expectSound(sceneOf(each), { x: String(each.own + each.step) })
      }),
      runs,
    )
  })
})
