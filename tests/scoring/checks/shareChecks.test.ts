import { describe, expect, test } from 'vitest'
import type { Metric, RuleSet } from '../../../src/model/ruleSet.ts'
import type { Rule } from '../../../src/model/rules.ts'
import { aCriterion, aRatioRule, aRuleSet } from '../builders.ts'
import { found, passes, said } from './checkBuilders.ts'

function withRule(rule: Rule, metric: Partial<Metric> = {}): RuleSet {
  const ruleSet = aRuleSet({ criteria: [aCriterion({ maxPoints: '6', rule })] })
  return { ...ruleSet, metrics: ruleSet.metrics.map(each => ({ ...each, ...metric })) }
}

const ratio = withRule(aRatioRule())

describe('more than there is', () => {
  const code = 'numerator-above-denominator'

  test('one more than the whole is doubted, the whole is not', () => {
    expect(said(ratio, code, { figures: { done: '1530', all: '1529' } })).toEqual([
      '“Số liệu done” là 1.530 hồ sơ, nhiều hơn “Số liệu all” là 1.529 hồ sơ',
    ])
    expect(passes(ratio, code, { figures: { done: '1529', all: '1529' } })).toBe(true)
  })

  test('nothing is said while one of them is missing', () => {
    expect(found(ratio, code, { figures: { done: '3' } })).toEqual([])
    expect(passes(ratio, code, { figures: { done: '3' } })).toBe(false)
  })

  test('a target above 100% expects more; at 100% it does not', () => {
    const figures = { done: '3', all: '2' }
    expect(found(withRule(aRatioRule({ targetPercent: '100.01' })), code, { figures })).toEqual([])
    expect(found(withRule(aRatioRule({ targetPercent: '100' })), code, { figures })).toHaveLength(1)
  })

  test('the larger of two denominators counts', () => {
    const rule = withRule(aRatioRule({ orDenominator: 'sent' }))
    expect(found(rule, code, { figures: { done: '5', all: '3', sent: '5' } })).toEqual([])
    expect(said(rule, code, { figures: { done: '6', all: '3', sent: '5' } })).toEqual([
      '“Số liệu done” là 6 hồ sơ, nhiều hơn “Số liệu sent” là 5 hồ sơ',
    ])
  })

  test('100% − share is held to it as well, bands up to 100% and parts of a sum too', () => {
    const figures = { done: '3', all: '2' }
    const measure = {
      of: 'percent',
      numerator: 'done',
      denominator: 'all',
      whenDenominatorZero: 'zero',
    } as const
    const bands = (to: string) =>
      withRule({ kind: 'bands', measure, bands: [{ from: '0', to, points: '6' }] })
    expect(found(withRule(aRatioRule({ complement: true })), code, { figures })).toHaveLength(1)
    expect(found(bands('100'), code, { figures })).toHaveLength(1)
    expect(found(bands('101'), code, { figures })).toEqual([])
    expect(
      found(withRule({ kind: 'sum', parts: [{ label: 'a', maxPoints: '6', rule: aRatioRule() }] }), code, {
        figures,
      }),
    ).toHaveLength(1)
    // Nobody set a target, so nobody said what is too much.
    expect(found(withRule({ kind: 'shareOfBest', measure, whenAllZero: 'zero' }), code, { figures })).toEqual(
      [],
    )
  })

  test('measures that are no counts may be related anyhow', () => {
    const hours = withRule(aRatioRule(), { valueType: 'number', unit: 'giờ' })
    expect(found(hours, code, { figures: { done: '3', all: '2' } })).toEqual([])
  })
})

describe('none of them', () => {
  const code = 'zero-numerator'

  test('0 of some is asked about, 0 of 0 and 1 of some are not', () => {
    expect(said(ratio, code, { figures: { done: '0', all: '82' } })).toEqual([
      'tử số bằng 0 (0/82): đúng là không có hồ sơ nào?',
    ])
    expect(found(ratio, code, { figures: { done: '0', all: '0' } })).toEqual([])
    expect(found(ratio, code, { figures: { done: '1', all: '82' } })).toEqual([])
    expect(found(ratio, code, { figures: { all: '82' } })).toEqual([])
  })

  test('where none is what everybody hopes for, nobody asks', () => {
    const figures = { done: '0', all: '82' }
    expect(found(withRule(aRatioRule({ complement: true })), code, { figures })).toEqual([])
    expect(found(withRule(aRatioRule({ direction: 'lowerIsBetter' })), code, { figures })).toEqual([])
    expect(found(withRule(aRatioRule(), { direction: 'lowerIsBetter' }), code, { figures })).toEqual([])
    expect(
      found(withRule({ kind: 'monitor', numerator: 'done', denominator: 'all' }), code, { figures }),
    ).toEqual([])
  })
})

describe('above 100%', () => {
  const code = 'share-above-100'
  const added = withRule(
    aRatioRule({ complement: true, otherShares: [{ numerator: 'late', denominator: 'due' }] }),
  )

  test('shares that a rule adds up come to 100% at most', () => {
    // 30/40 + 5/20 = 75% + 25% = 100%
    expect(passes(added, code, { figures: { done: '30', all: '40', late: '5', due: '20' } })).toBe(true)
    // 30/40 + 6/20 = 75% + 30% = 105%
    expect(said(added, code, { figures: { done: '30', all: '40', late: '6', due: '20' } })).toEqual([
      'các tỷ lệ cộng lại được 105%, quá 100%',
    ])
    expect(found(added, code, { figures: { done: '30', all: '40', late: '6', due: '0' } })).toEqual([])
  })

  test('a number told in percent is held to it, unless a rule grades more', () => {
    const rule: Rule = { kind: 'perUnit', metric: 'x', pointsPerUnit: '0.01' }
    const percent = withRule(rule, { valueType: 'number', unit: '%' })
    expect(said(percent, code, { figures: { x: '100.5' } })).toEqual(['“Số liệu x” là 100,5%, quá 100%'])
    expect(passes(percent, code, { figures: { x: '100' } })).toBe(true)
  })
})

describe('answers of a survey in percent', () => {
  const survey = withRule(
    {
      kind: 'surveyOptions',
      options: [
        { metric: 'good', weightPercent: '100' },
        { metric: 'bad', weightPercent: '0' },
      ],
      whenNoAnswers: 'missing',
    },
    { valueType: 'percent', unit: '%' },
  )

  test('come to 100% together, from both sides', () => {
    const both = (good: string, bad: string) => ({ figures: { good, bad } })
    expect(passes(survey, 'parts-do-not-sum', both('75.5', '24.5'))).toBe(true)
    expect(passes(survey, 'share-above-100', both('75.5', '24.5'))).toBe(true)
    expect(said(survey, 'parts-do-not-sum', both('75.5', '24.49'))).toEqual([
      'các câu trả lời cộng lại được 99,99%, chưa đủ 100%',
    ])
    expect(said(survey, 'share-above-100', both('75.5', '24.51'))).toEqual([
      'các câu trả lời cộng lại được 100,01%, quá 100%',
    ])
  })

  test('counted answers have no whole to come to', () => {
    const counted = withRule({ ...survey.criteria[0]?.rule, kind: 'surveyOptions' } as Rule)
    expect(found(counted, 'parts-do-not-sum', { figures: { good: '3', bad: '4' } })).toEqual([])
  })
})

describe('parts of a formula', () => {
  const formula = (expression: string) =>
    withRule({
      kind: 'formula',
      variables: [
        { name: 'giao', metric: 'given' },
        { name: 'dung', metric: 'onTime' },
        { name: 'tre', metric: 'late' },
      ],
      cases: [{ expression }],
      aboveMaximum: 'cap',
      whenUndefined: 'zero',
    })
  const figures = (given: string, onTime: string, late: string) => ({ figures: { given, onTime, late } })
  const rest = formula('6 - (giao - dung - tre) / giao')

  test('what is taken from a whole and divided by it cannot be more than the whole', () => {
    expect(passes(rest, 'part-above-whole', figures('20', '17', '3'))).toBe(true)
    // 17 + 4 = 21
    expect(said(rest, 'part-above-whole', figures('20', '17', '4'))).toEqual([
      '“Số liệu onTime” và “Số liệu late” cộng lại là 21 hồ sơ, nhiều hơn “Số liệu given” là 20 hồ sơ',
    ])
  })

  test('other formulas do not say what belongs to what', () => {
    expect(found(formula('(dung + 0.5 * tre) / giao'), 'part-above-whole', figures('1', '5', '5'))).toEqual(
      [],
    )
    expect(found(formula('(dung - tre) / giao'), 'part-above-whole', figures('1', '5', '9'))).toEqual([])
  })
})
