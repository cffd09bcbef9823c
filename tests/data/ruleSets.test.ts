import { describe, expect, test } from 'vitest'
import { isLeaf } from '../../src/model/criteria.ts'
import type { Criterion } from '../../src/model/ruleSet.ts'
import { criteriaOf, loadData } from './dataFiles.ts'
import { scaled, scaledSum } from './scaled.ts'

const { ruleSets } = loadData()

describe.each(ruleSets)('$id', ruleSet => {
  const criteria = criteriaOf(ruleSet)
  const leaves = criteria.filter(isLeaf)
  const pooled = ruleSet.pools.flatMap(pool => pool.criterionIds)

  test('leaves with a maximum of their own and pools add up to the scale', () => {
    const known = leaves.flatMap(leaf => leaf.maxPoints ?? [])
    expect(scaledSum([...known, ...ruleSet.pools.map(pool => pool.maxPoints)])).toBe(scaled(ruleSet.scale))
  })

  test('the parts of each criterion add up to its maximum, where all are known', () => {
    const wrong = criteria.flatMap(({ id, maxPoints, subCriteria = [] }: Criterion) => {
      const parts = subCriteria.map(part => part.maxPoints)
      if (maxPoints === null || parts.length === 0 || parts.includes(null)) return []
      return scaledSum(parts.filter(part => part !== null)) === scaled(maxPoints) ? [] : [id]
    })
    expect(wrong).toEqual([])
  })

  test('the parts of each sum, read or applied, add up to the maximum of the leaf', () => {
    const sums = leaves.flatMap(leaf =>
      [leaf.rule, ...(leaf.readings ?? []).map(reading => reading.rule)].flatMap(rule =>
        rule?.kind === 'sum' && leaf.maxPoints !== null ? [{ rule, max: leaf.maxPoints }] : [],
      ),
    )
    for (const { rule, max } of sums)
      expect(scaledSum(rule.parts.map(part => part.maxPoints))).toBe(scaled(max))
  })

  test('only leaves carry rules, and a leaf without a maximum is in exactly one pool', () => {
    expect(criteria.filter(criterion => isLeaf(criterion) !== (criterion.rule !== undefined))).toEqual([])
    const open = leaves.filter(leaf => leaf.maxPoints === null).map(leaf => leaf.id)
    expect(open.toSorted()).toEqual(pooled.toSorted())
  })

  test('watched-only leaves are worth nothing and every other leaf something', () => {
    const wrong = leaves.filter(
      ({ maxPoints, rule }) =>
        maxPoints !== null && (rule?.kind === 'monitor') !== (scaled(maxPoints) === 0n),
    )
    expect(wrong.map(leaf => leaf.id)).toEqual([])
  })

  test('every criterion says which document it comes from', () => {
    expect(criteria.filter(criterion => criterion.provenance.source === null)).toEqual([])
  })

  test('everything drawn has a short name of at most 36 characters and is named in English', () => {
    const drawn = [...criteria, ...ruleSet.pools]
    const long = drawn.filter(({ shortName = '' }) => shortName === '' || [...shortName].length > 36)
    expect(long.map(node => node.id)).toEqual([])
    const unnamed = [
      ...drawn.filter(node => !node.nameEn || !node.shortNameEn),
      ...ruleSet.metrics.filter(metric => !metric.nameEn),
      ...ruleSet.bands.filter(band => !band.nameEn),
    ]
    expect(unnamed.map(node => node.id)).toEqual([])
  })

  test('bands fall from the best to the one that starts at 0', () => {
    const starts = ruleSet.bands.map(band => scaled(band.fromPercent))
    expect(starts).toEqual(starts.toSorted((a, b) => (a < b ? 1 : -1)))
    expect(new Set(starts).size).toBe(starts.length)
    expect(starts.slice(-1)).toEqual(starts.length === 0 ? [] : [0n])
    expect(ruleSet.bandsProvenance === null).toBe(starts.length === 0)
  })
})

test('PAR Index 2022, area 7: 14 sub-criteria, seven scores named, eight sub-criteria pooled', () => {
  const ruleSet = ruleSets.find(one => one.id === 'par-index-2022')
  if (!ruleSet) throw new Error('par-index-2022 is not published')
  expect(ruleSet.criteria.map(criterion => criterion.subCriteria?.length)).toEqual([4, 3, 7]) // 14 in all
  const named = criteriaOf(ruleSet).filter(criterion => isLeaf(criterion) && criterion.maxPoints !== null)
  expect(named.map(leaf => leaf.maxPoints)).toEqual(['1', '1', '1.5', '1', '1.5', '0.5', '0.5']) // 7 points
  expect(ruleSet.pools.map(pool => pool.criterionIds.length)).toEqual([8]) // 13.5 − 7 = 6.5 points
})
