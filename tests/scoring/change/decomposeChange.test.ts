import { describe, expect, test } from 'vitest'
import type { MetricValue, Submission } from '../../../src/model/submission.ts'
import { type ChangeSide, decomposeChange } from '../../../src/scoring/change/decomposeChange.ts'
import { loadData } from '../../data/dataFiles.ts'
import { aPool, aRatioRule, aReportedLeaf, aRuleSet, aSubmission } from '../builders.ts'
import { before, comparable, ratioLeaf, rules, side, stepsOf, still } from './changeBuilders.ts'

describe('one thing changed moves one step', () => {
  test('nothing', () => {
    const result = decomposeChange(side(rules, before), side(rules, before))
    expect(stepsOf(result)).toEqual(still)
    // 10 × 5/10 + 5 × 1/5 + 2
    expect(result).toMatchObject({
      unit: 'points',
      before: { from: '8', to: '8' },
      difference: { from: '0', to: '0' },
    })
  })

  test('figures: 10 × 7/10 is 2 more', () => {
    const after = aSubmission({
      figures: { 'a.n': '7', 'a.d': '10', 'b.n': '1', 'b.d': '5' },
      points: { c: '2' },
    })
    expect(stepsOf(decomposeChange(side(rules, before), side(rules, after)))).toEqual({ ...still, data: '2' })
  })

  test('points taken as published are data, a reviewer’s are review', () => {
    const after = { ...before, ...aSubmission({ points: { c: '4.5' } }), values: before.values }
    expect(stepsOf(decomposeChange(side(rules, before), side(rules, after)))).toEqual({
      ...still,
      data: '2.5',
    })
    const reviewed = aRuleSet({
      criteria: [
        ratioLeaf('a', '10'),
        ratioLeaf('b', '5'),
        aReportedLeaf('c', '5', { assessedBy: 'review' }),
      ],
    })
    expect(stepsOf(decomposeChange(side(reviewed, before), side(reviewed, after)))).toEqual({
      ...still,
      review: '2.5',
    })
  })

  test('a decision that comes, and one that went, also when it is lower', () => {
    const decided = {
      ...before,
      decisions: [{ criterionId: 'a', stage: 'secondReview', points: '3' } as const],
    }
    expect(stepsOf(decomposeChange(side(rules, before), side(rules, decided)))).toEqual({
      ...still,
      review: '-2',
    })
    expect(stepsOf(decomposeChange(side(rules, decided), side(rules, before)))).toEqual({
      ...still,
      review: '2',
    })
  })

  test('rules: full points from 80%', () => {
    const criteria = [
      ratioLeaf('a', '10', {
        rule: aRatioRule({
          numerator: 'a.n',
          denominator: 'a.d',
          targetPercent: '80',
          scaling: 'shareOfTarget',
        }),
      }),
      ratioLeaf('b', '5'),
      aReportedLeaf('c', '5'),
    ]
    const newRules = aRuleSet({ criteria, version: '2' })
    // 10 × 50/80 = 6.25, 1.25 more
    expect(stepsOf(decomposeChange(side(rules, before), side(newRules, before)))).toEqual({
      ...still,
      rules: '1.25',
    })
  })
})

describe('applicability', () => {
  const exemption = { notApplicable: [{ criterionId: 'b', reason: 'Không có thủ tục' }] }

  test('an exemption changes the maximum, so percentages are compared', () => {
    // 8/20 = 40%; without 1 of 5: 7/15 = 140/3 %
    const result = decomposeChange(side(rules, before), side(rules, { ...before, ...exemption }))
    expect(result).toMatchObject({ unit: 'percent', before: { from: '40' }, after: { from: '140/3' } })
    expect(stepsOf(result)).toEqual({ ...still, applicability: '20/3' })
  })

  test('a figure reported as not applicable does the same', () => {
    const values: readonly MetricValue[] = before.values.map(value =>
      value.metricId === 'b.d' ? { metricId: 'b.d', state: 'notApplicable' } : value,
    )
    expect(stepsOf(decomposeChange(side(rules, before), side(rules, { ...before, values })))).toEqual({
      ...still,
      applicability: '20/3',
    })
  })

  test('a figure that stops being not applicable is open until the data come', () => {
    const old: Submission = {
      ...before,
      values: before.values.map(value =>
        value.metricId === 'b.n' ? { metricId: 'b.n', state: 'notApplicable' } : value,
      ),
    }
    // 7/15 → 7 to 12 of 20 → 8/20
    expect(stepsOf(decomposeChange(side(rules, old), side(rules, before)))).toEqual({
      rules: '0',
      applicability: '-35/3 | 40/3', // 35 − 140/3; 60 − 140/3
      data: '5 | -20',
      review: '0',
    })
  })

  test('what applies from now on has no old figure: it is open until the data come', () => {
    const old = aSubmission({ figures: { 'a.n': '5', 'a.d': '10' }, points: { c: '2' }, ...exemption })
    const result = decomposeChange(side(rules, old), side(rules, before))
    // 7/15 → 7 to 12 of 20 (35% to 60%) → 8/20
    expect(stepsOf(result)).toEqual({
      rules: '0',
      applicability: '-35/3 | 40/3', // 35 − 140/3; 60 − 140/3
      data: '5 | -20',
      review: '0',
    })
    expect(comparable(result).steps[1]?.total).toEqual({ from: '35', to: '60' })
  })
})

describe('cannot be compared', () => {
  test('where nothing applies any more', () => {
    const none = {
      ...before,
      notApplicable: ['a', 'b', 'c'].map(criterionId => ({ criterionId, reason: 'Không có' })),
    }
    expect(decomposeChange(side(rules, before), side(rules, none))).toEqual({
      kind: 'incomparable',
      because: 'nothingApplies',
      at: 'applicability',
    })
    expect(decomposeChange(side(rules, none), side(rules, before))).toMatchObject({ at: 'before' })
  })

  test('refuses a submission of another rule set', () => {
    const other = side(aRuleSet({ id: 'khac', criteria: rules.criteria }), before)
    expect(() => decomposeChange({ ...other, ruleSet: rules }, side(rules, before))).toThrow('answers "khac"')
  })
})

describe('Đắk Lắk on three dates', () => {
  const { ruleSets, submissions } = loadData()
  const ruleSet = ruleSets.find(entry => entry.id === 'qd766-2022')
  const on = (period: string): ChangeSide => {
    const submission = submissions.find(entry => entry.agencyId === 'tinh-dak-lak' && entry.period === period)
    if (!submission || !ruleSet) throw new Error(`${period} is not shipped`)
    return { ruleSet, submission }
  }

  test.each([
    ['2026-09-17', '2026-09-28', '64.08', '64.53', '0.45'],
    ['2026-09-28', '2026-10-10', '64.53', '65.49', '0.96'],
    ['2026-09-17', '2026-10-10', '64.08', '65.49', '1.41'],
  ])('%s to %s: %s to %s, all of it data', (first, second, from, to, difference) => {
    const result = decomposeChange(on(first), on(second))
    expect(result).toMatchObject({ unit: 'points', before: { from, to: from }, after: { from: to, to } })
    expect(stepsOf(result)).toEqual({ ...still, data: difference })
  })
})

test('a pool counts through its published points, which are data', () => {
  const criteria = [aReportedLeaf('p', null), aReportedLeaf('q', null), ratioLeaf('a', '5')]
  const pooled = aRuleSet({ criteria, pools: [aPool('pq', ['p', 'q'], '5')] })
  const with_ = (pq: string) => aSubmission({ figures: { 'a.n': '1', 'a.d': '5' }, points: { pq } })
  expect(stepsOf(decomposeChange(side(pooled, with_('2')), side(pooled, with_('3'))))).toEqual({
    ...still,
    data: '1',
  })
})
