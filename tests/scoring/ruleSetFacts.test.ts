import { describe, expect, test } from 'vitest'
import { lintSources } from '../../src/scoring/lint/lintSources.ts'
import { provenancesOf, ruleSetFacts } from '../../src/scoring/ruleSetFacts.ts'
import { loadData } from '../data/dataFiles.ts'
import { aCriterion, aGroup, aPool, aReportedLeaf, aRuleSet, inferred, stated } from './builders.ts'
import { addsUpTo } from './fractions.ts'
import { everyKind, plainRules } from './lint/everyKind.ts'

const watched = aCriterion({
  id: 'watched',
  maxPoints: '0',
  rule: { kind: 'monitor', numerator: 'done', denominator: 'all' },
})

describe('what a set is made of', () => {
  test('groups, items at the counted depth, watched ones, leaves and rule kinds', () => {
    const facts = ruleSetFacts(
      aRuleSet({
        itemDepth: 1,
        criteria: [
          aGroup('a', [
            aCriterion({ id: 'a1' }),
            aGroup('a2', [aCriterion({ id: 'x' }), aCriterion({ id: 'y' })]),
            watched,
          ]),
          aCriterion({ id: 'b', rule: plainRules.yesNo }), // a leaf above the counted depth counts too
        ],
      }),
    )
    expect(facts).toMatchObject({ groups: 1, items: 4, watched: 1, criteria: 7, leaves: 5 })
    expect(facts.kinds).toEqual([
      { kind: 'ratio', count: 3 },
      { kind: 'monitor', count: 1 },
      { kind: 'yesNo', count: 1 },
    ])
  })

  test('every rule kind once in the set that has them all', () => {
    const { kinds, figures, leaves } = ruleSetFacts(everyKind())
    expect(kinds.reduce((sum, each) => sum + each.count, 0)).toBe(leaves)
    expect(new Set(kinds.map(each => each.kind)).size).toBe(23)
    expect(figures.find(each => each.nodeId === 'ratio')?.metricIds).toEqual([
      'done',
      'all',
      'paper',
      'lastYear',
    ])
    expect(figures.find(each => each.nodeId === 'thuong')?.metricIds).toEqual(['ideas'])
    expect(figures.find(each => each.nodeId === 'reported')?.metricIds).toEqual([])
  })
})

describe('points by area', () => {
  test('the stated maximum, as a share of the scale', () => {
    const { areas, sharedPoints } = ruleSetFacts(
      aRuleSet({
        criteria: [aGroup('a', [aReportedLeaf('x', '1')]), aGroup('b', [aReportedLeaf('y', '2')])],
      }),
    )
    expect(areas).toEqual([
      { criterionId: 'a', maxPoints: '1', points: '1', percent: '100/3' },
      { criterionId: 'b', maxPoints: '2', points: '2', percent: '200/3' },
    ])
    expect(sharedPoints).toBeNull()
  })

  test('PAR Index area 7: 2 + 1.5 + 3.5 are known, 6.5 of 13.5 only together', () => {
    const parIndex = loadData().ruleSets.find(each => each.id === 'par-index-2022')
    if (!parIndex) throw new Error('no par-index-2022')
    const { areas, sharedPoints } = ruleSetFacts(parIndex)
    expect(areas.map(each => each.points)).toEqual(['2', '1.5', '3.5'])
    expect(sharedPoints).toEqual({ points: '6.5', percent: '1300/27' }) // 6.5 ÷ 13.5 × 100
  })

  test('areas and the shared rest are the scale, in every set we publish', () => {
    for (const ruleSet of loadData().ruleSets) {
      const { areas, sharedPoints } = ruleSetFacts(ruleSet)
      const parts = [...areas.map(each => each.points), sharedPoints?.points ?? '0']
      expect(addsUpTo(parts, ruleSet.scale), ruleSet.id).toBe(true)
    }
  })
})

describe('sources', () => {
  test('are counted by how sure they are; what names no document is counted by itself', () => {
    const { sources } = ruleSetFacts(
      aRuleSet({
        criteria: [
          aCriterion({ id: 'a' }),
          aCriterion({ id: 'b', provenance: inferred }),
          aCriterion({ id: 'c', provenance: { ...stated, certainty: 'illustrative' } }),
          aCriterion({ id: 'd', provenance: { certainty: 'inferred', source: null } }),
        ],
        pools: [aPool('p', [], '0')],
      }),
    )
    // Rounding and "a" are stated; "b" and the pool inferred.
    expect(sources).toEqual({ stated: 2, inferred: 2, illustrative: 1, none: 1, total: 6 })
  })

  test('are the same places the linter asks', () => {
    const nowhere = { certainty: 'inferred', source: null } as const
    const strip = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(strip)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          key,
          /provenance$/i.test(key) && inner !== null ? nowhere : strip(inner),
        ]),
      )
    }
    const full = everyKind()
    const bare = { ...full, ...(strip(full) as typeof full) }
    let asked = 0
    lintSources(bare, {
      error: () => {},
      warning: () => {
        asked += 1
      },
    })
    expect(asked).toBe(provenancesOf(bare).length)
    expect(ruleSetFacts(bare).sources).toEqual({
      stated: 0,
      inferred: 0,
      illustrative: 0,
      none: asked,
      total: asked,
    })
  })
})
