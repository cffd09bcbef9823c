import { describe, expect, test } from 'vitest'
import type { RuleSet, WorkedExample } from '../../../src/model/ruleSet.ts'
import { lintRuleSet } from '../../../src/scoring/lint/lintRuleSet.ts'
import { aCriterion, aGroup, aRatioRule, aReportedLeaf, aRuleSet, stated } from '../builders.ts'
import { everyKind, plainRules } from './everyKind.ts'
import { linted } from './findings.ts'

type Expected = WorkedExample['expect'][number]['points']

/** Nine tenths of one point: 27 ÷ 30 × 1 = 0.9. */
function anExample(
  expected: Readonly<Record<string, Expected>>,
  parts: Partial<WorkedExample> = {},
): WorkedExample {
  return {
    id: 'vi-du',
    name: 'Ví dụ 1',
    values: [
      { metricId: 'done', value: '27' },
      { metricId: 'all', value: '30' },
    ],
    expect: Object.entries(expected).map(([nodeId, points]) => ({ nodeId, points })),
    provenance: stated,
    ...parts,
  }
}

const checked = (example: WorkedExample, parts: Partial<RuleSet> = {}) =>
  linted({ criteria: [aGroup('g', [aCriterion()])], ...parts, examples: [example] })

describe('an example comes out', () => {
  test('to the last digit, at a leaf, a group and in total', () => {
    expect(checked(anExample({ leaf: '0.9', g: '0.90', total: '0.9' }))).toEqual([])
    expect(checked(anExample({ leaf: '0.9', g: '0.91', total: '0.89' }))).toEqual([
      'error examples[0].expect[1].points example-differs',
      'error examples[0].expect[2].points example-differs',
    ])
  })

  test('or says example, item, both figures and what lies between', () => {
    const said = (points: Expected, values?: WorkedExample['values']) =>
      lintRuleSet(aRuleSet({ examples: [anExample({ leaf: points }, values ? { values } : {})] }), '')[0]
        ?.message
    expect(said('0.95')).toEqual({
      vi: 'ví dụ “Ví dụ 1”, “Tiêu chí leaf”: nêu 0,95 điểm, tính ra 0,9 điểm, chênh -0,05',
      en: 'example "Ví dụ 1", "Tiêu chí leaf": expected 0.95 points, computed 0.9 points, a difference of -0.05',
    })
    expect(said('0.95', [])?.vi).toBe(
      'ví dụ “Ví dụ 1”, “Tiêu chí leaf”: nêu 0,95 điểm, tính ra chưa đủ số liệu',
    )
    expect(said('notApplicable')?.en).toBe(
      'example "Ví dụ 1", "Tiêu chí leaf": expected not applicable, computed 0.9 points',
    )
  })

  test('with points taken as published: 0.4 + 0.9 = 1.3', () => {
    const criteria = [aGroup('g', [aReportedLeaf('told', '1'), aCriterion()], { maxPoints: '2' })]
    const parts: Partial<RuleSet> = { criteria, scale: '2' }
    const told = (nodeId: string) =>
      anExample({ told: '0.4', total: '1.3' }, { published: [{ nodeId, points: '0.4' }] })
    expect(checked(told('told'), parts)).toEqual([])
    expect(checked(anExample({ told: 'missing' }), parts)).toEqual([])
    expect(checked(told('khong-co'), parts)).toEqual([
      'error examples[0].published[0].nodeId unknown-criterion',
    ])
  })

  test('with figures that are missing', () => {
    const values = [{ metricId: 'done', value: null }]
    expect(checked(anExample({ leaf: 'missing', g: 'missing', total: 'missing' }, { values }))).toEqual([])
    expect(checked(anExample({ leaf: '0' }, { values }))).toEqual([
      'error examples[0].expect[0].points example-differs',
    ])
  })

  test('where nothing applies', () => {
    const values = [
      { metricId: 'done', value: '0' },
      { metricId: 'all', value: '0' },
    ]
    const criteria = [
      aGroup('g', [aCriterion({ rule: aRatioRule({ whenDenominatorZero: 'notApplicable' }) })]),
    ]
    const all = { leaf: 'notApplicable', g: 'notApplicable', total: 'notApplicable' } as const
    expect(checked(anExample(all, { values }), { criteria })).toEqual([])
    expect(checked(anExample({ g: '0' }, { values }), { criteria })).toEqual([
      'error examples[0].expect[0].points example-differs',
    ])
  })

  test('a watched group is worth 0, which is not the same as nothing that applies', () => {
    const rule = { kind: 'monitor', numerator: 'done', denominator: 'all' } as const
    const criteria = [aGroup('g', [aCriterion({ maxPoints: '0', rule })]), aReportedLeaf('r', '1')]
    expect(checked(anExample({ g: '0', total: 'missing' }), { criteria })).toEqual([])
  })

  test('in its own period: last year’s count ÷ 4 for a quarter', () => {
    const rule = aRatioRule({ fallbackDenominator: { metric: 'lastYear', divideBy: { quarter: '4' } } })
    const values = [
      { metricId: 'done', value: '27' },
      { metricId: 'lastYear', value: '120' }, // 120 ÷ 4 = 30
    ]
    const criteria = [aCriterion({ rule })]
    expect(checked(anExample({ leaf: '0.9' }, { values, period: '2026-Q2' }), { criteria })).toEqual([])
    expect(checked(anExample({ leaf: 'missing' }, { values, period: '2026' }), { criteria })).toEqual([])
  })
})

describe('an example has company', () => {
  const best = aCriterion({
    rule: { kind: 'shareOfBest', measure: { of: 'value', metric: 'done' }, whenAllZero: 'zero' },
  })
  const values = [{ metricId: 'done', value: '27' }]
  const against = (...peers: readonly (string | null)[]) => ({
    values,
    peers: peers.map(value => [{ metricId: 'done', value }]),
  })

  test('others to compare with', () => {
    const at = (points: Expected, parts: Partial<WorkedExample>) =>
      checked(anExample({ leaf: points }, parts), { criteria: [best] })
    expect(at('0.9', against('30', '20', null))).toEqual([]) // 27 ÷ 30
    expect(at('1', against('20'))).toEqual([])
    expect(at('missing', { values })).toEqual([])
  })

  test('a period before', () => {
    const criteria = [aCriterion({ maxPoints: '2', rule: plainRules.growth })]
    const firms = (value: string) => [{ metricId: 'firms', value }]
    const grown = (points: Expected, previous?: WorkedExample['previous']) =>
      checked(anExample({ leaf: points }, { values: firms('105'), ...(previous ? { previous } : {}) }), {
        criteria,
      })
    expect(grown('1', firms('100'))).toEqual([]) // 5%
    expect(grown('2', firms('0'))).toEqual([]) // from nothing: full
    expect(grown('missing')).toEqual([])
  })
})

describe('an example that cannot be run', () => {
  test('names figures and items of the set', () => {
    const values = [{ metricId: 'x', value: '1' }]
    expect(checked(anExample({ leaf: '0.9' }, { values }))).toEqual([
      'error examples[0].values[0].metricId unknown-metric',
    ])
    expect(checked(anExample({ leaf: '0.9' }, { previous: values }))).toEqual([
      'error examples[0].previous[0].metricId unknown-metric',
    ])
    expect(checked(anExample({ leaf: '0.9' }, { peers: [[], values] }))).toEqual([
      'error examples[0].peers[1][0].metricId unknown-metric',
    ])
    expect(checked(anExample({ leaf: '0.9', x: '1' }))).toEqual([
      'error examples[0].expect[1].nodeId unknown-criterion',
    ])
  })

  test('has figures of the right type', () => {
    const values = [{ metricId: 'done', value: '2026-03-05' }]
    expect(checked(anExample({ leaf: '0.9' }, { values }))).toEqual([
      'error examples[0].values[0].value not-a-count',
    ])
  })

  test('waits until the rest is sound', () => {
    expect(checked(anExample({ leaf: '0.8' }), { scale: '2' })).toEqual(['error scale sum-of-maxima'])
  })
})

test('one number changed somewhere is found by the example', () => {
  const sound = JSON.stringify(everyKind())
  const changed = sound.replace('"allowedDays":2', '"allowedDays":3')
  expect(linted(JSON.parse(sound))).toEqual([])
  // Not late any more: 2 points instead of 1.
  expect(linted(JSON.parse(changed))).toEqual(['error examples[0].expect[4].points example-differs'])
})
