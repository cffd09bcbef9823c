import { describe, expect, test } from 'vitest'
import type { SumRule } from '../../../src/model/rules.ts'
import {
  aCriterion,
  aRatioRule,
  aRuleSet,
  aSubmission,
  inferred,
  nodeOf,
  roundingAt,
  score,
  toPlaces,
} from '../builders.ts'
import type { Figures } from './leafScenes.ts'

describe('readings of published points', () => {
  const read = (
    points: string,
    figures: Figures,
    rules: readonly (SumRule | ReturnType<typeof aRatioRule>)[],
  ) => {
    const criteria = [
      aCriterion({
        maxPoints: '1.5',
        rule: { kind: 'reported' },
        readings: rules.map(rule => ({ rule })),
        provenance: inferred,
      }),
    ]
    const rounding = roundingAt({ leaf: toPlaces(4) })
    const sheet = score(aRuleSet({ criteria, rounding }), aSubmission({ figures, points: { leaf: points } }))
    return nodeOf(sheet, 'leaf').explanation?.readings ?? []
  }

  test('with its figures a reading is computed and compared', () => {
    const [agrees] = read('0.5', { done: '1', all: '3' }, [aRatioRule()]) // 1/3 × 1.5 = 0.5
    expect(agrees).toMatchObject({ forward: { points: '0.5', agrees: true }, backward: null })
    const [differs] = read('0.6', { done: '1', all: '3' }, [aRatioRule()])
    expect(differs).toMatchObject({ forward: { points: '0.5', agrees: false }, backward: null })
  })

  test('without them it says which percentage would earn the points', () => {
    const ofTarget = aRatioRule({ targetPercent: '50', scaling: 'shareOfTarget' })
    const [share, half] = read('0.2734', {}, [aRatioRule(), ofTarget])
    expect(share?.backward?.percent).toBe('1367/75') // 0.2734 ÷ 1.5 = 18.2266…%
    expect(half?.backward?.percent).toBe('1367/150') // × 50% = 9.1133…%
    expect([share?.forward, half?.forward]).toEqual([null, null])
  })

  test('full points are earned by many percentages, so none is named', () => {
    expect(read('1.5', {}, [aRatioRule()])).toMatchObject([{ forward: null, backward: null }])
  })

  test('a reading never scores', () => {
    const criteria = [
      aCriterion({ maxPoints: '1.5', rule: { kind: 'reported' }, readings: [{ rule: aRatioRule() }] }),
    ]
    const sheet = score(aRuleSet({ criteria }), aSubmission({ figures: { done: '3', all: '3' } }))
    expect(nodeOf(sheet, 'leaf').outcome).toMatchObject({ kind: 'missing' })
  })
})
