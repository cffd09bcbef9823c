import { describe, expect, test } from 'vitest'
import type { Adjustment } from '../../../src/model/ruleSet.ts'
import { aCriterion, aGroup, aReportedLeaf, stated } from '../builders.ts'
import { linted } from './findings.ts'

describe('declared counts', () => {
  const watched = aCriterion({
    id: 'w',
    maxPoints: '0',
    rule: { kind: 'monitor', numerator: 'done', denominator: 'all' },
  })
  // Level 1: g and a leaf; level 2: two scoring leaves, one watched.
  const criteria = [
    aGroup('g', [aReportedLeaf('a', '1'), aReportedLeaf('b', '1'), watched]),
    aReportedLeaf('c', '1'),
  ]
  const counted = (depth: number, count: number) => linted({ criteria, declaredCounts: [{ depth, count }] })

  test.each([
    [0, 2],
    [1, 3], // a, b and the leaf that stands above the depth; the watched one is none
    [5, 3], // deeper than the tree: every leaf
  ])('depth %s holds %s', (depth, count) => {
    expect(counted(depth, count)).toEqual([])
    expect(counted(depth, count - 1)).toEqual(['error declaredCounts[0].count count-differs'])
    expect(counted(depth, count + 1)).toEqual(['error declaredCounts[0].count count-differs'])
  })

  test('a group whose maximum is not stated counts while something below it scores', () => {
    const open = aGroup('g', [aReportedLeaf('a', '1')], { maxPoints: null })
    const idle = aGroup('h', [watched], { maxPoints: null })
    expect(linted({ criteria: [open, idle], declaredCounts: [{ depth: 0, count: 1 }] })).toEqual([])
  })
})

describe('ceilings of adjustments', () => {
  const withCeiling = (ceiling: string) => {
    const penalty: Adjustment = {
      id: 'phat',
      name: 'Điểm phạt',
      effect: 'penalty',
      ceiling,
      rule: { kind: 'perUnit', metric: 'faults', pointsPerUnit: '1' },
      provenance: stated,
    }
    return linted({ adjustments: [penalty] })
  }

  test('lie above 0', () => {
    expect(withCeiling('0.01')).toEqual([])
    expect(withCeiling('0')).toEqual(['error adjustments[0].ceiling ceiling-not-positive'])
    expect(withCeiling('-1')).toEqual(['error adjustments[0].ceiling ceiling-not-positive'])
  })
})
