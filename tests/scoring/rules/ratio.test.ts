import { describe, expect, test } from 'vitest'
import type { RatioRule } from '../../../src/model/rules.ts'
import { aCriterion, aRatioRule, aRuleSet, aSubmission, nodeOf, score, toPlaces } from '../builders.ts'
import { explained, outcome, points, type Scene } from './ratioScenes.ts'

describe('share: share × maximum up to the target', () => {
  // target 80%, max 2
  test.each([
    ['0', '0'],
    ['7999', '1.5998'], // 79.99% × 2
    ['8000', '2'], // at the target the rest comes at once: 80% × 2 would be 1.6
    ['8001', '2'],
    ['13000', '2'], // going past the whole earns nothing extra
  ])('%s of 10000 earns %s', (done, expected) => {
    expect(points({ rule: { targetPercent: '80' }, figures: { done, all: '10000' } })).toBe(expected)
  })

  test('QĐ 766, 2.1: 393087 of 443565 earns 17.72 of 20', () => {
    // 393087 ÷ 443565 = 0.886199…; × 20 = 17.7239…; at two decimals 17.72
    const figures = { done: '393087', all: '443565' }
    const scene = { maxPoints: '20', rounding: { leaf: toPlaces(2) }, figures }
    expect(points(scene)).toBe('17.72')
    expect(explained(scene).points).toBe('524116/29571') // 393087 × 20 ÷ 443565, reduced by 15
  })

  // floor 50%: short of it nothing, at it the share itself
  test.each([
    ['4999', '0'],
    ['5000', '1'], // 50% × 2
    ['5001', '1.0002'], // 50.01% × 2
  ])('with a floor of 50%%, %s of 10000 earns %s', (done, expected) => {
    const rule = { targetPercent: '80', floorPercent: '50' }
    expect(points({ rule, figures: { done, all: '10000' } })).toBe(expected)
  })
})

describe('shareOfTarget: share ÷ target × maximum', () => {
  // QĐ 766, 5.4: target 90%, max 6
  test.each([
    ['0', '0'],
    ['4500', '3'], // 45 ÷ 90 × 6
    ['8999', '8999/1500'], // 89.99 ÷ 90 × 6 = 539.94 ÷ 90 = 5.99933…
    ['9000', '6'],
    ['9001', '6'],
    ['10000', '6'],
  ])('%s of 10000 earns %s', (done, expected) => {
    const rule = { targetPercent: '90', scaling: 'shareOfTarget' } as const
    expect(points({ rule, maxPoints: '6', figures: { done, all: '10000' } })).toBe(expected)
  })

  // floor 30%
  test.each([
    ['2999', '0'],
    ['3000', '2'], // 30 ÷ 90 × 6
    ['3003', '2.002'], // 30.03 ÷ 90 × 6
  ])('with a floor of 30%%, %s of 10000 earns %s', (done, expected) => {
    const rule = { targetPercent: '90', floorPercent: '30', scaling: 'shareOfTarget' } as const
    expect(points({ rule, maxPoints: '6', figures: { done, all: '10000' } })).toBe(expected)
  })
})

describe('fromFloor: a straight line from none at the floor to full at the target', () => {
  // floor 50, target 100, max 2
  test.each([
    ['499', '0'],
    ['500', '0'],
    ['501', '0.004'], // (50.1 − 50) ÷ 50 × 2
    ['800', '1.2'], // (80 − 50) ÷ 50 = 0.6; 0.6 × 2
    ['999', '1.996'], // (99.9 − 50) ÷ 50 × 2
    ['1000', '2'],
    ['1300', '2'],
  ])('higher is better: %s of 1000 earns %s', (done, expected) => {
    const rule = { floorPercent: '50', scaling: 'fromFloor' } as const
    expect(points({ rule, figures: { done, all: '1000' } })).toBe(expected)
  })

  // overdue dossiers: full up to 5%, none from 20%, max 3
  test.each([
    ['0', '3'],
    ['499', '3'],
    ['500', '3'],
    ['501', '2.998'], // (20 − 5.01) ÷ 15 × 3
    ['1250', '1.5'], // (20 − 12.5) ÷ 15 × 3
    ['1999', '0.002'], // (20 − 19.99) ÷ 15 × 3
    ['2000', '0'],
    ['2001', '0'],
    ['10000', '0'],
  ])('lower is better: %s of 10000 earns %s', (done, expected) => {
    const rule = {
      direction: 'lowerIsBetter',
      targetPercent: '5',
      floorPercent: '20',
      scaling: 'fromFloor',
    } as const
    expect(points({ rule, maxPoints: '3', figures: { done, all: '10000' } })).toBe(expected)
  })
})

test.each([
  ['8000', 'full', true],
  ['7999', 'slope', false],
  ['5000', 'slope', false], // at the floor of `share` the share still counts
  ['4999', 'points', false],
] as const)('%s of 10000 takes the branch %s, and the others stay readable', (done, taken, atTarget) => {
  const rule = { targetPercent: '80', floorPercent: '50' }
  const detail = explained({ rule, figures: { done, all: '10000' } })
  expect(detail).toMatchObject({ atTarget, empty: null, targetPercent: '80', floorPercent: '50' })
  expect(detail.branches.map(branch => [branch.gives.kind, branch.taken])).toEqual(
    ['full', 'slope', 'points'].map(kind => [kind, kind === taken]),
  )
})

describe('a figure that is not there', () => {
  const scenes = [
    ['the numerator', { done: null, all: '10' }, ['done']],
    ['the denominator', { done: '5', all: null }, ['all']],
    ['both', { done: null, all: null }, ['done', 'all']],
    ['any mention of them', {}, ['done', 'all']],
  ] as const

  test.each(scenes)('without %s: by the policy', (_, figures) => {
    expect(points({ figures, rule: { whenMissing: 'zero' } })).toBe('0')
    expect(points({ figures, rule: { whenMissing: 'full' } })).toBe('2')
    expect(points({ figures, rule: { whenMissing: 'notApplicable' } })).toBe('notApplicable')
    expect(points({ figures, rule: { whenMissing: 'missing' } })).toBe('missing')
    expect(explained({ figures, rule: { whenMissing: 'zero' } })).toMatchObject({
      empty: { because: 'state', policy: 'zero' },
      percent: null,
    })
  })

  test.each(scenes)(
    'without %s: missing names what is missing, and may be anything',
    (_, figures, metricIds) => {
      expect(outcome({ figures })).toEqual({ kind: 'missing', metricIds, range: { from: '0', to: '2' } })
    },
  )

  test('points without figures rest on the rule alone, so they are inferred', () => {
    expect(outcome({ figures: {}, rule: { whenMissing: 'full' } })).toMatchObject({ certainty: 'inferred' })
  })

  const reported = (state: 'withheld' | 'notApplicable', rule: Partial<RatioRule>) => {
    const values = ['done', 'all'].map(metricId => ({ metricId, state }))
    return nodeOf(
      score(aRuleSet({ criteria: [aCriterion({ rule: aRatioRule(rule) })] }), aSubmission({ values })),
      'leaf',
    )
  }

  test('withheld is missing', () => {
    expect(reported('withheld', {}).outcome?.kind).toBe('missing')
    expect(reported('withheld', { whenMissing: 'full' }).outcome).toMatchObject({ points: '1' })
  })

  test.each(['missing', 'zero', 'full'] as const)(
    'not applicable is not missing, so "%s" does not apply',
    whenMissing => {
      expect(reported('notApplicable', { whenMissing }).outcome?.kind).toBe('notApplicable')
    },
  )
})

describe('nothing happened: a denominator of zero', () => {
  test.each([
    ['zero', '0'],
    ['full', '2'],
    ['notApplicable', 'notApplicable'],
    ['missing', 'missing'],
  ] as const)('0/0 under "%s": %s', (whenDenominatorZero, expected) => {
    const scene: Scene = { rule: { whenDenominatorZero }, figures: { done: '0', all: '0' } }
    expect(points(scene)).toBe(expected)
    expect(explained(scene)).toMatchObject({
      empty: { because: 'denominatorZero', policy: whenDenominatorZero },
      percent: null,
    })
  })

  test('zero written with decimals is zero, and 0 of something is an ordinary 0%', () => {
    const rule = { whenDenominatorZero: 'full' } as const
    expect(points({ rule, figures: { done: '0', all: '0.0' } })).toBe('2')
    expect(points({ rule, figures: { done: '0', all: '9' } })).toBe('0')
    expect(explained({ rule, figures: { done: '0', all: '9' } })).toMatchObject({
      empty: null,
      percent: '0',
    })
  })

  test('the policies for zero and for missing do not stand in for each other', () => {
    const full = { whenDenominatorZero: 'full', whenMissing: 'missing' } as const
    expect(points({ rule: full, figures: { done: '0', all: null } })).toBe('missing')
    const open = { whenDenominatorZero: 'missing', whenMissing: 'full' } as const
    expect(points({ rule: open, figures: { done: '0', all: '0' } })).toBe('missing')
  })
})
