import { expect, test } from 'vitest'
import { aCriterion, aRatioRule, roundingAt, toPlaces } from '../scoring/builders.ts'
import { aMetric, english, type Scene, sceneContext, textLines, vietnamese } from './kindReceipts.ts'

const done = aMetric('done', 'Hồ sơ đúng hạn', { nameEn: 'Dossiers in time' })
const all = aMetric('all', 'Tổng số hồ sơ', { nameEn: 'All dossiers' })

test('a ratio with target and floor, rounded before scoring and after', () => {
  const scene: Scene = {
    rule: aRatioRule({ targetPercent: '90', floorPercent: '50', scaling: 'shareOfTarget' }),
    metrics: [done, all],
    figures: { done: '40', all: '60' },
    ruleSet: { rounding: roundingAt({ ratio: toPlaces(2), leaf: toPlaces(2) }) },
  }
  expect(textLines(sceneContext(scene, 'vi'))).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1,48/2 điểm, mất 0,52',
    '',
    '1. Số liệu',
    '   Hồ sơ đúng hạn: 40 hồ sơ',
    '   Tổng số hồ sơ: 60 hồ sơ',
    '',
    '2. Cách tính: có nêu',
    '   40 ÷ 60 = 66,6666…%',
    '   66,67% ÷ 90% × 2 = 1,4815…',
    '',
    '3. Ngưỡng, bậc',
    '   từ 90%: 2 điểm (tối đa)',
    '   từ 50% đến dưới 90%: tỷ lệ ÷ 90% × điểm tối đa (đã áp dụng)',
    '   dưới 50%: 0 điểm',
    '',
    '4. Làm tròn',
    '   2 chữ số thập phân: 66,6666…% thành 66,67%',
    '   từ một nửa trở lên thì làm tròn lên; tỷ lệ % làm tròn trước khi chấm',
    '   2 chữ số thập phân: 1,4815… thành 1,48',
    '   từ một nửa trở lên thì làm tròn lên',
    '',
    '5. Điểm: 1,48',
    '   Điểm tối đa: 2',
    '',
    '6. Giai đoạn: tự chấm 2026',
    '   Người quyết định: đơn vị tự chấm',
    '',
    '7. Nguồn',
    '   Quyết định 12/QĐ-UBND ngày 05/01/2026, mục 1',
  ])
  expect(english(scene)).toEqual(['40 ÷ 60 = 66.6666…%', '66.67% ÷ 90% × 2 = 1.4815…'])
})

test('the larger of two denominators', () => {
  const scene: Scene = {
    rule: aRatioRule({ orDenominator: 'portal' }),
    metrics: [done, all, aMetric('portal', 'Hồ sơ theo Cổng quốc gia')],
    figures: { done: '40', all: '60', portal: '80' },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1/2 điểm, mất 1',
    '1. Số liệu',
    'Hồ sơ đúng hạn: 40 hồ sơ',
    'Tổng số hồ sơ: 60 hồ sơ',
    'Hồ sơ theo Cổng quốc gia: 80 hồ sơ',
    '2. Cách tính: có nêu',
    'Mẫu số: số lớn hơn trong 60 và 80 là 80',
    '40 ÷ 80 = 50%',
    '50% × 2 = 1',
    '3. Ngưỡng, bậc',
    'từ 100%: 2 điểm (tối đa)',
    'dưới 100%: tỷ lệ × điểm tối đa (đã áp dụng)',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 1',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual([
    'Denominator: the larger of 60 and 80 is 80',
    '40 ÷ 80 = 50%',
    '50% × 2 = 1',
  ])
})

test('last year’s count ÷ 12 where a month has no denominator', () => {
  const scene: Scene = {
    rule: aRatioRule({ fallbackDenominator: { metric: 'year', divideBy: { month: '12' } } }),
    metrics: [done, all, aMetric('year', 'Hồ sơ năm trước')],
    figures: { done: '40', all: null, year: '600' },
    submission: { period: '2026-10' },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1,6/2 điểm, mất 0,4',
    '1. Số liệu',
    'Hồ sơ đúng hạn: 40 hồ sơ',
    'Tổng số hồ sơ: thiếu',
    'Hồ sơ năm trước: 600 hồ sơ',
    '2. Cách tính: có nêu',
    'Mẫu số thay thế (kỳ này thiếu số liệu): 600 ÷ 12 = 50',
    '40 ÷ 50 = 80%',
    '80% × 2 = 1,6',
    '3. Ngưỡng, bậc',
    'từ 100%: 2 điểm (tối đa)',
    'dưới 100%: tỷ lệ × điểm tối đa (đã áp dụng)',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 1,6',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual([
    'Denominator in place of this period’s missing one: 600 ÷ 12 = 50',
    '40 ÷ 50 = 80%',
    '80% × 2 = 1.6',
  ])
})

test('100% less two shares, stopped at 0', () => {
  const scene: Scene = {
    rule: aRatioRule({
      complement: true,
      otherShares: [{ numerator: 'returned', denominator: 'all' }],
    }),
    metrics: [aMetric('done', 'Hồ sơ trễ hạn'), all, aMetric('returned', 'Hồ sơ trả lại')],
    figures: { done: '80', all: '100', returned: '30' },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '0/2 điểm, mất 2',
    '1. Số liệu',
    'Hồ sơ trễ hạn: 80 hồ sơ',
    'Tổng số hồ sơ: 100 hồ sơ',
    'Hồ sơ trả lại: 30 hồ sơ',
    '2. Cách tính: có nêu',
    '100% − (80 ÷ 100 + 30 ÷ 100) = −10%',
    '−10% × 2 = −0,2',
    'không dưới 0 điểm nên tính 0 điểm',
    '3. Ngưỡng, bậc',
    'từ 100%: 2 điểm (tối đa)',
    'dưới 100%: tỷ lệ × điểm tối đa (đã áp dụng)',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 0',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual([
    '100% − (80 ÷ 100 + 30 ÷ 100) = −10%',
    '−10% × 2 = −0.2',
    'at least 0, so 0 points',
  ])
})

test('the percentage of another leaf as a coefficient', () => {
  const rule = aRatioRule({ coefficient: 'sync' })
  const scene: Scene = {
    rule,
    metrics: [done, all, aMetric('synced', 'Hồ sơ đồng bộ'), aMetric('received', 'Hồ sơ tiếp nhận')],
    figures: { done: '40', all: '50', synced: '90', received: '100' },
    ruleSet: {
      criteria: [
        aCriterion({ id: 'leaf', code: '2.1', name: 'Tiêu chí thử', maxPoints: '2', rule }),
        aCriterion({
          id: 'sync',
          code: '1.4',
          name: 'Tỷ lệ đồng bộ hồ sơ',
          nameEn: 'Dossiers synchronised',
          rule: aRatioRule({ numerator: 'synced', denominator: 'received' }),
        }),
      ],
    },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1,44/2 điểm, mất 0,56',
    '1. Số liệu',
    'Hồ sơ đúng hạn: 40 hồ sơ',
    'Tổng số hồ sơ: 50 hồ sơ',
    'Hồ sơ đồng bộ: 90 hồ sơ',
    'Hồ sơ tiếp nhận: 100 hồ sơ',
    '2. Cách tính: có nêu',
    '40 ÷ 50 = 80%',
    'Nhân hệ số theo mục 1.4 Tỷ lệ đồng bộ hồ sơ: 80% × 90% = 72%',
    '72% × 2 = 1,44',
    '3. Ngưỡng, bậc',
    'từ 100%: 2 điểm (tối đa)',
    'dưới 100%: tỷ lệ × điểm tối đa (đã áp dụng)',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 1,44',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual([
    '40 ÷ 50 = 80%',
    'Times the share of item 1.4 Dossiers synchronised: 80% × 90% = 72%',
    '72% × 2 = 1.44',
  ])
})

test('nothing incurred: what the rule gives for a denominator of 0', () => {
  const scene: Scene = {
    rule: aRatioRule({ whenDenominatorZero: 'full' }),
    metrics: [done, all],
    figures: { done: '0', all: '0' },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '2/2 điểm',
    '1. Số liệu',
    'Hồ sơ đúng hạn: 0 hồ sơ',
    'Tổng số hồ sơ: 0 hồ sơ',
    '2. Cách tính: có nêu',
    'không phát sinh (mẫu số 0): theo cách tính được 2 điểm',
    '3. Ngưỡng, bậc',
    'từ 100%: 2 điểm (tối đa)',
    'dưới 100%: tỷ lệ × điểm tối đa',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 2',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual(['none incurred (denominator 0): the rule gives 2 points'])
})

test('watched only', () => {
  const scene: Scene = {
    rule: { kind: 'monitor', numerator: 'done', denominator: 'all' },
    metrics: [done, all],
    figures: { done: '27', all: '30' },
    maxPoints: '0',
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    'chỉ theo dõi, không tính điểm',
    '1. Số liệu',
    'Hồ sơ đúng hạn: 27 hồ sơ',
    'Tổng số hồ sơ: 30 hồ sơ',
    '2. Cách tính: chỉ theo dõi, không tính điểm',
    '27 ÷ 30 = 90%',
  ])
  expect(english(scene)).toEqual(['27 ÷ 30 = 90%'])
})
