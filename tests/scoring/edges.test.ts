import { describe, expect, test } from 'vitest'
import { precedes } from '../../src/model/period.ts'
import type { Criterion } from '../../src/model/ruleSet.ts'
import type { Rule } from '../../src/model/rules.ts'
import { attributeLoss } from '../../src/scoring/attribution/attributeLoss.ts'
import { scoreTable } from '../../src/scoring/bulk/scoreTable.ts'
import { tableOf } from '../../src/scoring/bulk/table.ts'
import { formatExact, parseExact } from '../../src/scoring/exact.ts'
import { lintRuleSet } from '../../src/scoring/lint/lintRuleSet.ts'
import { lintSubmission } from '../../src/scoring/lint/lintSubmission.ts'
import { kindOf } from '../../src/scoring/rules/ruleKinds.ts'
import {
  aCriterion,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  nodeOf,
  roundingAt,
  score,
  stated,
  toPlaces,
} from './builders.ts'

// Corners that an audit of the engine walked into, each with what must come out.

const leafOf = (rule: Rule, parts: Partial<Criterion> = {}) => aCriterion({ maxPoints: '2', rule, ...parts })

describe('figures below zero', () => {
  test('a count can be named only where there is something to divide by', () => {
    const ruleSet = aRuleSet({ criteria: [leafOf(aRatioRule({ targetPercent: '50' }))] })
    // 1 ÷ −3 is short of 50%, and no number of further units reaches it.
    const node = nodeOf(score(ruleSet, aSubmission({ figures: { done: '1', all: '-3' } })), 'leaf')
    expect(node.gapToTarget).toMatchObject({ count: null })
  })

  test('what is counted cannot be negative, at zero it can', () => {
    const rule: Rule = { kind: 'deduction', items: [{ metric: 'late', each: { points: '0.5' } }] }
    const ruleSet = aRuleSet({
      criteria: [leafOf(rule)],
      metrics: [{ id: 'late', name: 'Số lần trễ', unit: 'lần', valueType: 'number' }],
    })
    const codes = (late: string) =>
      lintSubmission(aSubmission({ figures: { late } }), ruleSet, '').map(problem => problem.code)
    expect(codes('-0.5')).toEqual(['negative-figure'])
    expect(codes('0')).toEqual([])
    expect(codes('-0')).toEqual([])
  })
})

test('a maximum that its own rounding would move is refused', () => {
  const codes = (maxPoints: string, places: number) =>
    lintRuleSet(
      aRuleSet({
        criteria: [leafOf(aRatioRule(), { maxPoints })],
        rounding: roundingAt({ leaf: toPlaces(places) }),
      }),
      '',
    ).map(problem => problem.code)
  expect(codes('0.125', 2)).toEqual(['maximum-rounded']) // 0.13 of 0.125
  expect(codes('0.125', 3)).toEqual([])
  expect(codes('0.12', 2)).toEqual([])
})

test('the range of a band covers what its policies for an empty denominator give', () => {
  const rule: Rule = {
    kind: 'bands',
    measure: { of: 'percent', numerator: 'done', denominator: 'all', whenDenominatorZero: 'zero' },
    bands: [{ from: '50', points: '2' }],
    otherwise: '1',
  }
  const { least, most } = kindOf(rule).bounds(rule, parseExact('2'))
  expect([formatExact(least), formatExact(most)]).toEqual(['0', '2']) // 0/0 earns 0, less than any band
})

describe('points that a stage decided', () => {
  const decisions = [{ criterionId: 'leaf', stage: 'secondReview', points: '0.3' }] as const

  test('no longer say that nothing happened, or that figures were missing', () => {
    const ruleSet = aRuleSet({
      criteria: [leafOf(aRatioRule({ whenDenominatorZero: 'zero', whenMissing: 'zero' }))],
    })
    const nothing = score(ruleSet, aSubmission({ figures: { done: '0', all: '0' }, decisions }))
    expect(nodeOf(nothing, 'leaf').notIncurred).toBe(false)
    expect(score(ruleSet, aSubmission({ figures: { done: '0', all: '0' } })).total.notIncurredLeaves).toBe(1)
    const missing = score(ruleSet, aSubmission({ decisions }))
    expect(missing.total.scoredWithoutFigures).toBe(0)
  })

  test('are held against what somebody published', () => {
    const ruleSet = aRuleSet({ criteria: [aReportedLeaf('leaf', '2')] })
    const { reconciliation } = score(ruleSet, aSubmission({ points: { leaf: '1' }, decisions }))
    expect(reconciliation?.checks).toMatchObject([{ computed: '0.3', published: '1', agrees: false }])
    expect(score(ruleSet, aSubmission({ points: { leaf: '1' } })).reconciliation?.takenAsPublished).toBe(1)
  })
})

test('a coefficient the agency is exempt from does not apply, whatever its figures', () => {
  const criteria = [
    leafOf(aRatioRule({ coefficient: 'sync' }), { id: 'online' }),
    leafOf(aRatioRule({ numerator: 'synced', denominator: 'due' }), { id: 'sync' }),
  ]
  const notApplicable = [{ criterionId: 'sync', reason: 'không có' }]
  const sheet = score(
    aRuleSet({ criteria }),
    aSubmission({ figures: { done: '1', all: '2' }, notApplicable }),
  )
  expect(nodeOf(sheet, 'online').outcome).toMatchObject({ kind: 'notApplicable' })
  expect(sheet.total.missingLeaves).toBe(0)
})

test.each([
  ['2025', '2026', true],
  ['2024', '2026', false],
  ['2025-Q4', '2026-Q1', true],
  ['2025-Q3', '2026-Q1', false],
  ['2025-12', '2026-01', true],
  ['2025-11', '2026-01', false],
  ['2026-09-17', '2026-10-10', true], // days are published at no fixed steps
  ['2026-10-10', '2026-10-10', false],
  ['2025', '2026-Q1', false],
])('%s is the period before %s: %s', (earlier, later, expected) => {
  expect(precedes(earlier, later)).toBe(expected)
})

test('growth means the period right before, in a table too', () => {
  const rule: Rule = {
    kind: 'growth',
    metric: 'founded',
    bands: [{ from: '0', points: '2' }],
    otherwise: '0',
    whenPreviousZero: 'zero',
  }
  const ruleSet = aRuleSet({ criteria: [leafOf(rule)], rounding: roundingAt({ leaf: toPlaces(2) }) })
  const at = (period: string) => aSubmission({ period, figures: { founded: '10' } })
  const stateOf = (earlier: string) =>
    scoreTable(ruleSet, tableOf(ruleSet, [at(earlier), at('2026')])).leaves[0]?.state[1]
  expect(stateOf('2025')).toBe(0) // scored
  expect(stateOf('2019')).toBe(1) // missing
})

test('where everything is exempt nothing is lost, also under rescaling', () => {
  const ruleSet = aRuleSet({
    criteria: [leafOf(aRatioRule(), { id: 'work' }), leafOf(aRatioRule(), { id: 'survey' })],
    rescaling: { criterionIds: ['survey'], to: '4', provenance: stated },
  })
  const notApplicable = ['work', 'survey'].map(criterionId => ({ criterionId, reason: 'không có' }))
  const whole = score(ruleSet, aSubmission({ notApplicable }))
  expect(attributeLoss(ruleSet, whole, [])).toMatchObject({ lost: '0' })
})

describe('in a table', () => {
  test('sixteen-digit figures of one leaf say nothing about another', () => {
    const ruleSet = aRuleSet({
      criteria: [
        leafOf(aRatioRule(), { id: 'first' }),
        leafOf(
          { kind: 'surveyMean', metric: 'mean', scaleFrom: '0', scaleTo: '1' },
          { id: 'second', maxPoints: '1' },
        ),
      ],
      rounding: roundingAt({ leaf: toPlaces(4) }),
    })
    const submission = aSubmission({ figures: { mean: '0.3333333333333333' } })
    const { leaves } = scoreTable(ruleSet, tableOf(ruleSet, [submission]))
    expect(leaves.map(leaf => leaf.state[0])).toEqual([1, 0]) // missing, scored
    expect(leaves[1]?.points[0]).toBe(3333)
  })

  test('a long decision leaves the other rows as they were', () => {
    const ruleSet = aRuleSet({
      criteria: [leafOf(aRatioRule(), { maxPoints: '1' })],
      rounding: roundingAt({ leaf: toPlaces(2) }),
    })
    const submissions = [
      aSubmission({
        agencyId: 'a',
        decisions: [{ criterionId: 'leaf', stage: 'closed', points: '0.666666666666666' }],
      }),
      aSubmission({ agencyId: 'b', figures: { done: '1', all: '2' } }),
    ]
    const [leaf] = scoreTable(ruleSet, tableOf(ruleSet, submissions)).leaves
    expect([...(leaf?.points ?? [])]).toEqual([666_666_666_666_666, 500_000_000_000_000])
  })

  test('why an item that is late anyway misses an occurrence does not matter', () => {
    const rule: Rule = {
      kind: 'everyOccurrence',
      items: [
        { label: 'trễ', metrics: ['late', 'unknown'] },
        { label: 'giữ lại', metrics: ['kept'] },
      ],
    }
    const ruleSet = aRuleSet({
      criteria: [leafOf(rule, { maxPoints: '1', states: { missing: 'zero', withheld: 'full' } })],
      rounding: roundingAt({ leaf: toPlaces(2) }),
    })
    const submission = aSubmission({
      values: [
        { metricId: 'late', state: 'entered', value: '0' },
        { metricId: 'unknown', state: 'missing' },
        { metricId: 'kept', state: 'withheld' },
      ],
    })
    expect(nodeOf(score(ruleSet, submission), 'leaf').outcome).toMatchObject({ points: '1' })
    expect(scoreTable(ruleSet, tableOf(ruleSet, [submission])).leaves[0]?.points[0]).toBe(100)
  })
})
