import { describe, expect, test } from 'vitest'
import type { Criterion, RuleSet } from '../../src/model/ruleSet.ts'
import { lintSubmission } from '../../src/scoring/lint/lintSubmission.ts'
import {
  aGroup,
  aPool,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  nodeOf,
  roundingAt,
  score,
  toPlaces,
} from './builders.ts'

type Points = Readonly<Record<string, string>>

/** Scores a tree of reported leaves with the published points given. */
function scored(criteria: readonly Criterion[], points: Points, rest: Partial<RuleSet> = {}) {
  return score(aRuleSet({ criteria, ...rest }), aSubmission({ points }))
}

describe('pools', () => {
  const p = aReportedLeaf('p', null)
  const q = aReportedLeaf('q', null)

  test('inside one group: the group is known, its leaves are not', () => {
    const criteria = [aGroup('I', [p, q, aReportedLeaf('a', '2')]), aReportedLeaf('II', '4')]
    const sheet = scored(criteria, { a: '1', II: '4', pq: '2.5' }, { pools: [aPool('pq', ['p', 'q'], '3')] })
    expect(nodeOf(sheet, 'p')).toMatchObject({
      outcome: { kind: 'missing', poolId: 'pq' },
      points: { kind: 'unknown', atLeast: '0' },
      maxPoints: null,
      percent: null,
      missingLeaves: 0,
    })
    expect(nodeOf(sheet, 'I').points).toEqual({ kind: 'known', from: '3.5', to: '3.5' }) // 1 + 2.5
    expect(sheet.total).toMatchObject({
      points: { from: '7.5', to: '7.5' },
      maxPoints: '9',
      missingLeaves: 0,
    })
  })

  test('across groups: only the whole that holds all of it is known', () => {
    const criteria = [aGroup('I', [p, aReportedLeaf('a', '2')]), aGroup('II', [q, aReportedLeaf('b', '4')])]
    const sheet = scored(criteria, { a: '1', b: '4', pq: '2.5' }, { pools: [aPool('pq', ['p', 'q'], '3')] })
    expect(nodeOf(sheet, 'I')).toMatchObject({
      points: { kind: 'unknown', atLeast: '1' },
      maxPoints: null,
      percent: null,
      gapToMax: null,
    })
    expect(sheet.total.points).toEqual({ kind: 'known', from: '7.5', to: '7.5' })
    expect(sheet.pools).toMatchObject([
      { poolId: 'pq', points: { from: '2.5', to: '2.5' }, gapToMax: { to: '0.5' } },
    ])
  })

  test('whose points nobody published opens the interval once', () => {
    const criteria = [p, q, aReportedLeaf('a', '2')]
    const sheet = scored(criteria, { a: '1' }, { pools: [aPool('pq', ['p', 'q'], '3')] })
    expect(sheet.total).toMatchObject({ points: { from: '1', to: '4' }, missingLeaves: 1 })
    expect(sheet.losses).toMatchObject([
      { nodeId: 'a', kind: 'lost', lost: '1' },
      { nodeId: 'pq', kind: 'missing', lost: '3' },
    ])
  })

  test('an exemption from a pooled leaf is refused by the linter or scored, and never a crash', () => {
    const ruleSet = aRuleSet({
      criteria: [p, q, aReportedLeaf('a', '2')],
      pools: [aPool('pq', ['p', 'q'], '3')],
    })
    const submission = aSubmission({
      points: { a: '1', pq: '2' },
      notApplicable: [{ criterionId: 'p', reason: 'Không có' }],
    })
    if (lintSubmission(submission, ruleSet, '').length === 0)
      expect(() => score(ruleSet, submission)).not.toThrow()
  })
})

describe('rounding of sums', () => {
  const criteria = [
    aGroup('I', [aReportedLeaf('a', '3'), aReportedLeaf('b', '3')]),
    aGroup('II', [aReportedLeaf('c', '3'), aReportedLeaf('d', '3')]),
  ]
  const points = { a: '1.245', b: '1.1', c: '2.24', d: '0.3' }

  test.each([
    // group I is 2.345, group II 2.54
    ['no rounding', {}, ['2.345', '2.54'], '4.885'],
    ['groups at two places', { group: toPlaces(2) }, ['2.35', '2.54'], '4.89'],
    ['groups at one place', { group: toPlaces(1) }, ['2.3', '2.5'], '4.8'],
    ['the total at one place', { total: toPlaces(1) }, ['2.345', '2.54'], '4.9'],
    // 2.3 + 2.5 = 4.8, where the unrounded sum would make 4.9
    ['groups first, then the total', { group: toPlaces(1), total: toPlaces(1) }, ['2.3', '2.5'], '4.8'],
    ['groups cut', { group: toPlaces(2, 'truncate') }, ['2.34', '2.54'], '4.88'],
    ['groups half to even', { group: toPlaces(2, 'halfEven') }, ['2.34', '2.54'], '4.88'],
  ])('%s', (_, rounding, groups, total) => {
    const sheet = scored(criteria, points, { rounding: roundingAt(rounding) })
    expect(['I', 'II'].map(id => nodeOf(sheet, id).points)).toEqual(
      groups.map(value => ({ kind: 'known', from: value, to: value })),
    )
    expect(sheet.total.points).toEqual({ kind: 'known', from: total, to: total })
  })

  test('groups of groups round at each level', () => {
    const nested = [aGroup('top', criteria)]
    const sheet = scored(nested, points, { rounding: roundingAt({ group: toPlaces(1) }) })
    expect(nodeOf(sheet, 'top').points).toMatchObject({ from: '4.8' }) // 2.3 + 2.5
  })

  test('both ends of an interval are rounded', () => {
    const { d: _, ...open } = points
    const sheet = scored(criteria, open, { rounding: roundingAt({ group: toPlaces(1) }) })
    expect(nodeOf(sheet, 'II').points).toEqual({ kind: 'known', from: '2.2', to: '5.2' }) // 2.24 … 5.24
  })

  test('what a sum was before it was rounded stays with it', () => {
    const sheet = scored(criteria, points, { rounding: roundingAt({ group: toPlaces(2) }) })
    expect(nodeOf(sheet, 'I').sumRounding).toEqual({
      place: 'group',
      step: toPlaces(2),
      before: '2.345',
      after: '2.35',
    })
    expect(nodeOf(sheet, 'a').sumRounding).toBeNull()
    expect(nodeOf(scored(criteria, points), 'I').sumRounding).toBeNull()
  })
})
