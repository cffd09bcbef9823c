import { describe, expect, test } from 'vitest'
import type { Adjustment } from '../../../src/model/ruleSet.ts'
import { aGroup, aPool, aReportedLeaf, stated } from '../builders.ts'
import { everyKind, quarter } from './everyKind.ts'
import { linted } from './findings.ts'

const adjustment = (id: string): Adjustment => ({
  id,
  name: 'Điểm thưởng',
  effect: 'bonus',
  ceiling: '1',
  rule: { kind: 'perUnit', metric: 'ideas', pointsPerUnit: '1' },
  provenance: stated,
})

describe('ids are given once', () => {
  test('among criteria, pools and adjustments', () => {
    const criteria = [aReportedLeaf('a', '1')]
    expect(linted({ criteria, adjustments: [adjustment('b'), adjustment('c')] })).toEqual([])
    expect(linted({ criteria, adjustments: [adjustment('a')] })).toEqual([
      'error adjustments[0].id duplicate-id',
    ])
  })

  test('among calendars and among examples', () => {
    const { examples = [] } = everyKind()
    expect(linted({ calendars: [quarter, { ...quarter, id: 'khac' }] })).toEqual([])
    expect(linted({ calendars: [quarter, quarter] })).toEqual(['error calendars[1].id duplicate-id'])
    expect(linted({ ...everyKind(), examples: [...examples, ...examples] })).toEqual([
      'error examples[1].id duplicate-id',
    ])
  })
})

test('words of ours are no ids of pools or adjustments', () => {
  const criteria = [aReportedLeaf('p', null), aReportedLeaf('q', null)]
  expect(linted({ criteria, pools: [aPool('rest', ['p', 'q'], '1')] })).toEqual([
    'error pools[0].id reserved-id',
  ])
  expect(linted({ adjustments: [adjustment('total')] })).toEqual(['error adjustments[0].id reserved-id'])
})

describe('official numbers', () => {
  const leaf = (id: string, code: string) => aReportedLeaf(id, '1', { code })

  test('are given once among siblings', () => {
    expect(linted({ criteria: [leaf('a', '1'), leaf('b', '2')] })).toEqual([])
    expect(linted({ criteria: [leaf('a', '1'), leaf('b', '1')] })).toEqual([
      'error criteria[1].code duplicate-code',
    ])
  })

  test('may come again in another group', () => {
    const criteria = [
      aGroup('g', [leaf('a', '1')], { code: 'I' }),
      aGroup('h', [leaf('b', '1')], { code: 'II' }),
    ]
    expect(linted({ criteria })).toEqual([])
  })

  test('are the parent’s where the source gives the parts none (PAR Index 2022, III.8)', () => {
    const parts = (code: string) => ({
      criteria: [aGroup('g', [leaf('a', code), leaf('b', code)], { code: 'III.8' })],
    })
    expect(linted(parts('III.8'))).toEqual([])
    expect(linted(parts('III.9'))).toEqual(['error criteria[0].subCriteria[1].code duplicate-code'])
  })
})
