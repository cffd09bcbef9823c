import { describe, expect, test } from 'vitest'
import type { RatioRule } from '../../../src/model/rules.ts'
import { aRatioRule } from '../builders.ts'
import { lintedRule, typed } from './findings.ts'

const at = (parts: Partial<RatioRule>) => lintedRule(aRatioRule(parts))

describe('branches that no share of counted things takes are said', () => {
  test('a target above 100%, one everybody reaches', () => {
    const target = (targetPercent: string) => at({ scaling: 'shareOfTarget', targetPercent })
    expect(target('100')).toEqual([])
    expect(target('100.01')).toEqual(['warning .targetPercent unreachable-branch'])
    expect(at({ targetPercent: '0.01' })).toEqual([])
    expect(at({ targetPercent: '0' })).toEqual(['warning .targetPercent unreachable-branch'])
  })

  test('the same where lower is better', () => {
    const target = (targetPercent: string) =>
      at({ direction: 'lowerIsBetter', scaling: 'fromFloor', floorPercent: '101', targetPercent })
    const floor = 'warning .floorPercent unreachable-branch'
    expect(target('0')).toEqual([floor])
    expect(target('-0.01')).toEqual(['warning .targetPercent unreachable-branch', floor])
    expect(target('99.99')).toEqual([floor])
    expect(target('100')).toEqual(['warning .targetPercent unreachable-branch', floor])
  })

  test('a floor outside 0 to 100%', () => {
    const floor = (floorPercent: string) => at({ scaling: 'fromFloor', floorPercent })
    expect(floor('0')).toEqual([])
    expect(floor('-0.01')).toEqual(['warning .floorPercent unreachable-branch'])
    expect(at({ scaling: 'shareOfTarget', floorPercent: '100.01', targetPercent: '120' })).toEqual([
      'warning .targetPercent unreachable-branch',
      'warning .floorPercent unreachable-branch',
    ])
  })

  test('money may pass its plan', () => {
    const rule = aRatioRule({ scaling: 'shareOfTarget', targetPercent: '120' })
    expect(lintedRule(rule, { metrics: typed(rule, { done: { valueType: 'number' } }) })).toEqual([])
  })
})

describe('another denominator', () => {
  const divided = (divideBy: NonNullable<RatioRule['fallbackDenominator']>['divideBy']) =>
    at({ fallbackDenominator: { metric: 'lastYear', divideBy } })

  test('is divided by more than 0', () => {
    expect(divided({ month: '12', quarter: '0.1' })).toEqual([])
    expect(divided({ month: '12', quarter: '0' })).toEqual([
      'error .fallbackDenominator.divideBy.quarter divide-by-zero',
    ])
  })

  test('names the periods it is for', () => {
    expect(divided({})).toEqual(['warning .fallbackDenominator.divideBy unreachable-branch'])
  })
})
