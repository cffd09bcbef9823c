import { describe, expect, test } from 'vitest'
import type { Adjustment, RuleSet } from '../../src/model/ruleSet.ts'
import type { Submission } from '../../src/model/submission.ts'
import {
  aBand,
  aCriterion,
  aGroup,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  roundingAt,
  score,
  stated,
  toPlaces,
} from '../scoring/builders.ts'
import { aFlag, aMetric, contextFor, textLines } from './kindReceipts.ts'
import { shipped } from './receipts.ts'

const bonus: Adjustment = {
  id: 'thuong',
  name: 'Thưởng sáng kiến',
  nameEn: 'Bonus for an initiative',
  effect: 'bonus',
  ceiling: '2',
  rule: { kind: 'yesNo', metric: 'idea' },
  provenance: stated,
}
const penalty: Adjustment = {
  id: 'phat',
  name: 'Phạt nhắc nhở',
  nameEn: 'Penalty for warnings',
  effect: 'penalty',
  ceiling: '3',
  rule: { kind: 'perUnit', metric: 'warnings', pointsPerUnit: '1' },
  provenance: stated,
}

/** 50 + 20 + 30 points; area III is a survey that may not be run. */
const ruleSet: RuleSet = aRuleSet({
  criteria: [
    aGroup(
      'A',
      [
        aCriterion({ id: 'a1', code: '1.1', name: 'Đúng hạn', maxPoints: '40' }),
        aReportedLeaf('a2', '10', { code: '1.2', name: 'Chất lượng' }),
      ],
      { code: 'I', name: 'Giải quyết hồ sơ' },
    ),
    aGroup(
      'B',
      [
        aReportedLeaf('b1', '10', { code: '2.1', name: 'Kế hoạch' }),
        aReportedLeaf('b2', '10', { code: '2.2', name: 'Kiểm tra' }),
      ],
      { code: 'II', name: 'Chỉ đạo điều hành' },
    ),
    aGroup('C', [aReportedLeaf('c1', '30', { code: '3.1', name: 'Khảo sát', assessedBy: 'survey' })], {
      code: 'III',
      name: 'Điều tra xã hội học',
    }),
  ],
  metrics: [
    aMetric('done', 'Hồ sơ đúng hạn'),
    aMetric('all', 'Tổng số hồ sơ'),
    aFlag('idea', 'Có sáng kiến', 'Has an initiative'),
    aMetric('warnings', 'Lần bị nhắc nhở', { unit: 'lần', unitEn: 'times' }),
    aFlag('punished', 'Bị kỷ luật', 'Disciplined'),
  ],
  rounding: roundingAt({ leaf: toPlaces(2), group: toPlaces(1), total: toPlaces(2) }),
  bands: [
    { ...aBand('tot', '80'), name: 'Tốt', nameEn: 'Good' },
    { ...aBand('kha', '65'), name: 'Khá', nameEn: 'Fair' },
    { ...aBand('yeu', '0'), name: 'Yếu', nameEn: 'Weak' },
  ],
  bandsProvenance: stated,
  rescaling: { criterionIds: ['C'], to: '100', provenance: stated },
  adjustments: [bonus, penalty],
  grading: { overrides: [{ metric: 'punished', bandId: 'yeu', provenance: stated }] },
})

const contextOf = (submission: Submission, language: 'vi' | 'en' = 'vi') =>
  contextFor(score(ruleSet, submission), ruleSet, language)

const ending = (number: number) => [
  '',
  `${number}. Giai đoạn: tự chấm 2026`,
  '   Người quyết định: đơn vị tự chấm',
]

describe('a survey that was not run, one bonus, one penalty', () => {
  // 50 ÷ 60 × 40 = 33.333… → 33.33; 33.33 + 8 = 41.33 → 41.3; 41.3 + 15.5 = 56.8
  // 56.8 ÷ 70 × 100 = 81.142857…; + 2 − 1 = 82.142857… → 82.14
  const submission = aSubmission({
    figures: { done: '50', all: '60', idea: '1', warnings: '1', punished: '0' },
    points: { a2: '8', b1: '10', b2: '5.5' },
    notApplicable: [{ criterionId: 'C', reason: 'Không tổ chức điều tra' }],
  })

  test('the total', () => {
    expect(textLines(contextOf(submission), 'total')).toEqual([
      'Phiếu tính điểm',
      'Tổng điểm',
      'Sở Nội vụ · Bộ thử',
      '82,14/100 điểm, mất 17,86',
      '',
      '1. Gồm',
      '   I Giải quyết hồ sơ: 41,3/50',
      '   II Chỉ đạo điều hành: 15,5/20',
      '   III Điều tra xã hội học: không áp dụng',
      '',
      '2. Quy đổi thang điểm',
      '   Không thực hiện: III Điều tra xã hội học',
      '   Thang điểm: 70 thành 100',
      '   Quyết định 12/QĐ-UBND ngày 05/01/2026, mục 1',
      '',
      '3. Điểm thưởng, điểm phạt',
      '   Thưởng sáng kiến: +2 (mức trần 2)',
      '   Phạt nhắc nhở: −1 (mức trần 3)',
      '',
      '4. Cộng',
      '   41,3 + 15,5 = 56,8',
      '   56,8 ÷ 70 × 100 + 2 − 1 = 82,1428…',
      '',
      '5. Làm tròn',
      '   2 chữ số thập phân: 82,1428… thành 82,14',
      '   từ một nửa trở lên thì làm tròn lên',
      '',
      '6. Điểm: 82,14',
      '   Điểm tối đa: 100',
      '   Tỷ lệ so với điểm tối đa: 82,14%',
      '',
      '7. Xếp loại',
      '   Xếp loại: Tốt',
      '   từ 80%: Tốt (đã áp dụng)',
      '   từ 65%: Khá',
      '   từ 0%: Yếu',
      '   Xếp theo tỷ lệ của tổng điểm chưa làm tròn.',
      '   Quyết định 12/QĐ-UBND ngày 05/01/2026, mục 1',
      '',
      '8. Tình trạng số liệu',
      '   Không áp dụng: 1 tiêu chí',
      ...ending(9),
      '',
      '10. Nguồn',
      '   Quyết định 12/QĐ-UBND ngày 05/01/2026, mục 1',
    ])
  })

  test('the total in English', () => {
    const lines = textLines(contextOf(submission, 'en'), 'total')
    expect(lines).toEqual(
      expect.arrayContaining([
        '82.14/100 points, lost 17.86',
        '   Not run: III Điều tra xã hội học',
        '   Scale: 70 becomes 100',
        '   Bonus for an initiative: +2 (ceiling 2)',
        '   56.8 ÷ 70 × 100 + 2 − 1 = 82.1428…',
        '   Grade: Good',
        '   Graded by the share of the total before rounding.',
        '   Not applicable: 1 criterion',
      ]),
    )
  })

  test('an area whose sum is rounded', () => {
    expect(textLines(contextOf(submission), 'A')).toEqual([
      'Phiếu tính điểm · mục I',
      'Giải quyết hồ sơ',
      'Sở Nội vụ · Bộ thử',
      '41,3/50 điểm, mất 8,7',
      '',
      '1. Gồm',
      '   1.1 Đúng hạn: 33,33/40',
      '   1.2 Chất lượng: 8/10',
      '',
      '2. Cộng',
      '   33,33 + 8 = 41,33',
      '',
      '3. Làm tròn',
      '   1 chữ số thập phân: 41,33 thành 41,3',
      '   từ một nửa trở lên thì làm tròn lên',
      '',
      '4. Điểm: 41,3',
      '   Điểm tối đa: 50',
      ...ending(5),
    ])
  })

  test('the area that was not run', () => {
    expect(textLines(contextOf(submission), 'C')).toEqual([
      'Phiếu tính điểm · mục III',
      'Điều tra xã hội học',
      'Sở Nội vụ · Bộ thử',
      'không áp dụng',
      '',
      '1. Gồm',
      '   3.1 Khảo sát: không áp dụng',
      '',
      '2. Điểm: không áp dụng',
      '   Điểm tối đa: 30, không tính vào tổng',
      ...ending(3),
    ])
  })

  test('a penalty has its sign and its ceiling', () => {
    expect(textLines(contextOf(submission), 'phat')).toEqual([
      'Phiếu tính điểm',
      'Phạt nhắc nhở',
      'Sở Nội vụ · Bộ thử',
      '−1/3 điểm',
      '',
      '1. Số liệu',
      '   Lần bị nhắc nhở: 1 lần',
      '',
      '2. Cách tính: có nêu',
      '   1 × 1 = 1',
      '',
      '3. Làm tròn',
      '   2 chữ số thập phân: 1,00',
      '   từ một nửa trở lên thì làm tròn lên',
      '',
      '4. Điểm phạt: −1',
      '   Mức trần: 3',
      ...ending(5),
      '',
      '6. Nguồn',
      '   Quyết định 12/QĐ-UBND ngày 05/01/2026, mục 1',
    ])
  })
})

describe('figures missing, a leaf exempt, a flag that forces the grade', () => {
  const submission = aSubmission({
    figures: { done: '50', all: '60', punished: '1' },
    points: { a2: '8' },
    notApplicable: [{ criterionId: 'b1', reason: 'Không giao' }],
  })

  test('the total is an interval with every open part in its sum', () => {
    const lines = textLines(contextOf(submission), 'total').map(line => line.trim())
    expect(lines).toEqual(
      expect.arrayContaining([
        // 41.3 + 0 + 0 + 0 − 3 and 41.3 + 10 + 30 + 2 − 0, of 100 − 10
        '38,3–83,3/90 điểm, mất 6,7–51,7',
        'II Chỉ đạo điều hành: 0–10/10 (1 tiêu chí thiếu số liệu)',
        'Thưởng sáng kiến: +(0–2) (mức trần 2)',
        '41,3 + (0–10) + (0–30) + (0–2) − (0–3) = 38,3–83,3',
        'Cả phần là 100 điểm; phần không áp dụng không tính vào điểm tối đa.',
        'Xếp loại: Yếu',
        '“Bị kỷ luật”: có, nên xếp loại Yếu dù được bao nhiêu điểm.',
        'Thiếu số liệu: 2 tiêu chí',
      ]),
    )
  })

  test('an area says what is missing, what is left out and that its sum is rounded', () => {
    const lines = textLines(contextOf(submission), 'B').map(line => line.trim())
    expect(lines).toEqual(
      expect.arrayContaining([
        '0–10/10 điểm, mất 0–10',
        '2.1 Kế hoạch: không áp dụng',
        '2.2 Kiểm tra: 0–10/10 (thiếu)',
        'Cả phần là 20 điểm; phần không áp dụng không tính vào điểm tối đa.',
      ]),
    )
  })

  test('a bonus that is open', () => {
    const lines = textLines(contextOf(submission), 'thuong').map(line => line.trim())
    expect(lines[3]).toBe('chưa tính (tối đa 2 điểm)')
    expect(lines).toContain('4. Điểm thưởng: chưa tính')
    expect(lines).toContain('Còn có thể được: từ 0 đến 2')
  })
})

test('several grades while a figure is missing', () => {
  const submission = aSubmission({
    figures: { done: '55', all: '60', idea: '0', warnings: '5', punished: '0' },
    points: { a2: '8', b1: '10', c1: '20' },
  })
  const lines = textLines(contextOf(submission), 'total').map(line => line.trim())
  // 44.7 + 10 + 20 − 3 = 71.7 and 81.7 of 100; five warnings, at most 3 points
  expect(lines).toContain('44,7 + (10–20) + 20 + 0 − 3 = 71,7–81,7')
  expect(lines).toContain('Xếp loại: Khá hoặc Tốt')
})

test('the total of Trà Vinh: areas that are only known from below, and the pool', () => {
  const lines = textLines(shipped('tinh-tra-vinh', 'vi'), 'total').map(line => line.trim())
  expect(lines).toEqual(
    expect.arrayContaining([
      '10,1352/13,5 điểm, mất 3,3648',
      'I Nền tảng, cơ sở dữ liệu: chưa rõ, ít nhất 1,0333',
      '1,0333 + 1,4 + 1,7015 + 6,0004 = 10,1352',
      'Tỷ lệ so với điểm tối đa: 75,08%',
    ]),
  )
})

test('a group of H15.157 adds up its leaves', () => {
  const lines = textLines(shipped('h15-157', 'vi'), 'TTTT').map(line => line.trim())
  expect(lines).toContain('5,75 + 1,12 + 0,59 = 7,46')
})
