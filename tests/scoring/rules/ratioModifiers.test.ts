import { describe, expect, test } from 'vitest'
import type { RatioRule } from '../../../src/model/rules.ts'
import { aRatioRule, toPlaces } from '../builders.ts'
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

function explained(scene: Parameters<typeof detailOf>[0]) {
  const detail = detailOf(scene)
  if (detail.kind !== 'ratio') throw new Error('not a ratio')
  return detail
}

describe('the larger of two denominators (QĐ 766, 1.4: reporting system or portal)', () => {
  const rule = aRatioRule({ numerator: 'synced', denominator: 'reported', orDenominator: 'portal' })
  const scene = (figures: Figures) => ({ rule, maxPoints: '6', figures })

  test.each([
    [{ synced: '900', reported: '1000', portal: '1200' }, '4.5', 'portal'], // 900 ÷ 1200 × 6
    [{ synced: '900', reported: '1200', portal: '1000' }, '4.5', 'reported'],
    [{ synced: '900', reported: '1000', portal: '999' }, '5.4', 'reported'], // 900 ÷ 1000 × 6
    [{ synced: '900', reported: '1000', portal: '1000' }, '5.4', 'reported'], // of equals the first is named
    [{ synced: '900', reported: '1000', portal: '1000.0' }, '5.4', 'reported'],
    [{ synced: '0', reported: '0', portal: '5' }, '0', 'portal'],
  ])('%o earn %s of 6, divided by "%s"', (figures, points, chosen) => {
    expect(pointsOf(scene(figures))).toBe(points)
    expect(explained(scene(figures)).denominator.metricId).toBe(chosen)
  })

  test('the choice is a line of the calculation', () => {
    expect(stepsOf(scene({ synced: '900', reported: '1000', portal: '1200' }))).toEqual([
      'max(1000; 1200) = 1200',
      '900 ÷ 1200 = 75%',
      '75% × 6 = 4.5',
    ])
  })

  test('one that is missing could be the larger: the leaf is open', () => {
    expect(leafOf(scene({ synced: '900', reported: '1000' })).outcome).toEqual({
      kind: 'missing',
      metricIds: ['portal'],
      range: { from: '0', to: '6' },
    })
    expect(pointsOf(scene({ synced: '900', portal: '1000', reported: 'withheld' }))).toBe('missing')
  })

  test('one that does not apply leaves the other', () => {
    const figures = { synced: '900', reported: 'notApplicable', portal: '1000' }
    expect(pointsOf(scene(figures))).toBe('5.4')
    expect(stepsOf(scene(figures))).toEqual(['900 ÷ 1000 = 90%', '90% × 6 = 5.4'])
    expect(pointsOf(scene({ ...figures, portal: 'missing' }))).toBe('missing')
    const neither = { synced: '900', reported: 'notApplicable', portal: 'notApplicable' }
    expect(pointsOf(scene(neither))).toBe('notApplicable')
  })

  test('both zero is nothing to divide by', () => {
    const nothing = scene({ synced: '0', reported: '0', portal: '0' })
    expect(explained(nothing).empty).toEqual({ because: 'denominatorZero', policy: 'missing' })
  })
})

describe('last year in place of a denominator nobody reported (QĐ 766, 1.4)', () => {
  const rule = aRatioRule({
    numerator: 'synced',
    denominator: 'reported',
    orDenominator: 'portal',
    fallbackDenominator: { metric: 'lastYear', divideBy: { month: '12', quarter: '4', year: '1' } },
  })
  const scene = (period: string, figures: Figures) => ({ rule, maxPoints: '6', figures, period })
  const lastYear = '12000'

  test.each([
    ['2026-10', '750', '4.5', '12000 ÷ 12 = 1000'], // 750 ÷ 1000 × 6
    ['2026-Q3', '750', '1.5', '12000 ÷ 4 = 3000'], // 750 ÷ 3000 × 6
    ['2026', '9000', '4.5', '12000 ÷ 1 = 12000'], // 9000 ÷ 12000 × 6
  ])('in %s %s synced of last year’s 12000 earn %s', (period, synced, points, step) => {
    expect(pointsOf(scene(period, { synced, lastYear }))).toBe(points)
    expect(stepsOf(scene(period, { synced, lastYear }))[0]).toBe(step)
  })

  test('a twelfth that does not end stays a fraction', () => {
    // 1000 ÷ 12 = 250/3; 50 ÷ (250/3) × 6 = 900/250 = 3.6
    expect(pointsOf(scene('2026-10', { synced: '50', lastYear: '1000' }))).toBe('3.6')
    expect(stepsOf(scene('2026-10', { synced: '50', lastYear: '1000' }))).toEqual([
      '1000 ÷ 12 = 250/3',
      '50 ÷ 250/3 = 60%',
      '60% × 6 = 3.6',
    ])
  })

  test('a kind of period the rule does not name has no stand-in', () => {
    expect(pointsOf(scene('2026-10-10', { synced: '750', lastYear }))).toBe('missing')
  })

  test('one reported denominator is enough to leave last year alone, the other stays missing', () => {
    expect(pointsOf(scene('2026-10', { synced: '750', lastYear, reported: '1000', portal: '800' }))).toBe(
      '4.5',
    )
    expect(leafOf(scene('2026-10', { synced: '750', lastYear, reported: '1000' })).outcome).toMatchObject({
      kind: 'missing',
      metricIds: ['portal'],
    })
  })

  test('a reported zero is a report: nothing happened, whatever was last year', () => {
    const zero = scene('2026-10', { synced: '0', lastYear, reported: '0', portal: '0' })
    expect(explained(zero).empty?.because).toBe('denominatorZero')
  })

  test('a denominator kept back is known to somebody, so last year’s cannot stand in for it', () => {
    expect(pointsOf(scene('2026-10', { synced: '750', lastYear, reported: 'withheld' }))).toBe('missing')
  })

  test('one that does not apply beside one that was not reported leaves room for last year’s', () => {
    expect(pointsOf(scene('2026-10', { synced: '750', lastYear, portal: 'notApplicable' }))).toBe('4.5')
  })

  test('but "does not apply" is a report', () => {
    const none = { synced: '750', lastYear, reported: 'notApplicable', portal: 'notApplicable' }
    expect(pointsOf(scene('2026-10', none))).toBe('notApplicable')
  })

  test('when last year is missing too every figure that would do is named', () => {
    expect(leafOf(scene('2026-10', { synced: '750' })).outcome).toMatchObject({
      kind: 'missing',
      metricIds: ['reported', 'portal', 'lastYear'],
    })
  })

  test('no count of the period follows from last year’s', () => {
    const node = leafOf(scene('2026-10', { synced: '750', lastYear }))
    expect(node.gapToTarget).toMatchObject({ percentPoints: '25', count: null })
    expect(explained(scene('2026-10', { synced: '750', lastYear })).isPlain).toBe(false)
  })
})

describe('100% − share (QĐ 766, 5.3: satisfied is who did not complain again)', () => {
  const rule = aRatioRule({ numerator: 'unhappy', denominator: 'petitions', complement: true })
  const scene = (unhappy: string, petitions = '485') => ({
    rule,
    maxPoints: '6',
    figures: { unhappy, petitions },
  })

  test('Đắk Lắk: 485 petitions, 299 of them unhappy, earn 2.3 of 6', () => {
    // 186 ÷ 485 × 6 = 2.30103…, at two decimals 2.3
    expect(pointsOf({ ...scene('299'), rounding: { leaf: toPlaces(2) } })).toBe('2.3')
    expect(stepsOf(scene('299', '500'))).toEqual(['100% − (299 ÷ 500) = 40.2%', '40.2% × 6 = 2.412'])
  })

  test.each([
    ['0', '6'],
    ['1', '5.94'], // 99% × 6
    ['100', '0'],
  ])('%s of 100 unhappy earn %s', (unhappy, points) => {
    expect(pointsOf(scene(unhappy, '100'))).toBe(points)
    expect(detailOf(scene(unhappy, '100')).cap).toBeNull()
  })

  test('more complaints than petitions take nothing away', () => {
    expect(pointsOf(scene('101', '100'))).toBe('0')
    expect(explained(scene('101', '100'))).toMatchObject({
      percent: '-1',
      cap: { side: 'least', limit: '0' },
      isPlain: false,
    })
  })

  test('no petitions: by the policy, not 100% − nothing', () => {
    expect(pointsOf({ ...scene('0', '0'), rule: { ...rule, whenDenominatorZero: 'full' } })).toBe('6')
    expect(pointsOf({ ...scene('0', '0'), rule: { ...rule, whenDenominatorZero: 'zero' } })).toBe('0')
  })
})

describe('100% − (r1 + r2), full from 90% (QĐ 766, 5.4: overdue, and complained about)', () => {
  const rule = aRatioRule({
    numerator: 'overdue',
    denominator: 'received',
    otherShares: [{ numerator: 'complaints', denominator: 'answered' }],
    complement: true,
    targetPercent: '90',
    scaling: 'shareOfTarget',
  })
  const scene = (figures: Figures) => ({ rule, maxPoints: '6', figures })
  const of = (overdue: string, complaints: string) =>
    scene({ overdue, received: '10000', complaints, answered: '1000' })

  test.each([
    ['500', '50', '6'], // 100 − (5 + 5) = 90
    ['501', '50', '8999/1500'], // 89.99 ÷ 90 × 6 = 539.94 ÷ 90
    ['499', '50', '6'],
    ['2000', '350', '3'], // 100 − (20 + 35) = 45; 45 ÷ 90 × 6
    ['10000', '0', '0'],
  ])('%s of 10000 overdue and %s of 1000 complained about earn %s', (overdue, complaints, points) => {
    expect(pointsOf(of(overdue, complaints))).toBe(points)
  })

  test('the sum of shares stands in brackets', () => {
    expect(stepsOf(of('2000', '350'))).toEqual([
      '100% − ((2000 ÷ 10000) + (350 ÷ 1000)) = 45%',
      '(45% ÷ 90%) × 6 = 3',
    ])
    expect(branchesOf(of('2000', '350'))).toEqual(['90 ≤ percent: full 6', '→ percent < 90: shareOfTarget'])
  })

  test('shares that come to more than the whole leave none', () => {
    expect(pointsOf(of('6000', '500'))).toBe('0') // 100 − 110
  })

  test('without complement the shares are simply added', () => {
    const both = { ...rule, complement: undefined }
    expect(pointsOf({ ...of('2000', '250'), rule: both })).toBe('3') // 45 ÷ 90 × 6
  })

  test('any of the four figures can leave it open, and either denominator can be zero', () => {
    for (const metric of ['overdue', 'received', 'complaints', 'answered']) {
      const figures = { overdue: '1', received: '2', complaints: '3', answered: '4', [metric]: 'missing' }
      expect(leafOf(scene(figures)).outcome).toMatchObject({ kind: 'missing', metricIds: [metric] })
    }
    for (const figures of [
      { overdue: '0', received: '0', complaints: '0', answered: '5' },
      { overdue: '0', received: '5', complaints: '0', answered: '0' },
    ])
      expect(explained(scene(figures)).empty).toEqual({ because: 'denominatorZero', policy: 'missing' })
  })
})

describe('times the percentage of another leaf (QĐ 766, 3.3 × 1.4, full from 50%)', () => {
  const rule = aRatioRule({
    numerator: 'online',
    denominator: 'dossiers',
    coefficient: 'sync',
    targetPercent: '50',
    scaling: 'shareOfTarget',
    whenDenominatorZero: 'zero',
  })
  const sync = aRatioRule({ numerator: 'synced', denominator: 'counted', whenDenominatorZero: 'full' })
  const scene = (figures: Figures, own: Partial<RatioRule> = {}) => ({
    rule: { ...rule, ...own },
    maxPoints: '4',
    figures,
    others: { sync },
  })
  const figures = { online: '300', dossiers: '1000', synced: '800', counted: '1000' }

  test.each([
    [figures, '1.92'], // 30% × 80% = 24%; 24 ÷ 50 × 4
    [{ ...figures, online: '625' }, '4'], // 62.5% × 80% = 50%, the target
    [{ ...figures, online: '624' }, '3.9936'], // 49.92 ÷ 50 × 4
    [{ ...figures, synced: '0' }, '0'],
    [{ ...figures, synced: '1000' }, '2.4'], // 30 ÷ 50 × 4
  ])('%o earn %s of 4', (given, points) => {
    expect(pointsOf(scene(given))).toBe(points)
  })

  test('the product is a line of the calculation and no count follows from it', () => {
    expect(stepsOf(scene(figures))).toEqual(['300 ÷ 1000 = 30%', '30% × 80% = 24%', '(24% ÷ 50%) × 4 = 1.92'])
    expect(leafOf(scene(figures)).gapToTarget).toMatchObject({ percentPoints: '26', count: null })
  })

  test('a coefficient that was rounded is taken as it was rounded', () => {
    // 2/3 → 66.67%; 30 × 0.6667 = 20.001, rounded 20; 20 ÷ 50 × 4
    const third = { ...figures, synced: '2', counted: '3' }
    expect(pointsOf(scene(third))).toBe('1.6') // 30 × 2/3 = 20
    expect(explained({ ...scene(third), rounding: { ratio: toPlaces(2) } })).toMatchObject({
      percent: '20.001',
      roundedPercent: '20',
      points: '1.6',
    })
  })

  test('one that is missing makes the product missing; everything missing is named at once', () => {
    expect(leafOf(scene({ ...figures, counted: 'missing' })).outcome).toMatchObject({
      kind: 'missing',
      metricIds: ['counted'],
    })
    expect(leafOf(scene({ dossiers: '1000', synced: '1' })).outcome).toMatchObject({
      kind: 'missing',
      metricIds: ['online', 'counted'],
    })
  })

  test('one that is empty empties the product by the policies of this leaf, not of the other', () => {
    const nothingSynced = { ...figures, synced: '0', counted: '0' }
    expect(pointsOf(scene(nothingSynced))).toBe('0')
    expect(pointsOf(scene(nothingSynced, { whenDenominatorZero: 'missing' }))).toBe('missing')
    expect(pointsOf(scene({ ...figures, counted: 'missing' }, { whenMissing: 'full' }))).toBe('4')
    expect(pointsOf(scene({ ...figures, counted: 'notApplicable' }))).toBe('notApplicable')
  })

  test('a leaf that depends on itself stops the scoring', () => {
    expect(() => pointsOf(scene(figures, { coefficient: 'leaf' }))).toThrow(/leaf.*depends on itself/)
    expect(() => pointsOf(scene(figures, { coefficient: 'nowhere' }))).toThrow(/no leaf "nowhere"/)
  })
})

describe('what a ratio looks at and how it moves', () => {
  const rule = aRatioRule({
    orDenominator: 'portal',
    fallbackDenominator: { metric: 'lastYear', divideBy: { year: '1' } },
    otherShares: [{ numerator: 'late', denominator: 'seen' }],
  })

  test('every figure it may need stands in its place', () => {
    expect(figuresOf(rule)).toEqual([
      ['numerator', 'done', 'amount'],
      ['denominator', 'all', 'amount'],
      ['orDenominator', 'portal', 'amount'],
      ['fallbackDenominator.metric', 'lastYear', 'amount'],
      ['otherShares[0].numerator', 'late', 'amount'],
      ['otherShares[0].denominator', 'seen', 'amount'],
    ])
    expect(boundsOf(rule, '6')).toEqual(['0', '6'])
  })

  test.each([
    ['higherIsBetter', undefined, 'rising', 'falling'],
    ['higherIsBetter', true, 'falling', 'rising'],
    ['lowerIsBetter', undefined, 'falling', 'rising'],
    ['lowerIsBetter', true, 'rising', 'falling'],
  ] as const)('%s, complement %s: numerators %s, denominators %s', (direction, complement, up, down) => {
    const turned = { ...rule, direction, complement }
    for (const metric of ['done', 'late']) expect(trendOf(turned, metric)).toBe(up)
    for (const metric of ['all', 'portal', 'lastYear', 'seen']) expect(trendOf(turned, metric)).toBe(down)
  })

  test('a figure above and below the line has no direction', () => {
    expect(trendOf(aRatioRule({ denominator: 'done' }), 'done')).toBe('mixed')
  })
})
