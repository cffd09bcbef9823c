import { describe, expect, test } from 'vitest'
import { aCriterion, aRuleSet, aSubmission, nodeOf, roundingAt, score, toPlaces } from '../builders.ts'
import { explained, points, type Scene } from './ratioScenes.ts'

describe('the percentage is rounded first where the rule set says so', () => {
  const first = { ratio: toPlaces(2), leaf: toPlaces(2) }
  const leafOnly = { leaf: toPlaces(2) }
  const pay: Scene = { maxPoints: '6', figures: { done: '1464', all: '1529' } }
  const fee = (done: string, all = '38'): Scene => ({
    rule: { targetPercent: '80', scaling: 'shareOfTarget' },
    figures: { done, all },
  })

  test('H15.157 earns 5.75 + 1.12 + 0.59 = 7.46', () => {
    // 1464/1529 = 95.7488…% → 95.75%; × 6 = 5.745 → 5.75
    expect(points({ ...pay, rounding: first })).toBe('5.75')
    expect(explained({ ...pay, rounding: first })).toMatchObject({ roundedPercent: '95.75', points: '5.745' })
    expect(points({ ...fee('17'), rounding: first })).toBe('1.12') // 44.74 ÷ 80 × 2 = 1.1185
    expect(points({ ...fee('9'), rounding: first })).toBe('0.59') // 23.68 ÷ 80 × 2 = 0.592
  })

  test('and 5.74 + 1.12 + 0.59 = 7.45 without', () => {
    expect(points({ ...pay, rounding: leafOnly })).toBe('5.74') // 8784/1529 = 5.74493…
    expect(explained({ ...pay, rounding: leafOnly }).roundedPercent).toBeNull()
    expect(points({ ...fee('17'), rounding: leafOnly })).toBe('1.12') // 17/38 ÷ 0.8 × 2 = 1.11842…
    expect(points({ ...fee('9'), rounding: leafOnly })).toBe('0.59') // 9/38 ÷ 0.8 × 2 = 0.59210…
  })

  test('QĐ 766, 32/388 earns 0.16 because it is not rounded first', () => {
    // 32/388 × 2 = 0.16494… → 0.16; rounded first: 8.25% × 2 = 0.165 → 0.17
    const figures = { done: '32', all: '388' }
    expect(points({ figures, rounding: leafOnly })).toBe('0.16')
    expect(points({ figures, rounding: first })).toBe('0.17')
  })

  test.each([
    ['79994', '1.9998'], // 79.994% → 79.99% ÷ 80 × 2 = 1.99975 → at four decimals 1.9998
    ['79995', '2'], // 79.995% → 80%: the target is reached by rounding
  ])('a target of 80%% is compared with the rounded percentage: %s of 100000 earns %s', (done, expected) => {
    const rounding = { ratio: toPlaces(2), leaf: toPlaces(4) }
    expect(points({ ...fee(done, '100000'), rounding })).toBe(expected)
  })

  test('a leaf overrides one place and keeps the rest', () => {
    const criteria = [aCriterion({ maxPoints: '6', rounding: { ratio: toPlaces(2) } })]
    const ruleSet = aRuleSet({ criteria, rounding: roundingAt(leafOnly) })
    const node = nodeOf(score(ruleSet, aSubmission({ figures: pay.figures })), 'leaf')
    expect(node.outcome).toMatchObject({ points: '5.75', unrounded: '5.745' })
    expect(node.explanation?.rounding).toEqual([
      { place: 'ratio', step: toPlaces(2), before: '146400/1529', after: '95.75' },
      { place: 'leaf', step: toPlaces(2), before: '5.745', after: '5.75' },
    ])
  })
})
