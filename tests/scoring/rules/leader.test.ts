import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LeaderRule, Measure } from '../../../src/model/rules.ts'
import { leaderKind } from '../../../src/scoring/rules/leader.ts'
import { minus, plus, times, writeFraction } from '../oracle/bigRational.ts'
import { boundsOf, expectSound, fractionOf, runs, spelled } from './kindProperties.ts'
import { explainedOf, type KindScene, leafOf, resultOf, stepsOf, takenOf } from './kindScenes.ts'

/**
 * "4 công thức định lượng" (Điều 6), by figure against target: short of it half the points in proportion,
 * exactly at it half, the leader all of them, everybody between on the line from target to leader.
 */
const quantity: LeaderRule = {
  kind: 'leader',
  measure: { of: 'value', metric: 'sold' },
  target: '100',
  percentAtTarget: '50',
}

const scene = (
  own: string,
  others: readonly string[] | null,
  parts: Partial<LeaderRule> = {},
): KindScene => ({
  rule: { ...quantity, ...parts },
  figures: { sold: own },
  ...(others ? { peers: others.map(sold => ({ sold })) } : {}),
})

describe('the four formulas: target 100, leader 180, max 2', () => {
  test.each([
    ['0', '0'],
    ['50', '0.5'], // 50 ÷ 100 × 1
    ['99', '0.99'],
    ['100', '1'], // half
    ['101', '1.0125'], // 1 + 1 ÷ 80 × 1
    ['120', '1.25'], // 1 + 20 ÷ 80
    ['179', '1.9875'],
    ['180', '2'], // leads as well
    ['-10', '0'],
  ])('%s earns %s', (own, points) => {
    expect(resultOf(scene(own, ['180', '40']))).toBe(points)
  })

  test('whoever passes everybody becomes the leader', () => {
    expect(resultOf(scene('200', ['180', '40']))).toBe('2')
    expect(stepsOf(scene('200', ['180', '40']))).toEqual(['points: 200 → 2'])
    expect(explainedOf(scene('200', ['180']))).toMatchObject({ cohort: { leaderIds: ['don-vi'] } })
  })

  test('the receipt shows the line that was taken', () => {
    expect(stepsOf(scene('50', ['180']))).toEqual(['points: (50 ÷ 100) × 1 = 0.5'])
    expect(stepsOf(scene('120', ['180']))).toEqual(['points: 1 + (((120 − 100) ÷ (180 − 100)) × 1) = 1.25'])
    expect(takenOf(scene('50', ['180']))).toEqual([true, false, false])
    expect(takenOf(scene('100', ['180']))).toEqual([false, true, false])
    expect(takenOf(scene('101', ['180']))).toEqual([false, false, true])
    expect(explainedOf(scene('120', ['180'])).branches.map(branch => branch.gives)).toEqual([
      { kind: 'slope', scaling: 'shareOfTarget' },
      { kind: 'points', points: '1' },
      { kind: 'slope', scaling: 'toLeader' },
    ])
    expect(explainedOf(scene('120', ['180', 'missing']))).toMatchObject({
      cohort: { agencies: 3, known: 2, leaderIds: ['khac-0'] },
      empty: null,
      cap: null,
    })
  })
})

test('nobody passes the target: nobody earns more than half', () => {
  expect(resultOf(scene('90', ['40', '80']))).toBe('0.9') // best of all, and still short
  expect(resultOf(scene('100', ['40', '80']))).toBe('1')
  expect(resultOf(scene('40', ['100', '80']))).toBe('0.4')
})

test('a leader without a figure does not lead: the next one does', () => {
  expect(resultOf(scene('120', ['180', '140']))).toBe('1.25')
  expect(resultOf(scene('120', ['missing', '140']))).toBe('1.5') // 1 + 20 ÷ 40
  expect(resultOf(scene('120', ['missing', 'withheld']))).toBe('2')
})

test('alone in the cohort it leads as soon as it passes the target', () => {
  expect(resultOf(scene('100', []))).toBe('1')
  expect(resultOf(scene('100.01', []))).toBe('2')
})

test('another share at the target: 70% of 2', () => {
  const at = (own: string) => resultOf(scene(own, ['180'], { percentAtTarget: '70' }))
  expect([at('50'), at('100'), at('140'), at('180')]).toEqual(['0.7', '1.4', '1.7', '2']) // 1.4 + 40 ÷ 80 × 0.6
})

test('of percentages: 90 of 100 past 60%, the leader at 96%', () => {
  const measure: Measure = {
    of: 'percent',
    numerator: 'done',
    denominator: 'all',
    whenDenominatorZero: 'zero',
  }
  const shares: KindScene = {
    rule: { ...quantity, measure, target: '60' },
    figures: { done: '90', all: '100' },
    peers: [{ done: '48', all: '50' }],
  }
  expect(resultOf(shares)).toBe('11/6') // 1 + 30 ÷ 36 × 1
  expect(stepsOf(shares)).toEqual([
    'share: 90 ÷ 100 = 90%',
    'points: 1 + (((90% − 60%) ÷ (96% − 60%)) × 1) = 11/6',
  ])
})

describe('without anybody else’s figures', () => {
  test('up to the target nobody else matters', () => {
    expect(resultOf(scene('50', null))).toBe('0.5')
    expect(resultOf(scene('100', null))).toBe('1')
    expect(explainedOf(scene('50', null))).toMatchObject({ cohort: null, empty: null })
  })

  test('past it the points are open from half upwards', () => {
    expect(leafOf(scene('101', null)).outcome).toEqual({
      kind: 'missing',
      metricIds: [],
      range: { from: '1', to: '2' },
    })
    expect(explainedOf(scene('101', null))).toMatchObject({ empty: { because: 'noCohort' } })
    expect(takenOf(scene('101', null))).toEqual([false, false, false])
  })
})

test.each([
  ['missing', 'missing'],
  ['withheld', 'missing'],
  ['notApplicable', 'notApplicable'],
])('an own figure that is %s: %s', (state, expected) => {
  expect(resultOf(scene(state, ['180']))).toBe(expected)
  expect(leafOf(scene('missing', ['180'])).outcome).toMatchObject({ range: { from: '0', to: '2' } })
})

test('figures, bounds and trend', () => {
  expect(leaderKind.figures(quantity)).toEqual([
    { metricId: 'sold', path: 'measure.metric', wants: 'amount' },
  ])
  expect(boundsOf(scene('1', null))).toEqual({ least: '0', most: '2' })
  expect(leaderKind.trend(quantity, 'sold')).toBe('rising')
})

describe('any cohort', () => {
  const figure = fc.integer({ min: 0, max: 60 })
  const drawn = fc.record({
    own: figure,
    others: fc.array(figure, { maxLength: 5 }),
    target: fc.integer({ min: 1, max: 50 }),
    percent: fc.integer({ min: 0, max: 100 }),
    step: fc.integer({ min: 1, max: 20 }),
  })
  type Drawn = { own: number; others: number[]; target: number; percent: number }
  const sceneOf = ({ own, others, target, percent }: Drawn) =>
    scene(String(own), others.map(String), { target: String(target), percentAtTarget: String(percent) })

  test('share of the target up to it, on the line to the leader past it', () => {
    fc.assert(
      fc.property(drawn, each => {
        const { own, others, target, percent } = each
        const atTarget = fractionOf(2 * percent, 100)
        const best = Math.max(own, ...others)
        const expected =
          own <= target
            ? times(fractionOf(own, target), atTarget)
            : plus(atTarget, times(fractionOf(own - target, best - target), minus(fractionOf(2), atTarget)))
        expect(spelled(sceneOf(each))).toBe(writeFraction(expected))
      }),
      runs,
    )
  })

  test('points stay in their bounds and never fall when the own figure grows', () => {
    fc.assert(
      fc.property(drawn, each => {
        expectSound(sceneOf(each), { sold: String(each.own + each.step) })
      }),
      runs,
    )
  })
})
