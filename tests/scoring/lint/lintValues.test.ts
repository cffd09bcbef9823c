import { describe, expect, test } from 'vitest'
import type { Metric } from '../../../src/model/ruleSet.ts'
import type { FormulaRule, Rule } from '../../../src/model/rules.ts'
import { lintSubmission } from '../../../src/scoring/lint/lintSubmission.ts'
import { loadData } from '../../data/dataFiles.ts'
import { aCriterion, aRatioRule, aRuleSet, aSubmission } from '../builders.ts'
import { plainRules, quarter } from './everyKind.ts'
import { described } from './findings.ts'

const file = 'submissions/thu.json'

/** Findings in the figures of one leaf worth 2 points, as "severity place code". */
function found(
  rule: Rule,
  figures: Readonly<Record<string, string | null>>,
  metrics?: readonly Metric[],
): readonly string[] {
  const ruleSet = aRuleSet({
    criteria: [aCriterion({ maxPoints: '2', rule })],
    calendars: [quarter],
    ...(metrics ? { metrics } : {}),
  })
  const problems = lintSubmission(aSubmission({ figures }), ruleSet, file)
  return described(problems, file).map((text, index) => `${problems[index]?.severity} ${text}`)
}

describe('a value is of the type of its metric', () => {
  const metrics = (valueType: Metric['valueType']): Metric[] => [
    { id: 'done', name: 'Số liệu', unit: 'lượt', valueType },
    { id: 'all', name: 'Tổng', unit: 'lượt', valueType: 'count' },
  ]
  test.each<[Metric['valueType'], string]>([
    ['count', 'not-a-count'],
    ['percent', 'not-a-percentage'],
    ['number', 'not-a-number'],
    ['flag', 'not-a-flag'],
    ['option', 'not-an-option'],
  ])('a %s is no date', (type, code) => {
    expect(found(aRatioRule(), { done: '1' }, metrics(type))).toEqual([])
    expect(found(aRatioRule(), { done: '2026-03-05' }, metrics(type))).toEqual([
      `error values[0].value ${code}`,
    ])
  })

  test('a date is no number', () => {
    expect(found(aRatioRule(), { done: '2026-03-05' }, metrics('date'))).toEqual([])
    expect(found(aRatioRule(), { done: '2026' }, metrics('date'))).toEqual([
      'error values[0].value not-a-date',
    ])
  })
})

test('an answer is one of the options, however it is written', () => {
  for (const level of ['1', '3', '3.0']) expect(found(plainRules.choice, { level })).toEqual([])
  for (const level of ['0', '1.5', '4'])
    expect(found(plainRules.choice, { level })).toEqual(['error values[0].value not-an-option'])
})

describe('dates of a rule that counts working days', () => {
  const late = (due: string | null, sent: string | null) => found(plainRules.lateness, { due, sent })
  const outside = (index: number) => `error values[${index}].value outside-calendar`

  test('lie inside the calendar, both ends included', () => {
    expect(late('2026-04-01', '2026-06-30')).toEqual([])
    expect(late('2026-03-31', '2026-06-30')).toEqual([outside(0)])
    expect(late('2026-04-01', '2026-07-01')).toEqual([outside(1)])
    expect(late('2026-04-01', null)).toEqual([])
    expect(late('2026-03-31', null)).toEqual([outside(0)])
  })

  test('unless it was done in time', () => {
    expect(late('2026-03-31', '2026-03-31')).toEqual([])
    expect(late('2026-07-05', '2026-07-04')).toEqual([])
  })

  test('or the span is named', () => {
    const ruleSet = aRuleSet({ criteria: [aCriterion({ rule: plainRules.lateness })], calendars: [quarter] })
    const figures = { due: '2026-04-01', sent: '2026-07-01' }
    expect(lintSubmission(aSubmission({ figures }), ruleSet, file)[0]?.message.vi).toBe(
      'ngày 01/07/2026 nằm ngoài “Lịch quý 2 năm 2026”, lịch này chỉ có từ 01/04/2026 đến 30/06/2026',
    )
  })
})

describe('a formula that refuses more than the maximum', () => {
  const formula = (aboveMaximum: FormulaRule['aboveMaximum']): Rule => ({
    kind: 'formula',
    variables: [
      { name: 'done', metric: 'done' },
      { name: 'all', metric: 'all' },
    ],
    cases: [{ expression: 'done / all * 2' }],
    aboveMaximum,
    whenUndefined: 'zero',
  })

  test('names leaf, result and maximum', () => {
    expect(found(formula('refuse'), { all: '40', done: '40' })).toEqual([]) // 2 of 2
    expect(found(formula('refuse'), { all: '40', done: '41' })).toEqual([
      'error values[1].value result-above-maximum',
    ])
    expect(found(formula('cap'), { all: '40', done: '41' })).toEqual([])
    const ruleSet = aRuleSet({ criteria: [aCriterion({ maxPoints: '2', rule: formula('refuse') })] })
    const submission = aSubmission({ figures: { all: '40', done: '41' } })
    expect(lintSubmission(submission, ruleSet, file)[0]?.message).toEqual({
      vi: '“Tiêu chí leaf” tính ra 2,05 điểm, vượt điểm tối đa 2; kiểm tra lại số liệu',
      en: '"Tiêu chí leaf" comes to 2.05 points, above the maximum 2; check the figures',
    })
  })

  test('says nothing while figures are missing or it divides by zero', () => {
    expect(found(formula('refuse'), { all: null, done: '41' })).toEqual([])
    expect(found(formula('refuse'), { all: '0', done: '41' })).toEqual([])
  })
})

describe('more was done than there was', () => {
  const above = ['warning values[0].value numerator-above-denominator']

  test('is said of counts', () => {
    expect(found(aRatioRule(), { done: '30', all: '30' })).toEqual([])
    expect(found(aRatioRule(), { done: '31', all: '30' })).toEqual(above)
    expect(found(aRatioRule(), { done: '1', all: '0' })).toEqual(above)
    expect(found(aRatioRule(), { done: '31', all: null })).toEqual([])
    expect(
      found({ kind: 'monitor', numerator: 'done', denominator: 'all' }, { done: '31', all: '30' }),
    ).toEqual(above)
  })

  test('against the larger of two denominators', () => {
    const rule = aRatioRule({ orDenominator: 'paper' })
    expect(found(rule, { done: '31', all: '30', paper: '31' })).toEqual([])
    expect(found(rule, { done: '32', all: '30', paper: '31' })).toEqual(above)
  })

  test('once, however many rules look at it', () => {
    const parts = ['1', '2'].map(label => ({ label, maxPoints: '1', rule: aRatioRule() }))
    expect(found({ kind: 'sum', parts }, { done: '31', all: '30' })).toEqual(above)
  })

  test('not where a target above 100% expects it, nor of money', () => {
    const rule = aRatioRule({ scaling: 'shareOfTarget', targetPercent: '120' })
    expect(found(rule, { done: '31', all: '30' })).toEqual([])
    const money = ['done', 'all'].map(id => ({ id, name: id, unit: 'đồng', valueType: 'number' as const }))
    expect(found(aRatioRule(), { done: '31', all: '30' }, money)).toEqual([])
  })

  test('nowhere in what is shipped', () => {
    const { ruleSets, submissions } = loadData()
    const all = submissions.flatMap(submission => {
      const own = ruleSets.find(ruleSet => ruleSet.id === submission.ruleSetId)
      return own ? lintSubmission(submission, own, submission.id) : []
    })
    expect(all).toEqual([])
  })
})

test('a broken rule set breaks no check of figures', () => {
  const broken = aRuleSet({
    criteria: [
      aCriterion({ id: 'a', rule: { ...plainRules.lateness, calendar: 'khac' } }),
      aCriterion({
        id: 'b',
        rule: { ...plainRules.formula, cases: [{ expression: 'done +' }] },
      }),
    ],
  })
  const figures = { due: '2026-04-01', sent: '2026-05-01', done: '1', all: '2' }
  expect(lintSubmission(aSubmission({ figures }), broken, file)).toEqual([])
})
