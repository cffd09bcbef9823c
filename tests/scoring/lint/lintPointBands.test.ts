import { describe, expect, test } from 'vitest'
import type { Metric } from '../../../src/model/ruleSet.ts'
import type { BandTable, PointBand, Rule } from '../../../src/model/rules.ts'
import { lintRuleSet } from '../../../src/scoring/lint/lintRuleSet.ts'
import { aCriterion, aRuleSet } from '../builders.ts'
import { plainRules, quarter } from './everyKind.ts'
import { lintedRule, typed } from './findings.ts'

const value = (table: BandTable): Rule => ({
  kind: 'bands',
  measure: { of: 'value', metric: 'a' },
  ...table,
})
const share = (table: BandTable): Rule => ({
  kind: 'bands',
  measure: { of: 'percent', numerator: 'done', denominator: 'all', whenDenominatorZero: 'zero' },
  ...table,
})
/** Findings along a figure of some type. */
const along = (valueType: Metric['valueType'], table: BandTable) =>
  lintedRule(value(table), { metrics: typed(value(table), { a: { valueType } }) })

describe('every value has a band', () => {
  const upTo = (second: Partial<PointBand>): BandTable => ({
    bands: [
      { from: '80', points: '2' },
      { from: '50', ...second, points: '1' },
      { to: '50', points: '0' },
    ],
  })

  test('a gap between bands is named', () => {
    expect(along('percent', upTo({ to: '80' }))).toEqual([])
    expect(along('percent', upTo({ to: '79' }))).toEqual(['error .bands band-gap'])
    const open = { ...upTo({ to: '80' }), bands: upTo({ to: '80' }).bands.slice(0, 2) }
    expect(along('percent', open)).toEqual(['error .bands band-gap'])
    expect(along('percent', { ...open, otherwise: '0' })).toEqual([])
  })

  test('a single value left out is a gap', () => {
    const edge = (parts: Partial<PointBand>): BandTable => ({
      bands: [
        { from: '50', ...parts, points: '2' },
        { to: '50', points: '0' },
      ],
    })
    expect(along('percent', edge({}))).toEqual([])
    expect(along('percent', edge({ fromExclusive: true }))).toEqual(['error .bands band-gap'])
  })

  test('between whole numbers there is nothing to cover', () => {
    const table: BandTable = {
      bands: [
        { from: '4', points: '2' },
        { from: '3', to: '3', toInclusive: true, points: '1' },
        { from: '0', to: '2', toInclusive: true, points: '0' },
      ],
    }
    expect(along('count', table)).toEqual([])
    expect(along('percent', table)).toEqual(['error .bands band-gap', 'error .bands band-gap'])
  })

  test('the ends count: 100% itself, days without end, ranks from 1', () => {
    const topped = (toInclusive?: true): BandTable => ({
      bands: [
        { from: '50', to: '100', toInclusive, points: '2' },
        { to: '50', points: '0' },
      ],
    })
    expect(along('percent', topped(true))).toEqual([])
    expect(along('percent', topped())).toEqual(['error .bands band-gap'])

    const late = (table: BandTable): Rule => ({ ...plainRules.lateness, otherwise: undefined, ...table })
    const calendars = [quarter]
    const bands: PointBand[] = [
      { from: '0', to: '2', toInclusive: true, points: '2' },
      { from: '3', points: '0' },
    ]
    expect(lintedRule(late({ bands }), { calendars })).toEqual([])
    expect(
      lintedRule(late({ bands: [bands[0] ?? { points: '2' }, { from: '3', to: '9', points: '0' }] }), {
        calendars,
      }),
    ).toEqual(['error .bands band-gap'])

    const ranked = (from: string): Rule => ({
      kind: 'rank',
      measure: { of: 'value', metric: 'a' },
      direction: 'higherIsBetter',
      ties: 'dense',
      points: {
        bands: [
          { from, to: '3', toInclusive: true, points: '2' },
          { from: '4', points: '0' },
        ],
      },
    })
    expect(lintedRule(ranked('1'))).toEqual([])
    expect(lintedRule(ranked('2'))).toEqual(['error .points.bands band-gap'])
  })

  test('what is possible but odd is only said: more than 100%, a number below 0', () => {
    const closed: BandTable = { bands: [{ from: '0', to: '100', toInclusive: true, points: '2' }] }
    expect(lintedRule(share(closed))).toEqual(['warning .bands band-gap'])
    expect(along('percent', closed)).toEqual([])
    expect(along('number', { bands: [{ from: '0', points: '2' }] })).toEqual(['warning .bands band-gap'])
    expect(along('number', { bands: [{ points: '2' }] })).toEqual([])
  })

  test('growth never falls below −100% of something counted', () => {
    const growth = (from: string): Rule => ({
      ...plainRules.growth,
      bands: [
        { from: '0', points: '2' },
        { from, to: '0', points: '0' },
      ],
    })
    expect(lintedRule(growth('-100'))).toEqual([])
    expect(lintedRule(growth('-99'))).toEqual(['error .bands band-gap'])
  })

  test('the stretch is said in words', () => {
    const table: BandTable = {
      bands: [
        { from: '80.5', points: '2' },
        { to: '50', points: '0' },
      ],
    }
    const rule = value(table)
    const [problem] = lintRuleSet(
      aRuleSet({
        criteria: [aCriterion({ maxPoints: '2', rule })],
        metrics: typed(rule, { a: { valueType: 'percent' } }),
      }),
      '',
    )
    expect(problem?.message).toEqual({
      vi: 'chưa có mức nào cho giá trị từ 50 đến dưới 80,5; thêm mức hoặc điểm “còn lại” (otherwise)',
      en: 'no band for values from 50 to below 80.5; add a band or "otherwise"',
    })
  })
})

describe('no value has two bands', () => {
  const second = (to: string, toInclusive?: true): BandTable => ({
    bands: [
      { from: '80', points: '2' },
      { from: '50', to, toInclusive, points: '1' },
    ],
    otherwise: '0',
  })

  test('not even an edge', () => {
    expect(along('percent', second('80'))).toEqual([])
    expect(along('percent', second('80', true))).toEqual(['error .bands[1] band-overlap'])
    expect(along('percent', second('81'))).toEqual(['error .bands[1] band-overlap'])
  })

  test('whole numbers overlap only where there is one', () => {
    expect(along('count', second('80.5'))).toEqual(['error .bands[1] band-overlap']) // 80
    const apart: BandTable = {
      bands: [
        { from: '2.5', points: '2' },
        { to: '2.9', points: '0' },
      ],
    }
    expect(along('count', apart)).toEqual([])
    expect(along('percent', apart)).toEqual(['error .bands[1] band-overlap'])
  })
})

describe('every band has values', () => {
  const only = (band: Omit<PointBand, 'points'>): BandTable => ({
    bands: [
      { from: '80', points: '2' },
      { ...band, points: '1' },
    ],
    otherwise: '0',
  })

  test('its ends in order, an end by itself included on both sides', () => {
    expect(along('percent', only({ from: '50', to: '50', toInclusive: true }))).toEqual([
      'warning .bands not-monotonic', // 0, then 1 at 50, then 0 again
    ])
    for (const band of [
      { from: '50', to: '50' },
      { from: '50', fromExclusive: true, to: '50', toInclusive: true },
      { from: '60', to: '50' },
    ] as const)
      expect(along('percent', only(band))).toEqual(['error .bands[1] band-empty'])
  })

  test('not all of them taken before', () => {
    expect(along('percent', only({ from: '90' }))).toEqual(['error .bands[1] band-unreachable'])
  })

  test('inside what the figure can be', () => {
    const below: BandTable = {
      bands: [
        { from: '0', points: '2' },
        { to: '0', points: '0' },
      ],
    }
    const idle = ['warning .bands[1] band-unreachable']
    expect(along('count', below)).toEqual(idle)
    expect(along('percent', below)).toEqual(idle)
    expect(lintedRule(share(below))).toEqual(idle)
    expect(along('number', below)).toEqual([])
    expect(
      lintedRule({ ...plainRules.lateness, ...below, otherwise: undefined }, { calendars: [quarter] }),
    ).toEqual(idle)
  })

  test('what is left over is something', () => {
    const all: BandTable = {
      bands: [
        { from: '1', points: '2' },
        { to: '1', points: '0' },
      ],
    }
    expect(along('count', all)).toEqual([])
    expect(along('count', { ...all, otherwise: '0' })).toEqual(['warning .otherwise unreachable-branch'])
  })
})

describe('points keep one direction', () => {
  const levels = (low: string, middle: string, high: string): BandTable => ({
    bands: [
      { from: '80', points: high },
      { from: '50', to: '80', points: middle },
      { to: '50', points: low },
    ],
  })

  test('up or down, standing still allowed', () => {
    expect(along('percent', levels('0', '1', '2'))).toEqual([])
    expect(along('percent', levels('2', '2', '0'))).toEqual([])
    expect(along('percent', levels('0', '2', '1'))).toEqual(['warning .bands not-monotonic'])
    expect(along('percent', levels('1', '0', '2'))).toEqual(['warning .bands not-monotonic'])
  })

  test('what is left over counts where it stands', () => {
    const inner: BandTable = {
      bands: [
        { from: '80', points: '2' },
        { to: '50', points: '1' },
      ],
      otherwise: '0',
    }
    expect(along('percent', inner)).toEqual(['warning .bands not-monotonic'])
  })

  test('a worse rank and a later day earn no more', () => {
    const points = levels('0', '1', '2')
    const turned = levels('2', '1', '0')
    const ranked = (table: BandTable): Rule => ({
      kind: 'rank',
      measure: { of: 'value', metric: 'a' },
      direction: 'lowerIsBetter',
      ties: 'dense',
      points: table,
    })
    expect(lintedRule(ranked(turned))).toEqual([])
    expect(lintedRule(ranked(points))).toEqual(['warning .points.bands worse-earns-more'])
    const late = (table: BandTable): Rule => ({ ...plainRules.lateness, otherwise: undefined, ...table })
    expect(lintedRule(late(turned), { calendars: [quarter] })).toEqual([])
    expect(lintedRule(late(points), { calendars: [quarter] })).toEqual(['warning .bands worse-earns-more'])
  })
})
