import { describe, expect, test } from 'vitest'
import type { BandsRule, PointBand } from '../../../src/model/rules.ts'
import { toPlaces } from '../builders.ts'
import {
  boundsOf,
  branchesOf,
  detailOf,
  type Figures,
  figuresOf,
  leafOf,
  pointsOf,
  stepsOf,
  trendOf,
} from './leafScenes.ts'

// BCĐ chuyển đổi số họp 4 lần/năm 20 điểm; 3: 15; 2: 10; 1: 5; còn lại 0
const meetings: BandsRule = {
  kind: 'bands',
  measure: { of: 'value', metric: 'meetings' },
  bands: [
    { from: '4', points: '20' },
    { from: '3', to: '4', points: '15' },
    { from: '2', to: '3', points: '10' },
    { from: '1', to: '2', points: '5.0' },
  ],
  otherwise: '0',
}

test.each([
  ['0', '0'],
  ['1', '5'],
  ['2', '10'],
  ['3', '15'],
  ['4', '20'],
  ['5', '20'],
])('%s meetings earn %s of 20', (held, points) => {
  expect(pointsOf({ rule: meetings, maxPoints: '20', figures: { meetings: held } })).toBe(points)
})

test('the band that applied is marked, the others and what lies outside stay readable', () => {
  const scene = (held: string) => ({ rule: meetings, maxPoints: '20', figures: { meetings: held } })
  expect(branchesOf(scene('3'))).toEqual([
    '4 ≤ value: 20',
    '→ 3 ≤ value < 4: 15',
    '2 ≤ value < 3: 10',
    '1 ≤ value < 2: 5',
    'otherwise: 0',
  ])
  expect(branchesOf(scene('0')).at(-1)).toBe('→ otherwise: 0')
  expect(branchesOf(scene('missing')).filter(branch => branch.startsWith('→'))).toEqual([])
  expect(stepsOf(scene('3'))).toEqual(['3: 15'])
})

describe('the edges of a band from 50 to 80', () => {
  const band = (edges: Partial<PointBand>): BandsRule => ({
    kind: 'bands',
    measure: { of: 'value', metric: 'share' },
    bands: [{ from: '50', to: '80', ...edges, points: '1' }],
    otherwise: '0',
  })
  const inside = (edges: Partial<PointBand>, share: string) =>
    pointsOf({ rule: band(edges), maxPoints: '1', figures: { share } })

  // [edges, 49.99, 50, 50.01, 79.99, 80, 80.01]
  test.each([
    [{}, '011100'], // the lower edge belongs to it, the upper does not
    [{ fromExclusive: true }, '001100'],
    [{ toInclusive: true }, '011110'],
    [{ fromExclusive: true, toInclusive: true }, '001110'],
    [{ from: undefined }, '111100'],
    [{ to: undefined }, '011111'],
    [{ to: undefined, toInclusive: true }, '011111'], // no edge to include
    [{ from: undefined, fromExclusive: true }, '111100'],
  ] as const)('%o', (edges, expected) => {
    const shares = ['49.99', '50', '50.01', '79.99', '80', '80.01']
    expect(shares.map(share => inside(edges, share)).join('')).toBe(expected)
  })

  test.each([
    [{}, '50 ≤ value < 80: 1'],
    [{ fromExclusive: true, toInclusive: true }, '50 < value ≤ 80: 1'],
    [{ from: undefined }, 'value < 80: 1'],
  ] as const)('%o reads "%s"', (edges, text) => {
    const scene = { rule: band(edges), maxPoints: '1', figures: { share: '0' } }
    expect(branchesOf(scene)[0]?.replace('→ ', '')).toBe(text)
  })

  test('an edge is compared exactly, not to a number of places', () => {
    expect(inside({}, '49.999999999999')).toBe('0')
    expect(inside({}, '79.999999999999')).toBe('1')
  })
})

test('where bands overlap the first in the file counts', () => {
  const rule: BandsRule = {
    kind: 'bands',
    measure: { of: 'value', metric: 'meetings' },
    bands: ['3', '2', '1'].map(from => ({ from, points: from })),
    otherwise: '0',
  }
  expect(pointsOf({ rule, maxPoints: '3', figures: { meetings: '2' } })).toBe('2')
  expect(branchesOf({ rule, maxPoints: '3', figures: { meetings: '2' } })).toEqual([
    '3 ≤ value: 3',
    '→ 2 ≤ value: 2',
    '1 ≤ value: 1',
    'otherwise: 0',
  ])
})

describe('a value between two bands', () => {
  const gap: BandsRule = {
    kind: 'bands',
    measure: { of: 'value', metric: 'share' },
    bands: [
      { to: '50', points: '0' },
      { from: '60', points: '2' },
    ],
  }
  const at = (share: string, rule = gap) => ({ rule, maxPoints: '2', figures: { share } })

  test.each([
    ['49.99', '0'],
    ['60', '2'],
  ])('%s lies in a band: %s', (share, points) => {
    expect(pointsOf(at(share))).toBe(points)
  })

  test.each(['50', '55', '59.99'])('%s is left open when the table says nothing about it', share => {
    expect(leafOf(at(share)).outcome).toEqual({
      kind: 'missing',
      metricIds: [],
      range: { from: '0', to: '2' },
    })
    expect(detailOf(at(share)).empty).toEqual({ because: 'undefined', policy: 'missing' })
    expect(branchesOf(at(share))).toEqual(['value < 50: 0', '60 ≤ value: 2'])
  })

  test.each([
    ['49.99', '0'],
    ['50', '0.5'],
    ['59.99', '0.5'],
    ['60', '2'],
  ])('and earns what the table gives otherwise: %s earns %s', (share, points) => {
    expect(pointsOf(at(share, { ...gap, otherwise: '0.5' }))).toBe(points)
  })
})

// share of services used: from 80% full, from 50% half
const used: BandsRule = {
  kind: 'bands',
  measure: { of: 'percent', numerator: 'used', denominator: 'services', whenDenominatorZero: 'missing' },
  bands: [
    { from: '80', points: '2' },
    { from: '50', to: '80', points: '1' },
    { to: '50', points: '0' },
  ],
}
const usedOf = (figures: Figures, rule = used) => ({ rule, maxPoints: '2', figures })

describe('a percentage of two figures', () => {
  test.each([
    ['4999', '0'], // 49.99%
    ['5000', '1'],
    ['5001', '1'],
    ['7999', '1'],
    ['8000', '2'],
    ['8001', '2'],
  ])('%s of 10000 earns %s', (done, points) => {
    expect(pointsOf(usedOf({ used: done, services: '10000' }))).toBe(points)
  })

  test('is worked out before the band that pays', () => {
    const scene = usedOf({ used: '2', services: '3' })
    expect(stepsOf(scene)).toEqual(['2 ÷ 3 = 200/3%', '200/3%: 1'])
    expect(branchesOf(scene)).toEqual(['80 ≤ percent: 2', '→ 50 ≤ percent < 80: 1', 'percent < 50: 0'])
  })

  test('is rounded first where the rule set rounds percentages', () => {
    const scene = usedOf({ used: '79995', services: '100000' }) // 79.995% → 80.00%
    expect(pointsOf(scene)).toBe('1')
    expect(pointsOf({ ...scene, rounding: { ratio: toPlaces(2) } })).toBe('2')
    expect(pointsOf({ ...scene, rounding: { ratio: toPlaces(2, 'truncate') } })).toBe('1')
  })

  test('but a value as it stands is no percentage and is not rounded', () => {
    const scene = { rule: meetings, maxPoints: '20', figures: { meetings: '3.999' } }
    expect(pointsOf({ ...scene, rounding: { ratio: toPlaces(2) } })).toBe('15')
  })

  test.each([
    ['zero', '0'],
    ['full', '2'],
    ['notApplicable', 'notApplicable'],
    ['missing', 'missing'],
  ] as const)('of nothing, 0/0 under "%s": %s', (policy, expected) => {
    const rule: BandsRule = { ...used, measure: { ...percentOf(used), whenDenominatorZero: policy } }
    const scene = usedOf({ used: '0', services: '0' }, rule)
    expect(pointsOf(scene)).toBe(expected)
    expect(detailOf(scene).empty).toEqual({ because: 'denominatorZero', policy })
  })
})

function percentOf({ measure }: BandsRule) {
  if (measure.of !== 'percent') throw new Error('not a percentage')
  return measure
}

describe('a figure that is not there', () => {
  test('leaves open everything between the least and the most a band gives', () => {
    expect(leafOf(usedOf({ used: '5' })).outcome).toEqual({
      kind: 'missing',
      metricIds: ['services'],
      range: { from: '0', to: '2' },
    })
  })

  test.each([
    ['zero', '0'],
    ['full', '2'],
    ['notApplicable', 'notApplicable'],
    ['missing', 'missing'],
  ] as const)('under "%s": %s', (policy, expected) => {
    for (const state of ['missing', 'withheld', 'notApplicable'] as const) {
      const absent = { ...usedOf({ used: '5', services: state }), states: { [state]: policy } }
      expect(pointsOf(absent)).toBe(expected)
      expect(detailOf(absent).empty).toEqual({ because: 'state', state, policy })
    }
  })
})

test('looks at its figures and gives what its bands give', () => {
  expect(figuresOf(meetings)).toEqual([['measure.metric', 'meetings', 'amount']])
  expect(figuresOf(used)).toEqual([
    ['measure.numerator', 'used', 'amount'],
    ['measure.denominator', 'services', 'amount'],
  ])
  expect(boundsOf(meetings, '20')).toEqual(['0', '20'])
  expect(boundsOf({ ...meetings, otherwise: '-3' }, '20')).toEqual(['-3', '20'])
})

describe('the direction of a table', () => {
  const trend = (bands: readonly PointBand[], otherwise?: string) =>
    trendOf({ kind: 'bands', measure: { of: 'value', metric: 'days' }, bands, otherwise }, 'days')

  test('rises with bands that pay more and more, in whatever order they are written', () => {
    expect(trendOf(meetings, 'meetings')).toBe('rising')
    expect(trendOf({ ...meetings, bands: meetings.bands.toReversed() }, 'meetings')).toBe('rising')
  })

  test('falls with bands that pay less and less', () => {
    const onTime = [
      { to: '0', toInclusive: true, points: '2' },
      { from: '0', fromExclusive: true, to: '5', toInclusive: true, points: '1' },
    ] as const
    expect(trend(onTime, '0')).toBe('falling')
    expect(trend([...onTime, { from: '5', fromExclusive: true, points: '1.5' }])).toBe('mixed')
  })

  test('has none when a gap between two bands pays less than both, one single value included', () => {
    const low = { to: '50', points: '1' }
    expect(trend([low, { from: '60', points: '2' }], '0')).toBe('mixed')
    expect(trend([low, { from: '60', points: '2' }], '1.5')).toBe('rising')
    expect(trend([low, { from: '50', fromExclusive: true, points: '2' }], '0')).toBe('mixed')
    expect(trend([low, { from: '50', points: '2' }], '0')).toBe('rising')
    // both edges pay, only what lies between them does not
    expect(
      trend(
        [
          { ...low, toInclusive: true },
          { from: '60', points: '2' },
        ],
        '0',
      ),
    ).toBe('mixed')
  })

  test('follows the first of two bands that overlap, as scoring does', () => {
    const all = { points: '1' }
    expect(trend([all, { from: '10', points: '5' }])).toBe('rising') // the second never applies
    expect(trend([{ from: '10', to: '20', points: '5' }, all])).toBe('mixed')
  })

  test('of a percentage is that of its numerator and against its denominator', () => {
    expect(trendOf(used, 'used')).toBe('rising')
    expect(trendOf(used, 'services')).toBe('falling')
    const itself: BandsRule = { ...used, measure: { ...percentOf(used), denominator: 'used' } }
    expect(trendOf(itself, 'used')).toBe('mixed')
  })
})
