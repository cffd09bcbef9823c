import { expect, test } from 'vitest'
import { buildTargetBar } from '../../src/charts/targetBarSeries.ts'
import type { TargetScore } from '../../src/model/scoreSheet.ts'
import { aTarget, stated } from '../scoring/builders.ts'

function answer(actual: TargetScore['actual']): TargetScore {
  return {
    targetId: 'target',
    actual,
    status: 'short',
    percentPoints: '32',
    count: null,
    pointsAtTarget: null,
  }
}
const share = (percent: string, certainty: 'stated' | 'inferred' = 'stated') =>
  answer({ kind: 'share', percent, certainty, source: stated })

test('actual and target are shares of 100%', () => {
  expect(buildTargetBar(aTarget(), share('18'))).toEqual({ actual: 0.18, sure: true, target: 0.5 })
})

test('what is past 100% is cut there, what is inferred is not sure', () => {
  expect(buildTargetBar(aTarget(), share('130', 'inferred'))).toMatchObject({ actual: 1, sure: false })
})

test('a nested target marks each unit’s own threshold', () => {
  const units = aTarget({ percent: '100', actual: { from: 'units', unitLevel: 'sở', unitPercent: '80' } })
  const unknown = answer({ kind: 'missing', what: 'units' })
  expect(buildTargetBar(units, unknown)).toEqual({ actual: null, sure: false, target: 0.8 })
})

test('what is not known has no bar, never one of length 0', () => {
  expect(buildTargetBar(aTarget(), answer({ kind: 'missing', what: 'counts' })).actual).toBeNull()
  expect(buildTargetBar(aTarget(), undefined).actual).toBeNull()
  expect(buildTargetBar(aTarget(), share('0')).actual).toBe(0)
})
