import { describe, expect, test } from 'vitest'
import type { LossView } from '../../../src/model/scoreSheet.ts'
import { areaShares, lossesByArea, lossesInAreas } from '../../../src/scoring/actions/lossViews.ts'
import { loadData } from '../../data/dataFiles.ts'
import { scaled, scaledSum } from '../../data/scaled.ts'
import {
  aCriterion,
  aGroup,
  aPool,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  roundingAt,
  score,
  toPlaces,
} from '../builders.ts'

const told = (view: LossView | null) =>
  view?.losses.map(({ nodeId, kind, lost, to }) => [nodeId, kind, lost, to])

const twoAreas = [
  aGroup('I', [aReportedLeaf('a', '4'), aReportedLeaf('b', '6')]),
  aGroup('II', [aReportedLeaf('c', '3'), aReportedLeaf('d', '7')]),
]

describe('losses by area', () => {
  test('add up the leaves of each area, largest first, down to the same score', () => {
    const sheet = score(
      aRuleSet({ criteria: twoAreas }),
      aSubmission({ points: { a: '3', b: '5.5', c: '1', d: '6' } }),
    )
    // I: 1 + 0.5; II: 2 + 1; 20 − 3 − 1.5 = 15.5
    expect(told(lossesByArea(sheet))).toEqual([
      ['II', 'lost', '3', '17'],
      ['I', 'lost', '1.5', '15.5'],
    ])
    expect(sheet.losses.at(-1)?.to).toBe('15.5')
  })

  test('keep what missing figures leave open apart, after the sure losses', () => {
    const criteria = [
      aGroup('I', [aReportedLeaf('a', '4'), aCriterion({ id: 'b', maxPoints: '6' })]),
      aGroup('II', [aReportedLeaf('c', '10')]),
    ]
    const sheet = score(
      aRuleSet({ criteria }),
      aSubmission({ figures: { done: null, all: '9' }, points: { a: '3', c: '10' } }),
    )
    const view = lossesByArea(sheet)
    expect(told(view)).toEqual([
      ['I', 'lost', '1', '19'],
      ['I', 'missing', '6', '13'],
    ])
    // One step after the first, six points of it not sure.
    expect(view?.losses[0]?.remaining).toEqual({ count: 1, lost: '6', sure: '0' })
  })

  test('leave pools and rounding as steps of their own', () => {
    const criteria = [
      aGroup('I', [aReportedLeaf('a', '4'), aReportedLeaf('x', null)], { maxPoints: '7' }),
      aGroup('II', [aReportedLeaf('c', '3'), aReportedLeaf('y', null)], { maxPoints: '6' }),
    ]
    const pool = aPool('pool', ['x', 'y'], '6')
    const sheet = score(
      aRuleSet({ criteria, pools: [pool], scale: '13' }),
      aSubmission({ points: { a: '3', c: '1', pool: '5.5' } }),
    )
    expect(told(lossesByArea(sheet))).toEqual([
      ['II', 'lost', '2', '11'],
      ['I', 'lost', '1', '10'],
      ['pool', 'unexplained', '0.5', '9.5'],
    ])
  })

  test('are not told for a set of one area, of leaves only, or with a maximum nobody states', () => {
    const sheetOf = (criteria: Parameters<typeof aRuleSet>[0]) => score(aRuleSet(criteria), aSubmission())
    expect(lossesByArea(sheetOf({ criteria: [aGroup('I', [aReportedLeaf('a', '4')])] }))).toBeNull()
    expect(lossesByArea(sheetOf({ criteria: [aReportedLeaf('a', '4'), aReportedLeaf('b', '4')] }))).toBeNull()
    const unknown = [aGroup('I', [aReportedLeaf('a', null)]), aGroup('II', [aReportedLeaf('b', '4')])]
    expect(lossesByArea(sheetOf({ criteria: unknown, scale: '9' }))).toBeNull()
  })
})

describe('losses within an area', () => {
  test('go from its maximum to its score, its own rounding included', () => {
    const criteria = [
      aGroup('I', [aReportedLeaf('a', '4'), aReportedLeaf('b', '6')]),
      aGroup('II', [aReportedLeaf('c', '3')]),
    ]
    const rounding = roundingAt({ group: toPlaces(1) })
    const sheet = score(
      aRuleSet({ criteria, rounding }),
      aSubmission({ points: { a: '3.33', b: '5.5', c: '3' } }),
    )
    const [first] = lossesInAreas(sheet)
    // 10 − 0.67 − 0.5 = 8.83, rounded down to 8.8: another 0.03
    expect([first?.nodeId, first?.maxPoints, ...(told(first ?? null) ?? [])]).toEqual([
      'I',
      '10',
      ['a', 'lost', '0.67', '9.33'],
      ['b', 'lost', '0.5', '8.83'],
      ['rounding', 'rounding', '0.03', '8.8'],
    ])
  })
})

test('every ladder of every published result adds up, by area and within', () => {
  const { ruleSets, submissions } = loadData()
  let views = 0
  for (const submission of submissions) {
    const ruleSet = ruleSets.find(each => each.id === submission.ruleSetId)
    if (!ruleSet) continue
    const sheet = score(ruleSet, submission)
    const whole = lossesByArea(sheet)
    for (const view of whole ? [whole, ...lossesInAreas(sheet)] : []) {
      if (view.points.kind === 'unknown') continue
      views += 1
      const lost = scaledSum(view.losses.map(step => step.lost))
      expect(scaled(view.maxPoints) - lost, `${submission.id} ${view.nodeId}`).toBe(scaled(view.points.from))
    }
  }
  expect(views).toBeGreaterThan(60)
})

describe('shares of areas', () => {
  test('name the highest and the lowest, equal ones together, none where all are equal', () => {
    const criteria = ['a', 'b', 'c'].map(id => aReportedLeaf(id, '4'))
    const sharesOf = (points: Record<string, string>) => {
      const shares = areaShares(score(aRuleSet({ criteria }), aSubmission({ points })))
      return [shares?.best, shares?.worst]
    }
    expect(sharesOf({ a: '4', b: '1', c: '1' })).toEqual([['a'], ['b', 'c']])
    expect(sharesOf({ a: '2', b: '2', c: '2' })).toEqual([[], []])
  })

  test('do not rank what is open', () => {
    const criteria = [
      aReportedLeaf('a', '4'),
      aReportedLeaf('b', '4'),
      aCriterion({ id: 'open', maxPoints: '4' }),
    ]
    const sheet = score(
      aRuleSet({ criteria }),
      aSubmission({ figures: { done: null, all: '4' }, points: { a: '4', b: '1' } }),
    )
    const shares = areaShares(sheet)
    expect([shares?.best, shares?.worst]).toEqual([['a'], ['b']])
    expect(shares?.areas[2]?.percent).toEqual({ from: '0', to: '100' })
  })
})
