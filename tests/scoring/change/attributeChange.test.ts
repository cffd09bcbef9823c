import { describe, expect, test } from 'vitest'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import { attributeChange } from '../../../src/scoring/change/attributeChange.ts'
import { aPool, aReportedLeaf, aRuleSet, aSubmission, roundingAt, score, toPlaces } from '../builders.ts'

const criteria = [aReportedLeaf('a', '10'), aReportedLeaf('b', '6'), aReportedLeaf('c', '4')]
const rules = aRuleSet({ criteria })

const sheet = (
  points: Readonly<Record<string, string>>,
  set: RuleSet = rules,
  exempt: readonly string[] = [],
) =>
  score(
    set,
    aSubmission({
      points,
      ruleSetId: set.id,
      ruleSetVersion: set.version,
      notApplicable: exempt.map(criterionId => ({ criterionId, reason: 'Không có thẩm quyền' })),
    }),
  )

const before = sheet({ a: '5', b: '3', c: '2' })

const moved = (change: ReturnType<typeof attributeChange>) =>
  change?.rows.map(({ nodeId, difference, remaining }) => [nodeId, difference.to, remaining.to])

describe('the same maximum', () => {
  test('rows are differences of points, most first, and run down to nothing', () => {
    // 5 → 6.5 is 1.5, 3 → 1 is −2, 2 → 2.25 is 0.25: together −0.25
    const change = attributeChange(before, sheet({ a: '6.5', b: '1', c: '2.25' }))
    expect(change).toMatchObject({
      unit: 'points',
      unmoved: 0,
      rest: { from: '0', to: '0' },
      difference: { from: '-0.25', to: '-0.25' },
    })
    expect(moved(change)).toEqual([
      ['b', '-2', '1.75'], // −0.25 + 2
      ['a', '1.5', '0.25'],
      ['c', '0.25', '0'],
    ])
  })

  test('what did not move is counted, not listed', () => {
    const change = attributeChange(before, sheet({ a: '5', b: '3', c: '2.5' }))
    expect(moved(change)).toEqual([['c', '0.5', '0']])
    expect(change?.unmoved).toBe(2)
  })

  test('a missing figure moves both ends apart', () => {
    // b from 3 to somewhere between 0 and 6
    const change = attributeChange(before, sheet({ a: '5', c: '2' }))
    expect(change?.rows).toMatchObject([{ nodeId: 'b', difference: { from: '-3', to: '3' } }])
    expect(change?.difference).toEqual({ from: '-3', to: '3' })
  })

  test('rounding of the total is the rest', () => {
    const set = aRuleSet({ criteria, rounding: roundingAt({ total: toPlaces(0) }) })
    // 5 + 3 + 2 = 10; 5 + 3 + 2.4 = 10.4, rounded to 10
    const change = attributeChange(
      sheet({ a: '5', b: '3', c: '2' }, set),
      sheet({ a: '5', b: '3', c: '2.4' }, set),
    )
    expect(moved(change)).toEqual([['c', '0.4', '-0.4']])
    expect(change).toMatchObject({ rest: { to: '-0.4' }, difference: { to: '0' } })
  })

  test('leaves of a pool move through the pool', () => {
    const set = aRuleSet({
      criteria: [aReportedLeaf('a', '10'), aReportedLeaf('x', null), aReportedLeaf('y', null)],
      pools: [aPool('p', ['x', 'y'], '5')],
    })
    const change = attributeChange(sheet({ a: '5', p: '2' }, set), sheet({ a: '5', p: '3.5' }, set))
    expect(moved(change)).toEqual([['p', '1.5', '0']])
  })
})

describe('another maximum', () => {
  test('a criterion that leaves moves the percentage by how far it stood from the rest', () => {
    // 10/20 = 50%. Without b (3/6, itself 50%) 7/14 = 50%: nothing moved, b least of all.
    const change = attributeChange(before, sheet({ a: '5', c: '2' }, rules, ['b']))
    expect(change).toMatchObject({ unit: 'percent', rows: [], difference: { from: '0', to: '0' } })
  })

  test('rows still add up', () => {
    // 10/20 = 50%; without c (2/4) and with a at 6: 9/16 = 56.25%, 6.25 more.
    // a: (6 − 5) ÷ 16 = 6.25; c: (0 − 0.5 × 0) − (2 − 0.5 × 4) = 0
    const change = attributeChange(before, sheet({ a: '6', b: '3' }, rules, ['c']))
    expect(change).toMatchObject({ unit: 'percent', difference: { to: '6.25' }, rest: { to: '0' } })
    expect(moved(change)).toEqual([['a', '6.25', '0']])
  })

  test('one that left below the average lifted the rest', () => {
    // 5 + 3 + 0 = 8/20 = 40%; without c 8/16 = 50%. c: −(0 − 0.4 × 4) ÷ 16 = 10
    const poor = sheet({ a: '5', b: '3', c: '0' })
    const change = attributeChange(poor, sheet({ a: '5', b: '3' }, rules, ['c']))
    expect(moved(change)).toEqual([['c', '10', '0']])
    expect(change?.rows[0]).toMatchObject({
      before: { points: { to: '0' }, maxPoints: '4' },
      after: { points: null },
    })
  })

  test('criteria of another rule set are the same only by id', () => {
    const other = aRuleSet({
      id: 'bo-moi',
      criteria: [aReportedLeaf('a', '10'), aReportedLeaf('b', '8'), aReportedLeaf('d', '2')],
    })
    // 10 of 20 → 5 + 4 + 1 = 10 of 20
    const change = attributeChange(before, sheet({ a: '5', b: '4', d: '1' }, other))
    expect(
      change?.rows.map(({ nodeId, before: then, after: now }) => [nodeId, then?.points?.to, now?.points?.to]),
    ).toEqual([
      ['c', '2', undefined],
      ['b', '3', '4'],
      ['d', undefined, '1'],
    ])
    expect(change).toMatchObject({ unit: 'points', difference: { to: '0' }, rest: { to: '0' } })
  })
})

test('nothing is said where nothing applies', () => {
  expect(attributeChange(before, sheet({}, rules, ['a', 'b', 'c']))).toBeNull()
})
