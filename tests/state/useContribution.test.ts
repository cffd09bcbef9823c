import { expect, test } from 'vitest'
import type { Agency, AgencyDirectory } from '../../src/model/agency.ts'
import type { CohortGroup, CohortRow } from '../../src/model/cohort.ts'
import { parentOf } from '../../src/state/useContribution.ts'

const agency = (id: string, parentId?: string): Agency => ({
  id,
  code: null,
  name: id,
  level: 'department',
  parentId,
})

const directory: AgencyDirectory = {
  agencies: [agency('tinh'), agency('a', 'tinh'), agency('b', 'tinh'), agency('c', 'tinh-khac')],
  groups: [],
}

type Members = Pick<CohortGroup, 'notSubmitted' | 'notLoaded'>

const group = (rows: readonly string[], members: Partial<Members> = {}): CohortGroup => ({
  groupId: 'nhom',
  columns: [],
  rows: rows.map(agencyId => ({ agencyId }) as CohortRow),
  notSubmitted: [],
  notLoaded: [],
  standings: {
    ruleSetId: 'bo-thu',
    ruleSetVersion: '1',
    rankedOn: 'unrounded',
    tieStyle: 'competition',
    ranked: [],
    unranked: [],
    notSubmitted: [],
    quotas: [],
  },
  bandCounts: [],
  ...members,
})

test.each([
  ['one above all of them', group(['a', 'b']), 'tinh'],
  ['whoever sent nothing counts too', group(['a'], { notSubmitted: ['c'] }), null],
  ['and whoever is not loaded', group(['a'], { notLoaded: ['b'] }), 'tinh'],
  ['nobody above', group(['tinh']), null],
  ['one of two has nobody above', group(['tinh', 'a']), null],
  ['nobody the directory knows', group(['xa']), null],
])('the agency above a group: %s', (_, shown, parent) => {
  expect(parentOf(directory, shown)).toBe(parent)
})
