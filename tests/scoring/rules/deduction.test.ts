import { describe, expect, test } from 'vitest'
import type { DeductionRule } from '../../../src/model/rules.ts'
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

// NĐ 335/2025: mỗi lần chưa đạt chất lượng trừ 25% điểm chất lượng của sản phẩm
const quality: DeductionRule = {
  kind: 'deduction',
  items: [{ metric: 'failures', each: { percentOfMax: '25' } }],
}
const scene = (figures: Figures) => ({ rule: quality, maxPoints: '10', figures })

test.each([
  ['0', '10', null],
  ['1', '7.5', null], // 10 − 1 × 25% × 10
  ['3', '2.5', null],
  ['4', '0', null], // at the floor nothing is cut
  ['5', '0', { side: 'least', limit: '0' }],
] as const)('%s failures leave %s of 10', (failures, points, cap) => {
  expect(pointsOf(scene({ failures }))).toBe(points)
  expect(detailOf(scene({ failures })).cap).toEqual(cap)
})

// late reports −0.2 each, unanswered letters −0.15 each, never below 0.5
const reports: DeductionRule = {
  kind: 'deduction',
  items: [
    { metric: 'late', each: { points: '0.2' } },
    { metric: 'unanswered', each: { points: '0.15' } },
  ],
  floor: '0.5',
}
const twoKinds = (figures: Figures) => ({ rule: reports, maxPoints: '2', figures })

test.each([
  [{ late: '0', unanswered: '0' }, '2', null],
  [{ late: '3', unanswered: '2' }, '1.1', null], // 2 − 0.6 − 0.3
  [{ late: '6', unanswered: '2' }, '0.5', null], // 2 − 1.2 − 0.3, the floor itself
  [{ late: '7', unanswered: '1' }, '0.5', { side: 'least', limit: '0.5' }], // 2 − 1.4 − 0.15 = 0.45
] as const)('%o leave %s of 2', (figures, points, cap) => {
  expect(pointsOf(twoKinds(figures))).toBe(points)
  expect(detailOf(twoKinds(figures)).cap).toEqual(cap)
})

test('a floor below zero lets violations cost more than the maximum', () => {
  const below = { rule: { ...reports, floor: '-1' }, maxPoints: '2' }
  expect(pointsOf({ ...below, figures: { late: '11', unanswered: '0' } })).toBe('-0.2') // 2 − 2.2
  expect(pointsOf({ ...below, figures: { late: '99', unanswered: '0' } })).toBe('-1')
})

test('the subtraction is written out, percentages as the points they cost', () => {
  expect(stepsOf(scene({ failures: '3' }))).toEqual(['10 − (3 × 2.5) = 2.5'])
  expect(stepsOf(scene({ failures: '5' }))).toEqual(['10 − (5 × 2.5) = -2.5'])
  expect(stepsOf(twoKinds({ late: '3', unanswered: '2' }))).toEqual(['(2 − (3 × 0.2)) − (2 × 0.15) = 1.1'])
})

describe('violations nobody counted', () => {
  test('can only take more away', () => {
    expect(leafOf(twoKinds({ late: '3' })).outcome).toEqual({
      kind: 'missing',
      metricIds: ['unanswered'],
      range: { from: '0.5', to: '1.4' }, // 2 − 0.6 is sure at most
    })
    expect(leafOf(twoKinds({})).outcome).toMatchObject({ range: { from: '0.5', to: '2' } })
    expect(leafOf(twoKinds({ late: '9' })).outcome).toMatchObject({ range: { from: '0.5', to: '0.5' } })
  })

  test('leave nothing calculated and nothing cut', () => {
    expect(detailOf(twoKinds({ late: '9' }))).toMatchObject({ steps: [], cap: null, points: null })
  })

  test.each([
    ['zero', '0'],
    ['full', '2'],
    ['notApplicable', 'notApplicable'],
    ['missing', 'missing'],
  ] as const)('under "%s": %s, for the whole leaf', (policy, expected) => {
    for (const state of ['missing', 'withheld'] as const) {
      const absent = { ...twoKinds({ late: '3', unanswered: state }), states: { [state]: policy } }
      expect(pointsOf(absent)).toBe(expected)
      expect(detailOf(absent).empty).toEqual({ because: 'state', state, policy })
    }
  })

  test('that do not apply: all by the policy, some leave it open', () => {
    const none = twoKinds({ late: 'notApplicable', unanswered: 'notApplicable' })
    expect(pointsOf(none)).toBe('notApplicable')
    expect(pointsOf({ ...none, states: { notApplicable: 'full' } })).toBe('2')
    expect(pointsOf(twoKinds({ late: '3', unanswered: 'notApplicable' }))).toBe('missing')
  })
})

test('looks at an amount an item; earns from the floor to the maximum; one more never earns more', () => {
  expect(figuresOf(reports)).toEqual([
    ['items[0].metric', 'late', 'amount'],
    ['items[1].metric', 'unanswered', 'amount'],
  ])
  expect(boundsOf(reports, '2')).toEqual(['0.5', '2'])
  expect(boundsOf(quality, '10')).toEqual(['0', '10'])
  expect(trendOf(reports, 'late')).toBe('falling')
})
