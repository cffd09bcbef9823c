import { expect, test } from 'vitest'
import { peerRange } from '../../../src/scoring/review/peerRange.ts'
import { aCriterion, aRatioRule, aReportedLeaf, aRuleSet, aSubmission, score } from '../builders.ts'

const ruleSet = aRuleSet({
  criteria: [
    aReportedLeaf('c', '10'),
    aCriterion({ id: 'r', rule: aRatioRule({ whenDenominatorZero: 'full' }) }),
  ],
})

const agency = (points: string | null, all = '10') => {
  const submission = aSubmission({
    figures: { done: '0', all },
    ...(points !== null && { points: { c: points } }),
  })
  return {
    sheet: score(ruleSet, submission),
    values: new Map(submission.values.map(value => [value.metricId, value])),
  }
}
const range = (...points: readonly (string | null)[]) =>
  peerRange(
    points.map(each => agency(each)),
    'c',
    null,
  )

test('lowest, middle and highest, the middle of two exact', () => {
  expect(range('3', '1', '2.5')).toEqual({ lowest: '1', median: '2.5', highest: '3', of: 3 })
  expect(range('1', '2', '2.5', '9')).toEqual({ lowest: '1', median: '2.25', highest: '9', of: 4 })
})

test('whoever has no points yet is not taken for zero', () => {
  expect(range('3', null, '5')).toEqual({ lowest: '3', median: '4', highest: '5', of: 2 })
})

test('one agency alone is no range', () => {
  expect(range('3', null)).toBeNull()
  expect(range()).toBeNull()
})

test('who had nothing to count stands apart, as in the comparison of agencies', () => {
  const agencies = [agency('3'), agency('5'), agency('10', '0')]
  expect(peerRange(agencies, 'c', 'all')).toMatchObject({ highest: '5', of: 2 })
  expect(peerRange(agencies, 'c', null)).toMatchObject({ highest: '10', of: 3 })
})
