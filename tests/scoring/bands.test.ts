import { describe, expect, test } from 'vitest'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import type { ScoreSheet } from '../../src/model/scoreSheet.ts'
import { bandIdsOf, bandOf } from '../../src/scoring/bands.ts'
import {
  aBand,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  roundingAt,
  score,
  stated,
  toPlaces,
} from './builders.ts'
import { type Figures, valuesOf } from './rules/leafScenes.ts'

// QĐ 766: 90 / 80 / 70 / 50 / 0
const bands = [
  aBand('xuat-sac', '90'),
  aBand('tot', '80'),
  aBand('kha', '70'),
  aBand('trung-binh', '50'),
  aBand('yeu', '0'),
]

test.each([
  ['100', 'xuat-sac'],
  ['90', 'xuat-sac'],
  ['89.99', 'tot'],
  ['80', 'tot'],
  ['79.9999', 'kha'],
  ['70', 'kha'],
  ['69.995', 'trung-binh'], // would round to 70.00
  ['69.9999999999', 'trung-binh'],
  ['209999/3000', 'trung-binh'], // 69.99966…
  ['50', 'trung-binh'],
  ['149/3', 'yeu'], // 49.666…
  ['0', 'yeu'],
])('%s%% is %s', (percent, id) => {
  expect(bandOf(bands, percent)?.id).toBe(id)
  expect(bandIdsOf(bands, { from: percent, to: percent })).toEqual([id])
})

test('the order of the bands does not matter and is left alone', () => {
  const shuffled = [bands[3], bands[0], bands[4], bands[2], bands[1]].flatMap(band => band ?? [])
  const before = structuredClone(shuffled)
  expect(bandOf(shuffled, '75')?.id).toBe('kha')
  expect(bandIdsOf(shuffled, { from: '60', to: '95' })).toEqual(['trung-binh', 'kha', 'tot', 'xuat-sac'])
  expect(shuffled).toEqual(before)
})

describe('an open percentage', () => {
  test.each([
    ['72', '79', ['kha']],
    ['69.995', '70', ['trung-binh', 'kha']],
    ['40', '100', ['yeu', 'trung-binh', 'kha', 'tot', 'xuat-sac']],
  ])('%s … %s%% may be %j, lowest first', (from, to, ids) => {
    expect(bandIdsOf(bands, { from, to })).toEqual(ids)
  })

  test('no percentage, no grade; no bands, no grade', () => {
    expect(bandIdsOf(bands, null)).toEqual([])
    expect(bandIdsOf([], { from: '95', to: '95' })).toEqual([])
  })

  test('below the lowest band there is none', () => {
    const high = [aBand('a', '90'), aBand('b', '80')]
    expect(bandOf(high, '79.99')).toBeNull()
    expect(bandIdsOf(high, { from: '10', to: '79.99' })).toEqual([])
    expect(bandIdsOf(high, { from: '10', to: '85' })).toEqual(['b'])
  })
})

test('a score of 69.995 out of 100 is not graded as 70', () => {
  const criteria = [aReportedLeaf('a', '100')]
  const gradeOf = (points: string) =>
    score(aRuleSet({ criteria, bands, pointsPlaces: 2 }), aSubmission({ points: { a: points } })).total
      .bandIds
  expect(gradeOf('69.995')).toEqual(['trung-binh'])
  expect(gradeOf('70')).toEqual(['kha'])
})

test('grades are of the percentage of the maximum, not of the points', () => {
  const criteria = [aReportedLeaf('a', '13.5')]
  const sheet = score(aRuleSet({ criteria, bands }), aSubmission({ points: { a: '9.45' } })) // 9.45 ÷ 13.5 = 70%
  expect(sheet.total.bandIds).toEqual(['kha'])
})

describe('graded on the rounded total or on the unrounded one', () => {
  // 69.995 of 100 rounds to 70.00
  const graded = (on: 'rounded' | 'unrounded' | undefined, points: string) => {
    const rest: Partial<RuleSet> = {
      criteria: [aReportedLeaf('a', '100')],
      rounding: roundingAt({ total: toPlaces(2) }),
      bands,
      grading: { on },
    }
    return score(aRuleSet(rest), aSubmission({ points: { a: points } })).total
  }

  test.each([
    [undefined, '69.995', ['trung-binh']],
    ['unrounded', '69.995', ['trung-binh']],
    ['rounded', '69.995', ['kha']],
    ['rounded', '69.994', ['trung-binh']],
    ['unrounded', '70', ['kha']],
  ] as const)('on %s: %s is %j', (on, points, ids) => {
    expect(graded(on, points).bandIds).toEqual(ids)
  })

  test('the total itself is rounded either way', () => {
    expect(graded('unrounded', '69.995').points).toMatchObject({ from: '70', to: '70' })
    expect(graded('rounded', '69.995').points).toMatchObject({ from: '70', to: '70' })
  })

  test('with missing figures each end by its own', () => {
    const criteria = [aReportedLeaf('a', '90'), aReportedLeaf('b', '10')]
    const sheetOn = (on: 'rounded' | 'unrounded') =>
      score(
        aRuleSet({ criteria, bands, grading: { on }, rounding: roundingAt({ total: toPlaces(0) }) }),
        aSubmission({ points: { a: '69.6' } }),
      )
    // 69.6 … 79.6, rounded 70 … 80
    expect(sheetOn('unrounded').total.bandIds).toEqual(['trung-binh', 'kha'])
    expect(sheetOn('rounded').total.bandIds).toEqual(['kha', 'tot'])
  })
})

describe('a flag that forces a grade (NĐ 335/2025: kỷ luật từ khiển trách trở lên)', () => {
  const grades = [
    aBand('xuat-sac', '90'),
    aBand('tot', '70'),
    aBand('hoan-thanh', '50'),
    aBand('khong-hoan-thanh', '0'),
  ]
  const overrides = [{ metric: 'ky-luat', bandId: 'khong-hoan-thanh', provenance: stated }]
  const scored = (figures: Figures, points = '95', rest: Partial<RuleSet> = {}): ScoreSheet =>
    score(
      aRuleSet({ criteria: [aReportedLeaf('a', '100')], bands: grades, grading: { overrides }, ...rest }),
      aSubmission({ values: valuesOf(figures), points: { a: points } }),
    )

  test('raised: the grade is forced, the points and the percentage stand', () => {
    expect(scored({ 'ky-luat': '1' }).total).toMatchObject({
      points: { from: '95', to: '95' },
      percent: { from: '95', to: '95' },
      bandIds: ['khong-hoan-thanh'],
      bandOverride: { metricId: 'ky-luat', bandId: 'khong-hoan-thanh', provenance: stated },
    })
  })

  test('not raised, or without meaning here: the grade of the score', () => {
    for (const figure of ['0', 'notApplicable'])
      expect(scored({ 'ky-luat': figure }).total).toMatchObject({ bandIds: ['xuat-sac'], bandOverride: null })
  })

  test('not answered: the forced grade stays possible, and nothing is forced', () => {
    for (const figures of [{}, { 'ky-luat': 'missing' }, { 'ky-luat': 'withheld' }])
      expect(scored(figures).total).toMatchObject({
        bandIds: ['khong-hoan-thanh', 'xuat-sac'],
        bandOverride: null,
      })
    expect(scored({}, '30').total.bandIds).toEqual(['khong-hoan-thanh'])
  })

  test('beside an open score every grade it may be stays possible', () => {
    const open = score(
      aRuleSet({
        criteria: [aReportedLeaf('a', '60'), aReportedLeaf('b', '40')],
        bands: grades,
        grading: { overrides },
      }),
      aSubmission({ points: { a: '55' } }),
    )
    expect(open.total.bandIds).toEqual(['khong-hoan-thanh', 'hoan-thanh', 'tot', 'xuat-sac'])
  })

  test('a score below every band still has the forced one before it', () => {
    const high = grades.slice(0, 3)
    const rest = {
      bands: high,
      grading: { overrides: [{ metric: 'ky-luat', bandId: 'hoan-thanh', provenance: stated }] },
    }
    expect(scored({}, '30', rest).total.bandIds).toEqual(['hoan-thanh'])
    expect(scored({ 'ky-luat': '0' }, '30', rest).total.bandIds).toEqual([])
  })

  describe('two flags', () => {
    const two = [...overrides, { metric: 'cham-bao-cao', bandId: 'hoan-thanh', provenance: stated }]
    const idsFor = (first: string, second: string) =>
      scored({ 'ky-luat': first, 'cham-bao-cao': second }, '95', { grading: { overrides: two } }).total

    test('the first raised one wins', () => {
      expect(idsFor('1', '1').bandOverride?.metricId).toBe('ky-luat')
      expect(idsFor('1', '1').bandIds).toEqual(['khong-hoan-thanh'])
      expect(idsFor('0', '1').bandIds).toEqual(['hoan-thanh'])
      expect(idsFor('1', 'missing').bandIds).toEqual(['khong-hoan-thanh'])
    })

    test('each one nobody answered adds its own grade', () => {
      expect(idsFor('missing', 'missing').bandIds).toEqual(['khong-hoan-thanh', 'hoan-thanh', 'xuat-sac'])
      expect(idsFor('0', 'missing').bandIds).toEqual(['hoan-thanh', 'xuat-sac'])
    })

    test('one nobody answered before a raised one may still force the other grade', () => {
      expect(idsFor('missing', '1')).toMatchObject({
        bandIds: ['khong-hoan-thanh', 'hoan-thanh'],
        bandOverride: { metricId: 'cham-bao-cao' },
      })
    })
  })

  test('everything exempt: no percentage and no grade, unless a flag forces one', () => {
    const exempt = (figures: Figures) =>
      score(
        aRuleSet({ criteria: [aReportedLeaf('a', '100')], bands: grades, grading: { overrides } }),
        aSubmission({ values: valuesOf(figures), notApplicable: [{ criterionId: 'a', reason: 'Không có' }] }),
      ).total.bandIds
    expect(exempt({ 'ky-luat': '0' })).toEqual([])
    expect(exempt({})).toEqual([])
    expect(exempt({ 'ky-luat': '1' })).toEqual(['khong-hoan-thanh'])
  })
})
