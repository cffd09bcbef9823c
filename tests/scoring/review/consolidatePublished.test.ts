import { expect, test } from 'vitest'
import type { PublishedCheck } from '../../../src/model/consolidation.ts'
import { consolidate } from '../../../src/scoring/review/consolidate.ts'
import type { PublishedClaim } from '../../../src/scoring/review/consolidatePublished.ts'
import { aBand, aCriterion, aRuleSet, aSubmission, scoredAt } from '../builders.ts'

const rules = aRuleSet({
  criteria: [aCriterion({ id: 'a', maxPoints: '10' })],
  bands: [{ ...aBand('gioi', '90'), name: 'Giỏi', aliases: ['Xuất sắc'] }, aBand('kha', '0')],
})
const nothing = { points: { kind: 'known', from: '0', to: '0' }, maxPoints: '10', percent: null } as const

/** p has 2/3 of 10 = 20/3 points, q 9.5, r is open. */
const figures = { p: { done: '2', all: '3' }, q: { done: '95', all: '100' }, r: { done: null, all: '3' } }

function checked(...published: readonly Partial<PublishedClaim>[]): readonly PublishedCheck[] {
  return consolidate(
    {
      ruleSet: rules,
      period: '2026',
      groups: [{ groupId: 'nhom', name: 'Nhóm', agencyIds: ['p', 'q', 'r', 't'] }],
      agencies: Object.entries(figures).map(([agencyId, own]) => ({
        agencyId,
        submission: aSubmission({ id: agencyId, agencyId, figures: own }),
        previous: null,
        self: nothing,
        first: null,
      })),
      apart: [],
      published: published.map(each => ({
        agencyId: 'p',
        total: null,
        rank: null,
        band: null,
        source: 'QĐ 1',
        ...each,
      })),
      workloadMetricId: null,
      wholeId: 'tinh',
    },
    scoredAt,
  ).published
}

test.each([
  ['6.67', 'rounded', '-1/300'], // 20/3 − 6.67 = 2000/300 − 2001/300
  ['6.7', 'rounded', '-1/30'],
  ['7', 'rounded', '-1/3'],
  ['6.66', 'differs', '1/150'],
  ['6.68', 'differs', '-1/75'],
])('20/3 beside a published %s: %s, by %s', (total, agreement, difference) => {
  expect(checked({ total })[0]?.total).toEqual({
    published: total,
    computed: { from: '20/3', to: '20/3' },
    difference,
    agreement,
  })
})

test('the very same total agrees to the last digit', () => {
  expect(checked({ agencyId: 'q', total: '9.5' })[0]?.total).toMatchObject({
    difference: '0',
    agreement: 'same',
  })
  expect(checked({ agencyId: 'q', total: '9.50' })[0]?.total).toMatchObject({ agreement: 'same' })
})

test('an open total and an agency without a score are not compared', () => {
  expect(checked({ agencyId: 'r', total: '5' })[0]?.total).toEqual({
    published: '5',
    computed: { from: '0', to: '10' },
    difference: null,
    agreement: 'open',
  })
  expect(checked({ agencyId: 't', total: '5', rank: { rank: 1, of: 4 }, band: 'Giỏi' })[0]).toMatchObject({
    total: { computed: null, agreement: 'unscored' },
    rank: { computed: null, agreement: 'unscored' },
    band: { agreement: 'unscored' },
  })
})

test('rank and grade are held against ours; other words for the same grade agree', () => {
  // r may reach any place, so ranks below it stay open.
  const [q] = checked({ agencyId: 'q', rank: { rank: 1, of: 3 }, band: 'xuất sắc' })
  expect(q?.rank).toMatchObject({ published: 1, agreement: 'open', computedOf: 3 })
  expect(q?.band).toMatchObject({ computedIds: ['gioi'], agreement: 'same' })
  expect(checked({ agencyId: 'q', band: 'Khá' })[0]?.band?.agreement).toBe('differs')
})
