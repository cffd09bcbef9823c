import { expect, test } from 'vitest'
import type { Decision } from '../../src/model/submission.ts'
import type { Language } from '../../src/ui/formatNumber.ts'
import { aCriterion, aRuleSet, aSubmission } from '../scoring/builders.ts'
import { contextOf, linesOf, receiptOf } from './receipts.ts'

const ruleSet = aRuleSet({ criteria: [aCriterion({ maxPoints: '2' })] })
const receipt = (parts: Partial<Decision>, language: Language = 'vi') => {
  const submission = aSubmission({
    stage: 'firstReview',
    figures: { done: '1', all: '2' },
    decisions: [
      { criterionId: 'leaf', stage: 'firstReview', points: '0.5', reason: 'Thiếu hồ sơ', ...parts },
    ],
  })
  return linesOf(receiptOf(contextOf(ruleSet, submission, language), 'leaf'), 'stage')
}

test('who decided and when stands on the receipt, as it was written and in the time of Hà Nội', () => {
  const signed = { by: 'Lê Thị Hoa', at: '2026-11-10T18:05:00.000Z' }
  expect(receipt(signed).slice(1)).toEqual([
    'Người quyết định: Lê Thị Hoa (theo tên đã ghi)',
    'Lúc quyết định: 11/11/2026 01:05',
  ])
  expect(receipt(signed, 'en').slice(1)).toEqual([
    'Decided by: Lê Thị Hoa (name as written)',
    'Decided at: 11/11/2026 01:05',
  ])
})

test('a decision without a name says that none is recorded, and no time', () => {
  expect(receipt({}).slice(1)).toEqual(['Người quyết định: chưa ghi'])
})
