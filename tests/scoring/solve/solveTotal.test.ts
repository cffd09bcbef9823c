import { describe, expect, test } from 'vitest'
import type { Grading, RuleSet } from '../../../src/model/ruleSet.ts'
import type { SolveGoal } from '../../../src/model/solution.ts'
import { type Scored, scoreForChanges } from '../../../src/scoring/scoreSubmission.ts'
import { solve, solveAny } from '../../../src/scoring/solve/solve.ts'
import {
  aBand,
  aCriterion,
  aGroup,
  aRatioRule,
  aReportedLeaf,
  aRuleSet,
  aSubmission,
  roundingAt,
  scoredAt,
  stated,
  toPlaces,
} from '../builders.ts'
import { fullPoints, points, short, total } from './solveScenes.ts'

const bands = [aBand('tot', '80'), aBand('kha', '65'), aBand('yeu', '50')]

/** Two ratio leaves of 50 points: "done" of "all" and "a" of "b". */
function twoLeaves(figures: Readonly<Record<string, string | null>>, parts: Partial<RuleSet> = {}): Scored {
  const criteria = [
    aGroup('I', [
      aCriterion({ maxPoints: '50' }),
      aCriterion({
        id: 'second',
        maxPoints: '50',
        rule: aRatioRule({ numerator: 'a', denominator: 'b' }),
      }),
    ]),
  ]
  return scoreForChanges(aRuleSet({ criteria, bands, ...parts }), aSubmission({ figures }), scoredAt)
}

const ask = (scored: Scored, metricId: string, goal: SolveGoal) =>
  solve(scored, { target: total, goal, metricId })
const nextBand = { kind: 'nextBand' } as const

describe('points of the total', () => {
  test('by every figure, smallest change first, impossible ones last', () => {
    // 50 × 60/100 + 50 × 5/10 = 55; 5 more points: 10 of 100, or 1 of 10
    const scored = twoLeaves({ done: '60', all: '100', a: '5', b: '10' })
    const answers = solveAny(scored, { target: total, goal: points('60') })
    expect(answers.map(({ metricId, solution }) => [metricId, short(solution)])).toEqual([
      ['a', ['6', '1']],
      ['b', ['8', '-2']], // 50 × 5/8 = 31.25; 5/9 gives 27.78
      ['done', ['70', '10']],
      ['all', ['85', '-15']], // 50 × 60/85 = 35.29; 60/86 gives 34.88
    ])
  })

  test('what is too far off names the best there is, the best of them first', () => {
    const scored = twoLeaves({ done: '60', all: '100', a: '9', b: '10' })
    const answers = solveAny(scored, { target: total, goal: fullPoints })
    expect(answers[0]).toMatchObject({
      metricId: 'done',
      solution: { reason: { code: 'notEnough' }, best: { value: '100', points: { from: '95' } } },
    })
    expect(answers.map(answer => answer.metricId)).toEqual(['done', 'all', 'a', 'b'])
  })

  test('rounding of the total counts', () => {
    // 30 + 50 × 19/100 = 39.5 → 40 rounded to whole points, though 20 of 100 would be needed exactly
    const figures = { done: '60', all: '100', a: '10', b: '100' }
    const rounded = twoLeaves(figures, { rounding: roundingAt({ total: toPlaces(0) }) })
    expect(short(ask(rounded, 'a', points('40')))).toEqual(['19', '9'])
    expect(short(ask(twoLeaves(figures), 'a', points('40')))).toEqual(['20', '10'])
  })

  test('a penalty falls with what it counts, a bonus rises, both outside the tree', () => {
    const adjustment = (id: string, effect: 'bonus' | 'penalty') => ({
      id,
      name: id,
      effect,
      ceiling: '5',
      rule: { kind: 'perUnit', metric: id, pointsPerUnit: '1' } as const,
      provenance: stated,
    })
    const criteria = [aCriterion({ maxPoints: '100' })]
    const adjustments = [adjustment('extra', 'bonus'), adjustment('complaints', 'penalty')]
    const scored = scoreForChanges(
      aRuleSet({ criteria, adjustments }),
      aSubmission({ figures: { done: '50', all: '100', extra: '1', complaints: '4' } }),
      scoredAt,
    )
    // 50 + 1 − 4 = 47
    expect(short(ask(scored, 'complaints', points('50')))).toEqual(['1', '-3'])
    expect(short(ask(scored, 'extra', points('50')))).toEqual(['4', '3'])
    expect(ask(scored, 'extra', points('60'))).toMatchObject({
      reason: { code: 'notEnough' },
      best: { value: '5', points: { from: '51' } }, // the ceiling: 50 + 5 − 4
    })
  })
})

describe('bands', () => {
  // 30 + 25 = 55
  const figures = { done: '60', all: '100', a: '50', b: '100' }

  test('the next one, and one farther up', () => {
    const scored = twoLeaves(figures)
    expect(ask(scored, 'a', nextBand)).toMatchObject({ value: '70', change: '20', bandId: 'kha' })
    expect(short(ask(scored, 'a', { kind: 'band', bandId: 'tot' }))).toEqual(['100', '50'])
    expect(ask(scored, 'a', { kind: 'band', bandId: 'yeu' })).toMatchObject({
      status: 'already',
      bandId: 'yeu',
    })
  })

  test('thresholds look at the unrounded total unless the rule set says otherwise', () => {
    // 64.5 rounds to 65: 30 + 34.5
    const rounding = roundingAt({ total: toPlaces(0) })
    expect(short(ask(twoLeaves(figures, { rounding }), 'a', nextBand))).toEqual(['70', '20'])
    const grading = { on: 'rounded' } as const
    expect(short(ask(twoLeaves(figures, { rounding, grading }), 'a', nextBand))).toEqual(['69', '19'])
  })

  test('below every band the lowest is the next one', () => {
    // 10 + 5 = 15; 50 needs 40 from a: 80 of 100
    const scored = twoLeaves({ done: '20', all: '100', a: '10', b: '100' })
    expect(ask(scored, 'a', nextBand)).toMatchObject({ value: '80', bandId: 'yeu' })
  })

  test('in the best band there is no next, and without bands there is none at all', () => {
    const best = { done: '100', all: '100', a: '80', b: '100' }
    expect(short(ask(twoLeaves(best), 'a', nextBand))).toBe('noNextBand')
    expect(short(ask(twoLeaves(best, { bands: [] }), 'a', nextBand))).toBe('noBands')
    expect(() => ask(twoLeaves(best), 'a', { kind: 'band', bandId: 'khong-co' })).toThrow('khong-co')
  })

  test('while figures are missing the lower end must get there', () => {
    // 50 × done/100 + 0…50: band "yeu" needs all of done, "kha" depends on a
    const scored = twoLeaves({ done: '60', all: '100', a: null, b: '100' })
    expect(scored.sheet.total.points).toMatchObject({ from: '30', to: '80' })
    expect(ask(scored, 'done', nextBand)).toMatchObject({ value: '100', change: '40', bandId: 'yeu' })
    expect(ask(scored, 'done', { kind: 'band', bandId: 'kha' })).toMatchObject({
      status: 'open',
      metricIds: ['a'],
      criterionIds: ['second'],
      best: { value: '100', points: { from: '50', to: '100' } },
    })
    // 30 + 50 × a/100 ≥ 65
    expect(ask(scored, 'a', { kind: 'band', bandId: 'kha' })).toMatchObject({ value: '70', change: null })
  })
})

describe('a flag that forces a band', () => {
  const grading: Grading = { overrides: [{ metric: 'disciplined', bandId: 'yeu', provenance: stated }] }
  const metrics = ['done', 'all', 'a', 'b'].map(
    id => ({ id, name: id, unit: 'hồ sơ', valueType: 'count' }) as const,
  )
  const at = (disciplined: string | null) =>
    twoLeaves(
      { done: '80', all: '100', a: '60', b: '100', disciplined },
      {
        grading,
        metrics: [...metrics, { id: 'disciplined', name: 'Kỷ luật', unit: 'có/không', valueType: 'flag' }],
      },
    )

  test('points do not lift it, the flag does', () => {
    // 40 + 30 = 70 would be "kha"
    expect(short(ask(at('1'), 'a', nextBand))).toBe('forcedBand')
    expect(ask(at('1'), 'disciplined', nextBand)).toMatchObject({ value: '0', change: '-1', bandId: 'kha' })
    const [first] = solveAny(at('1'), { target: total, goal: nextBand })
    expect(first?.metricId).toBe('disciplined')
  })

  test('not answered, it leaves the band open', () => {
    expect(ask(at(null), 'a', { kind: 'band', bandId: 'tot' })).toMatchObject({
      status: 'open',
      metricIds: ['disciplined'],
    })
    expect(ask(at(null), 'disciplined', nextBand)).toMatchObject({ value: '0', change: null, bandId: 'kha' })
  })

  test('not raised, it is no obstacle: 80 − 40 = 40 of 50 from a', () => {
    expect(short(ask(at('0'), 'a', { kind: 'band', bandId: 'tot' }))).toEqual(['80', '20'])
  })
})

describe('a total of published points', () => {
  const criteria = [
    aReportedLeaf('p', '10', {
      readings: [{ rule: aRatioRule() }],
    }),
  ]
  const scored = scoreForChanges(
    aRuleSet({ criteria }),
    aSubmission({ figures: { done: '1', all: '2' }, points: { p: '5' } }),
    scoredAt,
  )

  test('does not move with the figures that explain it', () => {
    expect(short(ask(scored, 'done', fullPoints))).toBe('published')
    expect(solveAny(scored, { target: total, goal: fullPoints })).toMatchObject([
      { metricId: null, solution: { reason: { code: 'published' } } },
    ])
  })
})
