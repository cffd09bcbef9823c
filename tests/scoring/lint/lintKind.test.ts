import { describe, expect, test } from 'vitest'
import type { MinMaxRule, Rule } from '../../../src/model/rules.ts'
import { plainRules } from './everyKind.ts'
import { lintedRule } from './findings.ts'

test('options of a choice have values of their own, however they are written', () => {
  const { options } = plainRules.choice
  const second = (value: string): Rule => ({
    ...plainRules.choice,
    options: options.map((option, index) => (index === 1 ? { ...option, value } : option)),
  })
  expect(lintedRule(second('1.1'))).toEqual([])
  expect(lintedRule(second('1.0'))).toEqual(['error .options[1].value duplicate-option'])
})

describe('signs', () => {
  const checklist = (points: string): Rule => ({
    kind: 'checklist',
    items: [
      { metric: 'a', points: '2' },
      { metric: 'b', points },
    ],
  })
  const perUnit = (pointsPerUnit: string): Rule => ({ kind: 'perUnit', metric: 'a', pointsPerUnit })
  const deduction = (points: string): Rule => ({
    kind: 'deduction',
    items: [{ metric: 'a', each: { points } }],
  })
  const ofMaximum = (percentOfMax: string): Rule => ({
    kind: 'deduction',
    items: [{ metric: 'a', each: { percentOfMax } }],
  })
  const bonusPenalty = (points: string): Rule => ({
    kind: 'bonusPenalty',
    items: [{ metric: 'a', effect: 'bonus', points }],
    least: '0',
    most: '2',
  })
  test.each<[string, (points: string) => Rule, string, string, string]>([
    ['an item', checklist, '.items[1].points', '0', '-0.01'],
    ['a unit', perUnit, '.pointsPerUnit', '0.01', '0'],
    ['a deduction', deduction, '.items[0].each.points', '0', '-1'],
    ['a deduction in percent', ofMaximum, '.items[0].each.percentOfMax', '0', '-1'],
    ['a bonus', bonusPenalty, '.items[0].points', '0', '-1'],
  ])('%s does not turn its meaning round', (_, rule, path, sound, wrong) => {
    expect(lintedRule(rule(sound))).toEqual([])
    expect(lintedRule(rule(wrong))).toEqual([`error ${path} wrong-sign`])
  })
})

describe('surveys and means', () => {
  test('a scale has two ends', () => {
    const to = (scaleTo: string) => lintedRule({ ...plainRules.surveyMean, scaleTo })
    expect(to('1.1')).toEqual([])
    expect(to('0')).toEqual([]) // best at the lower end
    expect(to('1.0')).toEqual(['error .scaleTo equal-ends'])
  })

  test('an answer is worth 0 to 100%', () => {
    const second = (weightPercent: string): Rule => ({
      ...plainRules.surveyOptions,
      options: [
        { metric: 'good', weightPercent: '100' },
        { metric: 'bad', weightPercent },
      ],
    })
    for (const fits of ['0', '100']) expect(lintedRule(second(fits))).toEqual([])
    for (const wrong of ['-0.01', '100.01'])
      expect(lintedRule(second(wrong))).toEqual(['error .options[1].weightPercent percent-outside'])
  })

  const mean = (second: string, scaleTo = '100') =>
    lintedRule({
      kind: 'weightedMean',
      terms: [
        { metric: 'a', weight: '30' },
        { metric: 'b', weight: second },
      ],
      scaleTo,
    })

  test('weights add up to 100, at least to something, and none is negative', () => {
    expect(mean('70')).toEqual([])
    expect(mean('69.99')).toEqual(['warning .terms weights-not-100'])
    expect(mean('-30')).toEqual(['error .terms[1].weight wrong-sign', 'error .terms divide-by-zero'])
  })

  test('a scale of a mean ends above 0', () => {
    expect(mean('70', '0.1')).toEqual([])
    expect(mean('70', '0')).toEqual(['error .scaleTo scale-not-positive'])
  })
})

describe('rules that compare', () => {
  const leader = (target: string, percentAtTarget: string) =>
    lintedRule({ kind: 'leader', measure: { of: 'value', metric: 'a' }, target, percentAtTarget })
  const minMax = (percentAtWorst: string) => {
    const rule: MinMaxRule = {
      kind: 'minMax',
      measure: { of: 'value', metric: 'a' },
      direction: 'higherIsBetter',
      percentAtWorst,
      whenAllEqual: 'full',
    }
    return lintedRule(rule)
  }

  test('a leader’s target lies above 0', () => {
    expect(leader('0.01', '50')).toEqual([])
    expect(leader('0', '50')).toEqual(['error .target target-not-positive'])
  })

  test('shares of the maximum lie between 0 and 100%', () => {
    for (const fits of ['0', '100']) {
      expect(leader('10', fits)).toEqual([])
      expect(minMax(fits)).toEqual([])
    }
    for (const wrong of ['-0.01', '100.01']) {
      expect(leader('10', wrong)).toEqual(['error .percentAtTarget percent-outside'])
      expect(minMax(wrong)).toEqual(['error .percentAtWorst percent-outside'])
    }
  })
})
