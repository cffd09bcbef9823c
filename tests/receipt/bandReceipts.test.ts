import { expect, test } from 'vitest'
import type { Rule } from '../../src/model/rules.ts'
import { roundingAt, stated, toPlaces } from '../scoring/builders.ts'
import { aMetric, english, type Scene, vietnamese } from './kindReceipts.ts'

const done = aMetric('done', 'Hồ sơ đúng hạn', { nameEn: 'Dossiers in time' })
const all = aMetric('all', 'Tổng số hồ sơ', { nameEn: 'All dossiers' })

test('bands over a count', () => {
  const scene: Scene = {
    rule: {
      kind: 'bands',
      measure: { of: 'value', metric: 'meetings' },
      bands: [
        { from: '4', points: '20' },
        { from: '3', to: '4', points: '15' },
        { from: '2', to: '3', points: '10' },
      ],
      otherwise: '0',
    },
    metrics: [aMetric('meetings', 'Cuộc họp Ban Chỉ đạo', { unit: 'cuộc', unitEn: 'meetings' })],
    figures: { meetings: '3' },
    maxPoints: '20',
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '15/20 điểm, mất 5',
    '1. Số liệu',
    'Cuộc họp Ban Chỉ đạo: 3 cuộc',
    '2. Cách tính: có nêu',
    '3 cuộc: 15 điểm',
    '3. Ngưỡng, bậc',
    'từ 4 cuộc: 20 điểm',
    'từ 3 đến dưới 4 cuộc: 15 điểm (đã áp dụng)',
    'từ 2 đến dưới 3 cuộc: 10 điểm',
    'còn lại: 0 điểm',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 15',
    'Điểm tối đa: 20',
  ])
  expect(english(scene)).toEqual(['3 meetings: 15 points'])
})

test('bands over a percentage that is rounded first', () => {
  const scene: Scene = {
    rule: {
      kind: 'bands',
      measure: { of: 'percent', numerator: 'done', denominator: 'all', whenDenominatorZero: 'zero' },
      bands: [
        { from: '90', points: '2' },
        { from: '66.67', to: '90', points: '1' },
      ],
      otherwise: '0',
    },
    metrics: [done, all],
    figures: { done: '40', all: '60' },
    ruleSet: { rounding: roundingAt({ ratio: toPlaces(2) }) },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1/2 điểm, mất 1',
    '1. Số liệu',
    'Hồ sơ đúng hạn: 40 hồ sơ',
    'Tổng số hồ sơ: 60 hồ sơ',
    '2. Cách tính: có nêu',
    '40 ÷ 60 = 66,6666…%',
    '66,67%: 1 điểm',
    '3. Ngưỡng, bậc',
    'từ 90%: 2 điểm',
    'từ 66,67% đến dưới 90%: 1 điểm (đã áp dụng)',
    'còn lại: 0 điểm',
    '4. Làm tròn',
    '2 chữ số thập phân: 66,6666…% thành 66,67%',
    'từ một nửa trở lên thì làm tròn lên; tỷ lệ % làm tròn trước khi chấm',
    '5. Điểm: 1',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual(['40 ÷ 60 = 66.6666…%', '66.67%: 1 point'])
})

const calendar = {
  id: 'nam-2026',
  name: 'lịch làm việc năm 2026',
  from: '2026-01-01',
  to: '2026-12-31',
  holidays: [],
  workedDays: [],
  provenance: stated,
}
const lateness = (since: Extract<Rule, { kind: 'lateness' }>['since']): Rule => ({
  kind: 'lateness',
  since,
  done: 'done',
  allowedDays: 5,
  calendar: 'nam-2026',
  bands: [
    { to: '0', toInclusive: true, points: '2' },
    { from: '0', fromExclusive: true, to: '5', toInclusive: true, points: '1' },
  ],
  otherwise: '0',
})
const given = aMetric('given', 'Ngày giao', { valueType: 'date', unit: 'ngày' })
const finished = aMetric('done', 'Ngày hoàn thành', { valueType: 'date', unit: 'ngày' })

// Monday 2 March to Wednesday 11 March 2026: 3, 4, 5, 6, 9, 10, 11 March are worked
test('working days late', () => {
  const scene: Scene = {
    rule: lateness({ metric: 'given' }),
    metrics: [given, finished],
    figures: { given: '2026-03-02', done: '2026-03-11' },
    ruleSet: { calendars: [calendar] },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1/2 điểm, mất 1',
    '1. Số liệu',
    'Ngày giao: 02/03/2026',
    'Ngày hoàn thành: 11/03/2026',
    '2. Cách tính: có nêu',
    'Từ 02/03/2026 (không tính ngày này) đến 11/03/2026: 7 ngày làm việc',
    'Trễ 7 − 5 = 2 ngày làm việc (cho phép 5 ngày)',
    'Trễ 2 ngày: 1 điểm',
    'Lịch tính ngày làm việc: lịch làm việc năm 2026.',
    '3. Ngưỡng, bậc',
    'đúng hạn: 2 điểm',
    'trễ từ 1 đến 5 ngày: 1 điểm (đã áp dụng)',
    'còn lại: 0 điểm',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 1',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual([
    'From 02/03/2026 (not counted) to 11/03/2026: 7 working days',
    '7 − 5 = 2 working days late (5 allowed)',
    '2 days late: 1 point',
    'Calendar of working days: lịch làm việc năm 2026.',
  ])
})

test('in time, counted from a day the rule names', () => {
  const scene: Scene = {
    rule: lateness({ date: '2026-03-02' }),
    metrics: [finished],
    figures: { done: '2026-03-04' },
    ruleSet: { calendars: [calendar] },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '2/2 điểm',
    '1. Số liệu',
    'Ngày hoàn thành: 04/03/2026',
    '2. Cách tính: có nêu',
    'Từ 02/03/2026 (không tính ngày này) đến 04/03/2026: 2 ngày làm việc',
    'Trong 5 ngày cho phép: đúng hạn',
    'Đúng hạn: 2 điểm',
    'Lịch tính ngày làm việc: lịch làm việc năm 2026.',
    '3. Ngưỡng, bậc',
    'đúng hạn: 2 điểm (đã áp dụng)',
    'trễ từ 1 đến 5 ngày: 1 điểm',
    'còn lại: 0 điểm',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 2',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual([
    'From 02/03/2026 (not counted) to 04/03/2026: 2 working days',
    'Within the 5 days allowed: in time',
    'In time: 2 points',
    'Calendar of working days: lịch làm việc năm 2026.',
  ])
})

test('a date outside the calendar leaves the points open', () => {
  const scene: Scene = {
    rule: lateness({ date: '2026-12-30' }),
    metrics: [finished],
    figures: { done: '2027-01-04' },
    ruleSet: { calendars: [calendar] },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    'chưa tính (tối đa 2 điểm)',
    '1. Số liệu',
    'Ngày hoàn thành: 04/01/2027',
    '2. Cách tính: chưa tính',
    'ngày nằm ngoài lịch làm việc của bộ chỉ số',
    'Lịch tính ngày làm việc: lịch làm việc năm 2026.',
    '3. Ngưỡng, bậc',
    'đúng hạn: 2 điểm',
    'trễ từ 1 đến 5 ngày: 1 điểm',
    'còn lại: 0 điểm',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: chưa tính',
    'Còn có thể được: từ 0 đến 2',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual([
    'a date lies outside the rule set’s calendar',
    'Calendar of working days: lịch làm việc năm 2026.',
  ])
})

const growth: Pick<Scene, 'rule' | 'metrics'> = {
  rule: {
    kind: 'growth',
    metric: 'founded',
    whenPreviousZero: 'full',
    bands: [
      { from: '10', points: '2' },
      { from: '0', to: '10', points: '1' },
    ],
    otherwise: '0',
  },
  metrics: [
    aMetric('founded', 'Doanh nghiệp thành lập mới', { unit: 'doanh nghiệp', unitEn: 'enterprises' }),
  ],
}

test('less than in the period before', () => {
  const scene: Scene = { ...growth, figures: { founded: '97' }, previous: { founded: '100' } }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '0/2 điểm, mất 2',
    '1. Số liệu',
    'Doanh nghiệp thành lập mới: 97 doanh nghiệp',
    'Doanh nghiệp thành lập mới (kỳ trước): 100 doanh nghiệp',
    '2. Cách tính: có nêu',
    'Tăng, giảm so với kỳ trước: (97 − 100) ÷ 100 = −3%',
    'Giảm 3%: 0 điểm',
    '3. Ngưỡng, bậc',
    'từ 10%: 2 điểm',
    'từ 0% đến dưới 10%: 1 điểm',
    'còn lại: 0 điểm (đã áp dụng)',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 0',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual(['Change on the period before: (97 − 100) ÷ 100 = −3%', 'Down 3%: 0 points'])
})

test('nothing in the period before to grow from', () => {
  const scene: Scene = { ...growth, figures: { founded: '97' }, previous: { founded: '0' } }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '2/2 điểm',
    '1. Số liệu',
    'Doanh nghiệp thành lập mới: 97 doanh nghiệp',
    'Doanh nghiệp thành lập mới (kỳ trước): 0 doanh nghiệp',
    '2. Cách tính: có nêu',
    'kỳ trước bằng 0: theo cách tính được 2 điểm',
    '3. Ngưỡng, bậc',
    'từ 10%: 2 điểm',
    'từ 0% đến dưới 10%: 1 điểm',
    'còn lại: 0 điểm',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 2',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual(['the period before was 0: the rule gives 2 points'])
})
