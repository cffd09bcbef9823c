import { describe, expect, test } from 'vitest'
import type { BestOfRule } from '../../../src/model/rules.ts'
import { aRatioRule } from '../builders.ts'
import { boundsOf, detailOf, type Figures, figuresOf, leafOf, pointsOf, trendOf } from './leafScenes.ts'

// Trung tâm dữ liệu: "tính điểm cho trường hợp nào có điểm cao nhất".
// Own centre: 1 point by the checklist of its parts; hired cloud: share of systems on it, 0.8 at most.
const rule: BestOfRule = {
  kind: 'bestOf',
  cases: [
    {
      label: 'Tự đầu tư',
      maxPoints: '1',
      rule: {
        kind: 'checklist',
        items: [
          { metric: 'built', points: '0.4' },
          { metric: 'certified', points: '0.6' },
        ],
      },
    },
    {
      label: 'Thuê dịch vụ',
      maxPoints: '0.8',
      rule: aRatioRule({ numerator: 'hosted', denominator: 'all' }),
    },
  ],
}
const scene = (figures: Figures) => ({ rule, maxPoints: '1', figures })

function countsOf(figures: Figures) {
  const explained = detailOf(scene(figures))
  if (explained.kind !== 'bestOf') throw new Error('not a best of')
  return explained.parts.map(part => [part.label, part.detail.points, part.counts])
}

test.each([
  [{ built: '1', certified: '1', hosted: '10', all: '10' }, '1'], // 1 against 0.8
  [{ built: '1', certified: '0', hosted: '10', all: '10' }, '0.8'], // 0.4 against 0.8
  [{ built: '1', certified: '0', hosted: '5', all: '10' }, '0.4'], // 0.4 against 0.8 × 5/10
  [{ built: '1', certified: '0', hosted: '501', all: '1000' }, '0.4008'], // 0.8 × 0.501
  [{ built: '1', certified: '0', hosted: '499', all: '1000' }, '0.4'],
  [{ built: '0', certified: '0', hosted: '0', all: '10' }, '0'],
])('%o earn %s', (figures, points) => {
  expect(pointsOf(scene(figures))).toBe(points)
})

test('the best case counts and the others stay readable; of equals the first counts', () => {
  expect(countsOf({ built: '1', certified: '0', hosted: '10', all: '10' })).toEqual([
    ['Tự đầu tư', '0.4', false],
    ['Thuê dịch vụ', '0.8', true],
  ])
  expect(countsOf({ built: '1', certified: '0', hosted: '5', all: '10' })).toEqual([
    ['Tự đầu tư', '0.4', true],
    ['Thuê dịch vụ', '0.4', false],
  ])
})

describe('a case that is missing', () => {
  test('is open from what is sure to what could be reached', () => {
    // the checklist is 0.4; hosting could still make it 0.8
    expect(leafOf(scene({ built: '1', certified: '0', hosted: '5' })).outcome).toEqual({
      kind: 'missing',
      metricIds: ['all'],
      range: { from: '0.4', to: '0.8' },
    })
    expect(countsOf({ built: '1', certified: '0', hosted: '5' })).toEqual([
      ['Tự đầu tư', '0.4', false],
      ['Thuê dịch vụ', null, false],
    ])
  })

  test('does not matter once another has earned what it could earn at most', () => {
    expect(pointsOf(scene({ built: '1', certified: '1' }))).toBe('1')
    // hosting earns 0.8; certified alone could make 0.6 at most while "built" is known to be 0
    expect(pointsOf(scene({ built: '0', hosted: '10', all: '10' }))).toBe('0.8')
    expect(pointsOf(scene({ built: '1', hosted: '10', all: '10' }))).toBe('missing') // 0.4 + 0.6 = 1
  })

  test('is sure of what is already ticked in it', () => {
    expect(leafOf(scene({ certified: '1' })).outcome).toEqual({
      kind: 'missing',
      metricIds: ['built', 'hosted', 'all'],
      range: { from: '0.6', to: '1' },
    })
  })

  test('and everything missing leaves everything open', () => {
    expect(leafOf(scene({})).outcome).toMatchObject({ range: { from: '0', to: '1' } })
  })

  test('counts by the policy of the leaf where it says so', () => {
    const absent = { ...scene({ built: 'missing', certified: '1', hosted: '5', all: '10' }) }
    expect(pointsOf({ ...absent, states: { missing: 'zero' } })).toBe('0.4') // 0 against 0.8 × 5/10
    expect(pointsOf({ ...absent, states: { missing: 'full' } })).toBe('1')
  })
})

describe('a case that does not apply', () => {
  test('stands aside', () => {
    expect(pointsOf(scene({ built: '1', certified: '0', hosted: 'notApplicable', all: '10' }))).toBe('0.4')
    expect(countsOf({ built: '1', certified: '0', hosted: 'notApplicable', all: '10' })).toEqual([
      ['Tự đầu tư', '0.4', true],
      ['Thuê dịch vụ', null, false],
    ])
  })

  test('leaves an open case to decide', () => {
    expect(
      leafOf(scene({ built: '1', hosted: 'notApplicable', all: 'notApplicable' })).outcome,
    ).toMatchObject({
      kind: 'missing',
      range: { from: '0.4', to: '1' },
    })
  })

  test('only in part does not stand aside: nobody said what its rest is worth', () => {
    // the ticked 0.4 and the open 0.6 against 0.8 × 5/10
    const partly = scene({ built: '1', certified: 'notApplicable', hosted: '5', all: '10' })
    expect(leafOf(partly).outcome).toMatchObject({ kind: 'missing', range: { from: '0.4', to: '1' } })
  })

  test('takes the leaf out together with all the others', () => {
    const none = { built: 'notApplicable', certified: 'notApplicable', hosted: 'notApplicable' }
    expect(pointsOf(scene(none))).toBe('notApplicable')
  })
})

test('cases that all cost points leave the least costly', () => {
  const penalty = (metric: string, points: string) => ({
    label: metric,
    maxPoints: '0',
    rule: {
      kind: 'bonusPenalty',
      items: [{ metric, effect: 'penalty', points }],
      least: '-3',
      most: '-0.5',
    } as const,
  })
  const costs: BestOfRule = { kind: 'bestOf', cases: [penalty('late', '1'), penalty('wrong', '2')] }
  const at = (figures: Figures) => ({ rule: costs, maxPoints: '0', figures })
  expect(pointsOf(at({ late: '2', wrong: '2' }))).toBe('-2') // −2 against −3 (−4 cut)
  expect(leafOf(at({ late: '2' })).outcome).toMatchObject({ range: { from: '-2', to: '-0.5' } })
  expect(leafOf(at({})).outcome).toMatchObject({ range: { from: '-3', to: '-0.5' } })
})

test('looks at the figures of every case, is bounded by them, and moves as all of them do', () => {
  expect(figuresOf(rule)).toEqual([
    ['cases[0].rule.items[0].metric', 'built', 'flag'],
    ['cases[0].rule.items[1].metric', 'certified', 'flag'],
    ['cases[1].rule.numerator', 'hosted', 'amount'],
    ['cases[1].rule.denominator', 'all', 'amount'],
  ])
  expect(boundsOf(rule, '1')).toEqual(['0', '1'])
  expect(trendOf(rule, 'built')).toBe('rising')
  expect(trendOf(rule, 'all')).toBe('falling')
})
