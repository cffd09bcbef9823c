import { describe, expect, test } from 'vitest'
import type { ChecklistRule } from '../../../src/model/rules.ts'
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

// PAR Index 2022, I.2 "Trung tâm dữ liệu … điện toán đám mây": 0.5 of 1, read as 0.5 + 0.5 ticked items.
const cloud: ChecklistRule = {
  kind: 'checklist',
  items: [
    { metric: 'centre', points: '0.5' },
    { metric: 'interconnected', points: '0.5' },
  ],
}
const scene = (figures: Figures) => ({ rule: cloud, maxPoints: '1', figures })

test.each([
  [{ centre: '1', interconnected: '0' }, '0.5'], // Trà Vinh: interconnection was not open yet
  [{ centre: '1', interconnected: '1' }, '1'],
  [{ centre: '0', interconnected: '1' }, '0.5'],
  [{ centre: '0', interconnected: '0' }, '0'],
  [{ centre: '1.0', interconnected: '0.0' }, '0.5'],
])('%o earns %s of 1', (figures, points) => {
  expect(pointsOf(scene(figures))).toBe(points)
})

test('three tenths make 0.3, not 0.30000000000000004', () => {
  const tenths: ChecklistRule = {
    kind: 'checklist',
    items: ['a', 'b', 'c'].map(metric => ({ metric, points: '0.1' })),
  }
  expect(pointsOf({ rule: tenths, maxPoints: '0.3', figures: { a: '1', b: '1', c: '1' } })).toBe('0.3')
})

test('the sum is written out and every item stays readable, ticked or not', () => {
  const figures = { centre: '1', interconnected: '0' }
  expect(stepsOf(scene(figures))).toEqual(['0.5 + 0 = 0.5'])
  expect(branchesOf(scene(figures))).toEqual(['→ Số liệu centre: 0.5', 'Số liệu interconnected: 0.5'])
  expect(stepsOf({ rule: { ...cloud, items: cloud.items.slice(0, 1) }, maxPoints: '0.5', figures })).toEqual([
    '0.5 = 0.5',
  ])
})

describe('items nobody answered', () => {
  test('leave their own points open; what is ticked is sure', () => {
    expect(leafOf(scene({ centre: '1', interconnected: 'missing' })).outcome).toEqual({
      kind: 'missing',
      metricIds: ['interconnected'],
      range: { from: '0.5', to: '1' },
    })
    expect(leafOf(scene({ centre: '0' })).outcome).toMatchObject({ range: { from: '0', to: '0.5' } })
    expect(leafOf(scene({})).outcome).toMatchObject({
      metricIds: ['centre', 'interconnected'],
      range: { from: '0', to: '1' },
    })
  })

  test('are shown as not ticked while nothing is added up', () => {
    const figures = { centre: '1', interconnected: 'missing' }
    expect(stepsOf(scene(figures))).toEqual([])
    expect(branchesOf(scene(figures))).toEqual(['→ Số liệu centre: 0.5', 'Số liệu interconnected: 0.5'])
  })

  test.each([
    ['zero', '0'],
    ['full', '1'],
    ['notApplicable', 'notApplicable'],
    ['missing', 'missing'],
  ] as const)('under "%s": %s, for the whole leaf', (policy, expected) => {
    for (const state of ['missing', 'withheld'] as const) {
      const absent = { ...scene({ centre: '1', interconnected: state }), states: { [state]: policy } }
      expect(pointsOf(absent)).toBe(expected)
      expect(detailOf(absent).empty).toEqual({ because: 'state', state, policy })
    }
  })

  test('all of them not applicable: the policy; some of them: open, for nobody said what the rest is worth', () => {
    const none = scene({ centre: 'notApplicable', interconnected: 'notApplicable' })
    const some = scene({ centre: '1', interconnected: 'notApplicable' })
    expect(pointsOf(none)).toBe('notApplicable')
    expect(pointsOf({ ...none, states: { notApplicable: 'full' } })).toBe('1')
    expect(pointsOf({ ...some, states: { notApplicable: 'full' } })).toBe('missing')
    expect(detailOf(some)).toMatchObject({
      empty: { because: 'state', state: 'notApplicable', policy: 'missing' },
      range: { from: '0.5', to: '1' },
    })
  })
})

test('looks at a flag an item; earns none to the sum of its items; a tick never earns less', () => {
  expect(figuresOf(cloud)).toEqual([
    ['items[0].metric', 'centre', 'flag'],
    ['items[1].metric', 'interconnected', 'flag'],
  ])
  expect(boundsOf(cloud, '1')).toEqual(['0', '1'])
  expect(trendOf(cloud, 'centre')).toBe('rising')
})
