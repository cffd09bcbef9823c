import { describe, expect, test } from 'vitest'
import type { Rule } from '../../../src/model/rules.ts'
import {
  boundsOf,
  branchesOf,
  detailOf,
  type Figures,
  figuresOf,
  leafOf,
  pointsOf,
  stepsOf,
  trendOf,
} from './leafScenes.ts'

// "Định tính": đạt → điểm tối đa, không → 0. PAR Index 2022, I.2: cloud connection, 0.5.
const rule: Rule = { kind: 'yesNo', metric: 'connected' }
const scene = (figures: Figures) => ({ rule, maxPoints: '0.5', figures })

test.each([
  ['1', '0.5'],
  ['0', '0'],
  ['1.0', '0.5'],
  ['0.00', '0'],
])('%s earns %s of 0.5', (connected, points) => {
  expect(pointsOf(scene({ connected }))).toBe(points)
})

test.each([
  ['1', ['→ yes: full 0.5', 'no: 0']],
  ['1.0', ['→ yes: full 0.5', 'no: 0']],
  ['0', ['yes: full 0.5', '→ no: 0']],
  ['missing', ['yes: full 0.5', 'no: 0']],
])('%s takes its branch and leaves the other readable', (connected, branches) => {
  expect(branchesOf(scene({ connected }))).toEqual(branches)
  expect(stepsOf(scene({ connected }))).toEqual([]) // nothing is calculated
})

describe('an answer that is not there', () => {
  test('is missing, not "no"', () => {
    const missing = { kind: 'missing', metricIds: ['connected'], range: { from: '0', to: '0.5' } }
    expect(leafOf(scene({ connected: 'missing' })).outcome).toEqual(missing)
    expect(leafOf(scene({})).outcome).toEqual(missing)
    expect(leafOf(scene({ connected: 'withheld' })).outcome).toEqual(missing)
  })

  test.each([
    ['zero', '0'],
    ['full', '0.5'],
    ['notApplicable', 'notApplicable'],
    ['missing', 'missing'],
  ] as const)('under "%s": %s', (policy, expected) => {
    for (const state of ['missing', 'withheld', 'notApplicable'] as const) {
      const absent = { ...scene({ connected: state }), states: { [state]: policy } }
      expect(pointsOf(absent)).toBe(expected)
      expect(detailOf(absent).empty).toEqual({ because: 'state', state, policy })
    }
  })

  test('does not apply unless somebody says otherwise', () => {
    expect(pointsOf(scene({ connected: 'notApplicable' }))).toBe('notApplicable')
  })
})

test.each(['2', '0.5', '-1'])('%s is neither yes nor no and stops the scoring', connected => {
  expect(() => pointsOf(scene({ connected }))).toThrow(/connected.*0 or 1/)
})

test('looks at one flag, earns none to the maximum, and a yes never earns less', () => {
  expect(figuresOf(rule)).toEqual([['metric', 'connected', 'flag']])
  expect(boundsOf(rule, '0.5')).toEqual(['0', '0.5'])
  expect(trendOf(rule, 'connected')).toBe('rising')
})
