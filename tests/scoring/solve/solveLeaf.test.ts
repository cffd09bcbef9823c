import { describe, expect, test } from 'vitest'
import type { Metric } from '../../../src/model/ruleSet.ts'
import type { RatioRule, Rule } from '../../../src/model/rules.ts'
import { scoreForChanges } from '../../../src/scoring/scoreSubmission.ts'
import { solveAny } from '../../../src/scoring/solve/solve.ts'
import { aCriterion, aRatioRule, aRuleSet, aSubmission, roundingAt, scoredAt, toPlaces } from '../builders.ts'
import { fullPoints, leafScored, leafTarget, points, short, solveLeaf } from './solveScenes.ts'

const falling = {
  direction: 'lowerIsBetter',
  targetPercent: '5',
  floorPercent: '20',
  scaling: 'fromFloor',
} as const satisfies Partial<RatioRule>

const ratio = (rule: Partial<RatioRule>, done: string | null, all: string | null) => ({
  rule: aRatioRule(rule),
  figures: { done, all },
})

describe('a plain ratio', () => {
  test.each([
    // 80% of 38 is 30.4, so 31; 17 of a total T reach 80% for T ≤ 21.25
    ['done', { targetPercent: '80' }, '17', '38', ['31', '14']],
    ['all', { targetPercent: '80' }, '17', '38', ['21', '-17']],
    // 5% of 1938 is 96.9, so at most 96; 110 are 5% of 2200
    ['done', falling, '110', '1938', ['96', '-14']],
    ['all', falling, '110', '1938', ['2200', '262']],
  ] as const)('full points by %s', (metricId, rule, done, all, expected) => {
    expect(short(solveLeaf(ratio(rule, done, all), metricId))).toEqual(expected)
  })

  test('says where it started, what it earned and how it was found', () => {
    // 17/38 × 2 = 17/19
    expect(solveLeaf(ratio({ targetPercent: '80' }, '17', '38'), 'done')).toEqual({
      status: 'reached',
      value: '31',
      change: '14',
      from: '17',
      pointsBefore: { kind: 'known', from: '17/19', to: '17/19' },
      pointsAfter: { kind: 'known', from: '2', to: '2' },
      bandId: null,
      method: 'closedForm',
    })
  })

  test('a number of points: 1 of 2 is half of 39, so 20', () => {
    const solution = solveLeaf(ratio({}, '17', '39'), 'done', points('1'))
    expect(solution).toMatchObject({ value: '20', change: '3', method: 'bisection' })
  })

  test('points just past what 20 give need 21; exactly those need 20', () => {
    // 20/39 × 2 = 40/39
    expect(short(solveLeaf(ratio({}, '17', '39'), 'done', points('40/39')))).toEqual(['20', '3'])
    expect(short(solveLeaf(ratio({}, '17', '39'), 'done', points('41/39')))).toEqual(['21', '4'])
  })

  test('leaf rounding gives full points before the target is reached', () => {
    // 2 × 999/1000 = 1.998 → 2.00; 2 × 997/1000 = 1.994 → 1.99; 998: 1.996 → 2.00
    const scene = {
      ...ratio({}, '900', '1000'),
      ruleSet: { rounding: roundingAt({ leaf: toPlaces(2) }) },
    }
    expect(solveLeaf(scene, 'done')).toMatchObject({ value: '998', change: '98', method: 'bisection' })
    // Cut instead of rounded, all 1000 are needed.
    const cut = { ...scene, ruleSet: { rounding: roundingAt({ leaf: toPlaces(2, 'truncate') }) } }
    expect(solveLeaf(cut, 'done')).toMatchObject({ value: '1000', change: '100', method: 'closedForm' })
  })

  test('reached already', () => {
    expect(solveLeaf(ratio({ targetPercent: '80' }, '31', '38'), 'done')).toEqual({
      status: 'already',
      points: { kind: 'known', from: '2', to: '2' },
      bandId: null,
    })
  })

  test('more than the maximum is impossible, whatever the figures', () => {
    const solution = solveLeaf(ratio({}, '1', '2'), 'done', points('2.5'))
    expect(solution).toMatchObject({
      status: 'impossible',
      reason: { code: 'aboveMaximum', vi: 'Cách tính chỉ cho nhiều nhất 2 điểm' },
    })
  })

  test('a target past 100% lets the part exceed the whole', () => {
    const rule = { targetPercent: '120', scaling: 'shareOfTarget' } as const
    expect(short(solveLeaf(ratio(rule, '5', '10'), 'done'))).toEqual(['12', '7'])
  })

  test('nothing was received: 0 of 0 earns nothing and only receiving changes that', () => {
    const scene = ratio({ whenDenominatorZero: 'zero' }, '0', '0')
    expect(short(solveLeaf(scene, 'done'))).toBe('notEnough')
    expect(short(solveLeaf(scene, 'all'))).toBe('notEnough') // 0 of 5 is nothing either
  })

  test('nothing received earns full points: giving up the last one is the smallest change', () => {
    const scene = ratio({ whenDenominatorZero: 'full' }, '0', '3')
    expect(short(solveLeaf(scene, 'all'))).toEqual(['0', '-3'])
    expect(short(solveLeaf(scene, 'done'))).toEqual(['3', '3'])
  })
})

describe('figures that are missing', () => {
  test('the least that is enough, with no change to speak of', () => {
    expect(solveLeaf(ratio({ targetPercent: '80' }, null, '38'), 'done')).toMatchObject({
      value: '31',
      change: null,
      from: null,
      pointsBefore: { from: '0', to: '2' },
    })
    // The most that still are: 17 are 80% of 21.25.
    expect(short(solveLeaf(ratio({ targetPercent: '80' }, '17', null), 'all'))).toEqual(['21', null])
    expect(short(solveLeaf(ratio(falling, null, '1938'), 'done'))).toEqual(['96', null])
  })

  test('while the other figure is missing the answer is open', () => {
    expect(solveLeaf(ratio({}, '5', null), 'done')).toMatchObject({
      status: 'open',
      metricIds: ['all'],
      criterionIds: ['leaf'],
    })
  })

  test('a figure that does not apply is no goal to have', () => {
    const values = [
      { metricId: 'done', state: 'notApplicable' },
      { metricId: 'all', state: 'entered', value: '5' },
    ] as const
    const scene = { ...ratio({}, null, null), submission: { values } }
    expect(short(solveLeaf(scene, 'done'))).toBe('exempt')
    expect(short(solveLeaf(scene, 'all'))).toBe('exempt')
  })
})

describe('impossible, with the reason', () => {
  test('more than the denominator has, in the words of a clerk', () => {
    // 7 × 61 = 427 ≥ 427 > 7 × 60, while the other leaf counts only 60 of them
    const criteria = [
      aCriterion({
        maxPoints: '427',
        rule: { kind: 'perUnit', metric: 'done', pointsPerUnit: '7' },
      }),
      aCriterion({ id: 'other' }),
    ]
    const scored = scoreForChanges(
      aRuleSet({ criteria }),
      aSubmission({ figures: { done: '50', all: '60' } }),
      scoredAt,
    )
    const [answer] = solveAny(scored, { target: leafTarget, goal: fullPoints })
    expect(answer).toMatchObject({
      metricId: 'done',
      solution: {
        reason: {
          code: 'aboveDenominator',
          vi: 'Không thể đạt: cần 61 trong khi chỉ có 60 hồ sơ',
          en: 'Cannot be reached: 61 needed while there are only 60 hồ sơ',
        },
        best: { value: '60', points: { from: '420' } }, // 7 × 60
      },
    })
  })

  test('a whole cannot be smaller than its part', () => {
    // All of 10 done earn half of the maximum; twice as much would need a whole of 5.
    const rule = aRatioRule({ targetPercent: '100', coefficient: 'half' })
    const criteria = [
      aCriterion({ maxPoints: '2', rule }),
      aCriterion({ id: 'half', rule: aRatioRule({ numerator: 'a', denominator: 'b' }) }),
    ]
    const figures = { done: '10', all: '10', a: '1', b: '2' }
    const scored = scoreForChanges(aRuleSet({ criteria }), aSubmission({ figures }), scoredAt)
    const answers = solveAny(scored, { target: leafTarget, goal: fullPoints })
    expect(answers.map(({ metricId, solution }) => [metricId, short(solution)])).toEqual([
      ['a', ['2', '1']], // 2 of 2
      ['b', ['1', '-1']], // 1 of 1
      ['done', 'aboveDenominator'],
      ['all', 'belowNumerator'],
    ])
  })

  test('today’s figures that break a limit lift it', () => {
    // 12 of 10 done: part and whole they are not, so 13 is no worse
    const criteria = [
      aCriterion({ maxPoints: '13', rule: { kind: 'perUnit', metric: 'done', pointsPerUnit: '1' } }),
      aCriterion({ id: 'other' }),
    ]
    const figures = { done: '12', all: '10' }
    const scored = scoreForChanges(aRuleSet({ criteria }), aSubmission({ figures }), scoredAt)
    const [answer] = solveAny(scored, { target: leafTarget, goal: fullPoints })
    expect(answer && short(answer.solution)).toEqual(['13', '1'])
  })

  test.each([
    ['exempt', { notApplicable: [{ criterionId: 'leaf', reason: 'không có' }] }],
    ['decided', { decisions: [{ criterionId: 'leaf', stage: 'firstReview', points: '1' }] }],
  ] as const)('%s', (code, submission) => {
    const scene = { ...ratio({}, '1', '2'), submission }
    expect(short(solveLeaf(scene, 'done'))).toBe(code)
    const answers = solveAny(leafScored(scene), { target: leafTarget, goal: fullPoints })
    expect(answers.map(({ metricId, solution }) => [metricId, short(solution)])).toEqual([[null, code]])
  })

  test('published, watched only, without bands, without effect', () => {
    const at = (rule: Rule, maxPoints = '2') =>
      leafScored({
        rule,
        maxPoints,
        figures: { done: '1', all: '2' },
        ruleSet: { metrics: [count('done'), count('all'), count('x')] },
      })
    const solved = (rule: Rule, goal: Parameters<typeof solveLeaf>[2] = fullPoints, max?: string) =>
      solveAny(at(rule, max), { target: leafTarget, goal }).map(answer => short(answer.solution))
    expect(solved({ kind: 'reported' })).toEqual(['published'])
    expect(solved({ kind: 'monitor', numerator: 'done', denominator: 'all' }, fullPoints, '0')).toEqual([
      'watchedOnly',
    ])
    expect(solved(aRatioRule(), { kind: 'nextBand' })).toEqual(['noBands'])
    const scene = { ...ratio({}, '1', '2'), ruleSet: { metrics: [count('done'), count('all'), count('x')] } }
    expect(short(solveLeaf(scene, 'x'))).toBe('noEffect')
  })

  test('a leaf, metric or band nobody knows is a mistake', () => {
    expect(() => solveLeaf(ratio({}, '1', '2'), 'nothing')).toThrow('nothing')
    const target = { kind: 'leaf', criterionId: 'nowhere' } as const
    expect(() => solveAny(leafScored(ratio({}, '1', '2')), { target, goal: fullPoints })).toThrow('nowhere')
  })
})

function count(id: string): Metric {
  return { id, name: id, unit: 'hồ sơ', valueType: 'count' }
}
