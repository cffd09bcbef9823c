import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SurveyMeanRule } from '../../../src/model/rules.ts'
import { surveyMeanKind } from '../../../src/scoring/rules/surveyMean.ts'
import { between, minus, nothing, over, readFraction, times, writeFraction } from '../oracle/bigRational.ts'
import { boundsOf, expectSound, fractionOf, runs, spelled } from './kindProperties.ts'
import { explainedOf, type KindScene, leafOf, resultOf, stepsOf } from './kindScenes.ts'

const scene = (mean: string, scaleFrom: string, scaleTo: string, maxPoints = '2'): KindScene => ({
  rule: { kind: 'surveyMean', metric: 'mean', scaleFrom, scaleTo },
  maxPoints,
  figures: { mean },
})

test('PAR Index 2022, chất lượng cung cấp thông tin: 0.7981 of 1 earns 0.7981', () => {
  const information = scene('0.7981', '0', '1', '1')
  expect(resultOf(information)).toBe('0.7981') // 0.7981 ÷ 1 × 1
  expect(stepsOf(information)).toEqual(['points: (0.7981 ÷ 1) × 1 = 0.7981'])
})

describe('a scale from 1 to 5, max 2', () => {
  test.each([
    ['0.99', '0'], // below the scale nothing is taken away
    ['1', '0'],
    ['1.01', '0.005'], // 0.01 ÷ 4 × 2
    ['3', '1'],
    ['3.4', '1.2'], // 2.4 ÷ 4 × 2
    ['4.99', '1.995'],
    ['5', '2'],
    ['5.01', '2'],
  ])('%s earns %s', (mean, points) => {
    expect(resultOf(scene(mean, '1', '5'))).toBe(points)
  })

  test('the lower end is taken off in the receipt', () => {
    expect(stepsOf(scene('3.4', '1', '5'))).toEqual(['points: ((3.4 − 1) ÷ (5 − 1)) × 2 = 1.2'])
    expect(explainedOf(scene('3.4', '1', '5'))).toMatchObject({ cap: null, empty: null, branches: [] })
  })

  test('what the scale cuts is said', () => {
    expect(explainedOf(scene('5.5', '1', '5')).cap).toEqual({ side: 'most', limit: '2' })
    expect(explainedOf(scene('0', '1', '5')).cap).toEqual({ side: 'least', limit: '0' })
    // 4.5 ÷ 4 × 2: what it would have been stays readable
    expect(stepsOf(scene('5.5', '1', '5'))).toEqual(['points: ((5.5 − 1) ÷ (5 − 1)) × 2 = 2.25'])
  })
})

test('a figure without end stays exact: 2.67 of 1 … 10 earns 167/450 of 2', () => {
  expect(resultOf(scene('2.67', '1', '10'))).toBe('167/450') // 1.67 ÷ 9 × 2 = 3.34 ÷ 9
})

test('a scale that runs down: 8 of 10 … 0 complaints in a hundred', () => {
  expect(resultOf(scene('8', '10', '0'))).toBe('0.4') // (8 − 10) ÷ (0 − 10) × 2
  expect(resultOf(scene('10', '10', '0'))).toBe('0')
  expect(resultOf(scene('0', '10', '0'))).toBe('2')
  expect(resultOf(scene('11', '10', '0'))).toBe('0')
})

describe('no result of the survey', () => {
  test.each([
    ['missing', 'missing'],
    ['withheld', 'missing'],
    ['notApplicable', 'notApplicable'],
  ])('%s: %s', (state, expected) => {
    expect(resultOf(scene(state, '1', '5'))).toBe(expected)
  })

  test('anything may still come', () => {
    expect(leafOf(scene('missing', '1', '5')).outcome).toEqual({
      kind: 'missing',
      metricIds: ['mean'],
      range: { from: '0', to: '2' },
    })
  })

  test('zero is a result', () => {
    expect(resultOf(scene('0', '0', '1'))).toBe('0')
  })
})

test('figures, bounds and trend', () => {
  const rising: SurveyMeanRule = { kind: 'surveyMean', metric: 'mean', scaleFrom: '1', scaleTo: '5' }
  expect(surveyMeanKind.figures(rising)).toEqual([{ metricId: 'mean', path: 'metric', wants: 'amount' }])
  expect(boundsOf(scene('3', '1', '5'))).toEqual({ least: '0', most: '2' })
  expect(surveyMeanKind.trend(rising, 'mean')).toBe('rising')
  expect(surveyMeanKind.trend({ ...rising, scaleFrom: '5', scaleTo: '1' }, 'mean')).toBe('falling')
})

describe('any mean on any scale', () => {
  const hundredths = fc.integer({ min: 0, max: 1200 }).map(value => String(value / 100))
  const drawn = fc
    .record({ mean: hundredths, from: hundredths, to: hundredths, max: fc.integer({ min: 1, max: 20 }) })
    .filter(({ from, to }) => from !== to)

  test('(mean − from) ÷ (to − from) × max, between none and max', () => {
    fc.assert(
      fc.property(drawn, ({ mean, from, to, max }) => {
        const share = over(
          minus(readFraction(mean), readFraction(from)),
          minus(readFraction(to), readFraction(from)),
        )
        const expected = between(times(share, fractionOf(max)), nothing, fractionOf(max))
        expect(spelled(scene(mean, from, to, String(max)))).toBe(writeFraction(expected))
      }),
      runs,
    )
  })

  test('points stay in their bounds and follow the trend', () => {
    fc.assert(
      fc.property(drawn, hundredths, ({ mean, from, to, max }, more) => {
        const drawnScene = scene(mean, from, to, String(max))
        expectSound(drawnScene, { mean: String(Number(mean) + Number(more)) })
      }),
      runs,
    )
  })
})
