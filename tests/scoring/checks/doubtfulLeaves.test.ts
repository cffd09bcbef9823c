import { expect, test } from 'vitest'
import { doubtfulLeaves } from '../../../src/scoring/checks/doubtfulLeaves.ts'
import { formOf } from '../../../src/scoring/form/formOf.ts'
import { aCriterion, aRatioRule, aRuleSet } from '../builders.ts'
import { checked, found } from './checkBuilders.ts'

const rules = aRuleSet({
  criteria: [
    aCriterion({ id: 'a' }),
    // The same share once more, and the same numerator of something larger.
    aCriterion({ id: 'b' }),
    aCriterion({ id: 'c', rule: aRatioRule({ denominator: 'more' }) }),
  ],
})
const form = formOf(rules, null)

test('leaves of a share above 100% are in doubt until the doubt is let stand', () => {
  const of = (done: string, reason?: string) => {
    const figures = { done, all: '20', more: '50' }
    const [doubt] = found(rules, 'numerator-above-denominator', { figures })
    const accepted = reason === undefined || !doubt ? [] : [{ findingId: doubt.id, reason }]
    return [...doubtfulLeaves(form, checked(rules, { figures, draft: { accepted } }).findings)]
  }
  expect(of('20')).toEqual([])
  expect(of('21')).toEqual(['a', 'b'])
  expect(of('21', 'Tồn kỳ trước chuyển sang')).toEqual([])
  expect(of('51')).toEqual(['a', 'b', 'c'])
})

test('another doubt about a leaf leaves its points alone', () => {
  expect(
    doubtfulLeaves(form, checked(rules, { figures: { done: '0', all: '20', more: '50' } }).findings).size,
  ).toBe(0)
})
