import { describe, expect, test } from 'vitest'
import type { Rule } from '../../../src/model/rules.ts'
import { boundsOf, detailOf, type Figures, figuresOf, leafOf, stepsOf, trendOf } from './leafScenes.ts'

// QĐ 766, 5.1: phản ánh, kiến nghị by kind, 0 points, watched only
const rule: Rule = { kind: 'monitor', numerator: 'ofKind', denominator: 'all' }
const scene = (figures: Figures) => ({ rule, maxPoints: '0', figures })

test('Đắk Lắk, 378 of 485: shows its share and scores nothing of nothing', () => {
  const node = leafOf(scene({ ofKind: '378', all: '485' }))
  expect(node.outcome).toEqual({ kind: 'scored', points: '0', unrounded: '0', certainty: 'stated' })
  expect(node).toMatchObject({ maxPoints: '0', percent: null, gapToTarget: null, missingLeaves: 0 })
  expect(detailOf(scene({ ofKind: '378', all: '485' }))).toMatchObject({
    kind: 'monitor',
    percent: '7560/97', // 37800/485
    points: null,
    empty: null,
  })
  expect(stepsOf(scene({ ofKind: '378', all: '485' }))).toEqual(['378 ÷ 485 = 7560/97%'])
})

test('a share past the whole is shown as it is', () => {
  expect(detailOf(scene({ ofKind: '3', all: '2' }))).toMatchObject({ percent: '150' })
})

describe('without figures', () => {
  test.each([
    [{ ofKind: '0', all: '0' }],
    [{ ofKind: 'missing', all: '5' }],
    [{ ofKind: '1', all: 'missing' }],
    [{ ofKind: 'withheld', all: 'withheld' }],
    [{ ofKind: 'notApplicable', all: 'notApplicable' }],
    [{}],
  ])('there is no share: %o', figures => {
    const node = leafOf(scene(figures))
    expect(detailOf(scene(figures))).toMatchObject({ percent: null, steps: [] })
    expect(node.outcome).toMatchObject({ kind: 'scored', points: '0' })
    expect(node.missingLeaves).toBe(0) // nothing of the total depends on it
  })
})

test('looks at two amounts and never moves a point', () => {
  expect(figuresOf(rule)).toEqual([
    ['numerator', 'ofKind', 'amount'],
    ['denominator', 'all', 'amount'],
  ])
  expect(boundsOf(rule, '0')).toEqual(['0', '0'])
  expect(trendOf(rule, 'ofKind')).toBe('rising') // standing still counts as rising
})
