import type { Metric, RoundingStep, RuleSet } from '../../model/ruleSet.ts'
import type { EmptyPolicy } from '../../model/rules.ts'
import { formatExact, parseExact } from '../exact.ts'
import type { RuleSetIndex } from '../ruleSetIndex.ts'
import type { Range, ResolvedStates } from '../rules/ruleKind.ts'
import { all, any, literal, type Workings } from './workings.ts'

/** State of a figure as a number in a cell. */
export const entered = 0
export const missing = 1
export const withheld = 2
export const notApplicable = 3

/** A figure as formulas see it: its state (0–3) and its number, 0 where it was not entered. */
export type FigureCells = { readonly state: string; readonly value: string }

/** What a rule gives, in cells: `kind` 0 scored, 1 open, 2 not applicable. */
export type RuleCells = {
  readonly kind: string
  /** Points before leaf rounding; meaningful where `kind` is 0. */
  readonly points: string
  /** Ends of what is open; meaningful where `kind` is 1. */
  readonly least: string
  readonly most: string
}

/** A percentage another leaf multiplies with; `cause` 0 known, 1–3 a state, 4 nothing to divide by. */
export type ShareCells = { readonly cause: string; readonly percent: string }

/** Everything a rule is written down with. */
export type RuleScene = {
  readonly workings: Workings
  readonly ruleSet: RuleSet
  readonly index: RuleSetIndex
  readonly period: string
  readonly metrics: ReadonlyMap<string, Metric>
  readonly figure: (metricId: string) => FigureCells
  readonly previous: (metricId: string) => FigureCells
  readonly shareOf: (leafId: string) => ShareCells
}

/** One leaf or part of one. */
export type RulePlace = {
  readonly label: string
  /** Exact text. */
  readonly maxPoints: string
  readonly ratioRounding: RoundingStep | null
  readonly states: ResolvedStates
}

/** Why a rule gives no measured points, as a number: 0 it does, 1 open, 2 not applicable, 3 none, 4 full. */
export function policyCode(policy: EmptyPolicy): number {
  return { missing: 1, notApplicable: 2, zero: 3, full: 4 }[policy]
}

/**
 * The code of what absent figures do to a rule; 0 where none is absent. As `absence` of the engine.
 * @param together one figure that does not apply empties the whole rule
 */
export function absenceCode(states: readonly string[], policies: ResolvedStates, together: boolean): string {
  const are = (state: number) => states.map(each => `${each}=${state}`)
  const exempt = together ? any(are(notApplicable)) : all(are(notApplicable))
  const some = together || states.length < 2 ? '0' : `IF(${any(are(notApplicable))},1,0)`
  return (
    `IF(${exempt},${policyCode(policies.notApplicable)},` +
    `IF(${any(are(missing))},${policyCode(policies.missing)},` +
    `IF(${any(are(withheld))},${policyCode(policies.withheld)},${some})))`
  )
}

/**
 * Cells of a rule from the code of its emptiness and its measured points.
 * @param range ends while it is open: exact, or addresses
 */
export function ruleCells(
  { workings: { put } }: RuleScene,
  { label, maxPoints }: RulePlace,
  code: string,
  measured: string,
  range: { readonly least: string; readonly most: string },
): RuleCells {
  const empty = put(`${label}: thiếu hay không`, code)
  return {
    kind: put(`${label}: loại kết quả`, `IF(OR(${empty}=1,${empty}=2),${empty},0)`),
    points: put(
      `${label}: điểm chưa làm tròn`,
      `IF(${empty}=0,${measured},IF(${empty}=4,${literal(maxPoints)},0))`,
    ),
    ...range,
  }
}

/** Ends of a rule that do not depend on its figures. */
export function fixedRange({ least, most }: Range) {
  return { least: literal(formatExact(least)), most: literal(formatExact(most)) }
}

/** From nothing to the maximum. */
export function wholeRange({ maxPoints }: RulePlace) {
  return { least: '0', most: literal(formatExact(parseExact(maxPoints))) }
}
