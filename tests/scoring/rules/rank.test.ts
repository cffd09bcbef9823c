import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BandTable, Direction, Measure, RankRule, TieStyle } from '../../../src/model/rules.ts'
import { rankKind } from '../../../src/scoring/rules/rank.ts'
import { writeFraction } from '../oracle/bigRational.ts'
import { boundsOf, expectSound, fractionOf, runs, spelled } from './kindProperties.ts'
import { explainedOf, type KindScene, leafOf, resultOf, stepsOf, takenOf } from './kindScenes.ts'

/** First and second place earn 2, third and fourth 1, the rest nothing. */
const podium: BandTable = {
  bands: [
    { from: '1', to: '2', toInclusive: true, points: '2' },
    { from: '3', to: '4', toInclusive: true, points: '1' },
  ],
  otherwise: '0',
}

const ranked: RankRule = {
  kind: 'rank',
  measure: { of: 'value', metric: 'score' },
  direction: 'higherIsBetter',
  ties: 'competition',
  points: podium,
}

const scene = (own: string, others: readonly string[] | null, parts: Partial<RankRule> = {}): KindScene => ({
  rule: { ...ranked, ...parts },
  figures: { score: own },
  ...(others ? { peers: others.map(score => ({ score })) } : {}),
})

describe('in bands over the rank', () => {
  const others = ['90', '80', '70', '60'] as const

  test.each([
    ['95', '2'], // 1st
    ['85', '2'], // 2nd
    ['75', '1'], // 3rd
    ['65', '1'], // 4th
    ['55', '0'], // 5th
  ])('%s earns %s', (own, points) => {
    expect(resultOf(scene(own, others))).toBe(points)
  })

  test('the receipt says the rank, the band and who leads', () => {
    expect(stepsOf(scene('75', others))).toEqual(['rank: 3 = 3', 'points: 3 → 1'])
    expect(takenOf(scene('75', others))).toEqual([false, true, false])
    expect(explainedOf(scene('75', [...others, 'missing']))).toMatchObject({
      cohort: { agencies: 6, known: 5, leaderIds: ['khac-0'] },
      branches: [
        { when: { of: 'rank', from: '1', to: '2', toInclusive: true } },
        {},
        { when: { kind: 'otherwise' } },
      ],
      empty: null,
      cap: null,
    })
  })

  test('where lower is better the smallest is first', () => {
    const lower = { direction: 'lowerIsBetter' } as const
    expect(resultOf(scene('55', others, lower))).toBe('2')
    expect(resultOf(scene('95', others, lower))).toBe('0')
    expect(explainedOf(scene('55', others, lower))).toMatchObject({ cohort: { leaderIds: ['don-vi'] } })
  })
})

describe('equal values share a rank', () => {
  const rank = (own: string, others: readonly string[], ties: TieStyle) =>
    stepsOf(scene(own, others, { ties }))[0]

  test.each([
    ['90', ['90', '80'], 'rank: 1 = 1', 'rank: 1 = 1'],
    ['80', ['90', '90'], 'rank: 3 = 3', 'rank: 2 = 2'], // 1, 1, 3 or 1, 1, 2
    ['70', ['90', '90', '80', '80'], 'rank: 5 = 5', 'rank: 3 = 3'],
    ['70', ['90', '90', '80', '70'], 'rank: 4 = 4', 'rank: 3 = 3'],
    ['80.0', ['90', '80'], 'rank: 2 = 2', 'rank: 2 = 2'],
  ] as const)('%s beside %j: %s by competition, %s dense', (own, others, competition, dense) => {
    expect(rank(own, others, 'competition')).toBe(competition)
    expect(rank(own, others, 'dense')).toBe(dense)
  })

  test('the tie style decides the points: third or second of three', () => {
    expect(resultOf(scene('80', ['90', '90'], { ties: 'competition' }))).toBe('1')
    expect(resultOf(scene('80', ['90', '90'], { ties: 'dense' }))).toBe('2')
  })

  test('values that differ in the twelfth place are not equal', () => {
    expect(rank('80', ['80.000000000001'], 'competition')).toBe('rank: 2 = 2')
  })
})

describe('on a line from the first place to the last', () => {
  const linear = { points: 'linear' } as const

  test.each([
    ['95', '2'], // 1st of 5: (5 − 1) ÷ 4 × 2
    ['85', '1.5'],
    ['75', '1'],
    ['65', '0.5'],
    ['55', '0'],
  ])('%s earns %s', (own, points) => {
    expect(resultOf(scene(own, ['90', '80', '70', '60'], linear))).toBe(points)
  })

  test('is written out', () => {
    const second = scene('85', ['90', '80', '70', '60'], linear)
    expect(stepsOf(second)).toEqual(['rank: 2 = 2', 'points: ((5 − 2) ÷ (5 − 1)) × 2 = 1.5'])
    expect(explainedOf(second).branches).toEqual([])
  })

  test('the only one with a figure is first', () => {
    expect(resultOf(scene('5', [], linear))).toBe('2')
    expect(resultOf(scene('5', ['missing', 'notApplicable'], linear))).toBe('2')
    expect(stepsOf(scene('5', [], linear))).toEqual(['rank: 1 = 1', 'points: 1 → 2'])
  })

  test('all equal are all first', () => {
    expect(resultOf(scene('5', ['5', '5'], linear))).toBe('2')
  })

  test('places are counted by agencies: two who share the last place of three are second', () => {
    expect(resultOf(scene('5', ['9', '5'], linear))).toBe('1') // (3 − 2) ÷ 2 × 2
  })
})

describe('without a rank', () => {
  test('nobody else’s figures: open', () => {
    expect(leafOf(scene('5', null)).outcome).toEqual({
      kind: 'missing',
      metricIds: [],
      range: { from: '0', to: '2' },
    })
    expect(explainedOf(scene('5', null))).toMatchObject({ empty: { because: 'noCohort' }, cohort: null })
    expect(takenOf(scene('5', null))).toEqual([false, false, false])
  })

  test.each([
    ['missing', 'missing'],
    ['withheld', 'missing'],
    ['notApplicable', 'notApplicable'],
  ])('an own figure that is %s: %s', (state, expected) => {
    expect(resultOf(scene(state, ['90']))).toBe(expected)
  })

  test('an agency without a figure is not last: it takes no place', () => {
    expect(stepsOf(scene('5', ['9', 'missing', 'withheld'], { points: 'linear' }))).toEqual([
      'rank: 2 = 2',
      'points: ((2 − 2) ÷ (2 − 1)) × 2 = 0',
    ])
  })

  test('a rank no band speaks of leaves the points open', () => {
    const points: BandTable = { bands: [{ to: '1', toInclusive: true, points: '2' }] }
    expect(resultOf(scene('5', ['9'], { points }))).toBe('missing')
    expect(explainedOf(scene('5', ['9'], { points }))).toMatchObject({ empty: { because: 'undefined' } })
  })
})

test('figures, bounds and trend', () => {
  const measure: Measure = { of: 'percent', numerator: 'a', denominator: 'b', whenDenominatorZero: 'full' }
  expect(rankKind.figures({ ...ranked, measure })).toEqual([
    { metricId: 'a', path: 'measure.numerator', wants: 'amount' },
    { metricId: 'b', path: 'measure.denominator', wants: 'amount' },
  ])
  expect(boundsOf(scene('1', null))).toEqual({ least: '0', most: '2' })
  const low: BandTable = { bands: [{ from: '1', points: '1.5' }] }
  expect(boundsOf(scene('1', null, { points: low }))).toEqual({ least: '1.5', most: '1.5' })
  expect(boundsOf(scene('1', null, { points: low, measure }))).toEqual({ least: '1.5', most: '2' }) // 0/0
  expect(boundsOf(scene('1', null, { points: 'linear' }))).toEqual({ least: '0', most: '2' })
  // a better value is a smaller rank
  expect(rankKind.trend(ranked, 'score')).toBe('rising')
  expect(rankKind.trend({ ...ranked, direction: 'lowerIsBetter' }, 'score')).toBe('falling')
  expect(rankKind.trend({ ...ranked, points: 'linear', measure }, 'b')).toBe('falling')
})

describe('any cohort', () => {
  const figure = fc.integer({ min: 0, max: 12 })
  const drawn = fc.record({
    own: figure,
    others: fc.array(figure, { maxLength: 7 }),
    direction: fc.constantFrom<Direction>('higherIsBetter', 'lowerIsBetter'),
    ties: fc.constantFrom<TieStyle>('competition', 'dense'),
    linear: fc.boolean(),
    step: fc.integer({ min: 1, max: 6 }),
  })
  type Drawn = { own: number; others: number[]; direction: Direction; ties: TieStyle; linear: boolean }
  const sceneOf = ({ own, others, direction, ties, linear }: Drawn) =>
    scene(String(own), others.map(String), { direction, ties, points: linear ? 'linear' : podium })

  test('one more than those who are better, or than their different values', () => {
    fc.assert(
      fc.property(drawn, each => {
        const { own, others, direction, ties, linear } = each
        const better = others.filter(other => (direction === 'higherIsBetter' ? other > own : other < own))
        const rank = 1 + (ties === 'dense' ? new Set(better).size : better.length)
        const places = others.length + 1
        const onLine = places === 1 ? fractionOf(2) : fractionOf(2 * (places - rank), places - 1)
        expect(spelled(sceneOf(each))).toBe(
          linear ? writeFraction(onLine) : rank <= 2 ? '2' : rank <= 4 ? '1' : '0',
        )
      }),
      runs,
    )
  })

  test('points stay in their bounds and follow the direction', () => {
    fc.assert(
      fc.property(drawn, each => {
        expectSound(sceneOf(each), { score: String(each.own + each.step) })
      }),
      runs,
    )
  })
})
