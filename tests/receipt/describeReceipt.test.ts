import { describe, expect, test } from 'vitest'
import type { RatioRule } from '../../src/model/rules.ts'
import type { Submission } from '../../src/model/submission.ts'
import { describeGroupReceipt, describePoolReceipt } from '../../src/receipt/describeReceipt.ts'
import { aCriterion, aRatioRule, aRuleSet, aSubmission, nodeOf } from '../scoring/builders.ts'
import { contextOf, linesOf, receiptOf, shipped } from './receipts.ts'

describe('III.7 of Trà Vinh 2022: published points, figures missing, the rule read from them', () => {
  const vi = [{ year: 2023, text: 'tối thiểu 50%' }]
  const en = [{ year: 2023, text: 'at least 50%' }]

  test('in Vietnamese', () => {
    const receipt = receiptOf(shipped('tinh-tra-vinh', 'vi', vi), 'ho-so-truc-tuyen-toan-trinh')
    expect(receipt).toMatchObject({ code: 'III.7', points: '0,2734', maxPoints: '1,5', lost: '1,2266' })
    expect(receipt.isFull).toBe(false)
    expect(linesOf(receipt, 'figures')).toEqual([
      'Hồ sơ trực tuyến toàn trình: thiếu',
      'Tổng số hồ sơ: thiếu',
    ])
    // 0.2734 ÷ 1.5 = 18.2266…%, cut; read with a target of 50% it is half of that
    expect(linesOf(receipt, 'method')).toEqual([
      'Cách tính: suy ra',
      '0,2734 ÷ 1,5 = 18,2266…%',
      'Tỷ lệ × điểm tối đa. Phụ lục của Bộ chưa có nguồn.',
      'Nếu đạt tối đa từ 50% thì tỷ lệ là 9,11%.',
      'Lấy nguyên điểm đã công bố.',
    ])
    expect(linesOf(receipt, 'thresholds')).toEqual(['Ngưỡng, bậc: chưa có nguồn'])
    expect(linesOf(receipt, 'rounding')).toEqual(['Làm tròn: 4 chữ số thập phân', 'giữ nguyên như công bố'])
    expect(linesOf(receipt, 'points')).toEqual(['Điểm: 0,2734', 'Điểm tối đa: 1,5'])
    expect(linesOf(receipt, 'source')).toEqual([
      'Kế hoạch 37/KH-STTTT-VP ngày 11/07/2023, mục I.1',
      '“Một số dịch vụ công trực tuyến cung cấp mức độ toàn trình nhưng chưa đảm bảo thực hiện toàn trình…; công tác tuyên truyền… còn hạn chế.”',
    ])
    expect(linesOf(receipt)).toContain('Mục tiêu 2023: tối thiểu 50%')
    expect(linesOf(receipt, 'stage')).toEqual([
      'Giai đoạn: kết quả công bố 2022',
      'Người quyết định: nguồn không nêu',
    ])
  })

  test('in English, the same figures with a decimal point', () => {
    const receipt = receiptOf(shipped('tinh-tra-vinh', 'en', en), 'ho-so-truc-tuyen-toan-trinh')
    expect(receipt).toMatchObject({ title: 'Share of dossiers filed online end to end', points: '0.2734' })
    expect(linesOf(receipt)).toEqual(
      expect.arrayContaining([
        'All dossiers: missing',
        'Calculation: inferred',
        '0.2734 ÷ 1.5 = 18.2266…%',
        'If full points start at 50%, the share is 9.11%.',
        'Thresholds: no source yet',
        'Rounding: 4 decimals',
        'kept as published',
        'Target 2023: at least 50%',
      ]),
    )
    expect(linesOf(receipt, 'source')[0]).toBe('Plan 37/KH-STTTT-VP of 11/07/2023, mục I.1')
  })
})

describe('3.6 of H15.157: counts, percentage rounded before scoring', () => {
  test('in Vietnamese', () => {
    const receipt = receiptOf(shipped('h15-157', 'vi'), 'PAY_DOSSIER')
    expect(receipt).toMatchObject({ points: '5,75', maxPoints: '6', lost: '0,25' })
    expect(linesOf(receipt, 'figures').slice(0, 2)).toEqual([
      'Hồ sơ thanh toán trực tuyến thành công: 1.464 hồ sơ',
      'Hồ sơ có nghĩa vụ tài chính: 1.529 hồ sơ',
    ])
    // 146400/1529 = 95.74885…: cut in the formula, rounded only where the rule set rounds
    expect(linesOf(receipt, 'method')).toEqual([
      'Cách tính: suy ra',
      '1.464 ÷ 1.529 = 95,7488…%\n95,75% × 6 = 5,745',
    ])
    expect(linesOf(receipt, 'thresholds')).toEqual([
      'từ 100%: 6 điểm (tối đa)',
      'dưới 100%: tỷ lệ × điểm tối đa',
    ])
    const taken = receipt.sections.find(section => section.id === 'thresholds')?.lines.map(line => line.mark)
    expect(taken).toEqual([undefined, 'reached'])
    expect(linesOf(receipt, 'rounding')).toEqual([
      '2 chữ số thập phân: 95,7488…% thành 95,75%',
      expect.stringContaining('làm tròn trước khi chấm'),
      '2 chữ số thập phân: 5,745 thành 5,75',
      expect.stringContaining('làm tròn lên'),
    ])
    expect(linesOf(receipt, 'source')[0]).toBe(
      'Số liệu Cổng Dịch vụ công quốc gia ngày 10/10/2026 (tỉnh Đắk Lắk), đơn vị H15.157',
    )
    expect(linesOf(receipt, 'rule-source')[0]).toBe(
      'Số liệu Cổng Dịch vụ công quốc gia ngày 10/10/2026 (tỉnh Đắk Lắk), nhóm TTTT',
    )
    // The portal publishes the group only: this figure is ours.
    expect(linesOf(receipt, 'stage')[0]).toBe('Giai đoạn: tính lại từ số liệu 10/10/2026')
  })

  test('in English', () => {
    expect(linesOf(receiptOf(shipped('h15-157', 'en'), 'PAY_DOSSIER'))).toEqual(
      expect.arrayContaining([
        'Dossiers with fees due: 1,529 dossiers',
        '1,464 ÷ 1,529 = 95.7488…%\n95.75% × 6 = 5.745',
        'from 100%: 6 points (maximum)',
        '2 decimals: 5.745 becomes 5.75',
        'half up; percentage rounded before scoring',
        'Stage: recomputed from figures 10/10/2026',
      ]),
    )
  })
})

test('3.5b of H15.157: share ÷ target, points always with two decimals', () => {
  const receipt = receiptOf(shipped('h15-157', 'vi'), 'PAY_TTHC')
  // 17/38 = 44.7368…% → 44.74%; ÷ 80% × 2 = 1.1185 → 1.12
  expect(linesOf(receipt, 'method')[1]).toBe('17 ÷ 38 = 44,7368…%\n44,74% ÷ 80% × 2 = 1,1185')
  expect(receiptOf(shipped('h15-157', 'vi'), 'PUBLISH_ON_TIME')).toMatchObject({
    points: '0,00',
    lost: '6,00',
  })
})

test('II.3 of Trà Vinh: a sum read over published points agrees with them', () => {
  const lines = linesOf(receiptOf(shipped('tinh-tra-vinh', 'vi'), 'he-thong-thong-tin-bao-cao'), 'method')
  expect(lines).toContain('0,5 + 1 × 27 ÷ 30 = 1,4 (khớp)')
  expect(lines).toContain('Kết nối chế độ báo cáo: 0,9/1')
})

test('nothing incurred and missing by policy say why there are points', () => {
  const context = shipped('h15-157', 'vi')
  expect(linesOf(receiptOf(context, 'PETITION_PROCESSING_ON_TIME'), 'method')[1]).toBe(
    'không phát sinh (mẫu số 0): theo cách tính được 6 điểm',
  )
  const copies = receiptOf(context, 'ELECTRONIC_CERTIFIED_COPY')
  expect(linesOf(copies, 'method')[1]).toBe('không công bố: theo cách tính được 2 điểm')
  expect(linesOf(copies, 'points')).toContain('Điểm công bố: 2,00 (khớp)')
})

test('a watched-only leaf says so instead of being "at maximum" of nothing', () => {
  const receipt = receiptOf(shipped('h15-157', 'vi'), 'OVERDUE')
  expect(linesOf(receipt, 'method')[1]).toBe('110 ÷ 1.938 = 5,6759…%') // 11000/1938
  expect(receipt).toMatchObject({ points: 'chỉ theo dõi, không tính điểm', maxPoints: null, isFull: false })
})

describe('what has no score', () => {
  const receiptFor = (rule: Partial<RatioRule>, submission: Partial<Submission>) => {
    const ruleSet = aRuleSet({ criteria: [aCriterion({ maxPoints: '6', rule: aRatioRule(rule) })] })
    return receiptOf(contextOf(ruleSet, aSubmission(submission), 'vi'), 'leaf')
  }

  test('is missing, not zero', () => {
    const receipt = receiptFor({}, {})
    expect(receipt).toMatchObject({ points: 'chưa tính', maxPoints: '6', lost: null, isFull: false })
    expect(linesOf(receipt, 'figures')).toEqual(['Số liệu done: thiếu', 'Số liệu all: thiếu'])
    expect(linesOf(receipt, 'method')).toEqual(['Cách tính: chưa tính', 'thiếu số liệu'])
    expect(linesOf(receipt, 'points')).toContain('Còn có thể được: từ 0 đến 6')
  })

  test('or not applicable, with the reason', () => {
    const values = ['done', 'all'].map(metricId => ({ metricId, state: 'notApplicable' as const }))
    const receipt = receiptFor({}, { values })
    expect(receipt).toMatchObject({ points: 'không áp dụng', lost: null, isFull: false })
    expect(linesOf(receipt, 'method')).toEqual([
      'Cách tính: không áp dụng',
      'Lý do: Đơn vị báo không áp dụng',
    ])
    const notApplicable = [{ criterionId: 'leaf', reason: 'Không có thủ tục' }]
    expect(linesOf(receiptFor({}, { notApplicable }), 'method')).toContain('Lý do: Không có thủ tục')
  })

  test('or waits for the survey', () => {
    const survey = aCriterion({ rule: { kind: 'reported' }, assessedBy: 'survey' })
    const context = contextOf(aRuleSet({ criteria: [survey] }), aSubmission(), 'vi')
    expect(receiptOf(context, 'leaf')).toMatchObject({ points: 'chờ điều tra xã hội học', lost: null })
  })

  test('a pooled leaf has neither points nor a maximum of its own', () => {
    const receipt = receiptOf(shipped('tinh-tra-vinh', 'vi'), 'dich-vu-cong-toan-trinh')
    expect(receipt).toMatchObject({ points: 'chưa rõ', maxPoints: 'chưa rõ', lost: null })
  })
})

test('thresholds of a floor name the one that applied', () => {
  const rule = aRatioRule({
    direction: 'lowerIsBetter',
    targetPercent: '5',
    floorPercent: '20',
    scaling: 'fromFloor',
  })
  const ruleSet = aRuleSet({ criteria: [aCriterion({ maxPoints: '3', rule })] })
  const submission = aSubmission({ figures: { done: '25', all: '200' } })
  const receipt = receiptOf(contextOf(ruleSet, submission, 'vi'), 'leaf')
  const section = receipt.sections.find(entry => entry.id === 'thresholds')
  expect(section?.lines.map(line => [line.value, line.strong])).toEqual([
    ['từ 5% trở xuống: 3 điểm (tối đa)', false],
    ['trên 5% đến dưới 20%: nội suy theo tỷ lệ', true],
    ['từ 20%: 0 điểm', false],
  ])
  // (12.5 − 20) ÷ (5 − 20) × 3 = 1.5
  expect(linesOf(receipt, 'method')[1]).toBe('25 ÷ 200 = 12,5%\n(20% − 12,5%) ÷ (20% − 5%) × 3 = 1,5')
})

test('a group says what it is made up of', () => {
  const context = shipped('h15-157', 'vi')
  const receipt = describeGroupReceipt(nodeOf(context.sheet, 'TTTT'), context)
  expect(receipt).toMatchObject({ points: '7,46', maxPoints: '10', lost: '2,54', isFull: false })
  expect(linesOf(receipt, 'members').map(line => line.split(': ').at(-1))).toEqual([
    '5,75/6',
    '1,12/2',
    '0,59/2',
  ])
  expect(linesOf(receipt, 'points')).toContain('Điểm công bố: 7,46 (khớp)')
})

test('the pool of Trà Vinh: eight members unknown, 6,0004 of 6,5 inferred', () => {
  const context = shipped('tinh-tra-vinh', 'vi')
  const [pool] = context.sheet.pools
  if (!pool) throw new Error('no pool')
  const receipt = describePoolReceipt(pool, context)
  expect(receipt).toMatchObject({ points: '6,0004', maxPoints: '6,5', lost: '0,4996', isFull: false })
  expect(linesOf(receipt, 'members')).toHaveLength(8)
  expect(linesOf(receipt, 'points')).toContain(
    '10,1352 − 4,1348: tổng điểm công bố trừ các điểm được nêu riêng.',
  )
})
