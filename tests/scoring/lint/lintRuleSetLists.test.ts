import { describe, expect, test } from 'vitest'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import { lintRuleSet } from '../../../src/scoring/lint/lintRuleSet.ts'
import { aBand, aCriterion, aGroup, aPool, aReportedLeaf, aRuleSet } from '../builders.ts'
import { errorsOf } from './findings.ts'

const file = 'rule-sets/thu.json'

/** Errors as "path code". */
const findings = (ruleSet: Partial<RuleSet>) => errorsOf(lintRuleSet(aRuleSet(ruleSet), file), file)

const { metrics } = aRuleSet()

describe('pools', () => {
  const p = aReportedLeaf('p', null)
  const q = aReportedLeaf('q', null)

  test('hold leaves of the set, without a maximum of their own, each in one pool', () => {
    expect(findings({ criteria: [p, q], pools: [aPool('pq', ['p', 'q', 'x'], '3')] })).toEqual([
      'pools[0].criterionIds[2] unknown-criterion',
    ])
    expect(
      findings({ criteria: [p, q, aReportedLeaf('a', '1')], pools: [aPool('pq', ['p', 'q', 'a'], '3')] }),
    ).toContain('pools[0].criterionIds[2] pool-of-known')
    const twice = [aPool('one', ['p', 'q'], '3'), aPool('two', ['q', 'p'], '3')]
    expect(findings({ criteria: [p, q], pools: twice, scale: '3' })).toEqual([
      'pools[1].criterionIds[0] in-two-pools',
      'pools[1].criterionIds[1] in-two-pools',
    ])
  })

  test('hold no leaves that are computed', () => {
    const criteria = [p, aCriterion({ id: 'c', maxPoints: null })]
    expect(findings({ criteria, pools: [aPool('pc', ['p', 'c'], '3')] })).toEqual([
      'pools[0].criterionIds[1] pool-of-computed',
    ])
  })

  test('hold no groups', () => {
    const criteria = [aGroup('g', [p, q], { maxPoints: null })]
    expect(findings({ criteria, pools: [aPool('pq', ['p', 'q', 'g'], '3')] })).toEqual([
      'pools[0].criterionIds[2] unknown-criterion',
    ])
  })
})

describe('ids', () => {
  test.each<[string, Partial<RuleSet>, string]>([
    [
      'criteria, at any depth',
      { criteria: [aReportedLeaf('a', '1'), aGroup('g', [aReportedLeaf('a', '1')])] },
      'criteria[1].subCriteria[0].id',
    ],
    ['metrics', { metrics: [...metrics, ...metrics.slice(0, 1)] }, 'metrics[2].id'],
    ['bands', { bands: [aBand('a', '50'), aBand('a', '0')] }, 'bands[1].id'],
    [
      'a pool and a criterion',
      {
        criteria: [aReportedLeaf('p', null), aReportedLeaf('q', null)],
        pools: [aPool('p', ['p', 'q'], '1')],
      },
      'pools[0].id',
    ],
  ])('are given once among %s', (_, ruleSet, path) => {
    expect(findings(ruleSet)).toEqual([`${path} duplicate-id`])
  })
})

test.each(['none', 'rest', 'rounding', 'rounding-open', 'total'])('"%s" is a word of ours, not an id', id => {
  expect(findings({ criteria: [aCriterion({ id })] })).toEqual(['criteria[0].id reserved-id'])
})

test('two bands do not begin at the same percentage, however it is written', () => {
  expect(findings({ bands: [aBand('a', '70'), aBand('b', '70')] })).toEqual([
    'bands[1].fromPercent band-overlap',
  ])
  expect(findings({ bands: [aBand('a', '70'), aBand('b', '70.0')] })).toEqual([
    'bands[1].fromPercent band-overlap',
  ])
  expect(findings({ bands: [aBand('a', '70'), aBand('b', '69.99')] })).toEqual([])
})

test('bands are written from the best down', () => {
  expect(findings({ bands: [aBand('a', '70'), aBand('b', '70.01')] })).toEqual([
    'bands[1].fromPercent band-order',
  ])
})
