import type { Measure } from '../../model/rules.ts'
import { absenceCode, policyCode, type RulePlace, type RuleScene } from './ruleCells.ts'
import { rounded } from './workings.ts'

/** A measured value with the code of its emptiness. */
export type MeasuredCells = { readonly value: string; readonly code: string; readonly exact: boolean }

export function measureCells(measure: Measure, scene: RuleScene, place: RulePlace): MeasuredCells {
  const { put } = scene.workings
  const { label, states, ratioRounding } = place
  if (measure.of === 'value') {
    const figure = scene.figure(measure.metric)
    return { value: figure.value, code: absenceCode([figure.state], states, true), exact: true }
  }
  const [top, bottom] = [scene.figure(measure.numerator), scene.figure(measure.denominator)]
  const absent = put(`${label}: thiếu số liệu`, absenceCode([top.state, bottom.state], states, true))
  const share = put(`${label}: tỷ lệ %`, quotient(top.value, bottom.value))
  return {
    value: rounded(share, ratioRounding, scene.workings, `${label}: tỷ lệ %`),
    code: `IF(${absent}<>0,${absent},IF(${bottom.value}=0,${policyCode(measure.whenDenominatorZero)},0))`,
    exact: ratioRounding !== null,
  }
}

/** Percentage of two figures; 0 where there is nothing to divide by, which the code of the rule tells apart. */
export function quotient(top: string, bottom: string): string {
  return `IF(${bottom}=0,0,100*${top}/IF(${bottom}=0,1,${bottom}))`
}
