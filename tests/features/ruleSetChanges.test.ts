import { describe, expect, test } from 'vitest'
import { changeCounts, criterionChangeLines } from '../../src/features/rule-set/changeText.ts'
import { comparisonSentence } from '../../src/features/rule-set/comparisonSentence.ts'
import { type ChangeLine, changeSpeechOf } from '../../src/features/rule-set/fieldLines.ts'
import { generalLines } from '../../src/features/rule-set/generalLines.ts'
import type { Criterion, RuleSet } from '../../src/model/ruleSet.ts'
import type { Rule } from '../../src/model/rules.ts'
import { compareRuleSets } from '../../src/scoring/compareRuleSets.ts'
import {
  aBand,
  aCriterion,
  aGroup,
  aPool,
  aRatioRule,
  aRuleSet,
  roundingAt,
  stated,
  toPlaces,
} from '../scoring/builders.ts'
import { plainRules, quarter } from '../scoring/lint/everyKind.ts'

const told = ({ label, from, to, difference }: ChangeLine) =>
  `${label}: ${from} | ${to}${difference === null ? '' : ` (${difference})`}`

/** Lines about the one criterion that changed. */
function leafLines(from: Partial<Criterion>, to: Partial<Criterion>, language: 'vi' | 'en' = 'vi') {
  const [older, newer] = [
    aRuleSet({ criteria: [aCriterion(from)] }),
    aRuleSet({ criteria: [aCriterion(to)] }),
  ]
  const [changed] = compareRuleSets(older, newer).changed
  return changed ? criterionChangeLines(changed, changeSpeechOf(older, newer, language)).map(told) : []
}
const ruleLines = (from: Rule, to: Rule) => leafLines({ rule: from }, { rule: to })

function general(from: Partial<RuleSet>, to: Partial<RuleSet>, language: 'vi' | 'en' = 'vi') {
  const [older, newer] = [aRuleSet(from), aRuleSet(to)]
  return generalLines(compareRuleSets(older, newer), changeSpeechOf(older, newer, language)).map(told)
}

describe('a criterion', () => {
  test('maximum, number, name, in both languages', () => {
    const [from, to] = [
      { maxPoints: '8', code: '2.1', name: 'Cũ' },
      { maxPoints: '6.5', code: '2.2', name: 'Mới' },
    ]
    expect(leafLines(from, to)).toEqual([
      'Điểm tối đa: 8 | 6,5 (−1,5)',
      'Số thứ tự: 2.1 | 2.2',
      'Tên: Cũ | Mới',
    ])
    expect(leafLines(from, to, 'en')).toEqual([
      'Maximum: 8 | 6.5 (−1.5)',
      'Number: 2.1 | 2.2',
      'Name: Cũ | Mới',
    ])
  })

  test('whom it is for and each document, in both languages', () => {
    const paper = (id: string, title: string, titleEn: string) => ({ id, title, titleEn, provenance: stated })
    const [from, to]: readonly Partial<Criterion>[] = [
      { requiredEvidence: [paper('a', 'Báo cáo', 'Report'), paper('b', 'Danh sách', 'List')] },
      { appliesTo: ['department', 'commune'], requiredEvidence: [paper('b', 'Bảng kê', 'Table')] },
    ]
    if (!from || !to) throw new Error('two versions')
    expect(leafLines(from, to)).toEqual([
      'Đối tượng áp dụng: mọi đơn vị | sở, ban, ngành; xã, phường',
      'Tài liệu kiểm chứng: Báo cáo | null',
      'Tài liệu kiểm chứng: Danh sách | Bảng kê',
    ])
    expect(leafLines(to, from, 'en')).toEqual([
      'Applies to: departments; communes and wards | every agency',
      'Required evidence: Table | List',
      'Required evidence: null | Report',
    ])
  })

  test.each<[string, Rule, Rule, readonly string[]]>([
    [
      'target and floor',
      aRatioRule({ targetPercent: '80' }),
      aRatioRule({ targetPercent: '90', floorPercent: '50', scaling: 'fromFloor' }),
      [
        'Mục tiêu: 80% | 90% (+10 điểm %)',
        'Cách tính dưới mục tiêu: tỷ lệ × điểm tối đa | nội suy từ mức sàn',
        'Mức sàn: null | 50%',
      ],
    ],
    [
      'figures by name',
      aRatioRule(),
      aRatioRule({ numerator: 'sent' }),
      ['Tử số: “Số liệu done” | “Số liệu sent”'],
    ],
    [
      'bands of a value',
      plainRules.bands,
      {
        ...plainRules.bands,
        bands: [
          { from: '5', points: '2' },
          { from: '2', to: '5', points: '1' },
          { to: '2', points: '0' },
        ],
      },
      ['Bậc 1, từ: 4 | 5 (+1)', 'Bậc 2, đến: 4 | 5 (+1)'],
    ],
    [
      'bands of growth',
      plainRules.growth,
      {
        ...plainRules.growth,
        bands: [
          { from: '8', points: '2' },
          { from: '0', to: '8', points: '1' },
          { to: '0', points: '0' },
        ],
      },
      ['Bậc 1, từ: 10% | 8% (−2 điểm %)', 'Bậc 2, đến: 10% | 8% (−2 điểm %)'],
    ],
    [
      'an option that went, by its name',
      plainRules.choice,
      { ...plainRules.choice, options: plainRules.choice.options.slice(0, 2) },
      ['“Không”, điểm: 0 | null'],
    ],
    [
      'an item by the name of its figure',
      plainRules.checklist,
      {
        kind: 'checklist',
        items: [
          { metric: 'plan', points: '0.5' },
          { metric: 'report', points: '1' },
        ],
      },
      ['“Số liệu report”, điểm: 1,5 | 1 (−0,5)'],
    ],
    [
      'the rule of a part',
      { kind: 'sum', parts: [{ label: 'A', maxPoints: '1', rule: aRatioRule({ targetPercent: '60' }) }] },
      { kind: 'sum', parts: [{ label: 'A', maxPoints: '1', rule: aRatioRule({ targetPercent: '70' }) }] },
      ['“A”, mục tiêu: 60% | 70% (+10 điểm %)'],
    ],
    [
      'a formula with names for its variables',
      plainRules.formula,
      {
        ...plainRules.formula,
        cases: [{ when: 'done >= all', expression: '2' }, { expression: 'done / all' }],
      },
      ['Trường hợp 2, công thức: “Số liệu done” ÷ “Số liệu all” × 2 | “Số liệu done” ÷ “Số liệu all”'],
    ],
    [
      'days',
      plainRules.lateness,
      { ...plainRules.lateness, allowedDays: 5 },
      ['Số ngày cho phép: 2 | 5 (+3)'],
    ],
    [
      'a policy',
      aRatioRule(),
      aRatioRule({ whenDenominatorZero: 'full' }),
      ['Khi mẫu số bằng 0: để trống, chờ số liệu | điểm tối đa'],
    ],
    [
      'another kind, with both rules whole',
      plainRules.bands,
      plainRules.yesNo,
      [
        'Cách tính: Theo bậc của “Số liệu meetings”.\ntừ 4 hồ sơ: 2 điểm\ntừ 2 đến dưới 4 hồ sơ: 1 điểm\ndưới 2 hồ sơ: 0 điểm | Có: điểm tối đa; không: 0 điểm.',
      ],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(ruleLines(from, to)).toEqual(expected)
  })

  test('policies and rounding of its own give way to those of the set', () => {
    expect(leafLines({ states: { missing: 'zero' }, rounding: { leaf: toPlaces(1) } }, {})).toEqual([
      'Làm tròn, điểm chỉ tiêu, số chữ số: 1 | theo quy định chung',
      'Làm tròn, điểm chỉ tiêu, kiểu làm tròn: từ một nửa làm tròn lên | theo quy định chung',
      'Khi thiếu số liệu: 0 điểm | theo quy định chung',
    ])
  })
})

describe('the whole set', () => {
  test('scale, rounding, grades', () => {
    expect(
      general(
        { scale: '100', bands: [aBand('kha', '70'), aBand('cu', '0')] },
        {
          scale: '60',
          rounding: roundingAt({ leaf: toPlaces(2) }),
          bands: [aBand('kha', '65'), aBand('moi', '0')],
        },
      ),
    ).toEqual([
      'Thang điểm: 100 | 60 (−40)',
      'Làm tròn: từng chỉ tiêu: không làm tròn | 2 chữ số thập phân, từ một nửa trở lên thì làm tròn lên',
      'Mức Mức moi: null | từ 0%',
      'Mức Mức cu: từ 0% | null',
      'Mức Mức kha: từ 70% | từ 65% (−5 điểm %)',
    ])
  })

  test('bonus and penalty, joint maxima, ties', () => {
    const bonus = {
      id: 'thuong',
      name: 'Sáng kiến',
      effect: 'bonus',
      ceiling: '2',
      rule: plainRules.perUnit,
      provenance: stated,
    } as const
    expect(
      general(
        { adjustments: [bonus], pools: [aPool('p', [], '5')] },
        {
          adjustments: [
            { ...bonus, ceiling: '3', rule: { ...plainRules.perUnit, pointsPerUnit: '1' } },
            { ...bonus, id: 'tru', name: 'Không xin lỗi', effect: 'penalty' },
          ],
          pools: [aPool('p', [], '6')],
          tieStyle: 'dense',
        },
      ),
    ).toEqual([
      'Thang điểm: 6 | 7 (+1)',
      'Điểm trừ: Không xin lỗi: null | 2',
      'Mức trần: Sáng kiến: 2 | 3 (+1)',
      'Sáng kiến: điểm mỗi đơn vị: 0,5 | 1 (+0,5)',
      'Điểm chung: Nhóm p: 5 | 6 (+1)',
      'Bằng điểm: 1, 1, 3 | 1, 1, 2',
    ])
  })

  test('quotas and conditions as sentences, calendars as a line', () => {
    const bands = [aBand('tot', '80'), aBand('kha', '0')]
    const quota = {
      bandId: 'tot',
      maxPercent: '20',
      ofBandIds: ['tot', 'kha'],
      toBandId: 'kha',
      atTie: 'allFall',
    } as const
    expect(
      general(
        { bands, calendars: [quarter] },
        {
          bands,
          grading: { on: 'rounded', quotas: [{ ...quota, provenance: stated }] },
          calendars: [{ ...quarter, workedDays: [] }],
        },
      ),
    ).toEqual([
      'Tỷ lệ khống chế: null | tối đa 20% đơn vị được Mức tot',
      'Lịch ngày làm việc: 01/04/2026 – 30/06/2026: 2 ngày nghỉ, 1 ngày làm bù | 01/04/2026 – 30/06/2026: 2 ngày nghỉ, 0 ngày làm bù',
      'Xếp loại, xếp theo: null | điểm đã làm tròn',
    ])
  })
})

describe('the sentence', () => {
  const set = (criteria: readonly Criterion[], parts: Partial<RuleSet> = {}) =>
    aRuleSet({ criteria, shortTitle: 'Bộ 2025', ...parts })
  const sentence = (older: RuleSet, ruleSet: RuleSet, language: 'vi' | 'en' = 'vi') =>
    comparisonSentence(
      { ruleSet, comparison: { older, change: compareRuleSets(older, ruleSet) }, comparisonProblems: [] },
      language,
    )
  const [a, b, c] = ['a', 'b', 'c'].map(id => aCriterion({ id })) as [Criterion, Criterion, Criterion]

  test('counts leaves, not the groups around them', () => {
    const older = set([aGroup('g', [a, b])])
    const newer = set([aGroup('g', [{ ...a, maxPoints: '2' }, c])])
    expect(sentence(older, newer)).toBe(
      'So với Bộ 2025: thêm 1 tiêu chí, bỏ 1, đổi điểm tối đa 1, đổi 1 quy định chung',
    )
    expect(sentence(older, newer, 'en')).toBe(
      'Against Bộ 2025: 1 criterion added, 1 removed, 1 maximum changed, 1 general provision changed',
    )
    expect(changeCounts(compareRuleSets(older, newer))).toEqual({
      added: 1,
      removed: 1,
      maxima: 1,
      rules: 0,
      asked: 0,
      names: 0,
    })
  })

  test('tells what is asked for only where nothing moves points', () => {
    const asked = { ...a, appliesTo: ['commune' as const] }
    expect(sentence(set([a]), set([asked]))).toBe(
      'So với Bộ 2025: đổi đối tượng áp dụng hoặc tài liệu kiểm chứng 1, không đổi điểm',
    )
    expect(sentence(set([a]), set([{ ...asked, maxPoints: '2' }]))).toBe(
      'So với Bộ 2025: đổi điểm tối đa 1, đổi 1 quy định chung',
    )
    expect(sentence(set([a]), set([{ ...asked, code: '9' }]), 'en')).toBe(
      'Against Bộ 2025: whom it is for or evidence changed at 1 criterion, no points moved, 1 renumbered, renamed or moved',
    )
  })

  test('says that nothing changed, that only numbers did, that nothing is common, that nothing was chosen', () => {
    expect(sentence(set([a]), set([a]))).toBe('Không có gì khác so với Bộ 2025')
    expect(sentence(set([a]), set([{ ...a, code: '9' }]))).toBe('So với Bộ 2025: đổi số, tên hoặc chỗ 1')
    expect(sentence(set([a]), set([b]))).toMatch(/^Không so sánh được từng tiêu chí với Bộ 2025/)
    const chosen = { ruleSet: set([a]), comparison: null, comparisonProblems: [] }
    expect(comparisonSentence(chosen, 'vi')).toMatch(/^Chọn một bộ để so sánh/)
    const problem = {
      file: 'a',
      path: '',
      code: 'x',
      severity: 'error',
      message: { vi: '', en: '' },
    } as const
    expect(comparisonSentence({ ...chosen, comparisonProblems: [problem] }, 'vi')).toBe(
      'Không đọc được bộ được so',
    )
  })
})
