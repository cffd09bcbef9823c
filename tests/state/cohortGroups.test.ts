import { describe, expect, test } from 'vitest'
import type { AgencyDirectory } from '../../src/model/agency.ts'
import type { Catalogue } from '../../src/model/catalogue.ts'
import { cohortPeriods, comparedGroups, earlierPeriods } from '../../src/state/useCohortView.ts'

const directory: AgencyDirectory = {
  agencies: ['x', 'y', 'z', 'tinh'].map(id => ({ id, code: null, name: id, level: 'department' })),
  groups: [
    { id: 'so', name: 'Sở', use: 'comparison', members: { ids: ['x', 'y', 'z'] } },
    { id: 'le', name: 'Một mình', use: 'comparison', members: { ids: ['x', 'tinh'] } },
    { id: 'nhan', name: 'Nơi nhận', use: 'addressees', members: { ids: ['x', 'y'] } },
  ],
}

function catalogueOf(
  entries: readonly (readonly [agencyId: string, period: string, ruleSetId?: string])[],
): Catalogue {
  return {
    documents: '',
    agencies: '',
    figures: '',
    ruleSets: [],
    submissions: entries.map(([agencyId, period, ruleSetId = 'bo']) => ({
      ruleSetId,
      period,
      agencyId,
      path: `${agencyId}.json`,
    })),
    tables: [],
    plans: [],
    opening: { ruleSetId: 'bo', period: '2026-02', agencyId: 'x' },
  }
}

describe('groups that are compared', () => {
  test('need two members with files under the rule set, and bring those without along', () => {
    const catalogue = catalogueOf([
      ['x', '2026-02'],
      ['y', '2026-01'],
      ['tinh', '2026-01', 'bo-khac'],
    ])
    // "le" has one file under "bo"; addressees are compared with nobody.
    expect(comparedGroups(catalogue, directory, 'bo')).toEqual([
      { groupId: 'so', agencyIds: ['x', 'y', 'z'] },
    ])
    expect(comparedGroups(catalogue, directory, 'bo-khac')).toEqual([])
  })
})

describe('periods', () => {
  const catalogue = catalogueOf([
    ['x', '2026-01'],
    ['x', '2026-02'],
    ['y', '2025-12'],
    ['x', '2026'],
    ['tinh', '2025-11'],
    ['x', '2025-10', 'bo-khac'],
  ])

  test('of the same kind and rule set, the latest first', () => {
    expect(cohortPeriods(catalogue, { ruleSetId: 'bo', period: '2026-02', stage: null })).toEqual([
      '2026-02',
      '2026-01',
      '2025-12',
      '2025-11',
    ])
  })

  test('earlier ones only where one of the agencies has a file', () => {
    expect(earlierPeriods(catalogue, ['x', 'y'], { ruleSetId: 'bo', period: '2026-02' })).toEqual([
      '2026-01',
      '2025-12',
    ])
    expect(earlierPeriods(catalogue, ['z'], { ruleSetId: 'bo', period: '2026-02' })).toEqual([])
  })
})
