import { expect, test } from 'vitest'
import { aMetric, english, type Scene, vietnamese } from './kindReceipts.ts'

const speed = aMetric('speed', 'Băng thông', { unit: 'Mbps', unitEn: 'Mbps', valueType: 'number' })
const days = aMetric('days', 'Số ngày xử lý', { unit: 'ngày', unitEn: 'days', valueType: 'number' })
const best: Pick<Scene, 'rule' | 'metrics'> = {
  rule: { kind: 'shareOfBest', measure: { of: 'value', metric: 'speed' }, whenAllZero: 'zero' },
  metrics: [speed],
}

test('a share of the best value; an agency without a figure takes no part', () => {
  const scene: Scene = {
    ...best,
    figures: { speed: '60' },
    peers: { 'so-y-te': { speed: '80' }, 'so-tu-phap': { speed: null } },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1,5/2 điểm, mất 0,5',
    '1. Số liệu',
    'Băng thông: 60 Mbps',
    '2. Cách tính: có nêu',
    '60 ÷ 80 × 2 = 1,5',
    'So với 2/3 đơn vị có số liệu; cao nhất 80 Mbps: Sở Y tế.',
    '3. Làm tròn: không làm tròn',
    '4. Điểm: 1,5',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual([
    '60 ÷ 80 × 2 = 1.5',
    'Compared with 2/3 agencies that have figures; highest 80 Mbps: Sở Y tế.',
  ])
})

test('many agencies in the lead are counted after the third', () => {
  const scene: Scene = {
    ...best,
    figures: { speed: '60' },
    peers: Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map(id => [id, { speed: '80' }])),
  }
  expect(vietnamese(scene)).toContain(
    'So với 6/6 đơn vị có số liệu; cao nhất 80 Mbps: a, b, c và 2 đơn vị khác.',
  )
})

test('nobody has anything', () => {
  const scene: Scene = { ...best, figures: { speed: '0' }, peers: { 'so-y-te': { speed: '0' } } }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '0/2 điểm, mất 2',
    '1. Số liệu',
    'Băng thông: 0 Mbps',
    '2. Cách tính: có nêu',
    'mọi đơn vị đều bằng 0: theo cách tính được 0 điểm',
    'So với 2/2 đơn vị có số liệu.',
    '3. Làm tròn: không làm tròn',
    '4. Điểm: 0',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual([
    'every agency has 0: the rule gives 0 points',
    'Compared with 2/2 agencies that have figures.',
  ])
})

const leader: Pick<Scene, 'rule' | 'metrics'> = {
  rule: {
    kind: 'leader',
    measure: { of: 'percent', numerator: 'done', denominator: 'all', whenDenominatorZero: 'zero' },
    target: '80',
    percentAtTarget: '50',
  },
  metrics: [aMetric('done', 'Hồ sơ đúng hạn'), aMetric('all', 'Tổng số hồ sơ')],
}

// past the target: 1 + (90 − 80) ÷ (95 − 80) × 1
test('between the target and the leader', () => {
  const scene: Scene = {
    ...leader,
    figures: { done: '90', all: '100' },
    peers: { 'so-y-te': { done: '95', all: '100' } },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1,6667/2 điểm, mất 0,3333',
    '1. Số liệu',
    'Hồ sơ đúng hạn: 90 hồ sơ',
    'Tổng số hồ sơ: 100 hồ sơ',
    '2. Cách tính: có nêu',
    '90 ÷ 100 = 90%',
    '1 + (90% − 80%) ÷ (95% − 80%) × 1 = 1,6666…',
    'So với 2/2 đơn vị có số liệu; cao nhất 95%: Sở Y tế.',
    '3. Ngưỡng, bậc',
    'dưới 80%: tăng đều từ 0 đến 1 điểm',
    'đúng 80%: 1 điểm',
    'trên 80%: tăng đều, đơn vị dẫn đầu đạt tối đa (đã áp dụng)',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 1,6667',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual([
    '90 ÷ 100 = 90%',
    '1 + (90% − 80%) ÷ (95% − 80%) × 1 = 1.6666…',
    'Compared with 2/2 agencies that have figures; highest 95%: Sở Y tế.',
  ])
})

test('the leader itself', () => {
  const scene: Scene = {
    ...leader,
    figures: { done: '95', all: '100' },
    peers: { 'so-y-te': { done: '90', all: '100' } },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '2/2 điểm',
    '1. Số liệu',
    'Hồ sơ đúng hạn: 95 hồ sơ',
    'Tổng số hồ sơ: 100 hồ sơ',
    '2. Cách tính: có nêu',
    '95 ÷ 100 = 95%',
    '95%: 2 điểm',
    'So với 2/2 đơn vị có số liệu; cao nhất 95%: Sở Nội vụ.',
    '3. Ngưỡng, bậc',
    'dưới 80%: tăng đều từ 0 đến 1 điểm',
    'đúng 80%: 1 điểm',
    'trên 80%: tăng đều, đơn vị dẫn đầu đạt tối đa (đã áp dụng)',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 2',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual([
    '95 ÷ 100 = 95%',
    '95%: 2 points',
    'Compared with 2/2 agencies that have figures; highest 95%: Sở Nội vụ.',
  ])
})

test('between the worst and the best, fewer days being better', () => {
  const scene: Scene = {
    rule: {
      kind: 'minMax',
      measure: { of: 'value', metric: 'days' },
      direction: 'lowerIsBetter',
      percentAtWorst: '10',
      whenAllEqual: 'full',
    },
    metrics: [days],
    figures: { days: '4' },
    peers: { 'so-y-te': { days: '2' }, 'so-tu-phap': { days: '10' } },
    maxPoints: '10',
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '7,75/10 điểm, mất 2,25',
    '1. Số liệu',
    'Số ngày xử lý: 4 ngày',
    '2. Cách tính: có nêu',
    '1 + (4 − 10) ÷ (2 − 10) × 9 = 7,75',
    'So với 3/3 đơn vị có số liệu; tốt nhất 2 ngày: Sở Y tế; kém nhất 10 ngày.',
    '3. Làm tròn: không làm tròn',
    '4. Điểm: 7,75',
    'Điểm tối đa: 10',
  ])
  expect(english(scene)).toEqual([
    '1 + (4 − 10) ÷ (2 − 10) × 9 = 7.75',
    'Compared with 3/3 agencies that have figures; best 2 days: Sở Y tế; worst 10 days.',
  ])
})

test('bands over the rank', () => {
  const scene: Scene = {
    rule: {
      kind: 'rank',
      measure: { of: 'value', metric: 'speed' },
      direction: 'higherIsBetter',
      ties: 'competition',
      points: {
        bands: [
          { to: '2', points: '2' },
          { from: '2', to: '4', points: '1' },
        ],
        otherwise: '0',
      },
    },
    metrics: [speed],
    figures: { speed: '40' },
    peers: { 'so-y-te': { speed: '60' }, 'so-tu-phap': { speed: '100' } },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1/2 điểm, mất 1',
    '1. Số liệu',
    'Băng thông: 40 Mbps',
    '2. Cách tính: có nêu',
    'Hạng 3 trong 3 đơn vị',
    'Hạng 3: 1 điểm',
    'So với 3/3 đơn vị có số liệu; tốt nhất 100 Mbps: Sở Tư pháp.',
    '3. Ngưỡng, bậc',
    'hạng 1: 2 điểm',
    'từ hạng 2 đến hạng 3: 1 điểm (đã áp dụng)',
    'còn lại: 0 điểm',
    '4. Làm tròn: không làm tròn',
    '5. Điểm: 1',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual([
    'Rank 3 of 3 agencies',
    'Rank 3: 1 point',
    'Compared with 3/3 agencies that have figures; best 100 Mbps: Sở Tư pháp.',
  ])
})

test('a line from the first to the last place', () => {
  const scene: Scene = {
    rule: {
      kind: 'rank',
      measure: { of: 'value', metric: 'speed' },
      direction: 'higherIsBetter',
      ties: 'competition',
      points: 'linear',
    },
    metrics: [speed],
    figures: { speed: '80' },
    peers: { 'so-y-te': { speed: '60' }, 'so-tu-phap': { speed: '100' }, 'so-tai-chinh': { speed: '80' } },
  }
  expect(vietnamese(scene)).toEqual([
    'Phiếu tính điểm · mục 2.1',
    'Tiêu chí thử',
    'Sở Nội vụ · Bộ thử',
    '1,3333/2 điểm, mất 0,6667',
    '1. Số liệu',
    'Băng thông: 80 Mbps',
    '2. Cách tính: có nêu',
    'Hạng 2 trong 4 đơn vị',
    '(4 − 2) ÷ (4 − 1) × 2 = 1,3333…',
    'So với 4/4 đơn vị có số liệu; tốt nhất 100 Mbps: Sở Tư pháp.',
    '3. Làm tròn: không làm tròn',
    '4. Điểm: 1,3333',
    'Điểm tối đa: 2',
  ])
  expect(english(scene)).toEqual([
    'Rank 2 of 4 agencies',
    '(4 − 2) ÷ (4 − 1) × 2 = 1.3333…',
    'Compared with 4/4 agencies that have figures; best 100 Mbps: Sở Tư pháp.',
  ])
})
