import { describe, expect, test } from 'vitest'
import type { Adjustment, Metric } from '../../../src/model/ruleSet.ts'
import type { BonusPenaltyRule, PlainRule, Rule } from '../../../src/model/rules.ts'
import { lintRuleSet } from '../../../src/scoring/lint/lintRuleSet.ts'
import { aCriterion, aRatioRule, aRuleSet, stated } from '../builders.ts'
import { everyKind, plainRules } from './everyKind.ts'
import { linted, lintedRule, typed } from './findings.ts'

test('a sound rule set with every kind of rule has no findings', () => {
  expect(lintRuleSet(everyKind(), '')).toEqual([])
})

describe('a rule needs figures of the right type', () => {
  const { yesNo, choice, lateness, formula } = plainRules
  const calendars = everyKind().calendars
  test.each<[string, Rule, string, string, readonly Metric['valueType'][]]>([
    ['yes/no', yesNo, 'connected', '.metric', ['flag']],
    ['a choice', choice, 'level', '.metric', ['option']],
    ['lateness', lateness, 'sent', '.done', ['date']],
    ['a ratio', aRatioRule(), 'all', '.denominator', ['count', 'percent', 'number']],
    // A formula may ask whether a flag is up or which option was chosen.
    ['a formula', formula, 'all', '.variables[1].metric', ['count', 'percent', 'number', 'flag', 'option']],
  ])('%s', (_, rule, metricId, path, fitting) => {
    const of = (valueType: Metric['valueType']) =>
      lintedRule(rule, {
        metrics: typed(rule, { [metricId]: { valueType } }),
        ...(calendars ? { calendars } : {}),
      })
    for (const type of ['count', 'percent', 'number', 'flag', 'date', 'option'] as const)
      expect(of(type)).toEqual(fitting.includes(type) ? [] : [`error ${path} wrong-value-type`])
  })

  test('an unknown metric of an adjustment is named where it stands', () => {
    const adjustments: Adjustment[] = [
      {
        id: 'thuong',
        name: 'Thưởng',
        effect: 'bonus',
        ceiling: '1',
        rule: { kind: 'perUnit', metric: 'x', pointsPerUnit: '1' },
        provenance: stated,
      },
    ]
    const { metrics } = aRuleSet()
    expect(linted({ adjustments, metrics })).toEqual(['error adjustments[0].rule.metric unknown-metric'])
  })
})

describe('the most a rule can earn', () => {
  const choice = (points: string): Rule => ({
    kind: 'choice',
    metric: 'level',
    options: [
      { value: '1', label: 'Có', points },
      { value: '0', label: 'Không', points: '0' },
    ],
  })
  const checklist = (points: string): Rule => ({
    kind: 'checklist',
    items: [
      { metric: 'a', points: '0.5' },
      { metric: 'b', points },
    ],
  })
  const perUnit = (cap: string): Rule => ({ kind: 'perUnit', metric: 'a', pointsPerUnit: '1', cap })

  // Each leaf is worth 2 points.
  test.each<[string, (points: string) => Rule, string, string, string]>([
    ['the best option', choice, '2', '2.01', '1.99'],
    ['all items, 0.5 and', checklist, '1.5', '1.51', '1.49'],
    ['a cap', perUnit, '2', '2.01', '1.99'],
  ])('%s is the maximum', (_, rule, exact, above, below) => {
    expect(lintedRule(rule(exact))).toEqual([])
    expect(lintedRule(rule(above))).toEqual(['error  above-maximum'])
    expect(lintedRule(rule(below))).toEqual(['warning  maximum-unreachable'])
  })

  test('of a deduction lies at or above its floor', () => {
    const floor = (value: string) => lintedRule({ ...plainRules.deduction, floor: value })
    expect(floor('2')).toEqual([])
    expect(floor('2.01')).toEqual(['error  least-above-most'])
  })

  test('is said with both figures in the mark of the language', () => {
    const [problem] = lintRuleSet(
      aRuleSet({ criteria: [aCriterion({ maxPoints: '2', rule: choice('2.5') })] }),
      '',
    )
    expect(problem?.message).toEqual({
      vi: 'có thể được 2,5 điểm, vượt điểm tối đa 2',
      en: 'can earn 2.5 points, above the maximum 2',
    })
  })
})

describe('the least a rule can earn', () => {
  test('is not below 0', () => {
    const floor = (value: string) => lintedRule({ ...plainRules.deduction, floor: value })
    expect(floor('0')).toEqual([])
    expect(floor('-0.01')).toEqual(['error  below-zero'])
  })

  const bonusPenalty: BonusPenaltyRule = { ...plainRules.bonusPenalty, least: '-1' }

  test('unless bonuses and penalties inside the tree say so', () => {
    expect(lintedRule(bonusPenalty)).toEqual([])
    expect(lintedRule({ ...bonusPenalty, least: '2.01', most: '2' })).toEqual(['error  least-above-most'])
  })

  test('which outside the tree would turn a bonus into a penalty', () => {
    const withLeast = (least: string) =>
      linted({
        adjustments: [
          {
            id: 'thuong',
            name: 'Thưởng',
            effect: 'bonus',
            ceiling: '2',
            rule: { ...bonusPenalty, least },
            provenance: stated,
          },
        ],
      })
    expect(withLeast('0')).toEqual([])
    expect(withLeast('-0.5')).toEqual(['error adjustments[0].rule below-zero'])
  })
})

describe('parts and cases', () => {
  const best = (maxima: readonly [string, string]): Rule => ({
    kind: 'bestOf',
    cases: maxima.map((maxPoints, index) => ({
      label: `Cách ${index + 1}`,
      maxPoints,
      rule: { kind: 'yesNo', metric: `m${index}` },
    })),
  })

  test('no case is worth more than the leaf, one of them as much', () => {
    expect(lintedRule(best(['2', '1']))).toEqual([])
    expect(lintedRule(best(['2.01', '1']))).toEqual(['error .cases[0].maxPoints above-maximum'])
    expect(lintedRule(best(['1.99', '1']))).toEqual(['warning .cases maximum-unreachable'])
  })

  test('a case can win', () => {
    const constant = (points: string): PlainRule => ({
      kind: 'formula',
      variables: [{ name: 'a', metric: 'a' }],
      cases: [{ expression: 'a' }],
      aboveMaximum: 'cap',
      whenUndefined: points === '0' ? 'zero' : 'full',
    })
    const sure: PlainRule = { ...plainRules.deduction, floor: '1' }
    const against = (most: string): Rule => ({
      kind: 'bestOf',
      cases: [
        { label: 'Chắc chắn được 1 điểm', maxPoints: '2', rule: sure },
        { label: 'Cách hai', maxPoints: most, rule: constant('0') },
      ],
    })
    expect(lintedRule(against('1.01'))).toEqual([])
    expect(lintedRule(against('1'))).toEqual(['warning .cases[1] unreachable-case'])
  })

  test('of two cases that always give the same the second is idle', () => {
    const always: PlainRule = { ...plainRules.deduction, floor: '2' }
    const cases = [1, 2].map(number => ({ label: `Cách ${number}`, maxPoints: '2', rule: always }))
    expect(lintedRule({ kind: 'bestOf', cases })).toEqual(['warning .cases[1] unreachable-case'])
  })

  test.each<[string, PlainRule, PlainRule]>([
    ['survey', plainRules.surveyOptions, { ...plainRules.surveyOptions, whenNoAnswers: 'notApplicable' }],
    ['growth', plainRules.growth, { ...plainRules.growth, whenPreviousZero: 'notApplicable' }],
    ['formula', plainRules.formula, { ...plainRules.formula, whenUndefined: 'notApplicable' }],
    [
      'share',
      { ...plainRules.bands, measure: share('zero') },
      { ...plainRules.bands, measure: share('notApplicable') },
    ],
  ])('a %s that is part of a sum is never "not applicable"', (_, sound, exempt) => {
    const part = (rule: PlainRule): Rule => ({
      kind: 'sum',
      parts: [{ label: 'Phần', maxPoints: '2', rule }],
    })
    expect(lintedRule(part(sound))).toEqual([])
    expect(lintedRule(part(exempt))).toEqual(['error .parts[0].rule part-not-applicable'])
    // The best of several leaves out what does not apply.
    const alone: Rule = { kind: 'bestOf', cases: [{ label: 'Cách', maxPoints: '2', rule: exempt }] }
    expect(lintedRule(alone)).toEqual([])
  })

  function share(whenDenominatorZero: 'zero' | 'notApplicable') {
    return { of: 'percent', numerator: 'done', denominator: 'all', whenDenominatorZero } as const
  }
})

describe('roles of a metric', () => {
  test('nothing is measured against itself', () => {
    expect(lintedRule(aRatioRule({ denominator: 'done' }))).toEqual([
      'warning .denominator metric-against-itself',
    ])
    const { items } = plainRules.bonusPenalty
    const both = items.map(item => ({ ...item, metric: 'praise' }))
    expect(lintedRule({ ...plainRules.bonusPenalty, items: both })).toEqual([
      'warning .items[1].metric metric-against-itself',
    ])
    const calendars = everyKind().calendars ?? []
    expect(lintedRule({ ...plainRules.lateness, since: { metric: 'sent' } }, { calendars })).toEqual([
      'warning .done metric-against-itself',
    ])
  })

  test('or counted twice in a list', () => {
    const twice = plainRules.checklist.items.map(item => ({ ...item, metric: 'plan' }))
    expect(lintedRule({ ...plainRules.checklist, items: twice })).toEqual([
      'warning .items[1].metric metric-counted-twice',
    ])
  })

  test('shares of one whole may share their denominator', () => {
    const rule = aRatioRule({ complement: true, otherShares: [{ numerator: 'x', denominator: 'all' }] })
    expect(lintedRule(rule)).toEqual([])
  })

  test('a figure is scored in its own direction', () => {
    const directed = (rule: Rule, id: string, direction: Metric['direction']) =>
      lintedRule(rule, { metrics: typed(rule, { [id]: { direction } }) })
    expect(directed(aRatioRule(), 'done', 'higherIsBetter')).toEqual([])
    expect(directed(aRatioRule(), 'done', 'lowerIsBetter')).toEqual([
      'warning .numerator direction-against-metric',
    ])
    // QĐ 766, 5.3: 100% − what should not happen.
    expect(directed(aRatioRule({ complement: true }), 'done', 'lowerIsBetter')).toEqual([])
    expect(directed(aRatioRule(), 'all', 'higherIsBetter')).toEqual([])
    expect(directed(plainRules.deduction, 'warnings', 'lowerIsBetter')).toEqual([])
    expect(directed(plainRules.perUnit, 'apps', 'lowerIsBetter')).toEqual([
      'warning .metric direction-against-metric',
    ])
    const watched: Rule = { kind: 'monitor', numerator: 'done', denominator: 'all' }
    expect(directed(watched, 'done', 'lowerIsBetter')).toEqual([])
  })
})
