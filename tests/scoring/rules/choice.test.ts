import { describe, expect, test } from 'vitest'
import type { ChoiceRule } from '../../../src/model/rules.ts'
import {
  boundsOf,
  branchesOf,
  detailOf,
  type Figures,
  figuresOf,
  leafOf,
  pointsOf,
  trendOf,
} from './leafScenes.ts'

// Form "Chấm điểm CCHC": each leaf is one group of radio buttons, the button's value is its points.
const rule: ChoiceRule = {
  kind: 'choice',
  metric: 'plan',
  options: [
    { value: '1', label: 'Ban hành kịp thời', points: '2' },
    { value: '2', label: 'Ban hành chậm', points: '1.0' },
    { value: '3', label: 'Không ban hành', points: '0' },
  ],
}
const scene = (figures: Figures) => ({ rule, maxPoints: '2', figures })

test.each([
  ['1', '2'],
  ['2', '1'],
  ['3', '0'],
  ['2.0', '1'],
])('answer %s earns %s of 2', (plan, points) => {
  expect(pointsOf(scene({ plan }))).toBe(points)
})

test('the answer is marked and the others stay readable with their points', () => {
  expect(branchesOf(scene({ plan: '2' }))).toEqual([
    'Ban hành kịp thời: 2',
    '→ Ban hành chậm: 1',
    'Không ban hành: 0',
  ])
  expect(branchesOf(scene({}))).toEqual(['Ban hành kịp thời: 2', 'Ban hành chậm: 1', 'Không ban hành: 0'])
})

test('of two options with one value the first counts, as in the file', () => {
  const twice = { ...rule, options: [...rule.options, { value: '1', label: 'Trùng', points: '0.5' }] }
  expect(pointsOf({ ...scene({ plan: '1' }), rule: twice })).toBe('2')
})

test.each(['4', '0', '1.5'])('%s is no option and stops the scoring', plan => {
  expect(() => pointsOf(scene({ plan }))).toThrow(/plan.*no option/)
})

describe('an answer that is not there', () => {
  test('leaves open everything between the least and the most an option gives', () => {
    const noZero: ChoiceRule = { ...rule, options: rule.options.slice(0, 2) }
    expect(leafOf(scene({})).outcome).toEqual({
      kind: 'missing',
      metricIds: ['plan'],
      range: { from: '0', to: '2' },
    })
    expect(leafOf({ ...scene({}), rule: noZero }).outcome).toMatchObject({ range: { from: '1', to: '2' } })
  })

  test.each([
    ['zero', '0'],
    ['full', '2'],
    ['notApplicable', 'notApplicable'],
    ['missing', 'missing'],
  ] as const)('under "%s": %s', (policy, expected) => {
    for (const state of ['missing', 'withheld', 'notApplicable'] as const) {
      const absent = { ...scene({ plan: state }), states: { [state]: policy } }
      expect(pointsOf(absent)).toBe(expected)
      expect(detailOf(absent).empty).toEqual({ because: 'state', state, policy })
    }
  })
})

test('looks at one option; bounds are those of the options; their order means nothing', () => {
  expect(figuresOf(rule)).toEqual([['metric', 'plan', 'option']])
  expect(boundsOf(rule, '2')).toEqual(['0', '2'])
  expect(boundsOf({ ...rule, options: rule.options.slice(0, 2) }, '2')).toEqual(['1', '2'])
  expect(trendOf(rule, 'plan')).toBe('mixed')
})
