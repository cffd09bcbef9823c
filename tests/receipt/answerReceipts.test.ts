import { expect, test } from 'vitest'
import type { Rule } from '../../src/model/rules.ts'
import { aRatioRule } from '../scoring/builders.ts'
import { aFlag, aMetric, english, type Scene, vietnamese } from './kindReceipts.ts'

const connected = aFlag('connected', 'Đã kết nối trục liên thông', 'Connected')
const contents = [
  aFlag('plan', 'Có kế hoạch', 'Has a plan'),
  aFlag('check', 'Có kiểm tra', 'Has inspections'),
  aFlag('report', 'Có báo cáo', 'Has reports'),
]
const checklist: Rule = {
  kind: 'checklist',
  items: [
    { metric: 'plan', points: '0.5' },
    { metric: 'check', points: '1' },
    { metric: 'report', points: '0.5' },
  ],
}

test('yes or no', () => {
  const scene: Scene = {
    rule: { kind: 'yesNo', metric: 'connected' },
    metrics: [connected],
    figures: { connected: '1' },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '2/2 điểm',
    '1. Số liệu',
    'Đã kết nối trục liên thông: có',
    '2. Cách tính: có nêu',
    'có: 2/2',
    '3. Làm tròn: không làm tròn',
    '4. Điểm: 2',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual(['yes: 2/2'])
})

test('one of several answers', () => {
  const scene: Scene = {
    rule: {
      kind: 'choice',
      metric: 'plan',
      options: [
        { value: '1', label: 'Ban hành đúng hạn', labelEn: 'Issued in time', points: '2' },
        { value: '2', label: 'Ban hành muộn', labelEn: 'Issued late', points: '1' },
        { value: '3', label: 'Không ban hành', labelEn: 'Not issued', points: '0' },
      ],
    },
    metrics: [aMetric('plan', 'Kế hoạch năm', { valueType: 'option', unit: 'mức' })],
    figures: { plan: '2' },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1/2 điểm, mất 1',
    '1. Số liệu',
    'Kế hoạch năm: Ban hành muộn',
    '2. Cách tính: có nêu',
    'Ban hành muộn: 1/2',
    '3. Các mức',
    'Ban hành đúng hạn: 2 điểm',
    'Ban hành muộn: 1 điểm (đã áp dụng)',
    'Không ban hành: 0 điểm',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 1',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual(['Issued late: 1/2'])
})

test('a checklist shows what is ticked and what is not', () => {
  const scene: Scene = {
    rule: checklist,
    metrics: contents,
    figures: { plan: '1', check: '0', report: '1' },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1/2 điểm, mất 1',
    '1. Số liệu',
    'Có kế hoạch: có',
    'Có kiểm tra: không',
    'Có báo cáo: có',
    '2. Cách tính: có nêu',
    '0,5 + 0 + 0,5 = 1',
    '3. Các nội dung',
    'Có kế hoạch (0,5 điểm): có',
    'Có kiểm tra (1 điểm): không',
    'Có báo cáo (0,5 điểm): có',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 1',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual(['0.5 + 0 + 0.5 = 1'])
})

test('a checklist with an item nobody answered is open between what is sure and what it could add', () => {
  const scene: Scene = { rule: checklist, metrics: contents, figures: { plan: '1', report: '0' } }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    'chưa tính (tối đa 2 điểm)',
    '1. Số liệu',
    'Có kế hoạch: có',
    'Có kiểm tra: thiếu',
    'Có báo cáo: không',
    '2. Cách tính: chưa tính',
    'thiếu số liệu',
    '3. Các nội dung',
    'Có kế hoạch (0,5 điểm): có',
    'Có kiểm tra (1 điểm): thiếu',
    'Có báo cáo (0,5 điểm): không',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: chưa tính',
    'Còn có thể được: từ 0,5 đến 1,5',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual(['figures missing'])
})

test('items that were in time every time', () => {
  const scene: Scene = {
    rule: {
      kind: 'everyOccurrence',
      items: [
        { label: 'Báo cáo quý', labelEn: 'Quarterly report', metrics: ['q1', 'q2'] },
        { label: 'Báo cáo năm', labelEn: 'Yearly report', metrics: ['year'] },
        { label: 'Báo cáo đột xuất', labelEn: 'Report on request', metrics: ['request'] },
      ],
    },
    metrics: [
      aFlag('q1', 'Báo cáo quý I đúng hạn', 'Report of Q1 in time'),
      aFlag('q2', 'Báo cáo quý II đúng hạn', 'Report of Q2 in time'),
      aFlag('year', 'Báo cáo năm đúng hạn', 'Yearly report in time'),
      aFlag('request', 'Báo cáo đột xuất đúng hạn', 'Report on request in time'),
    ],
    submission: {
      values: [
        { metricId: 'q1', state: 'entered', value: '1' },
        { metricId: 'q2', state: 'entered', value: '0' },
        { metricId: 'year', state: 'entered', value: '1' },
        { metricId: 'request', state: 'notApplicable' },
      ],
    },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1/2 điểm, mất 1',
    '1. Số liệu',
    'Báo cáo quý I đúng hạn: có',
    'Báo cáo quý II đúng hạn: không',
    'Báo cáo năm đúng hạn: có',
    'Báo cáo đột xuất đúng hạn: không áp dụng',
    '2. Cách tính: có nêu',
    'Đúng hạn mọi lần: 1 trong 2 mục',
    '1 ÷ 2 × 2 = 1',
    '3. Từng mục',
    'Báo cáo quý: có lần trễ',
    'Báo cáo năm: đúng hạn mọi lần',
    'Báo cáo đột xuất: không áp dụng',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 1',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual(['In time every time: 1 of 2 items', '1 ÷ 2 × 2 = 1'])
})

const parts: Rule = {
  kind: 'sum',
  parts: [
    {
      label: 'Kết nối',
      labelEn: 'Connection',
      maxPoints: '0.5',
      rule: { kind: 'yesNo', metric: 'connected' },
    },
    { label: 'Đúng hạn', labelEn: 'In time', maxPoints: '1', rule: aRatioRule() },
    {
      label: 'Chấp hành',
      labelEn: 'Discipline',
      maxPoints: '1',
      rule: { kind: 'deduction', items: [{ metric: 'warnings', each: { points: '0.25' } }] },
    },
  ],
}
const figuresOfParts = [
  connected,
  aMetric('done', 'Báo cáo đúng hạn', { unit: 'báo cáo', unitEn: 'reports' }),
  aMetric('all', 'Báo cáo phải gửi', { unit: 'báo cáo', unitEn: 'reports' }),
  aMetric('warnings', 'Lần bị nhắc nhở', { unit: 'lần', unitEn: 'times' }),
]

test('a sum of parts, each with its own calculation', () => {
  const scene: Scene = {
    rule: parts,
    metrics: figuresOfParts,
    figures: { connected: '1', done: '27', all: '30', warnings: '2' },
    maxPoints: '2.5',
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1,9/2,5 điểm, mất 0,6',
    '1. Số liệu',
    'Đã kết nối trục liên thông: có',
    'Báo cáo đúng hạn: 27 báo cáo',
    'Báo cáo phải gửi: 30 báo cáo',
    'Lần bị nhắc nhở: 2 lần',
    '2. Cách tính: có nêu',
    '0,5 + 1 × 27 ÷ 30 + 0,5 = 1,9',
    'Kết nối: có, 0,5/0,5',
    'Đúng hạn: 0,9/1',
    'Chấp hành: 1 − 2 × 0,25 = 0,5 (0,5/1)',
    '3. Ngưỡng, bậc',
    'Đúng hạn:',
    'từ 100%: 1 điểm (tối đa)',
    'dưới 100%: tỷ lệ × điểm tối đa (đã áp dụng)',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 1,9',
    'Điểm tối đa: 2,5',
  ])
  expect(english(scene)).toEqual([
    '0.5 + 1 × 27 ÷ 30 + 0.5 = 1.9',
    'Connection: yes, 0.5/0.5',
    'In time: 0.9/1',
    'Discipline: 1 − 2 × 0.25 = 0.5 (0.5/1)',
  ])
})

test('a sum with a part that is missing', () => {
  const scene: Scene = {
    rule: parts,
    metrics: figuresOfParts,
    figures: { connected: '1', done: '27', warnings: '2' },
    maxPoints: '2.5',
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    'chưa tính (tối đa 2,5 điểm)',
    '1. Số liệu',
    'Đã kết nối trục liên thông: có',
    'Báo cáo đúng hạn: 27 báo cáo',
    'Báo cáo phải gửi: thiếu',
    'Lần bị nhắc nhở: 2 lần',
    '2. Cách tính: chưa tính',
    'thiếu số liệu',
    'Kết nối: có, 0,5/0,5',
    'Đúng hạn: thiếu số liệu (chưa tính, còn có thể được từ 0 đến 1)',
    'Chấp hành: 1 − 2 × 0,25 = 0,5 (0,5/1)',
    '3. Ngưỡng, bậc',
    'Đúng hạn:',
    'từ 100%: 1 điểm (tối đa)',
    'dưới 100%: tỷ lệ × điểm tối đa',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: chưa tính',
    'Còn có thể được: từ 1 đến 2',
    'Điểm tối đa: 2,5',
  ])
  expect(english(scene)).toEqual([
    'figures missing',
    'Connection: yes, 0.5/0.5',
    'In time: figures missing (not scored yet, may still be 0 to 1)',
    'Discipline: 1 − 2 × 0.25 = 0.5 (0.5/1)',
  ])
})

test('the best of several cases shows each and which counts', () => {
  const scene: Scene = {
    rule: {
      kind: 'bestOf',
      cases: [
        {
          label: 'Tự xây dựng',
          labelEn: 'Own centre',
          maxPoints: '2',
          rule: { kind: 'perUnit', metric: 'servers', pointsPerUnit: '0.5' },
        },
        { label: 'Đi thuê', labelEn: 'Rented', maxPoints: '1', rule: { kind: 'yesNo', metric: 'rents' } },
      ],
    },
    metrics: [
      aMetric('servers', 'Máy chủ', { unit: 'máy', unitEn: 'servers' }),
      aFlag('rents', 'Thuê dịch vụ', 'Rents'),
    ],
    figures: { servers: '3', rents: '1' },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1,5/2 điểm, mất 0,5',
    '1. Số liệu',
    'Máy chủ: 3 máy',
    'Thuê dịch vụ: có',
    '2. Cách tính: có nêu',
    'Lấy trường hợp cao nhất: 1,5',
    'Tự xây dựng: 3 × 0,5 = 1,5 (1,5/2, được chọn)',
    'Đi thuê: có, 1/1',
    '3. Làm tròn: không làm tròn',
    '4. Điểm: 1,5',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual([
    'Highest case: 1.5',
    'Own centre: 3 × 0.5 = 1.5 (1.5/2, counts)',
    'Rented: yes, 1/1',
  ])
})
