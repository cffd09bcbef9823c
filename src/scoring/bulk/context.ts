import type { RoundingStep, RuleSet } from '../../model/ruleSet.ts'
import type { Rule } from '../../model/rules.ts'
import { multiply, parseExact, type Rational } from '../exact.ts'
import type { ResolvedStates } from '../rules/ruleKind.ts'
import { type Fraction, fraction, type Span } from './lane.ts'
import type { BulkColumn, BulkTable } from './table.ts'

/** Everything a kernel is built with. */
export type KernelContext = {
  readonly table: BulkTable
  readonly ruleSet: RuleSet
  readonly nodeId: string
  readonly states: ResolvedStates
  readonly ratioRounding: RoundingStep | null
  readonly maxPoints: Rational
  /** Points are whole numbers of 10^-places once rounded. */
  readonly places: number
  /** Maximum × 10^places. */
  readonly max: Fraction
  /** The leaf is rounded half up to whole units and its maximum is one: a kernel may round as it goes. */
  readonly roundsHalfUp: boolean
  /** What the rule can give, for figures that are missing. */
  readonly span: Span
}

export type RuleOf<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }>

/** @throws when the table lacks the metric; every metric of the rule set has a column */
export function columnAt({ table }: KernelContext, metricId: string): BulkColumn {
  const column = table.columns.get(metricId)
  if (!column) throw new Error(`the table has no column "${metricId}"`)
  return column
}

/** So many points, in the whole units of a leaf. */
export function inUnits({ places }: Pick<KernelContext, 'places'>, points: Rational) {
  return fraction(multiply(points, powerOf(places)))
}

/** 10 to any whole power, exact. */
export function powerOf(exponent: number): Rational {
  return parseExact(exponent >= 0 ? `1${'0'.repeat(exponent)}` : `0.${'0'.repeat(-exponent - 1)}1`)
}
