import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RoundingStep } from '../../src/model/ruleSet.ts'
import type { RatioRule } from '../../src/model/rules.ts'
import type { GapToTarget } from '../../src/model/scoreSheet.ts'
import { formatExact } from '../../src/scoring/exact.ts'
import { recoverablePoints } from '../../src/scoring/gaps.ts'
import {
  aCriterion,
  aGroup,
  aPool,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  nodeOf,
  roundingAt,
  score,
  toPlaces,
} from './builders.ts'

const falling = {
  direction: 'lowerIsBetter',
  targetPercent: '5',
  floorPercent: '20',
  scaling: 'fromFloor',
} as const satisfies Partial<RatioRule>

function nodeFor(rule: Partial<RatioRule>, done: string, all: string, ratio: RoundingStep | null = null) {
  const criteria = [aCriterion({ maxPoints: '2', rule: aRatioRule(rule) })]
  const ruleSet = aRuleSet({ criteria, rounding: roundingAt({ ratio }) })
  return nodeOf(score(ruleSet, aSubmission({ figures: { done, all } })), 'leaf')
}

const gapOf = (...scene: Parameters<typeof nodeFor>): GapToTarget | null => nodeFor(...scene).gapToTarget

describe('gap to the target', () => {
  test.each([
    // target 80% of 38 is 30.4, so 31 are needed
    ['17', '38', '31', '14'], // 31 − 17; 17/38 = 44.7368…%
    ['30', '38', '31', '1'],
    ['31', '38', '31', '0'],
    ['32', '38', '31', '0'],
    // target 80% of 40 is exactly 32
    ['31', '40', '32', '1'],
    ['32', '40', '32', '0'],
  ])('%s of %s, 80%% needs %s: %s more', (done, all, _needed, count) => {
    expect(gapOf({ targetPercent: '80' }, done, all)?.count).toBe(count)
  })

  test('in percentage points, exactly', () => {
    // 80 − 17/38 × 100 = 80 − 850/19 = 670/19
    expect(gapOf({ targetPercent: '80' }, '17', '38')?.percentPoints).toBe('670/19')
    expect(gapOf({ targetPercent: '80' }, '31', '40')?.percentPoints).toBe('2.5') // 80 − 77.5
    expect(gapOf({ targetPercent: '80' }, '32', '40')?.percentPoints).toBe('0')
  })

  test('names the unit that is counted', () => {
    expect(gapOf({}, '1', '2')).toMatchObject({ targetPercent: '100', unit: 'hồ sơ' })
  })

  test.each([
    // 5% of 1938 is 96.9, so at most 96
    ['110', '1938', '14'], // 110 − 96
    ['97', '1938', '1'],
    ['96', '1938', '0'],
    // 5% of 200 is exactly 10
    ['11', '200', '1'],
    ['10', '200', '0'],
  ])('lower is better: %s of %s is %s too many', (done, all, count) => {
    expect(gapOf(falling, done, all)?.count).toBe(count)
  })

  test.each([
    // 80% of 10 000 is 8000, yet 79.995% already rounds to 80.00%
    [toPlaces(2), '7990', '20000', '8009'], // 15 999/20 000 = 79.995%; − 7990
    [toPlaces(2, 'halfEven'), '7990', '20000', '8009'], // 79.995 → 80.00, the even neighbour
    [toPlaces(2, 'truncate'), '7990', '20000', '8010'], // 79.995 is cut to 79.99: all 16 000 are needed
    [toPlaces(0), '100', '1000', '695'], // 79.5% → 80%: 795
    [null, '7990', '20000', '8010'],
  ])('rounded first (%j), %s of %s need %s more', (step, done, all, count) => {
    expect(gapOf({ targetPercent: '80' }, done, all, step)?.count).toBe(count)
  })

  test('lower is better, cut to whole percent: 5.9% counts as 5%', () => {
    // 59 of 1000 is 5.9%, cut to 5%; 60 is 6%
    expect(nodeFor(falling, '59', '1000', toPlaces(0, 'truncate')).outcome).toMatchObject({ points: '2' })
    expect(gapOf(falling, '60', '1000', toPlaces(0, 'truncate'))?.count).toBe('1')
  })

  test('without a percentage there is no gap to speak of', () => {
    expect(gapOf({ whenDenominatorZero: 'zero' }, '0', '0')).toBeNull()
    const open = score(aRuleSet(), aSubmission({ figures: { done: '1' } }))
    expect(nodeOf(open, 'leaf').gapToTarget).toBeNull()
  })

  test('property: so many reach full points and one fewer does not', () => {
    const rule = fc.oneof(
      fc.integer({ min: 1, max: 1000 }).map(tenths => ({ targetPercent: String(tenths / 10) })),
      fc
        .integer({ min: 0, max: 199 })
        .map(tenths => ({ ...falling, targetPercent: String(tenths / 10), floorPercent: '20' })),
    )
    const mode = fc.constantFrom('halfUp' as const, 'halfEven' as const, 'truncate' as const)
    const step = fc.option(
      fc.tuple(fc.integer({ min: 0, max: 3 }), mode).map(([places, how]) => toPlaces(places, how)),
    )
    const counts = fc
      .integer({ min: 1, max: 5000 })
      .chain(all => fc.tuple(fc.integer({ min: 0, max: all }), fc.constant(all)))
    fc.assert(
      fc.property(rule, counts, step, (parts, [done, all], ratio) => {
        const gap = Number(gapOf(parts, String(done), String(all), ratio)?.count)
        const sign = 'direction' in parts ? -1 : 1
        const isFull = (count: number) => {
          const { outcome } = nodeFor(parts, String(done + sign * count), String(all), ratio)
          return outcome?.kind === 'scored' && outcome.points === '2'
        }
        expect(gap).toBeGreaterThanOrEqual(0)
        expect(isFull(gap)).toBe(true)
        if (gap > 0) expect(isFull(gap - 1)).toBe(false)
      }),
      { numRuns: 2000, seed: 766 },
    )
  })
})

describe('the ladder of losses', () => {
  test('largest sure loss first, unexplained after them, possible ones last', () => {
    const criteria = [
      aReportedLeaf('small', '2'),
      aReportedLeaf('open', '9'),
      aReportedLeaf('large', '5'),
      aReportedLeaf('full', '3'),
      aReportedLeaf('p', null),
      aReportedLeaf('q', null),
    ]
    const ruleSet = aRuleSet({ criteria, pools: [aPool('pq', ['p', 'q'], '8')] })
    const sheet = score(ruleSet, aSubmission({ points: { small: '1.5', large: '1', full: '3', pq: '2' } }))
    // 27 − 4 − 0.5 − 6 − 9 = 7.5
    expect(sheet.losses.map(({ nodeId, kind, lost, from, to }) => [nodeId, kind, lost, from, to])).toEqual([
      ['large', 'lost', '4', '27', '23'],
      ['small', 'lost', '0.5', '23', '22.5'],
      ['pq', 'unexplained', '6', '22.5', '16.5'],
      ['open', 'missing', '9', '16.5', '7.5'],
    ])
    expect(sheet.total.points).toEqual({ kind: 'known', from: '7.5', to: '16.5' })
    expect(sheet.losses.map(step => step.remaining)).toEqual([
      { count: 3, lost: '15.5', sure: '6.5' }, // 0.5 + 6, and 9 open
      { count: 2, lost: '15', sure: '6' },
      { count: 1, lost: '9', sure: '0' },
      { count: 0, lost: '0', sure: '0' },
    ])
  })

  test('equal losses keep the order of the rule set', () => {
    const criteria = ['b', 'a', 'c'].map(id => aReportedLeaf(id, '2'))
    const sheet = score(aRuleSet({ criteria }), aSubmission({ points: { a: '1', b: '1', c: '1' } }))
    expect(sheet.losses.map(step => step.nodeId)).toEqual(['b', 'a', 'c'])
  })

  test('what rounding takes, and what it gives, is a step of its own', () => {
    const criteria = [aGroup('I', [aReportedLeaf('a', '2'), aReportedLeaf('b', '2')])]
    const at = (points: string) =>
      score(
        aRuleSet({ criteria, rounding: roundingAt({ group: toPlaces(1) }) }),
        aSubmission({ points: { a: points, b: '2' } }),
      )
    // 1.24 + 2 = 3.24 → 3.2: 0.76 lost and 0.04 taken by rounding
    expect(at('1.24').losses).toMatchObject([
      { nodeId: 'a', kind: 'lost', lost: '0.76' },
      { nodeId: 'rounding', kind: 'rounding', lost: '0.04', from: '3.24', to: '3.2', points: null },
    ])
    // 1.25 + 2 = 3.25 → 3.3: rounding gives 0.05 back
    expect(at('1.25').losses).toMatchObject([
      { nodeId: 'a', lost: '0.75' },
      { nodeId: 'rounding', lost: '-0.05', from: '3.25', to: '3.3' },
    ])
    expect(at('1.3').losses.map(step => step.nodeId)).toEqual(['a'])
  })

  test('0 points for a leaf where nothing happened is marked, an ordinary 0 is not', () => {
    const zero = aRatioRule({ whenDenominatorZero: 'zero' })
    const sheet = (done: string, all: string) =>
      score(aRuleSet({ criteria: [aCriterion({ rule: zero })] }), aSubmission({ figures: { done, all } }))
    expect(sheet('0', '0').losses).toMatchObject([{ lost: '1', notIncurred: true }])
    expect(sheet('0', '5').losses).toMatchObject([{ lost: '1', notIncurred: false }])
  })

  test('a total that is nowhere known has no ladder', () => {
    const criteria = [aReportedLeaf('a', '2')]
    const sheet = score(aRuleSet({ criteria }), aSubmission({ points: { a: '2' } }))
    expect(sheet.losses).toEqual([])
    expect(sheet.total.gapToMax).toEqual({ from: '0', to: '0' })
  })
})

describe('points that can still be won', () => {
  const criteria = [
    aGroup('I', [
      aReportedLeaf('a', '4'),
      aReportedLeaf('b', '6', { outOfReach: 'Bộ chưa triển khai' }),
      aReportedLeaf('c', '5'),
    ]),
  ]
  const { nodes } = score(aRuleSet({ criteria }), aSubmission({ points: { a: '1', b: '2' } }))
  const won = (...ids: readonly string[]) => formatExact(recoverablePoints(ids, nodes))

  test('are the sure gaps; what is out of reach wins nothing', () => {
    expect(won('a')).toBe('3')
    expect(won('b')).toBe('0')
    expect(won('a', 'b')).toBe('3')
  })

  test('a missing figure is no sure gap', () => {
    expect(won('c')).toBe('0')
  })

  test('count once, however often a criterion is named', () => {
    expect(won('a', 'a')).toBe('3')
    expect(won('I', 'a')).toBe('3') // the group holds a
  })

  test('a group wins what its leaves within reach win', () => {
    expect(won('I')).toBe('3') // 4 − 1; the 4 points of b are out of reach
  })
})
