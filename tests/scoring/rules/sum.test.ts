import { describe, expect, test } from 'vitest'
import type { PlainRule, SumRule } from '../../../src/model/rules.ts'
import { aCriterion, aRatioRule, aRuleSet, aSubmission, score, toPlaces } from '../builders.ts'
import { boundsOf, detailOf, type Figures, figuresOf, leafOf, pointsOf, trendOf } from './leafScenes.ts'

// PAR Index 2022, II.3: 0.5 for running the system, 1.0 × share of connected reporting regimes
const rule: SumRule = {
  kind: 'sum',
  parts: [
    { label: 'Vận hành', maxPoints: '0.5', rule: { kind: 'yesNo', metric: 'runs' } },
    { label: 'Kết nối', maxPoints: '1', rule: aRatioRule() },
  ],
}
const scene = (figures: Figures) => ({
  rule,
  maxPoints: '1.5',
  figures,
  rounding: { leaf: toPlaces(2) },
})

test.each([
  [{ runs: '1', done: '27', all: '30' }, '1.4'], // 0.5 + 1.0 × 27/30
  [{ runs: '0', done: '27', all: '30' }, '0.9'],
  [{ runs: '1', done: '30', all: '30' }, '1.5'],
  [{ runs: '1', done: '1', all: '3' }, '0.83'], // 0.5 + 0.3333… is rounded once, at the leaf
  [{ runs: '0', done: '0', all: '3' }, '0'],
])('%o earns %s', (figures, points) => {
  expect(pointsOf(scene(figures))).toBe(points)
})

test('parts are not rounded before they are added', () => {
  const thirds: SumRule = {
    kind: 'sum',
    parts: ['a', 'b', 'c'].map(label => ({ label, maxPoints: '1', rule: aRatioRule() })),
  }
  // 3 × 1/3 = 1; three rounded parts would make 0.99
  expect(pointsOf({ ...scene({ done: '1', all: '3' }), rule: thirds, maxPoints: '3' })).toBe('1')
})

test('the receipt keeps every part with its own points and calculation', () => {
  const explained = detailOf(scene({ runs: '1', done: '27', all: '30' }))
  if (explained.kind !== 'sum') throw new Error('not a sum')
  expect(
    explained.parts.map(part => [part.label, part.counts, part.detail.points, part.detail.maxPoints]),
  ).toEqual([
    ['Vận hành', true, '0.5', '0.5'],
    ['Kết nối', true, '0.9', '1'],
  ])
  expect(explained.parts[1]?.detail.steps).toMatchObject([
    { of: 'share', result: '90', percent: true },
    { of: 'points', result: '0.9' },
  ])
})

describe('a part that is missing', () => {
  test('makes the leaf missing and is named; the known parts are sure', () => {
    const node = leafOf(scene({ runs: '1', done: '27', all: 'missing' }))
    // 0.5 is earned, 0 … 1 still open
    expect(node.outcome).toEqual({ kind: 'missing', metricIds: ['all'], range: { from: '0.5', to: '1.5' } })
    expect(node).toMatchObject({ points: { kind: 'known', from: '0.5', to: '1.5' }, missingLeaves: 1 })
  })

  test('stands beside a sure loss when another part is known to earn nothing', () => {
    const criteria = [aCriterion({ maxPoints: '1.5', rule })]
    const sheet = score(aRuleSet({ criteria }), aSubmission({ figures: { runs: '0' } }))
    expect(sheet.losses).toMatchObject([
      { kind: 'lost', lost: '0.5', to: '1' },
      { kind: 'missing', lost: '1', to: '0' },
    ])
  })

  test('leaves open what the leaf could be after its rounding', () => {
    // 1/3 of 1 is sure: with "no" the leaf is 0.33, with "yes" 0.83
    const figures = { done: '1', all: '3' }
    expect(pointsOf(scene({ ...figures, runs: '0' }))).toBe('0.33')
    expect(pointsOf(scene({ ...figures, runs: '1' }))).toBe('0.83')
    expect(leafOf(scene({ ...figures, runs: 'missing' })).outcome).toMatchObject({
      range: { from: '0.33', to: '0.83' },
    })
  })

  test('is open by its own range: what is ticked in an open checklist is sure', () => {
    const lists: SumRule = {
      kind: 'sum',
      parts: [
        rule.parts[0] ?? { label: '', maxPoints: '0', rule: aRatioRule() },
        {
          label: 'Danh mục',
          maxPoints: '1',
          rule: {
            kind: 'checklist',
            items: ['a', 'b', 'c', 'd'].map(metric => ({ metric, points: '0.25' })),
          },
        },
      ],
    }
    const open = { ...scene({ a: '1', b: '0', c: '1', runs: 'missing' }), rule: lists }
    // runs 0 … 0.5; a and c are 0.5, b is 0, d 0 … 0.25
    expect(leafOf(open).outcome).toMatchObject({
      metricIds: ['runs', 'd'],
      range: { from: '0.5', to: '1.25' },
    })
  })

  test.each([
    ['zero', '0.5'],
    ['full', '1.5'],
    ['missing', 'missing'],
  ] as const)('counts by the policy of its own ratio, "%s": %s', (whenMissing, expected) => {
    const parts = [
      ...rule.parts.slice(0, 1),
      { label: 'Kết nối', maxPoints: '1', rule: aRatioRule({ whenMissing }) },
    ]
    expect(pointsOf({ ...scene({ runs: '1' }), rule: { kind: 'sum', parts } })).toBe(expected)
  })

  test('of another kind by the policy of the leaf', () => {
    const figures = { done: '27', all: '30', runs: 'missing' }
    expect(pointsOf({ ...scene(figures), states: { missing: 'zero' } })).toBe('0.9')
    expect(pointsOf({ ...scene(figures), states: { missing: 'full' } })).toBe('1.4')
  })
})

describe('a part that does not apply', () => {
  test('takes the leaf out only together with all the others', () => {
    const none = scene({ runs: 'notApplicable', done: 'notApplicable', all: '5' })
    expect(pointsOf(none)).toBe('notApplicable')
    expect(detailOf(none).empty).toEqual({
      because: 'state',
      state: 'notApplicable',
      policy: 'notApplicable',
    })
  })

  test('beside one that earned points leaves the leaf open: nobody said what the rest is worth', () => {
    const some = scene({ runs: 'notApplicable', done: '27', all: '30' })
    expect(detailOf(some).empty).toEqual({ because: 'state', state: 'notApplicable', policy: 'missing' })
    expect(leafOf(some).outcome).toEqual({
      kind: 'missing',
      metricIds: ['runs'],
      range: { from: '0.9', to: '1.4' },
    })
  })

  test('only in part is open, not out', () => {
    const checklist: PlainRule = {
      kind: 'checklist',
      items: ['a', 'b'].map(metric => ({ metric, points: '0.5' })),
    }
    const partly: SumRule = { kind: 'sum', parts: [{ label: 'Danh mục', maxPoints: '1', rule: checklist }] }
    const figures = { a: 'notApplicable', b: '1' }
    expect(pointsOf({ rule: partly, maxPoints: '1', figures })).toBe('missing')
    expect(pointsOf({ rule: checklist, maxPoints: '1', figures })).toBe('missing') // as on its own
  })

  test('because nothing happened says so', () => {
    const whenDenominatorZero = 'notApplicable' as const
    const only: SumRule = {
      kind: 'sum',
      parts: [{ label: 'Kết nối', maxPoints: '1', rule: aRatioRule({ whenDenominatorZero }) }],
    }
    const nothing = { rule: only, maxPoints: '1', figures: { done: '0', all: '0' } }
    expect(leafOf(nothing).outcome).toMatchObject({
      kind: 'notApplicable',
      reason: { vi: 'Không phát sinh trong kỳ' },
    })
  })

  test('lets a missing one decide: the leaf is missing', () => {
    expect(pointsOf(scene({ runs: 'notApplicable', done: '27' }))).toBe('missing')
  })
})

describe('parts of every kind that can stand in another', () => {
  // 1 of 3 ticked 0.2 · 12 uses at 0.1, capped at 1 · 1 − 2 × 25% · 4 meetings 1 · 0.5 + 1 × 0.1 − 2 × 0.05
  const parts: readonly { readonly rule: PlainRule; readonly points: string }[] = [
    {
      rule: {
        kind: 'checklist',
        items: ['a', 'b', 'c'].map(metric => ({ metric, points: '0.2' })),
      },
      points: '0.2',
    },
    { rule: { kind: 'perUnit', metric: 'uses', pointsPerUnit: '0.1' }, points: '1' },
    {
      rule: { kind: 'deduction', items: [{ metric: 'faults', each: { percentOfMax: '25' } }] },
      points: '0.5',
    },
    {
      rule: {
        kind: 'bands',
        measure: { of: 'value', metric: 'meetings' },
        bands: [{ from: '4', points: '1' }],
        otherwise: '0',
      },
      points: '1',
    },
    {
      rule: {
        kind: 'bonusPenalty',
        base: '0.5',
        items: [
          { metric: 'uses', effect: 'bonus', points: '0.01' },
          { metric: 'faults', effect: 'penalty', points: '0.05' },
        ],
        least: '0',
        most: '1',
      },
      points: '0.52',
    },
    {
      rule: {
        kind: 'choice',
        metric: 'answer',
        options: [{ value: '1', label: 'Có', points: '0.75' }],
      },
      points: '0.75',
    },
    { rule: aRatioRule(), points: '1/3' },
  ]
  const figures = {
    ...{ a: '0', b: '1', c: '0', uses: '12', faults: '2', meetings: '4', answer: '1' },
    ...{ done: '1', all: '3' },
  }
  const all: SumRule = {
    kind: 'sum',
    parts: parts.map(part => ({ label: part.rule.kind, maxPoints: '1', rule: part.rule })),
  }

  test('earn what they earn alone', () => {
    for (const part of parts) expect(pointsOf({ rule: part.rule, maxPoints: '1', figures })).toBe(part.points)
  })

  test('and add up', () => {
    // 0.2 + 1 + 0.5 + 1 + 0.52 + 0.75 = 3.97; + 1/3 = 1191/300 + 100/300 = 1291/300
    expect(pointsOf({ rule: all, maxPoints: '7', figures })).toBe('1291/300')
  })

  test('are looked at in place, bounded together and share a direction or none', () => {
    expect(figuresOf(all).map(([path, metricId]) => [path, metricId])).toEqual([
      ['parts[0].rule.items[0].metric', 'a'],
      ['parts[0].rule.items[1].metric', 'b'],
      ['parts[0].rule.items[2].metric', 'c'],
      ['parts[1].rule.metric', 'uses'],
      ['parts[2].rule.items[0].metric', 'faults'],
      ['parts[3].rule.measure.metric', 'meetings'],
      ['parts[4].rule.items[0].metric', 'uses'],
      ['parts[4].rule.items[1].metric', 'faults'],
      ['parts[5].rule.metric', 'answer'],
      ['parts[6].rule.numerator', 'done'],
      ['parts[6].rule.denominator', 'all'],
    ])
    // the choice gives 0.75 and nothing else: least 0.75, most 0.6 + 1 + 1 + 1 + 1 + 0.75 + 1
    expect(boundsOf(all, '7')).toEqual(['0.75', '6.35'])
    expect(trendOf(all, 'uses')).toBe('rising')
    expect(trendOf(all, 'faults')).toBe('falling')
    expect(trendOf(all, 'answer')).toBe('mixed')
    const against: SumRule = {
      kind: 'sum',
      parts: [
        { label: '', maxPoints: '1', rule: { kind: 'perUnit', metric: 'all', pointsPerUnit: '1' } },
        { label: '', maxPoints: '1', rule: aRatioRule() },
      ],
    }
    expect(trendOf(against, 'all')).toBe('mixed')
  })
})
