import { describe, expect, test } from 'vitest'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import type { Rule } from '../../src/model/rules.ts'
import type { ScoreSheet } from '../../src/model/scoreSheet.ts'
import type { MetricValue, Submission } from '../../src/model/submission.ts'
import { changeFigures, type Scored, scoreForChanges } from '../../src/scoring/scoreSubmission.ts'
import {
  aBand,
  aCriterion,
  aGroup,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  nodeOf,
  scoredAt,
  stated,
} from './builders.ts'
import { deepFreeze } from './fractions.ts'
import { type Figures, valuesOf } from './rules/leafScenes.ts'

const later = '2026-10-11T03:00:00.000Z'

/** Scores frozen files, so that writing anywhere throws. */
const start = (ruleSet: RuleSet, submission: Submission): Scored =>
  scoreForChanges(deepFreeze(ruleSet), deepFreeze(submission), scoredAt)

const change = (before: Scored, figures: Figures): Scored =>
  changeFigures(deepFreeze(before), valuesOf(figures), later)

/** Ids of nodes that are the very same object in both sheets. */
const same = (before: ScoreSheet, after: ScoreSheet) =>
  after.nodes.filter(node => before.nodes.includes(node)).map(node => node.criterionId)

describe('one change', () => {
  const ruleSet = aRuleSet({
    criteria: [
      aGroup('I', [
        aCriterion({ id: 'a', maxPoints: '2', rule: aRatioRule({ numerator: 'a1', denominator: 'a2' }) }),
        aCriterion({ id: 'b', maxPoints: '2', rule: { kind: 'yesNo', metric: 'b1' } }),
      ]),
      aGroup('II', [
        aCriterion({
          id: 'c',
          maxPoints: '4',
          rule: aRatioRule({ numerator: 'c1', denominator: 'c2', coefficient: 'a' }),
        }),
        aReportedLeaf('d', '2'),
      ]),
      aGroup('III', [aCriterion({ id: 'e', maxPoints: '1', rule: { kind: 'yesNo', metric: 'e1' } })]),
    ],
    adjustments: [
      {
        id: 'thuong',
        name: 'Điểm thưởng',
        effect: 'bonus',
        ceiling: '1',
        rule: aRatioRule({ numerator: 't1', denominator: 't2', coefficient: 'c' }),
        provenance: stated,
      },
    ],
    bands: [aBand('thap', '0'), aBand('cao', '60')],
    grading: { overrides: [{ metric: 'ky-luat', bandId: 'thap', provenance: stated }] },
  })
  const figures: Figures = {
    a1: '1',
    a2: '2',
    b1: '1',
    c1: '3',
    c2: '4',
    e1: '0',
    t1: '1',
    t2: '2',
    'ky-luat': '0',
  }
  const submission = aSubmission({ values: valuesOf(figures), points: { d: '1.5' } })
  const before = start(ruleSet, submission)

  test('scores the leaf and everything above it anew, and leaves the rest as the very same objects', () => {
    const after = change(before, { b1: '0' })
    expect(nodeOf(after.sheet, 'b').points).toMatchObject({ from: '0' })
    expect(same(before.sheet, after.sheet)).toEqual(['a', 'II', 'c', 'd', 'III', 'e'])
    // a: 1, c: 3/4 × 50% × 4 = 1.5, d: 1.5, bonus: 1/2 × 37.5% × 1 = 0.1875
    expect(after.sheet.total.points).toMatchObject({ from: '4.1875', to: '4.1875' })
    expect(after.sheet.scoredAt).toBe(later)
  })

  test('reaches the leaves and adjustments a coefficient hands it to, one after the other', () => {
    const after = change(before, { a1: '2' }) // a: 100%, c: 75% × 100%, bonus: 50% × 75%
    expect(same(before.sheet, after.sheet)).toEqual(['b', 'd', 'III', 'e'])
    expect(nodeOf(after.sheet, 'c').points).toMatchObject({ from: '3' })
    expect(after.sheet.adjustments[0]?.points).toEqual({ from: '0.375', to: '0.375' })
  })

  test('a figure only an adjustment looks at touches no node', () => {
    const after = change(before, { t1: '2' })
    expect(after.sheet.nodes).toHaveLength(before.sheet.nodes.length)
    expect(same(before.sheet, after.sheet)).toEqual(before.sheet.nodes.map(node => node.criterionId))
    expect(after.sheet.adjustments[0]?.points).toEqual({ from: '0.375', to: '0.375' })
  })

  test('a flag that forces the grade touches no node either', () => {
    const after = change(before, { 'ky-luat': '1' })
    expect(before.sheet.total.bandOverride).toBeNull()
    expect(after.sheet.total).toMatchObject({ bandIds: ['thap'], bandOverride: { metricId: 'ky-luat' } })
    expect(same(before.sheet, after.sheet)).toEqual(before.sheet.nodes.map(node => node.criterionId))
  })

  test('a figure nobody looks at changes nothing but the submission', () => {
    const after = change(before, { unknown: '7' })
    expect({ ...after.sheet, scoredAt }).toEqual(before.sheet)
    expect(after.submission.values).toHaveLength(submission.values.length + 1)
  })

  test('a figure may be taken back, brought in or said not to apply', () => {
    const gone = change(before, { b1: 'missing' })
    expect(nodeOf(gone.sheet, 'b').outcome?.kind).toBe('missing')
    const back = change(gone, { b1: '1' })
    expect({ ...back.sheet, scoredAt }).toEqual(before.sheet)
    const exempt = change(before, { a1: 'notApplicable' })
    expect(exempt.sheet.total).toMatchObject({ notApplicableLeaves: 2, maxPoints: '5' }) // a and c
  })

  test('the last of two values for one figure counts', () => {
    const twice: readonly MetricValue[] = [...valuesOf({ b1: '0' }), ...valuesOf({ b1: '1' })]
    expect({ ...changeFigures(before, twice, scoredAt).sheet }).toEqual(before.sheet)
  })
})

test.each<[string, Rule]>([
  [
    'a part of a sum',
    { kind: 'sum', parts: [{ label: 'Tỷ lệ', maxPoints: '2', rule: aRatioRule({ coefficient: 'a' }) }] },
  ],
  [
    'a case of several',
    { kind: 'bestOf', cases: [{ label: 'Tỷ lệ', maxPoints: '2', rule: aRatioRule({ coefficient: 'a' }) }] },
  ],
])('a coefficient inside %s hands its figures on too', (_, rule) => {
  const criteria = [
    aCriterion({ id: 'a', rule: aRatioRule({ numerator: 'a1', denominator: 'a2' }) }),
    aCriterion({ id: 'b', maxPoints: '2', rule }),
  ]
  const submission = aSubmission({ values: valuesOf({ a1: '1', a2: '2', done: '1', all: '1' }) })
  const after = change(start(aRuleSet({ criteria }), submission), { a1: '2' })
  expect(nodeOf(after.sheet, 'b').points).toMatchObject({ from: '2', to: '2' }) // 100% × 100%
})

test('a coefficient of a reading hands its figures on too', () => {
  const reading = aRatioRule({ coefficient: 'a' })
  const criteria = [
    aCriterion({ id: 'a', rule: aRatioRule({ numerator: 'a1', denominator: 'a2' }) }),
    aReportedLeaf('b', '2', { readings: [{ rule: reading }] }),
  ]
  const submission = aSubmission({
    values: valuesOf({ a1: '1', a2: '2', done: '1', all: '1' }),
    points: { b: '2' },
  })
  const after = change(start(aRuleSet({ criteria }), submission), { a1: '2' })
  expect(nodeOf(after.sheet, 'b').explanation?.readings[0]?.forward).toMatchObject({
    points: '2',
    agrees: true,
  })
})
