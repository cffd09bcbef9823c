import { describe, expect, test } from 'vitest'
import type { RatioRule, Rule } from '../../src/model/rules.ts'
import { expressionText } from '../../src/receipt/expressionText.ts'
import type { ReceiptLine } from '../../src/receipt/receipt.ts'
import { ruleLines, ruleThresholds } from '../../src/receipt/ruleLines.ts'
import { ruleSentence } from '../../src/receipt/ruleSentence.ts'
import { type RuleSpeech, ruleSpeechOf } from '../../src/receipt/ruleSpeech.ts'
import { ruleWords } from '../../src/receipt/ruleWords.ts'
import { aCriterion, aRatioRule, aRuleSet } from '../scoring/builders.ts'
import { plainRules, quarter } from '../scoring/lint/everyKind.ts'

function speech(rule: Rule, language: 'vi' | 'en' = 'vi'): RuleSpeech {
  const other = aCriterion({ id: 'dong-bo', code: '1.4' })
  return ruleSpeechOf(aRuleSet({ criteria: [aCriterion({ rule }), other], calendars: [quarter] }), language)
}

const said = (rule: Rule, language?: 'vi' | 'en') => ruleSentence(rule, speech(rule, language))
const text = ({ label, value }: ReceiptLine) => (label === undefined ? value : `${label}: ${value}`)
const lines = (rule: Rule, maxPoints: string | null = '2') =>
  ruleLines(rule, maxPoints, speech(rule)).map(text)
const thresholds = (rule: Rule) => ruleThresholds(rule, speech(rule)).map(text)

const value = { of: 'value', metric: 'speed' } as const
const share = { of: 'percent', numerator: 'done', denominator: 'all', whenDenominatorZero: 'zero' } as const
const twoParts = [
  { label: 'Phần một', labelEn: 'First part', maxPoints: '0.5', rule: plainRules.yesNo },
  { label: 'Phần hai', maxPoints: '1.5', rule: aRatioRule({ targetPercent: '60' }) },
] as const

/** A rule of every kind; a kind without one does not compile. */
const everyKind: { readonly [Kind in Rule['kind']]: readonly [rule: Rule, vi: string, en: string] } = {
  ratio: [
    aRatioRule({ scaling: 'shareOfTarget', targetPercent: '80', floorPercent: '50' }),
    'Tử số ÷ mẫu số ÷ 80% × điểm tối đa; từ 80% trở lên: điểm tối đa; dưới 50%: 0 điểm',
    'Numerator ÷ denominator ÷ 80% × maximum; 80% or more: the maximum; below 50%: 0 points',
  ],
  yesNo: [plainRules.yesNo, 'Có: điểm tối đa; không: 0 điểm', 'Yes: the maximum; no: 0 points'],
  choice: [plainRules.choice, 'Chọn một trong 3 mức', 'One of 3 options'],
  checklist: [
    plainRules.checklist,
    'Cộng điểm từng nội dung có, trong 2 nội dung',
    'Points of every item that is there, of 2 items',
  ],
  bands: [plainRules.bands, 'Theo bậc của “Số liệu meetings”', 'By bands of “Số liệu meetings”'],
  perUnit: [
    plainRules.perUnit,
    '0,5 điểm mỗi hồ sơ, không quá 2 điểm',
    '0.5 points for each of: hồ sơ, at most 2 points',
  ],
  deduction: [
    plainRules.deduction,
    'Từ điểm tối đa trừ dần theo số lần, không dưới 0 điểm',
    'From the maximum downwards for each occurrence, never below 0 points',
  ],
  bonusPenalty: [
    plainRules.bonusPenalty,
    'Từ 1 điểm cộng, trừ theo số lần, trong khoảng từ −1 đến 2 điểm',
    'From 1 point, added and taken for each occurrence, between −1 and 2 points',
  ],
  lateness: [
    plainRules.lateness,
    'Theo số ngày làm việc trễ, tính từ “Số liệu due”, được phép 2 ngày',
    'By working days late, counted from “Số liệu due”, 2 days allowed',
  ],
  surveyMean: [
    plainRules.surveyMean,
    '(Điểm bình quân − 1) ÷ (5 − 1) × điểm tối đa',
    '(Mean − 1) ÷ (5 − 1) × maximum',
  ],
  surveyOptions: [
    plainRules.surveyOptions,
    'Bình quân trọng số của 2 phương án trả lời × điểm tối đa',
    'Weighted mean of 2 answers × maximum',
  ],
  weightedMean: [
    plainRules.weightedMean,
    'Bình quân gia quyền của 2 số liệu ÷ 100 × điểm tối đa',
    'Weighted mean of 2 figures ÷ 100 × maximum',
  ],
  everyOccurrence: [
    plainRules.everyOccurrence,
    'Số mục đúng hạn mọi lần ÷ 1 mục × điểm tối đa; một lần trễ là mục ấy trễ cả kỳ',
    'Items in time every time ÷ 1 item × maximum; one late occurrence makes an item late',
  ],
  growth: [
    plainRules.growth,
    'Theo bậc của mức tăng, giảm so với kỳ trước',
    'By bands of the change on the period before',
  ],
  formula: [plainRules.formula, 'Theo công thức, 2 trường hợp', 'By a formula with 2 cases'],
  sum: [
    { kind: 'sum', parts: twoParts },
    'Cộng các phần: Phần một (0,5 điểm); Phần hai (1,5 điểm)',
    'Sum of: First part (0.5 points); Phần hai (1.5 points)',
  ],
  bestOf: [
    { kind: 'bestOf', cases: twoParts },
    'Lấy trường hợp cao điểm nhất trong: Phần một (0,5 điểm); Phần hai (1,5 điểm)',
    'The case that earns most of: First part (0.5 points); Phần hai (1.5 points)',
  ],
  shareOfBest: [
    { kind: 'shareOfBest', measure: share, whenAllZero: 'zero' },
    'Tỷ lệ tử số ÷ mẫu số ÷ mức cao nhất trong các đơn vị × điểm tối đa',
    'The share numerator ÷ denominator ÷ the highest of all agencies × maximum',
  ],
  leader: [
    { kind: 'leader', measure: value, target: '10', percentAtTarget: '50' },
    'Theo “Số liệu speed”: đến mục tiêu 10 hồ sơ tăng đều tới 50% điểm tối đa, vượt mục tiêu thì nội suy tới đơn vị dẫn đầu',
    'By “Số liệu speed”: up to the target 10 hồ sơ rising evenly to 50% of the maximum, past it in proportion to the leader',
  ],
  minMax: [
    {
      kind: 'minMax',
      measure: share,
      direction: 'higherIsBetter',
      percentAtWorst: '10',
      whenAllEqual: 'full',
    },
    'Theo vị trí của tỷ lệ tử số ÷ mẫu số giữa đơn vị kém nhất (10% điểm tối đa) và đơn vị tốt nhất (điểm tối đa)',
    'By where the share numerator ÷ denominator lies between the worst (10% of the maximum) and the best agency (the maximum)',
  ],
  rank: [
    { kind: 'rank', measure: value, direction: 'higherIsBetter', ties: 'dense', points: 'linear' },
    'Theo thứ hạng về “Số liệu speed”: hạng nhất điểm tối đa, hạng cuối 0 điểm, ở giữa chia đều',
    'By rank in “Số liệu speed”: the maximum for the first, 0 for the last, even steps between',
  ],
  reported: [
    { kind: 'reported' },
    'Lấy nguyên điểm đã công bố; cách tính chưa có nguồn',
    'Points taken as published; the rule has no source yet',
  ],
  monitor: [
    { kind: 'monitor', numerator: 'done', denominator: 'all' },
    'Chỉ theo dõi tỷ lệ tử số ÷ mẫu số, không tính điểm',
    'The share numerator ÷ denominator is watched, not scored',
  ],
}

describe('one sentence for every kind of rule', () => {
  test.each(Object.entries(everyKind))('%s', (_, [rule, vi, en]) => {
    expect(said(rule)).toBe(vi)
    expect(said(rule, 'en')).toBe(en)
  })

  test('and a name for each of them', () => {
    for (const language of ['vi', 'en'] as const) {
      const names = Object.values(ruleWords[language].kinds)
      expect(Object.keys(ruleWords[language].kinds)).toEqual(Object.keys(everyKind))
      expect(new Set(names).size).toBe(names.length)
    }
  })
})

describe('a ratio says', () => {
  test.each<[string, Partial<RatioRule>, string]>([
    ['nothing of a target of 100%', {}, 'Tử số ÷ mẫu số × điểm tối đa'],
    ['its target', { targetPercent: '80' }, 'Tử số ÷ mẫu số × điểm tối đa; từ 80% trở lên: điểm tối đa'],
    ['its floor', { floorPercent: '50.5' }, 'Tử số ÷ mẫu số × điểm tối đa; dưới 50,5%: 0 điểm'],
    [
      'a straight line from the floor',
      { scaling: 'fromFloor', floorPercent: '50', targetPercent: '90' },
      'Theo tỷ lệ tử số ÷ mẫu số, nội suy đều từ 0 điểm tại 50% đến điểm tối đa tại 90%',
    ],
    [
      'that lower is better',
      { direction: 'lowerIsBetter', scaling: 'fromFloor', floorPercent: '20', targetPercent: '5' },
      'Theo tỷ lệ tử số ÷ mẫu số, nội suy đều từ 0 điểm tại 20% đến điểm tối đa tại 5%',
    ],
    [
      'what it takes from 100%',
      { complement: true, targetPercent: '90' },
      '(100% − tử số ÷ mẫu số) × điểm tối đa; từ 90% trở lên: điểm tối đa',
    ],
    [
      'how many shares it takes',
      { complement: true, otherShares: [{ numerator: 'a', denominator: 'b' }] },
      '(100% − tổng 2 tỷ lệ) × điểm tối đa',
    ],
    [
      'whose share multiplies it',
      { coefficient: 'dong-bo' },
      'Tử số ÷ mẫu số × tỷ lệ của mục 1.4 × điểm tối đa',
    ],
    [
      'which denominator it takes',
      { orDenominator: 'paper', fallbackDenominator: { metric: 'lastYear', divideBy: { month: '12' } } },
      'Tử số ÷ mẫu số × điểm tối đa; mẫu số là số lớn hơn trong hai số; thiếu mẫu số thì lấy số liệu thay thế chia theo kỳ',
    ],
  ])('%s', (_, parts, sentence) => {
    expect(said(aRatioRule(parts))).toBe(sentence)
  })

  test('its points at and short of the target', () => {
    expect(lines(aRatioRule({ targetPercent: '80', floorPercent: '50' }))).toEqual([
      'từ 80% trở lên: 2 điểm (tối đa)',
      'dưới 80%: tỷ lệ × điểm tối đa',
      'dưới 50%: 0 điểm',
    ])
    const falling = aRatioRule({
      direction: 'lowerIsBetter',
      scaling: 'fromFloor',
      targetPercent: '5',
      floorPercent: '20',
    })
    // At the floor itself there is nothing either.
    expect(lines(falling, null)).toEqual([
      'từ 5% trở xuống: điểm tối đa',
      'trên 5%: nội suy theo tỷ lệ',
      'từ 20% trở lên: 0 điểm',
    ])
    expect(thresholds(falling)).toEqual(['tối đa 5%', 'từ 20% trở lên: 0 điểm'])
  })
})

describe('lines under the sentence', () => {
  test.each<[string, Rule, readonly string[]]>([
    ['options', plainRules.choice, ['Đủ: 2 điểm', 'Chưa đủ: 1 điểm', 'Không: 0 điểm']],
    ['items', plainRules.checklist, ['Số liệu plan: 0,5 điểm', 'Số liệu report: 1,5 điểm']],
    [
      'bands of a value',
      plainRules.bands,
      ['từ 4 hồ sơ: 2 điểm', 'từ 2 đến dưới 4 hồ sơ: 1 điểm', 'dưới 2 hồ sơ: 0 điểm'],
    ],
    [
      'bands of a share, whichever edge they take',
      {
        kind: 'bands',
        measure: share,
        bands: [
          { from: '90', fromExclusive: true, points: '2' },
          { from: '50', to: '90', toInclusive: true, points: '1' },
        ],
        otherwise: '0',
      },
      ['trên 90%: 2 điểm', 'từ 50% đến 90%: 1 điểm', 'còn lại: 0 điểm'],
    ],
    [
      'days late, with the calendar',
      plainRules.lateness,
      [
        'đúng hạn: 2 điểm',
        'trễ từ 1 đến 5 ngày: 1 điểm',
        'còn lại: 0 điểm',
        'Lịch tính ngày làm việc: Lịch quý 2 năm 2026',
      ],
    ],
    ['growth', plainRules.growth, ['từ 10%: 2 điểm', 'từ 0% đến dưới 10%: 1 điểm', 'dưới 0%: 0 điểm']],
    [
      'deductions',
      plainRules.deduction,
      ['Số liệu warnings: trừ 0,5 điểm mỗi hồ sơ', 'Số liệu breaches: trừ 25% điểm tối đa mỗi hồ sơ'],
    ],
    [
      'bonus and penalty',
      plainRules.bonusPenalty,
      ['Số liệu praise: cộng 0,5 điểm mỗi hồ sơ', 'Số liệu blame: trừ 0,5 điểm mỗi hồ sơ'],
    ],
    ['answers', plainRules.surveyOptions, ['Số liệu good: 100%', 'Số liệu bad: 0%']],
    ['weights', plainRules.weightedMean, ['Số liệu common: trọng số 30', 'Số liệu result: trọng số 70']],
    ['occurrences', plainRules.everyOccurrence, ['Báo cáo tháng: 2 lần']],
    [
      'cases of a formula',
      plainRules.formula,
      ['khi “Số liệu done” ≥ “Số liệu all”: 2', 'còn lại: “Số liệu done” ÷ “Số liệu all” × 2'],
    ],
    [
      'parts',
      { kind: 'sum', parts: twoParts },
      [
        'Phần một: 0,5 điểm',
        'Có: điểm tối đa; không: 0 điểm',
        'Phần hai: 1,5 điểm',
        'Tử số ÷ mẫu số × điểm tối đa; từ 60% trở lên: điểm tối đa',
      ],
    ],
    [
      'ranks',
      {
        kind: 'rank',
        measure: value,
        direction: 'higherIsBetter',
        ties: 'competition',
        points: {
          bands: [
            { from: '1', to: '3', toInclusive: true, points: '2' },
            { from: '4', points: '0' },
          ],
        },
      },
      ['từ hạng 1 đến hạng 3: 2 điểm', 'từ hạng 4 trở đi: 0 điểm'],
    ],
    [
      'the leader',
      { kind: 'leader', measure: value, target: '10', percentAtTarget: '50' },
      ['đúng 10 hồ sơ: 50% điểm tối đa', 'trên 10 hồ sơ: tăng đều, đơn vị dẫn đầu đạt tối đa'],
    ],
  ])('%s', (_, rule, expected) => {
    expect(lines(rule)).toEqual(expected)
  })

  test.each(['yesNo', 'perUnit', 'surveyMean', 'shareOfBest', 'minMax', 'reported', 'monitor'] as const)(
    'none for %s, whose sentence says it all',
    kind => {
      expect(lines(everyKind[kind][0])).toEqual([])
    },
  )
})

test('a narrow column keeps what decides: targets of parts, no calendar, the scale of a survey', () => {
  expect(thresholds({ kind: 'sum', parts: twoParts })).toEqual(['Phần hai: tối thiểu 60%'])
  expect(thresholds(plainRules.lateness)).toHaveLength(3)
  expect(thresholds(plainRules.surveyMean)).toEqual(['thang 1–5'])
  expect(thresholds(plainRules.formula)).toEqual([])
})

test.each([
  [
    'if(da_dung >= ke_hoach, 2.5, da_dung / ke_hoach * 2)',
    'nếu (“da_dung” ≥ “ke_hoach”; 2,5; “da_dung” ÷ “ke_hoach” × 2)',
  ],
  ['max(0, 1 - a)', 'số lớn nhất của (0; 1 − “a”)'],
  ['not (a = 1) and b != 20%', 'không phải (“a” = 1) và “b” ≠ 20%'],
])('%s is read as it is written on paper', (expression, expected) => {
  expect(expressionText(expression, name => `“${name}”`, speech({ kind: 'reported' }))).toBe(expected)
})
