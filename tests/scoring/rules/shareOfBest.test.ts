import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EmptyPolicy, Measure, ShareOfBestRule } from '../../../src/model/rules.ts'
import { shareOfBestKind } from '../../../src/scoring/rules/shareOfBest.ts'
import { writeFraction } from '../oracle/bigRational.ts'
import { boundsOf, expectSound, fractionOf, runs, spelled } from './kindProperties.ts'
import { explainedOf, type KindScene, leafOf, resultOf, stepsOf } from './kindScenes.ts'

/** Băng thông trên mỗi cán bộ: tỷ lệ chuẩn hóa = giá trị ÷ giá trị lớn nhất. */
const bandwidth: ShareOfBestRule = {
  kind: 'shareOfBest',
  measure: { of: 'value', metric: 'mbps' },
  whenAllZero: 'zero',
}

const scene = (
  own: string,
  others: readonly string[] | null,
  parts: Partial<ShareOfBestRule> = {},
): KindScene => ({
  rule: { ...bandwidth, ...parts },
  figures: { mbps: own },
  ...(others ? { peers: others.map(mbps => ({ mbps })) } : {}),
})

describe('bandwidth per official, max 2', () => {
  test.each([
    ['5', ['10', '8'], '1'], // 5 ÷ 10 × 2
    ['10', ['5', '8'], '2'],
    ['10', ['10', '8'], '2'], // two leaders both earn all of it
    ['9.99', ['10'], '1.998'],
    ['0', ['10'], '0'],
    ['3', ['7', '1'], '6/7'],
    ['-1', ['10'], '0'], // less than nothing takes nothing away
  ])('%s beside %j earns %s', (own, others, points) => {
    expect(resultOf(scene(own, others))).toBe(points)
  })

  test('the receipt names the best and how many were compared', () => {
    const second = scene('5', ['10', '8', 'missing'])
    expect(stepsOf(second)).toEqual(['points: (5 ÷ 10) × 2 = 1'])
    expect(explainedOf(second)).toMatchObject({
      cohort: { agencies: 4, known: 3, leaderIds: ['khac-0'] },
      cap: null,
      empty: null,
      branches: [],
    })
    expect(explainedOf(scene('-1', ['10'])).cap).toEqual({ side: 'least', limit: '0' })
    expect(explainedOf(scene('10', ['10', '3']))).toMatchObject({
      cohort: { leaderIds: ['don-vi', 'khac-0'] },
    })
  })
})

test('of percentages: 45 of 50 against 60 of 80', () => {
  const measure: Measure = {
    of: 'percent',
    numerator: 'done',
    denominator: 'all',
    whenDenominatorZero: 'notApplicable',
  }
  const shares = (done: string, all: string, peers: readonly (readonly [string, string])[]): KindScene => ({
    rule: { ...bandwidth, measure },
    figures: { done, all },
    peers: peers.map(([others, of]) => ({ done: others, all: of })),
  })
  // 75% ÷ 90% × 2 = 5/3
  expect(resultOf(shares('60', '80', [['45', '50']]))).toBe('5/3')
  expect(stepsOf(shares('60', '80', [['45', '50']]))).toEqual([
    'share: 60 ÷ 80 = 75%',
    'points: (75% ÷ 90%) × 2 = 5/3',
  ])
  // 0 of 0 is no share: it is compared with nobody
  expect(resultOf(shares('60', '80', [['0', '0']]))).toBe('2')
  expect(resultOf(shares('0', '0', [['45', '50']]))).toBe('notApplicable')
})

describe('everybody at zero', () => {
  test.each([
    ['zero', '0'],
    ['full', '2'],
    ['notApplicable', 'notApplicable'],
    ['missing', 'missing'],
  ] as const)('under "%s": %s', (whenAllZero, expected) => {
    const idle = scene('0', ['0', '0'], { whenAllZero })
    expect(resultOf(idle)).toBe(expected)
    expect(explainedOf(idle)).toMatchObject({ empty: { because: 'allZero', policy: whenAllZero }, steps: [] })
  })

  test('one above zero is enough', () => {
    expect(resultOf(scene('0', ['0', '0.01'], { whenAllZero: 'full' }))).toBe('0')
  })
})

test('without anybody else’s figures the leaf is open, and nobody leads', () => {
  const alone = scene('5', null)
  expect(leafOf(alone).outcome).toEqual({ kind: 'missing', metricIds: [], range: { from: '0', to: '2' } })
  expect(explainedOf(alone)).toMatchObject({
    empty: { because: 'noCohort', policy: 'missing' },
    cohort: null,
  })
})

test.each([
  ['missing', 'missing'],
  ['withheld', 'missing'],
  ['notApplicable', 'notApplicable'],
])('an own figure that is %s: %s', (state, expected) => {
  expect(resultOf(scene(state, ['10']))).toBe(expected)
})

test('figures, bounds and trend', () => {
  expect(shareOfBestKind.figures(bandwidth)).toEqual([
    { metricId: 'mbps', path: 'measure.metric', wants: 'amount' },
  ])
  expect(boundsOf(scene('1', null))).toEqual({ least: '0', most: '2' })
  expect(shareOfBestKind.trend(bandwidth, 'mbps')).toBe('rising')
  const measure: Measure = { of: 'percent', numerator: 'a', denominator: 'b', whenDenominatorZero: 'zero' }
  expect(shareOfBestKind.trend({ ...bandwidth, measure }, 'b')).toBe('falling')
})

describe('any cohort', () => {
  const figure = fc.integer({ min: 0, max: 50 })
  const drawn = fc.record({
    own: figure,
    others: fc.array(figure, { maxLength: 5 }),
    whenAllZero: fc.constantFrom<EmptyPolicy>('zero', 'full', 'notApplicable', 'missing'),
    step: fc.integer({ min: 1, max: 20 }),
  })
  const sceneOf = (own: number, others: readonly number[], whenAllZero: EmptyPolicy) =>
    scene(String(own), others.map(String), { whenAllZero })

  test('own ÷ best × max', () => {
    fc.assert(
      fc.property(drawn, ({ own, others, whenAllZero }) => {
        const best = Math.max(own, ...others)
        const byPolicy = { zero: '0', full: '2', notApplicable: 'notApplicable', missing: 'missing' }
        const expected = best === 0 ? byPolicy[whenAllZero] : writeFraction(fractionOf(own * 2, best))
        expect(spelled(sceneOf(own, others, whenAllZero))).toBe(expected)
      }),
      runs,
    )
  })

  test('points stay in their bounds and never fall when the own figure grows', () => {
    fc.assert(
      fc.property(drawn, ({ own, others, whenAllZero, step }) => {
        const drawnScene = sceneOf(own, others, whenAllZero)
        expectSound(drawnScene, { mbps: String(own + step) })
      }),
      runs,
    )
  })
})
