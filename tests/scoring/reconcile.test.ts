import { describe, expect, test } from 'vitest'
import type { Reconciliation } from '../../src/model/scoreSheet.ts'
import {
  aCriterion,
  aGroup,
  aPool,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  inferred,
  roundingAt,
  score,
  toPlaces,
} from './builders.ts'

function reconciled(...scene: Parameters<typeof score>): Reconciliation {
  const { reconciliation } = score(...scene)
  if (!reconciliation) throw new Error('nothing was published')
  return reconciliation
}

// A computed leaf (1/3 of 2 points, rounded to 0.67) beside a reported one.
const computed = aCriterion({ id: 'computed', maxPoints: '2' })
const ruleSet = aRuleSet({
  criteria: [aGroup('I', [computed]), aGroup('II', [aReportedLeaf('reported', '4')])],
  rounding: roundingAt({ leaf: toPlaces(2) }),
})
const figures = { done: '1', all: '3' }

test('nothing published, nothing to reconcile', () => {
  expect(score(ruleSet, aSubmission({ figures })).reconciliation).toBeNull()
})

test('what we compute is compared figure by figure; what we took over is counted apart', () => {
  const points = { I: '0.67', computed: '0.67', II: '3', reported: '3' }
  const result = reconciled(ruleSet, aSubmission({ figures, points, total: '3.67' }))
  expect(
    result.checks.map(({ kind, nodeId, difference, agrees }) => [kind, nodeId, difference, agrees]),
  ).toEqual([
    ['group', 'I', '0', true],
    ['leaf', 'computed', '0', true],
    ['total', 'total', '0', true],
  ])
  expect(result).toMatchObject({ agreeing: 3, takenAsPublished: 2, notComparable: 0, namedLosses: null })
})

test('a difference is computed minus published, to the last digit', () => {
  const points = { computed: '0.7', reported: '3' }
  const result = reconciled(ruleSet, aSubmission({ figures, points, total: '3.669' }))
  expect(result.checks).toMatchObject([
    { nodeId: 'computed', computed: '0.67', published: '0.7', difference: '-0.03', agrees: false },
    { kind: 'total', computed: '3.67', published: '3.669', difference: '0.001', agrees: false },
  ])
  expect(result.agreeing).toBe(0)
})

test('figures written with other zeros agree', () => {
  const points = { computed: '0.670', reported: '3.0' }
  const result = reconciled(ruleSet, aSubmission({ figures, points, total: '3.6700' }))
  expect(result.checks.map(check => check.agrees)).toEqual([true, true])
})

test('a figure we leave open is not comparable, neither right nor wrong', () => {
  const points = { I: '0.67', computed: '0.67', reported: '3' }
  const result = reconciled(ruleSet, aSubmission({ figures: { done: '1' }, points, total: '3.67' }))
  expect(result).toMatchObject({ checks: [], agreeing: 0, takenAsPublished: 1, notComparable: 3 })
})

test('a group of several published leaves and their total are sums of ours, so they are checked', () => {
  const criteria = [aReportedLeaf('a', '1'), aGroup('II', [aReportedLeaf('b', '1'), aReportedLeaf('c', '1')])]
  const points = { a: '1', b: '0.5', c: '0.25', II: '0.8' }
  const result = reconciled(aRuleSet({ criteria }), aSubmission({ points, total: '1.75' }))
  expect(result.checks).toMatchObject([
    { kind: 'group', nodeId: 'II', computed: '0.75', difference: '-0.05', agrees: false },
    { kind: 'total', computed: '1.75', agrees: true },
  ])
  expect(result).toMatchObject({ agreeing: 1, takenAsPublished: 3 })
})

test('a group of one published leaf agrees by construction and is no check', () => {
  const criteria = [aGroup('I', [aReportedLeaf('a', '1')])]
  const result = reconciled(aRuleSet({ criteria }), aSubmission({ points: { a: '1', I: '1' } }))
  expect(result).toMatchObject({ checks: [], takenAsPublished: 2 })
})

test('without a published total the total is not compared', () => {
  const result = reconciled(ruleSet, aSubmission({ figures, points: { reported: '3' } }))
  expect(result).toMatchObject({ checks: [], takenAsPublished: 1 })
})

describe('losses named one by one, where a pool hides the rest', () => {
  const pooled = aRuleSet({
    criteria: [
      aReportedLeaf('a', '4'),
      aReportedLeaf('b', '3'),
      aReportedLeaf('p', null),
      aReportedLeaf('q', null),
    ],
    pools: [aPool('pq', ['p', 'q'], '3')],
  })

  /** The pool was given what the published total leaves over. */
  function withInferredPool(points: Readonly<Record<string, string>>, total: string) {
    const { published, ...submission } = aSubmission({ points, total })
    if (!published) throw new Error('nothing published')
    const entries = published.points.map(entry =>
      entry.nodeId === 'pq' ? { ...entry, provenance: inferred } : entry,
    )
    return { ...submission, published: { ...published, points: entries } }
  }

  test('are held against the published total', () => {
    // maximum 10; named: 4 − 3 and 3 − 2.5 make 1.5; 10 − 1.5 = 8.5, published 7.75
    const result = reconciled(pooled, withInferredPool({ a: '3', b: '2.5', pq: '2.25' }, '7.75'))
    expect(result.namedLosses).toBe('1.5')
    expect(result.checks).toMatchObject([
      { kind: 'namedLosses', computed: '8.5', published: '7.75', difference: '0.75', agrees: false },
    ])
    expect(result.takenAsPublished).toBe(4) // a, b, the pool and the total it was inferred from
  })

  test('agree when the pool lost nothing', () => {
    const result = reconciled(pooled, withInferredPool({ a: '3', b: '2.5', pq: '3' }, '8.5'))
    expect(result.checks).toMatchObject([{ kind: 'namedLosses', difference: '0', agrees: true }])
  })

  test('a pool whose points are stated makes the total a real check', () => {
    const result = reconciled(pooled, aSubmission({ points: { a: '3', b: '2.5', pq: '2' }, total: '7.75' }))
    expect(result.checks[0]).toMatchObject({
      kind: 'total',
      computed: '7.5',
      difference: '-0.25',
      agrees: false,
    })
  })

  test('say nothing while a named score is missing: missing is not full', () => {
    const result = reconciled(pooled, withInferredPool({ a: '3', pq: '3' }, '8.5'))
    expect(result.checks.filter(check => check.kind === 'namedLosses')).toEqual([])
    expect(result.namedLosses).toBeNull()
  })
})

test('readings of the publisher’s figures are handed on as they are', () => {
  const readings = [
    { id: 'namedLosses', title: 'Một', titleEn: 'One', text: 'Cách đọc một', textEn: 'Reading one' },
  ] as const
  const submission = aSubmission({ points: { reported: '3' } })
  if (!submission.published) throw new Error('nothing published')
  const withReadings = { ...submission, published: { ...submission.published, readings } }
  expect(reconciled(ruleSet, withReadings).readings).toEqual(readings)
})

test('a watched share published with 0 points agrees with our 0', () => {
  const watched = aCriterion({
    maxPoints: '0',
    rule: { kind: 'monitor', numerator: 'done', denominator: 'all' },
  })
  const criteria = [watched, aCriterion({ id: 'b', rule: aRatioRule() })]
  const result = reconciled(aRuleSet({ criteria }), aSubmission({ figures, points: { leaf: '0' } }))
  expect(result.checks).toMatchObject([{ nodeId: 'leaf', computed: '0', agrees: true }])
})
