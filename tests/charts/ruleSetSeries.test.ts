import { expect, test } from 'vitest'
import { pointsSegments } from '../../src/charts/pointsBarSeries.ts'
import { shiftScale } from '../../src/charts/shiftSeries.ts'
import { ruleSetFacts } from '../../src/scoring/ruleSetFacts.ts'
import { aCriterion, aGroup, aPool, aReportedLeaf, aRuleSet, inferred } from '../scoring/builders.ts'

test('areas fill the scale in the order of the set', () => {
  const ruleSet = aRuleSet({
    criteria: [
      aGroup('a', [aCriterion({ id: 'a1', maxPoints: '3' }), aCriterion({ id: 'a2', maxPoints: '2' })]),
      aGroup('b', [aCriterion({ id: 'b1', maxPoints: '15' })], { provenance: inferred }),
    ],
  })
  expect(pointsSegments(ruleSet, ruleSetFacts(ruleSet))).toEqual([
    { criterionId: 'a', points: '5', percent: '25', length: 0.25, state: 'stated' },
    { criterionId: 'b', points: '15', percent: '75', length: 0.75, state: 'inferred' },
  ])
})

test('an area without a stated maximum shows what is known; the joint rest stands by itself', () => {
  const ruleSet = aRuleSet({
    criteria: [
      aGroup('a', [aReportedLeaf('a1', '1'), aReportedLeaf('a2', null)], { maxPoints: null }),
      aGroup('b', [aReportedLeaf('b1', null)], { maxPoints: null }),
    ],
    pools: [aPool('p', ['a2', 'b1'], '3')],
  })
  expect(pointsSegments(ruleSet, ruleSetFacts(ruleSet))).toEqual([
    { criterionId: 'a', points: '1', percent: '25', length: 0.25, state: 'partial' },
    { criterionId: null, points: '3', percent: '75', length: 0.75, state: 'shared' },
  ])
})

test('two versions of maxima share one scale; an unknown one has no place', () => {
  expect(
    shiftScale([
      { from: '8', to: '6' },
      { from: '2.5', to: '10' },
      { from: null, to: '5' },
    ]),
  ).toEqual({
    end: '10',
    places: [
      { from: 0.8, to: 0.6 },
      { from: 0.25, to: 1 },
      { from: null, to: 0.5 },
    ],
  })
  expect(shiftScale([{ from: '0', to: null }])).toEqual({ end: '0', places: [{ from: null, to: null }] })
  expect(shiftScale([])).toEqual({ end: null, places: [] })
})
