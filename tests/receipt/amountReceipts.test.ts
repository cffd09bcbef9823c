import { expect, test } from 'vitest'
import { aMetric, english, type Scene, vietnamese } from './kindReceipts.ts'

const warnings = aMetric('warnings', 'Lần bị nhắc nhở', { unit: 'lần', unitEn: 'times' })
const praise = aMetric('praise', 'Lần được khen', { unit: 'lần', unitEn: 'times' })

test('points a unit, up to a cap', () => {
  const scene: Scene = {
    rule: { kind: 'perUnit', metric: 'ideas', pointsPerUnit: '0.5', cap: '1.5' },
    metrics: [aMetric('ideas', 'Sáng kiến được công nhận', { unit: 'sáng kiến', unitEn: 'ideas' })],
    figures: { ideas: '7' },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1,5/2 điểm, mất 0,5',
    '1. Số liệu',
    'Sáng kiến được công nhận: 7 sáng kiến',
    '2. Cách tính: có nêu',
    '7 × 0,5 = 3,5',
    'không quá 1,5 điểm nên tính 1,5 điểm',
    '3. Làm tròn: không làm tròn',
    '4. Điểm: 1,5',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual(['7 × 0.5 = 3.5', 'at most 1.5, so 1.5 points'])
})

test('a deduction reads "6 − 2 × 0,5 = 5"', () => {
  const scene: Scene = {
    rule: { kind: 'deduction', items: [{ metric: 'warnings', each: { points: '0.5' } }] },
    metrics: [warnings],
    figures: { warnings: '2' },
    maxPoints: '6',
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '5/6 điểm, mất 1',
    '1. Số liệu',
    'Lần bị nhắc nhở: 2 lần',
    '2. Cách tính: có nêu',
    '6 − 2 × 0,5 = 5',
    '3. Làm tròn: không làm tròn',
    '4. Điểm: 5',
    'Điểm tối đa: 6',
  ])
  expect(english(scene)).toEqual(['6 − 2 × 0.5 = 5'])
})

test('a deduction by percent of the maximum, stopped at its floor', () => {
  const scene: Scene = {
    // 25% of 4 is 1
    rule: {
      kind: 'deduction',
      items: [{ metric: 'warnings', each: { percentOfMax: '25' } }],
      floor: '1',
    },
    metrics: [warnings],
    figures: { warnings: '5' },
    maxPoints: '4',
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1/4 điểm, mất 3',
    '1. Số liệu',
    'Lần bị nhắc nhở: 5 lần',
    '2. Cách tính: có nêu',
    '4 − 5 × 1 = −1',
    'không dưới 1 điểm nên tính 1 điểm',
    '3. Làm tròn: không làm tròn',
    '4. Điểm: 1',
    'Điểm tối đa: 4',
  ])
  expect(english(scene)).toEqual(['4 − 5 × 1 = −1', 'at least 1, so 1 point'])
})

test('bonus and penalty between two ends', () => {
  const scene: Scene = {
    rule: {
      kind: 'bonusPenalty',
      items: [
        { metric: 'praise', effect: 'bonus', points: '1' },
        { metric: 'warnings', effect: 'penalty', points: '0.5' },
      ],
      least: '0',
      most: '2',
    },
    metrics: [praise, warnings],
    figures: { praise: '2', warnings: '1' },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1,5/2 điểm, mất 0,5',
    '1. Số liệu',
    'Lần được khen: 2 lần',
    'Lần bị nhắc nhở: 1 lần',
    '2. Cách tính: có nêu',
    '2 × 1 − 1 × 0,5 = 1,5',
    '3. Làm tròn: không làm tròn',
    '4. Điểm: 1,5',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual(['2 × 1 − 1 × 0.5 = 1.5'])
})

test('the mean of a survey on a scale from 1 to 5', () => {
  const scene: Scene = {
    rule: { kind: 'surveyMean', metric: 'mean', scaleFrom: '1', scaleTo: '5' },
    metrics: [
      aMetric('mean', 'Mức hài lòng bình quân', { unit: 'điểm', unitEn: 'points', valueType: 'number' }),
    ],
    figures: { mean: '3.8' },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1,4/2 điểm, mất 0,6',
    '1. Số liệu',
    'Mức hài lòng bình quân: 3,8 điểm',
    '2. Cách tính: có nêu',
    '(3,8 − 1) ÷ (5 − 1) × 2 = 1,4',
    '3. Làm tròn: không làm tròn',
    '4. Điểm: 1,4',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual(['(3.8 − 1) ÷ (5 − 1) × 2 = 1.4'])
})

const answers = { unit: 'phiếu', unitEn: 'answers' }
const survey: Pick<Scene, 'rule' | 'metrics'> = {
  rule: {
    kind: 'surveyOptions',
    options: [
      { metric: 'very', weightPercent: '100' },
      { metric: 'quite', weightPercent: '60' },
      { metric: 'not', weightPercent: '0' },
    ],
    whenNoAnswers: 'missing',
  },
  metrics: [
    aMetric('very', 'Rất hài lòng', answers),
    aMetric('quite', 'Hài lòng', answers),
    aMetric('not', 'Không hài lòng', answers),
  ],
}

test('answers by option', () => {
  const scene: Scene = { ...survey, figures: { very: '30', quite: '10', not: '10' } }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1,44/2 điểm, mất 0,56',
    '1. Số liệu',
    'Rất hài lòng: 30 phiếu',
    'Hài lòng: 10 phiếu',
    'Không hài lòng: 10 phiếu',
    '2. Cách tính: có nêu',
    'Bình quân các câu trả lời: (30 × 100% + 10 × 60% + 10 × 0%) ÷ 50 = 72%',
    '72% × 2 = 1,44',
    '3. Làm tròn: không làm tròn',
    '4. Điểm: 1,44',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual([
    'Mean of the answers: (30 × 100% + 10 × 60% + 10 × 0%) ÷ 50 = 72%',
    '72% × 2 = 1.44',
  ])
})

test('a survey nobody answered', () => {
  const scene: Scene = { ...survey, figures: { very: '0', quite: '0', not: '0' } }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    'chưa tính (tối đa 2 điểm)',
    '1. Số liệu',
    'Rất hài lòng: 0 phiếu',
    'Hài lòng: 0 phiếu',
    'Không hài lòng: 0 phiếu',
    '2. Cách tính: chưa tính',
    'không có phiếu trả lời',
    '3. Làm tròn: không làm tròn',
    '4. Điểm: chưa tính',
    'Còn có thể được: từ 0 đến 2',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual(['nobody answered'])
})

test('a weighted mean', () => {
  const scene: Scene = {
    rule: {
      kind: 'weightedMean',
      terms: [
        { metric: 'common', weight: '30' },
        { metric: 'result', weight: '70' },
      ],
      scaleTo: '100',
    },
    metrics: [
      aMetric('common', 'Tiêu chí chung', { unit: 'điểm', unitEn: 'points', valueType: 'number' }),
      aMetric('result', 'Kết quả nhiệm vụ', { unit: 'điểm', unitEn: 'points', valueType: 'number' }),
    ],
    figures: { common: '80', result: '90' },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1,74/2 điểm, mất 0,26',
    '1. Số liệu',
    'Tiêu chí chung: 80 điểm',
    'Kết quả nhiệm vụ: 90 điểm',
    '2. Cách tính: có nêu',
    'Bình quân có trọng số: (30 × 80 + 70 × 90) ÷ 100 = 87',
    '87 ÷ 100 × 2 = 1,74',
    '3. Làm tròn: không làm tròn',
    '4. Điểm: 1,74',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual(['Weighted mean: (30 × 80 + 70 × 90) ÷ 100 = 87', '87 ÷ 100 × 2 = 1.74'])
})

test('a formula, cut at the maximum, with the case that held', () => {
  const scene: Scene = {
    rule: {
      kind: 'formula',
      variables: [
        { name: 'a', metric: 'online' },
        { name: 'b', metric: 'all' },
      ],
      cases: [
        {
          label: 'Từ 100 hồ sơ',
          labelEn: '100 dossiers or more',
          when: 'b >= 100',
          expression: 'max(a, 100) / b * 4',
        },
        { expression: 'a / b' },
      ],
      aboveMaximum: 'cap',
      whenUndefined: 'missing',
    },
    metrics: [aMetric('online', 'Hồ sơ trực tuyến'), aMetric('all', 'Tổng số hồ sơ')],
    figures: { online: '90', all: '125' },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '2/2 điểm',
    '1. Số liệu',
    'Hồ sơ trực tuyến: 90 hồ sơ',
    'Tổng số hồ sơ: 125 hồ sơ',
    '2. Cách tính: có nêu',
    'số lớn nhất của (90; 100) ÷ 125 × 4 = 3,2',
    'không quá 2 điểm nên tính 2 điểm',
    '3. Các trường hợp',
    'Từ 100 hồ sơ (đã áp dụng)',
    'còn lại',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 2',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual(['largest of (90; 100) ÷ 125 × 4 = 3.2', 'at most 2, so 2 points'])
})
