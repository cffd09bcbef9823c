import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WeightedMeanRule } from '../../../src/model/rules.ts'
import { weightedMeanKind } from '../../../src/scoring/rules/weightedMean.ts'
import { between, nothing, over, times, total, writeFraction } from '../oracle/bigRational.ts'
import { boundsOf, expectSound, fractionOf, runs, spelled } from './kindProperties.ts'
import { explainedOf, type KindScene, leafOf, resultOf, stepsOf } from './kindScenes.ts'
import type { Figures } from './leafScenes.ts'

/** Draft KPI rules for civil servants: 30 for common criteria, 70 for results, both marked out of 100. */
const kpi: WeightedMeanRule = {
  kind: 'weightedMean',
  terms: [
    { metric: 'common', weight: '30' },
    { metric: 'result', weight: '70' },
  ],
  scaleTo: '100',
}

const scene = (figures: Figures, parts: Partial<WeightedMeanRule> = {}): KindScene => ({
  rule: { ...kpi, ...parts },
  maxPoints: '100',
  figures,
})

describe('KPI 30 + 70 of 100', () => {
  test.each([
    ['90', '80', '83'], // (30 × 90 + 70 × 80) ÷ 100
    ['100', '100', '100'],
    ['0', '0', '0'],
    ['100', '0', '30'],
    ['0', '100', '70'],
    ['99.9', '100', '99.97'],
    ['110', '100', '100'], // 103 is past the maximum
    ['-10', '0', '0'], // −3 takes nothing away
  ])('common %s, result %s earns %s', (common, result, points) => {
    expect(resultOf(scene({ common, result }))).toBe(points)
  })

  test('the receipt shows the mean and its part of the scale', () => {
    expect(stepsOf(scene({ common: '90', result: '80' }))).toEqual([
      'mean: ((30 × 90) + (70 × 80)) ÷ 100 = 83',
      'points: (83 ÷ 100) × 100 = 83',
    ])
  })

  test('what the maximum cuts is said', () => {
    expect(explainedOf(scene({ common: '110', result: '100' })).cap).toEqual({ side: 'most', limit: '100' })
    expect(explainedOf(scene({ common: '-10', result: '0' })).cap).toEqual({ side: 'least', limit: '0' })
    expect(explainedOf(scene({ common: '90', result: '80' })).cap).toBeNull()
  })
})

test('weights need not add up to 100, nor the scale be the maximum', () => {
  // 1 : 2, marks out of 5, max 2: (1 × 4 + 2 × 3) ÷ 3 = 10/3; ÷ 5 × 2 = 4/3
  const thirds: KindScene = {
    rule: {
      kind: 'weightedMean',
      terms: [
        { metric: 'a', weight: '1' },
        { metric: 'b', weight: '2' },
      ],
      scaleTo: '5',
    },
    figures: { a: '4', b: '3' },
  }
  expect(resultOf(thirds)).toBe('4/3')
  expect(stepsOf(thirds)).toEqual(['mean: ((1 × 4) + (2 × 3)) ÷ 3 = 10/3', 'points: (10/3 ÷ 5) × 2 = 4/3'])
})

test('quarterly means weigh by quarter: four figures, one of them twice as heavy', () => {
  const quarters = ['q1', 'q2', 'q3', 'q4']
  const rule: WeightedMeanRule = {
    kind: 'weightedMean',
    terms: quarters.map(metric => ({ metric, weight: metric === 'q4' ? '2' : '1' })),
    scaleTo: '10',
  }
  // (6 + 7 + 8 + 2 × 9) ÷ 5 = 7.8; ÷ 10 × 2
  expect(resultOf({ rule, figures: { q1: '6', q2: '7', q3: '8', q4: '9' } })).toBe('1.56')
})

describe('a figure that is not there', () => {
  test.each(['missing', 'withheld'])('%s: the mean is open, and the leaf with it', state => {
    expect(leafOf(scene({ common: '90', result: state })).outcome).toEqual({
      kind: 'missing',
      metricIds: ['result'],
      range: { from: '0', to: '100' },
    })
  })

  test('is not left out of the weights: 90 of 30 would be 90 of 100', () => {
    expect(resultOf(scene({ common: '90', result: 'missing' }))).toBe('missing')
  })

  test('does not apply: neither does the leaf', () => {
    expect(resultOf(scene({ common: '90', result: 'notApplicable' }))).toBe('notApplicable')
  })

  test('by policy', () => {
    const open = scene({ common: '90', result: 'missing' })
    expect(resultOf({ ...open, leaf: { states: { missing: 'zero' } } })).toBe('0')
    expect(resultOf({ ...open, leaf: { states: { missing: 'full' } } })).toBe('100')
  })
})

test('figures, bounds and trend', () => {
  expect(weightedMeanKind.figures(kpi)).toEqual([
    { metricId: 'common', path: 'terms[0].metric', wants: 'amount' },
    { metricId: 'result', path: 'terms[1].metric', wants: 'amount' },
  ])
  expect(boundsOf(scene({}))).toEqual({ least: '0', most: '100' })
  expect(weightedMeanKind.trend(kpi, 'result')).toBe('rising')
})

describe('any marks and weights', () => {
  const drawn = fc.record({
    terms: fc.array(
      fc.record({ mark: fc.integer({ min: -5, max: 130 }), weight: fc.integer({ min: 1, max: 90 }) }),
      { minLength: 1, maxLength: 5 },
    ),
    scale: fc.integer({ min: 1, max: 110 }),
    max: fc.integer({ min: 1, max: 20 }),
  })
  type Drawn = { terms: { mark: number; weight: number }[]; scale: number; max: number }
  const sceneOf = ({ terms, scale, max }: Drawn): KindScene => ({
    rule: {
      kind: 'weightedMean',
      terms: terms.map(({ weight }, index) => ({ metric: `t${index}`, weight: String(weight) })),
      scaleTo: String(scale),
    },
    maxPoints: String(max),
    figures: Object.fromEntries(terms.map(({ mark }, index) => [`t${index}`, String(mark)])),
  })

  test('Σ weight × mark ÷ Σ weight ÷ scale × max, between none and max', () => {
    fc.assert(
      fc.property(drawn, scenery => {
        const { terms, scale, max } = scenery
        const weights = total(terms.map(({ weight }) => fractionOf(weight)))
        const weighed = total(terms.map(({ mark, weight }) => fractionOf(mark * weight)))
        const whole = times(over(over(weighed, weights), fractionOf(scale)), fractionOf(max))
        expect(spelled(sceneOf(scenery))).toBe(writeFraction(between(whole, nothing, fractionOf(max))))
      }),
      runs,
    )
  })

  test('points stay in their bounds and never fall when a mark grows', () => {
    fc.assert(
      fc.property(drawn, fc.nat(4), fc.integer({ min: 1, max: 50 }), (scenery, place, more) => {
        const term = scenery.terms[place]
        const grown = term ? { [`t${place}`]: String(term.mark + more) } : {}
        expectSound(sceneOf(scenery), grown)
      }),
      runs,
    )
  })
})
