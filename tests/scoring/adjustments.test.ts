import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Adjustment, RuleSet } from '../../src/model/ruleSet.ts'
import type { ScoreSheet } from '../../src/model/scoreSheet.ts'
import {
  aBand,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  roundingAt,
  score,
  stated,
  toPlaces,
} from './builders.ts'
import { addsUpTo } from './fractions.ts'
import { type Figures, valuesOf } from './rules/leafScenes.ts'

/** chamdiemv03: total = Σ + thưởng − phạt, each with a ceiling (diemthuongtoida, diemphattoida). */
const bonus: Adjustment = {
  id: 'thuong',
  name: 'Điểm thưởng',
  nameEn: 'Bonus',
  effect: 'bonus',
  ceiling: '3',
  rule: { kind: 'perUnit', metric: 'initiatives', pointsPerUnit: '0.5' },
  provenance: stated,
}
const penalty: Adjustment = {
  id: 'phat',
  name: 'Điểm phạt',
  effect: 'penalty',
  ceiling: '2',
  rule: { kind: 'perUnit', metric: 'violations', pointsPerUnit: '1' },
  provenance: stated,
}

function scored(figures: Figures, points: string | null = '80', rest: Partial<RuleSet> = {}): ScoreSheet {
  const ruleSet = aRuleSet({ criteria: [aReportedLeaf('a', '100')], adjustments: [bonus, penalty], ...rest })
  return score(
    ruleSet,
    aSubmission({ values: valuesOf(figures), points: points === null ? {} : { a: points } }),
  )
}

function expectLadderToEnd({ losses, total }: ScoreSheet, score: string): void {
  expect(addsUpTo([score, ...losses.map(step => step.lost)], total.maxPoints)).toBe(true)
  expect(losses.at(-1)?.to ?? total.maxPoints).toBe(score)
}

describe('a bonus of 0.5 an initiative up to 3, a penalty of 1 a violation up to 2', () => {
  test.each([
    ['0', '0', '80'],
    ['1', '0', '80.5'],
    ['6', '0', '83'],
    ['7', '0', '83'], // the ceiling holds
    ['0', '1', '79'],
    ['0', '2', '78'],
    ['0', '3', '78'], // this one too
    ['4', '1', '81'], // 80 + 2 − 1
    ['60', '60', '81'], // 80 + 3 − 2
  ])('%s initiatives and %s violations: %s of 100', (initiatives, violations, points) => {
    const sheet = scored({ initiatives, violations })
    expect(sheet.total).toMatchObject({ points: { from: points, to: points }, maxPoints: '100' })
    expect(sheet.total.percent?.from).toBe(points)
    expectLadderToEnd(sheet, points)
  })

  test('what each gave stands beside the tree, before its sign', () => {
    const sheet = scored({ initiatives: '4', violations: '1' })
    expect(sheet.adjustments).toMatchObject([
      {
        adjustmentId: 'thuong',
        effect: 'bonus',
        ceiling: '3',
        points: { from: '2', to: '2' },
        nameEn: 'Bonus',
      },
      { adjustmentId: 'phat', effect: 'penalty', ceiling: '2', points: { from: '1', to: '1' } },
    ])
    expect(sheet.adjustments[0]?.explanation.rule).toMatchObject({ kind: 'perUnit', points: '2' })
    expect(sheet.nodes.map(node => node.criterionId)).toEqual(['a'])
    expect(sheet.total.items).toEqual({ total: 1, scored: 1, atMax: 0 })
  })

  test('in the ladder a bonus loses less than nothing', () => {
    const sheet = scored({ initiatives: '4', violations: '1' })
    expect(sheet.losses.map(({ nodeId, kind, lost, from, to }) => [nodeId, kind, lost, from, to])).toEqual([
      ['a', 'lost', '20', '100', '80'],
      ['phat', 'adjusted', '1', '80', '79'],
      ['thuong', 'adjusted', '-2', '79', '81'],
    ])
  })

  test('nothing given and nothing taken is no step', () => {
    expect(scored({ initiatives: '0', violations: '0' }).losses.map(step => step.nodeId)).toEqual(['a'])
  })
})

describe('figures that are not there', () => {
  test('a missing bonus leaves the total open upwards, a missing penalty downwards', () => {
    const open = scored({ initiatives: 'missing', violations: '0' })
    expect(open.total.points).toMatchObject({ from: '80', to: '83' })
    expectLadderToEnd(open, '80')
    const threatened = scored({ initiatives: '0', violations: 'missing' })
    expect(threatened.total.points).toMatchObject({ from: '78', to: '80' })
    expectLadderToEnd(threatened, '78')
    const both = scored({})
    expect(both.total.points).toMatchObject({ from: '78', to: '83' })
    expectLadderToEnd(both, '78')
  })

  test('the ladder goes up by what may come and down by what may not', () => {
    expect(scored({}).losses.map(({ nodeId, kind, lost }) => [nodeId, kind, lost])).toEqual([
      ['a', 'lost', '20'],
      ['thuong', 'adjusted', '-3'],
      ['thuong', 'missing', '3'],
      ['phat', 'missing', '2'],
    ])
  })

  test('what does not apply gives and takes nothing', () => {
    const none = scored({ initiatives: 'notApplicable', violations: 'notApplicable' })
    expect(none.total).toMatchObject({
      points: { from: '80', to: '80' },
      maxPoints: '100',
      notApplicableLeaves: 0,
    })
    expect(none.adjustments.map(each => [each.outcome.kind, each.points])).toEqual([
      ['notApplicable', { from: '0', to: '0' }],
      ['notApplicable', { from: '0', to: '0' }],
    ])
  })

  test('by the policy of the adjustment, then of the rule set', () => {
    const withOwn = [{ ...bonus, states: { missing: 'full' as const } }, penalty]
    const rest = { adjustments: withOwn, states: { missing: 'zero' as const } }
    expect(scored({}, '80', rest).total.points).toMatchObject({ from: '83', to: '83' })
  })

  test('a leaf and a bonus that are both open', () => {
    const sheet = scored({ initiatives: 'missing', violations: '1' }, null)
    expect(sheet.total.points).toMatchObject({ from: '-1', to: '102' }) // 0 − 1 … 100 + 3 − 1
    expectLadderToEnd(sheet, '-1')
  })
})

test('a bonus may lift a full score past the maximum', () => {
  const sheet = scored({ initiatives: '2', violations: '0' }, '100')
  expect(sheet.total).toMatchObject({
    points: { from: '101', to: '101' },
    maxPoints: '100',
    percent: { from: '101', to: '101' },
    gapToMax: { from: '-1', to: '-1' },
  })
  expectLadderToEnd(sheet, '101')
})

test('adjustments come before the total is rounded, and count for the grade', () => {
  const half: Adjustment = { ...bonus, rule: { ...bonus.rule, pointsPerUnit: '0.25' } as Adjustment['rule'] }
  const bands = [aBand('kha', '0'), aBand('tot', '80')]
  const rest = { adjustments: [half], rounding: roundingAt({ total: toPlaces(1) }), bands }
  const sheet = scored({ initiatives: '1' }, '79.72', rest) // 79.72 + 0.25 = 79.97 → 80.0
  expect(sheet.total).toMatchObject({
    points: { from: '80', to: '80' },
    unrounded: { from: '79.97', to: '79.97' },
    bandIds: ['kha'],
  })
  expectLadderToEnd(sheet, '80')
  expect(scored({ initiatives: '2' }, '79.5', rest).total.bandIds).toEqual(['tot'])
})

test('a leaf rounding of the rule set rounds adjustments too', () => {
  const third: Adjustment = {
    ...bonus,
    rule: {
      kind: 'ratio',
      numerator: 'done',
      denominator: 'all',
      direction: 'higherIsBetter',
      targetPercent: '100',
      scaling: 'share',
      whenDenominatorZero: 'zero',
      whenMissing: 'zero',
    },
  }
  const rounding = roundingAt({ leaf: toPlaces(2) })
  const sheet = scored({ done: '2', all: '9' }, '80', { adjustments: [third], rounding }) // 2 ÷ 9 × 3 = 0.666…
  expect(sheet.adjustments[0]?.points).toEqual({ from: '0.67', to: '0.67' })
  expect(sheet.total.points).toMatchObject({ from: '80.67' })
})

test('outside the tree they are not rescaled with it', () => {
  const criteria = [aReportedLeaf('a', '70'), aReportedLeaf('survey', '30')]
  const rescaling = { criterionIds: ['survey'], to: '100', provenance: stated }
  const sheet = score(
    aRuleSet({ criteria, rescaling, adjustments: [bonus, penalty] }),
    aSubmission({
      values: valuesOf({ initiatives: '4', violations: '1' }),
      points: { a: '56' },
      notApplicable: [{ criterionId: 'survey', reason: 'Không tổ chức' }],
    }),
  )
  expect(sheet.total.points).toMatchObject({ from: '81', to: '81' }) // 56 × 100 ÷ 70 + 2 − 1
  expectLadderToEnd(sheet, '81')
})

test('the ladder adds up for any bonus and penalty, known or missing', () => {
  const figure = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 9 }).map(String) },
    { weight: 1, arbitrary: fc.constantFrom('missing', 'withheld', 'notApplicable') },
  )
  const points = fc.option(fc.integer({ min: 0, max: 1000 }).map(tenths => String(tenths / 10)))
  const places = fc.option(fc.integer({ min: 0, max: 1 }).map(count => toPlaces(count)))
  fc.assert(
    fc.property(figure, figure, points, places, (initiatives, violations, own, total) => {
      const sheet = scored({ initiatives, violations }, own, { rounding: roundingAt({ total }) })
      if (sheet.total.points.kind !== 'known') throw new Error('nothing is hidden here')
      expectLadderToEnd(sheet, sheet.total.points.from)
    }),
    { numRuns: 1000, seed: 335 },
  )
})
