import { expect, test } from 'vitest'
import { isLeaf } from '../../src/model/criteria.ts'
import { criteriaOf, loadData } from './dataFiles.ts'

const { ruleSets } = loadData()

test('PAR Index 2022, area 7: 14 sub-criteria, seven scores named, eight sub-criteria pooled', () => {
  const ruleSet = ruleSets.find(one => one.id === 'par-index-2022')
  if (!ruleSet) throw new Error('par-index-2022 is not published')
  expect(ruleSet.criteria.map(criterion => criterion.subCriteria?.length)).toEqual([4, 3, 7]) // 14 in all
  const named = criteriaOf(ruleSet).filter(criterion => isLeaf(criterion) && criterion.maxPoints !== null)
  expect(named.map(leaf => leaf.maxPoints)).toEqual(['1', '1', '1.5', '1', '1.5', '0.5', '0.5']) // 7 points
  expect(ruleSet.pools.map(pool => pool.criterionIds.length)).toEqual([8]) // 13.5 − 7 = 6.5 points
})
