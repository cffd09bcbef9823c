import { describe, expect, test } from 'vitest'
import { bandIdsOf, bandOf } from '../../src/scoring/bands.ts'
import { aBand, aReportedLeaf, aRuleSet, aSubmission, score } from './builders.ts'

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
