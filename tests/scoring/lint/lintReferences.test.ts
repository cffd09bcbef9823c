import { describe, expect, test } from 'vitest'
import type { Adjustment, Metric, Rescaling } from '../../../src/model/ruleSet.ts'
import { lintRuleSet } from '../../../src/scoring/lint/lintRuleSet.ts'
import { aBand, aCriterion, aGroup, aPool, aRatioRule, aReportedLeaf, aRuleSet, stated } from '../builders.ts'
import { linted } from './findings.ts'

describe('coefficients', () => {
  const leaf = (id: string, coefficient?: string) => aCriterion({ id, rule: aRatioRule({ coefficient }) })

  test('are ratio leaves of the set', () => {
    expect(linted({ criteria: [leaf('a', 'b'), leaf('b')] })).toEqual([])
    expect(linted({ criteria: [leaf('a', 'x'), leaf('b')] })).toEqual([
      'error criteria[0].rule.coefficient unknown-criterion',
    ])
    expect(linted({ criteria: [leaf('a', 'g'), aGroup('g', [leaf('b')])] })).toEqual([
      'error criteria[0].rule.coefficient unknown-criterion',
    ])
    expect(linted({ criteria: [leaf('a', 'r'), aReportedLeaf('r', '1')] })).toEqual([
      'error criteria[0].rule.coefficient coefficient-not-ratio',
    ])
  })

  test('lead nowhere back', () => {
    expect(linted({ criteria: [leaf('a', 'b'), leaf('b', 'c'), leaf('c')] })).toEqual([])
    expect(linted({ criteria: [leaf('a', 'a')] })).toEqual(['error criteria[0].rule.coefficient cycle'])
    // d only leads into the circle.
    const circle = { criteria: [leaf('d', 'a'), leaf('a', 'b'), leaf('b', 'c'), leaf('c', 'a')] }
    expect(linted(circle)).toEqual([1, 2, 3].map(index => `error criteria[${index}].rule.coefficient cycle`))
    expect(lintRuleSet(aRuleSet(circle), '')[0]?.message.en).toBe(
      'percentages depend on each other in a circle: a → b → c → a',
    )
  })

  test('of parts are checked, too', () => {
    const parts = [{ label: 'Phần', maxPoints: '1', rule: aRatioRule({ coefficient: 'x' }) }]
    expect(linted({ criteria: [aCriterion({ rule: { kind: 'sum', parts } })] })).toEqual([
      'error criteria[0].rule.parts[0].rule.coefficient unknown-criterion',
    ])
  })
})

describe('metrics are used', () => {
  const { metrics } = aRuleSet()
  const extra: Metric = { id: 'x', name: 'Số liệu', unit: 'lượt', valueType: 'count' }
  const withExtra = (parts: Parameters<typeof linted>[0] = {}) =>
    linted({ metrics: [...metrics, extra], ...parts })

  test('by a rule', () => {
    expect(linted({ metrics })).toEqual([])
    expect(withExtra()).toEqual(['warning metrics[2] unused-metric'])
  })

  test('by a reading, an adjustment or a condition that decides a band', () => {
    const bonus: Adjustment = {
      id: 'thuong',
      name: 'Thưởng',
      effect: 'bonus',
      ceiling: '1',
      rule: { kind: 'perUnit', metric: 'x', pointsPerUnit: '1' },
      provenance: stated,
    }
    expect(withExtra({ adjustments: [bonus] })).toEqual([])
    const readings = [{ rule: aRatioRule({ numerator: 'x' }) }]
    expect(withExtra({ criteria: [aCriterion(), aReportedLeaf('r', '1', { readings })] })).toEqual([])
    expect(
      linted({
        metrics: [...metrics, { ...extra, valueType: 'flag' }],
        bands: [aBand('yeu', '0')],
        bandsProvenance: stated,
        grading: { overrides: [{ metric: 'x', bandId: 'yeu', provenance: stated }] },
      }),
    ).toEqual([])
  })
})

describe('rescaling', () => {
  const criteria = [
    aGroup('g', [aReportedLeaf('a', '3'), aReportedLeaf('b', '4')]),
    aGroup('h', [aReportedLeaf('c', '3')]),
  ]
  const without = (criterionIds: readonly string[], parts: Partial<Rescaling> = {}) =>
    linted({ criteria, rescaling: { criterionIds, to: '10', provenance: stated, ...parts } })

  test('leaves out criteria of the set, each once', () => {
    expect(without(['h'])).toEqual([])
    expect(without(['a', 'h'])).toEqual([])
    expect(without(['x'])).toEqual(['error rescaling.criterionIds[0] unknown-criterion'])
    expect(without(['h', 'h'])).toEqual(['error rescaling.criterionIds[1] in-two-blocks'])
    expect(without(['h', 'c'])).toEqual(['error rescaling.criterionIds[1] in-two-blocks'])
    expect(without(['c', 'h'])).toEqual(['error rescaling.criterionIds[1] in-two-blocks'])
  })

  test('leaves something', () => {
    expect(without(['g'])).toEqual([])
    expect(without(['g', 'h'])).toEqual(['error rescaling.criterionIds nothing-left'])
  })

  test('knows what the block is worth', () => {
    const pooled = [
      aGroup('g', [aReportedLeaf('p', null), aReportedLeaf('q', null)], { maxPoints: null }),
      aReportedLeaf('a', '3'),
    ]
    const pools = [aPool('pq', ['p', 'q'], '4')]
    const rescaling = { criterionIds: ['g'], to: '7', provenance: stated }
    expect(linted({ criteria: pooled, pools, rescaling })).toEqual([
      'error rescaling.criterionIds[0] unknown-maximum',
    ])
  })

  test('brings results to more than nothing', () => {
    expect(without(['h'], { to: '0.1' })).toEqual([])
    expect(without(['h'], { to: '0' })).toEqual(['error rescaling.to scale-not-positive'])
  })
})

test('a rule set does not supersede itself', () => {
  expect(linted({ supersedes: 'bo-cu' })).toEqual([])
  expect(linted({ supersedes: 'bo-thu' })).toEqual(['error supersedes supersedes-itself'])
})

test('it ends no earlier than it begins', () => {
  expect(linted({ validFrom: '2026-01-01', validTo: '2026-01-01' })).toEqual([])
  expect(linted({ validFrom: '2026-01-01', validTo: '2025-12-31' })).toEqual(['error validTo dates-reversed'])
})
