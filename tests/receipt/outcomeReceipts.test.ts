import { expect, test } from 'vitest'
import { scoreSubmission } from '../../src/scoring/scoreSubmission.ts'
import { aCriterion, aRatioRule, aRuleSet, aSubmission, scoredAt } from '../scoring/builders.ts'
import { aMetric, contextFor, type Scene, sceneContext, textLines, vietnamese } from './kindReceipts.ts'

const ratio: Pick<Scene, 'rule' | 'metrics'> = {
  rule: aRatioRule(),
  metrics: [aMetric('done', 'Hồ sơ đúng hạn'), aMetric('all', 'Tổng số hồ sơ')],
}

test('missing: open from 0 to the maximum', () => {
  const scene: Scene = { ...ratio, figures: { done: null, all: '60' } }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    'chưa tính (tối đa 2 điểm)',
    '1. Số liệu',
    'Hồ sơ đúng hạn: thiếu',
    'Tổng số hồ sơ: 60 hồ sơ',
    '2. Cách tính: chưa tính',
    'thiếu số liệu',
    '3. Ngưỡng, bậc',
    'từ 100%: 2 điểm (tối đa)',
    'dưới 100%: tỷ lệ × điểm tối đa',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: chưa tính',
    'Còn có thể được: từ 0 đến 2',
    'Điểm tối đa: 2',
  ])
})

test('missing with a rule set that gives 0 for it', () => {
  const scene: Scene = { ...ratio, figures: { done: null, all: '60' }, leaf: { states: { missing: 'zero' } } }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '0/2 điểm, mất 2',
    '1. Số liệu',
    'Hồ sơ đúng hạn: thiếu',
    'Tổng số hồ sơ: 60 hồ sơ',
    '2. Cách tính: có nêu',
    'thiếu số liệu: theo cách tính được 0 điểm',
    '3. Ngưỡng, bậc',
    'từ 100%: 2 điểm (tối đa)',
    'dưới 100%: tỷ lệ × điểm tối đa',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 0 (suy ra)',
    'Điểm tối đa: 2',
  ])
})

test('withheld: says so, and what the rule set does', () => {
  const scene: Scene = {
    ...ratio,
    leaf: { states: { withheld: 'zero' } },
    submission: {
      values: [
        { metricId: 'done', state: 'withheld' },
        { metricId: 'all', state: 'entered', value: '60' },
      ],
    },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '0/2 điểm, mất 2',
    '1. Số liệu',
    'Hồ sơ đúng hạn: không công bố',
    'Tổng số hồ sơ: 60 hồ sơ',
    '2. Cách tính: có nêu',
    'không công bố: theo cách tính được 0 điểm',
    '3. Ngưỡng, bậc',
    'từ 100%: 2 điểm (tối đa)',
    'dưới 100%: tỷ lệ × điểm tối đa',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 0 (suy ra)',
    'Điểm tối đa: 2',
  ])
})

test('exempt: no way through the rule was taken', () => {
  const scene: Scene = {
    ...ratio,
    figures: { done: '40', all: '60' },
    submission: { notApplicable: [{ criterionId: 'leaf', reason: 'Không có thủ tục' }] },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    'không áp dụng',
    '1. Số liệu',
    'Hồ sơ đúng hạn: 40 hồ sơ',
    'Tổng số hồ sơ: 60 hồ sơ',
    '2. Cách tính: không áp dụng',
    'Lý do: Không có thủ tục',
    '3. Ngưỡng, bậc',
    'từ 100%: 2 điểm (tối đa)',
    'dưới 100%: tỷ lệ × điểm tối đa',
    '4. Điểm: không áp dụng',
    'Điểm tối đa: 2, không tính vào tổng',
  ])
})

test('a decision of the second review beside what the rule gave', () => {
  const scene: Scene = {
    ...ratio,
    figures: { done: '45', all: '60' },
    submission: {
      stage: 'secondReview',
      decisions: [
        { criterionId: 'leaf', stage: 'secondReview', points: '1', reason: 'Minh chứng hết hiệu lực' },
      ],
    },
  }
  expect(textLines(sceneContext(scene, 'vi'))).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1/2 điểm, mất 1',
    '',
    '1. Số liệu',
    '   Hồ sơ đúng hạn: 45 hồ sơ',
    '   Tổng số hồ sơ: 60 hồ sơ',
    '',
    '2. Cách tính: có nêu',
    '   45 ÷ 60 = 75%',
    '   75% × 2 = 1,5',
    '',
    '3. Ngưỡng, bậc',
    '   từ 100%: 2 điểm (tối đa)',
    '   dưới 100%: tỷ lệ × điểm tối đa (đã áp dụng)',
    '',
    '4. Làm tròn: không làm tròn',
    '',
    '5. Quyết định',
    '   Điểm theo cách tính: 1,5',
    '   Điểm thẩm định lần 2: 1',
    '   Lý do: Minh chứng hết hiệu lực',
    '',
    '6. Điểm: 1',
    '   Điểm tối đa: 2',
    '',
    '7. Giai đoạn: thẩm định lần 2, kỳ 2026',
    '   Người quyết định: chưa ghi',
    '',
    '8. Nguồn',
    '   Quyết định 12/QĐ-UBND ngày 05/01/2026, mục 1',
  ])
})

test('waiting for the review, then decided by it', () => {
  const scene: Scene = { rule: { kind: 'reported' }, metrics: [], leaf: { assessedBy: 'review' } }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    'chờ thẩm định (tối đa 2 điểm)',
    '1. Cách tính: theo kết quả thẩm định',
    '2. Điểm: chờ thẩm định',
    'Còn có thể được: từ 0 đến 2',
    'Điểm tối đa: 2',
  ])
  const decided: Scene = {
    ...scene,
    submission: {
      stage: 'firstReview',
      decisions: [{ criterionId: 'leaf', stage: 'firstReview', points: '1.5' }],
    },
  }
  expect(vietnamese(decided)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1,5/2 điểm, mất 0,5',
    '1. Cách tính: theo quyết định',
    '2. Quyết định',
    'Điểm thẩm định lần 1: 1,5',
    'Lý do: không nêu',
    '3. Điểm: 1,5',
    'Điểm tối đa: 2',
  ])
})

test('without the other agencies a rule that compares stays open', () => {
  const leaf = aCriterion({
    maxPoints: '2',
    rule: { kind: 'shareOfBest', measure: { of: 'value', metric: 'speed' }, whenAllZero: 'zero' },
  })
  const ruleSet = aRuleSet({ criteria: [leaf] })
  const sheet = scoreSubmission(ruleSet, aSubmission({ figures: { speed: '60' } }), scoredAt)
  const lines = textLines(contextFor(sheet, ruleSet, 'vi')).map(line => line.trim())
  expect(lines).toContain('chưa tính (tối đa 2 điểm)')
  expect(lines).toContain('chưa có số liệu của các đơn vị khác')
  expect(lines).toContain('Còn có thể được: từ 0 đến 2')
})
