import { describe, expect, test } from 'vitest'
import type { Criterion } from '../../../src/model/ruleSet.ts'
import type { Rule, SumRule } from '../../../src/model/rules.ts'
import {
  aCriterion,
  aRatioRule,
  aRuleSet,
  aSubmission,
  inferred,
  nodeOf,
  roundingAt,
  score,
  stated,
  toPlaces,
} from '../builders.ts'

type Figures = Readonly<Record<string, string | null>>

function leaf(rule: Rule, maxPoints: string, figures: Figures, parts: Partial<Criterion> = {}) {
  const criteria = [aCriterion({ maxPoints, rule, ...parts })]
  const rounding = roundingAt({ leaf: toPlaces(2) })
  return nodeOf(score(aRuleSet({ criteria, rounding }), aSubmission({ figures })), 'leaf')
}

describe('yes/no', () => {
  const rule: Rule = { kind: 'yesNo', metric: 'connected' }

  test.each([
    ['1', '0.5'],
    ['0', '0'],
    ['1.0', '0.5'],
  ])('%s earns %s of 0.5', (connected, points) => {
    expect(leaf(rule, '0.5', { connected }).outcome).toMatchObject({ kind: 'scored', points })
  })

  test('an unanswered question is missing, not "no"', () => {
    const missing = { kind: 'missing', metricIds: ['connected'], range: { from: '0', to: '0.5' } }
    expect(leaf(rule, '0.5', { connected: null }).outcome).toEqual(missing)
    expect(leaf(rule, '0.5', {}).outcome).toEqual(missing)
  })

  test('an answer that is neither stops the scoring', () => {
    expect(() => leaf(rule, '0.5', { connected: '2' })).toThrow(/connected.*0 or 1.*2/)
  })
})

describe('sum', () => {
  // PAR Index 2022, II.3: 0.5 for running the system, 1.0 × share of connected reporting regimes
  const rule: SumRule = {
    kind: 'sum',
    parts: [
      { label: 'Vận hành', maxPoints: '0.5', rule: { kind: 'yesNo', metric: 'runs' } },
      { label: 'Kết nối', maxPoints: '1', rule: aRatioRule() },
    ],
  }

  test.each([
    [{ runs: '1', done: '27', all: '30' }, '1.4'], // 0.5 + 1.0 × 27/30
    [{ runs: '0', done: '27', all: '30' }, '0.9'],
    [{ runs: '1', done: '30', all: '30' }, '1.5'],
    [{ runs: '1', done: '1', all: '3' }, '0.83'], // 0.5 + 0.3333… is rounded once, at the leaf
    [{ runs: '0', done: '0', all: '3' }, '0'],
  ])('%o earns %s', (figures, points) => {
    expect(leaf(rule, '1.5', figures).outcome).toMatchObject({ kind: 'scored', points })
  })

  test('parts are not rounded before they are added', () => {
    const thirds: SumRule = {
      kind: 'sum',
      parts: ['a', 'b', 'c'].map(label => ({ label, maxPoints: '1', rule: aRatioRule() })),
    }
    // 3 × 1/3 = 1; three rounded parts would make 0.99
    expect(leaf(thirds, '3', { done: '1', all: '3' }).outcome).toMatchObject({ points: '1' })
  })

  test('one missing part makes the leaf missing and is named; the known parts are sure', () => {
    const node = leaf(rule, '1.5', { runs: '1', done: '27', all: null })
    // 0.5 is earned, 0 … 1 still open
    expect(node.outcome).toEqual({ kind: 'missing', metricIds: ['all'], range: { from: '0.5', to: '1.5' } })
    expect(node).toMatchObject({ points: { kind: 'known', from: '0.5', to: '1.5' }, missingLeaves: 1 })
  })

  test('a part that is known to earn nothing is a sure loss beside the open one', () => {
    const criteria = [aCriterion({ maxPoints: '1.5', rule })]
    const sheet = score(aRuleSet({ criteria }), aSubmission({ figures: { runs: '0' } }))
    expect(sheet.losses).toMatchObject([
      { kind: 'lost', lost: '0.5', to: '1' },
      { kind: 'missing', lost: '1', to: '0' },
    ])
  })

  test('what may still be earned is rounded as the leaf will be', () => {
    // 1/3 of 1 is sure: with "no" the leaf is 0.33, with "yes" 0.83
    const figures = { done: '1', all: '3' }
    expect(leaf(rule, '1.5', { ...figures, runs: '0' }).outcome).toMatchObject({ points: '0.33' })
    expect(leaf(rule, '1.5', { ...figures, runs: '1' }).outcome).toMatchObject({ points: '0.83' })
    expect(leaf(rule, '1.5', { ...figures, runs: null }).outcome).toMatchObject({
      range: { from: '0.33', to: '0.83' },
    })
  })

  test('the receipt keeps every part with its own points', () => {
    const explained = leaf(rule, '1.5', { runs: '1', done: '27', all: '30' }).explanation?.rule
    if (explained?.kind !== 'sum') throw new Error('not a sum')
    expect(explained.parts.map(part => [part.label, part.detail.points, part.detail.maxPoints])).toEqual([
      ['Vận hành', '0.5', '0.5'],
      ['Kết nối', '0.9', '1'],
    ])
  })
})

describe('watched only', () => {
  const rule: Rule = { kind: 'monitor', numerator: 'late', denominator: 'all' }

  test('shows its share and scores nothing of nothing', () => {
    const node = leaf(rule, '0', { late: '110', all: '1938' })
    expect(node.outcome).toMatchObject({ kind: 'scored', points: '0' })
    expect(node).toMatchObject({ maxPoints: '0', percent: null, gapToTarget: null, missingLeaves: 0 })
    expect(node.explanation?.rule).toMatchObject({ kind: 'monitor', percent: '5500/969' }) // 11000/1938
  })

  test.each([[{ late: '0', all: '0' }], [{ late: null, all: '5' }], [{ late: '1', all: null }], [{}]])(
    'has no share without figures: %o',
    figures => {
      const node = leaf(rule, '0', figures)
      expect(node.explanation?.rule).toMatchObject({ percent: null })
      expect(node.missingLeaves).toBe(0) // nothing of the total depends on it
    },
  )
})

describe('taken as published', () => {
  const scene = (maxPoints: string | null, points: Readonly<Record<string, string>>, parts = {}) => {
    const criteria = [aCriterion({ maxPoints, rule: { kind: 'reported' }, ...parts })]
    const rounding = roundingAt({ leaf: toPlaces(2) })
    return nodeOf(score(aRuleSet({ criteria, rounding }), aSubmission({ points })), 'leaf')
  }

  test('to the last digit: published points are not rounded again', () => {
    expect(scene('1', { leaf: '0.5333' }).outcome).toEqual({
      kind: 'scored',
      points: '0.5333',
      unrounded: '0.5333',
      certainty: 'stated',
    })
  })

  test('points nobody published are missing, published zero is a score', () => {
    expect(scene('1', {}).outcome).toMatchObject({ kind: 'missing', metricIds: [] })
    expect(scene('1', { leaf: '0' }).outcome).toMatchObject({ kind: 'scored', points: '0' })
  })

  test.each(['survey', 'review'] as const)('without points a leaf of the %s waits for it', assessedBy => {
    expect(scene('1', {}, { assessedBy }).outcome).toMatchObject({ kind: 'pendingReview', assessedBy })
    expect(scene('1', { leaf: '0.8' }, { assessedBy }).outcome).toMatchObject({ points: '0.8' })
  })

  test('a leaf the agency scores itself does not wait, it is missing', () => {
    expect(scene('1', {}, { assessedBy: 'self' }).outcome).toMatchObject({ kind: 'missing' })
  })
})

describe('how sure a score is', () => {
  const rule = aRatioRule()
  const certaintyFor = (done: 'stated' | 'inferred' | 'illustrative') => {
    const ruleSet = aRuleSet({ criteria: [aCriterion({ rule })] })
    const submission = aSubmission({
      values: [
        { metricId: 'done', state: 'entered', value: '1', provenance: { ...stated, certainty: done } },
        { metricId: 'all', state: 'entered', value: '2' },
      ],
    })
    return nodeOf(score(ruleSet, submission), 'leaf').outcome
  }

  test.each(['stated', 'inferred', 'illustrative'] as const)(
    'one %s figure makes the score so',
    certainty => {
      expect(certaintyFor(certainty)).toMatchObject({ certainty })
    },
  )

  test('an exemption is a decision of its own and beats every figure', () => {
    const submission = aSubmission({
      figures: { done: '1', all: '2' },
      notApplicable: [{ criterionId: 'leaf', reason: 'Không có hồ sơ' }],
    })
    expect(nodeOf(score(aRuleSet(), submission), 'leaf').outcome).toEqual({
      kind: 'notApplicable',
      reason: { vi: 'Không có hồ sơ', en: 'Không có hồ sơ' },
    })
  })
})

describe('readings of published points', () => {
  const read = (
    points: string,
    figures: Figures,
    rules: readonly (SumRule | ReturnType<typeof aRatioRule>)[],
  ) => {
    const criteria = [
      aCriterion({
        maxPoints: '1.5',
        rule: { kind: 'reported' },
        readings: rules.map(rule => ({ rule })),
        provenance: inferred,
      }),
    ]
    const rounding = roundingAt({ leaf: toPlaces(4) })
    const sheet = score(aRuleSet({ criteria, rounding }), aSubmission({ figures, points: { leaf: points } }))
    return nodeOf(sheet, 'leaf').explanation?.readings ?? []
  }

  test('with its figures a reading is computed and compared', () => {
    const [agrees] = read('0.5', { done: '1', all: '3' }, [aRatioRule()]) // 1/3 × 1.5 = 0.5
    expect(agrees).toMatchObject({ forward: { points: '0.5', agrees: true }, backward: null })
    const [differs] = read('0.6', { done: '1', all: '3' }, [aRatioRule()])
    expect(differs).toMatchObject({ forward: { points: '0.5', agrees: false }, backward: null })
  })

  test('without them it says which percentage would earn the points', () => {
    const ofTarget = aRatioRule({ targetPercent: '50', scaling: 'shareOfTarget' })
    const [share, half] = read('0.2734', {}, [aRatioRule(), ofTarget])
    expect(share?.backward?.percent).toBe('1367/75') // 0.2734 ÷ 1.5 = 18.2266…%
    expect(half?.backward?.percent).toBe('1367/150') // × 50% = 9.1133…%
    expect([share?.forward, half?.forward]).toEqual([null, null])
  })

  test('full points are earned by many percentages, so none is named', () => {
    expect(read('1.5', {}, [aRatioRule()])).toMatchObject([{ forward: null, backward: null }])
  })

  test('a reading never scores', () => {
    const criteria = [
      aCriterion({ maxPoints: '1.5', rule: { kind: 'reported' }, readings: [{ rule: aRatioRule() }] }),
    ]
    const sheet = score(aRuleSet({ criteria }), aSubmission({ figures: { done: '3', all: '3' } }))
    expect(nodeOf(sheet, 'leaf').outcome).toMatchObject({ kind: 'missing' })
  })
})
