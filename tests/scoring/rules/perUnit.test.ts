import { describe, expect, test } from 'vitest'
import type { PerUnitRule } from '../../../src/model/rules.ts'
import {
  boundsOf,
  detailOf,
  type Figures,
  figuresOf,
  leafOf,
  pointsOf,
  stepsOf,
  trendOf,
} from './leafScenes.ts'

// "mỗi ứng dụng … 1 điểm, không quá 5 điểm"
const rule: PerUnitRule = { kind: 'perUnit', metric: 'applications', pointsPerUnit: '1', cap: '5' }
const scene = (figures: Figures) => ({ rule, maxPoints: '5', figures })

test.each([
  ['0', '0', null],
  ['1', '1', null],
  ['4', '4', null],
  ['5', '5', null], // at the cap nothing is cut
  ['6', '5', { side: 'most', limit: '5' }],
  ['1000000', '5', { side: 'most', limit: '5' }],
] as const)('%s applications earn %s points', (applications, points, cap) => {
  expect(pointsOf(scene({ applications }))).toBe(points)
  expect(detailOf(scene({ applications })).cap).toEqual(cap)
})

test('the multiplication shows what the cap cut', () => {
  expect(stepsOf(scene({ applications: '3' }))).toEqual(['3 × 1 = 3'])
  expect(stepsOf(scene({ applications: '7' }))).toEqual(['7 × 1 = 7'])
})

// 0.3 a unit, maximum 2: 6 × 0.3 = 1.8; 7 × 0.3 = 2.1
test.each([
  ['6', '1.8', null],
  ['7', '2', { side: 'most', limit: '2' }],
] as const)('without a cap the maximum is one: %s at 0.3 each earn %s', (applications, points, cap) => {
  const open: PerUnitRule = { kind: 'perUnit', metric: 'applications', pointsPerUnit: '0.3' }
  const unlimited = { rule: open, maxPoints: '2', figures: { applications } }
  expect(pointsOf(unlimited)).toBe(points)
  expect(detailOf(unlimited).cap).toEqual(cap)
})

test('a figure below zero earns nothing and says so', () => {
  expect(pointsOf(scene({ applications: '-2' }))).toBe('0')
  expect(detailOf(scene({ applications: '-2' })).cap).toEqual({ side: 'least', limit: '0' })
})

describe('a count that is not there', () => {
  test('leaves open everything up to the cap', () => {
    expect(leafOf(scene({})).outcome).toEqual({
      kind: 'missing',
      metricIds: ['applications'],
      range: { from: '0', to: '5' },
    })
    expect(detailOf(scene({}))).toMatchObject({ steps: [], cap: null, points: null })
  })

  test.each([
    ['zero', '0'],
    ['full', '5'],
    ['notApplicable', 'notApplicable'],
    ['missing', 'missing'],
  ] as const)('under "%s": %s', (policy, expected) => {
    for (const state of ['missing', 'withheld', 'notApplicable'] as const) {
      const absent = { ...scene({ applications: state }), states: { [state]: policy } }
      expect(pointsOf(absent)).toBe(expected)
      expect(detailOf(absent).empty).toEqual({ because: 'state', state, policy })
    }
  })
})

test('looks at one amount; earns none to the cap; one more never earns less', () => {
  expect(figuresOf(rule)).toEqual([['metric', 'applications', 'amount']])
  expect(boundsOf(rule, '10')).toEqual(['0', '5'])
  expect(boundsOf({ kind: 'perUnit', metric: 'applications', pointsPerUnit: '1' }, '10')).toEqual(['0', '10'])
  expect(trendOf(rule, 'applications')).toBe('rising')
})
