import { describe, expect, test } from 'vitest'
import type { BonusPenaltyRule } from '../../../src/model/rules.ts'
import {
  boundsOf,
  detailOf,
  type Figures,
  figuresOf,
  leafOf,
  pointsOf,
  stepsOf,
  trendOf,
} from './leafScenes.ts'

// "type 4 cộng/trừ": n × bonus − m × penalty between least and most. Here 0.5 an initiative, 0.3 a reminder.
const rule: BonusPenaltyRule = {
  kind: 'bonusPenalty',
  items: [
    { metric: 'initiatives', effect: 'bonus', points: '0.5' },
    { metric: 'reminders', effect: 'penalty', points: '0.3' },
  ],
  least: '-1',
  most: '2',
}
const scene = (figures: Figures) => ({ rule, maxPoints: '2', figures })

test.each([
  [{ initiatives: '0', reminders: '0' }, '0', null],
  [{ initiatives: '3', reminders: '2' }, '0.9', null], // 1.5 − 0.6
  [{ initiatives: '4', reminders: '0' }, '2', null], // at the most nothing is cut
  [{ initiatives: '5', reminders: '1' }, '2', { side: 'most', limit: '2' }], // 2.5 − 0.3 = 2.2
  [{ initiatives: '1', reminders: '5' }, '-1', null], // 0.5 − 1.5, the least itself
  [{ initiatives: '0', reminders: '4' }, '-1', { side: 'least', limit: '-1' }], // −1.2
] as const)('%o earn %s', (figures, points, cap) => {
  expect(pointsOf(scene(figures))).toBe(points)
  expect(detailOf(scene(figures)).cap).toEqual(cap)
})

test('a base is where counting starts', () => {
  const based = { rule: { ...rule, base: '1' }, maxPoints: '2' }
  expect(pointsOf({ ...based, figures: { initiatives: '0', reminders: '0' } })).toBe('1')
  expect(pointsOf({ ...based, figures: { initiatives: '1', reminders: '2' } })).toBe('0.9') // 1 + 0.5 − 0.6
  expect(stepsOf({ ...based, figures: { initiatives: '1', reminders: '2' } })).toEqual([
    '(1 + (1 × 0.5)) − (2 × 0.3) = 0.9',
  ])
})

test('the sum shows what a limit cut', () => {
  expect(stepsOf(scene({ initiatives: '5', reminders: '1' }))).toEqual(['(0 + (5 × 0.5)) − (1 × 0.3) = 2.2'])
})

describe('counts that are not there', () => {
  test.each([
    [{ initiatives: '3' }, ['reminders'], { from: '-1', to: '1.5' }], // reminders only take away
    [{ reminders: '2' }, ['initiatives'], { from: '-0.6', to: '2' }], // initiatives only add
    [{}, ['initiatives', 'reminders'], { from: '-1', to: '2' }],
    [{ initiatives: '9' }, ['reminders'], { from: '-1', to: '2' }],
  ])('%o leave open only what they could change', (figures, metricIds, range) => {
    expect(leafOf(scene(figures)).outcome).toEqual({ kind: 'missing', metricIds, range })
    expect(detailOf(scene(figures))).toMatchObject({ steps: [], cap: null, points: null })
  })

  test.each([
    ['zero', '0'],
    ['full', '2'],
    ['notApplicable', 'notApplicable'],
    ['missing', 'missing'],
  ] as const)('under "%s": %s, for the whole leaf', (policy, expected) => {
    for (const state of ['missing', 'withheld'] as const) {
      const absent = { ...scene({ initiatives: '1', reminders: state }), states: { [state]: policy } }
      expect(pointsOf(absent)).toBe(expected)
      expect(detailOf(absent).empty).toEqual({ because: 'state', state, policy })
    }
  })

  test('that do not apply: all by the policy, some leave it open', () => {
    const none = scene({ initiatives: 'notApplicable', reminders: 'notApplicable' })
    expect(pointsOf(none)).toBe('notApplicable')
    expect(pointsOf({ ...none, states: { notApplicable: 'zero' } })).toBe('0')
    expect(pointsOf(scene({ initiatives: '1', reminders: 'notApplicable' }))).toBe('missing')
  })
})

test('looks at an amount an item; earns from least to most; bonuses raise, penalties lower', () => {
  expect(figuresOf(rule)).toEqual([
    ['items[0].metric', 'initiatives', 'amount'],
    ['items[1].metric', 'reminders', 'amount'],
  ])
  expect(boundsOf(rule, '2')).toEqual(['-1', '2'])
  expect(trendOf(rule, 'initiatives')).toBe('rising')
  expect(trendOf(rule, 'reminders')).toBe('falling')
})

test('a count that both adds and takes away has no direction', () => {
  const both: BonusPenaltyRule = {
    ...rule,
    items: rule.items.map(item => ({ ...item, metric: 'letters' })),
  }
  expect(trendOf(both, 'letters')).toBe('mixed')
  expect(pointsOf({ rule: both, maxPoints: '2', figures: { letters: '2' } })).toBe('0.4') // 1 − 0.6
})
