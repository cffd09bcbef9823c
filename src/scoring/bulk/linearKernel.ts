import type { PlainRule } from '../../model/rules.ts'
import {
  divide,
  hundred,
  larger,
  multiply,
  negate,
  parseExact,
  type Rational,
  smaller,
  subtract,
  sum,
  zero,
} from '../exact.ts'
import { columnAt, type KernelContext, powerOf } from './context.ts'
import {
  commonDivisor,
  fraction,
  halfUp,
  type Kernel,
  kernelOf,
  type Lane,
  longest,
  policyOfAbsence,
  writeLong,
  writeOpen,
  writePolicy,
} from './lane.ts'

type Term = {
  readonly metric: string
  /** Points one unit of the figure earns. */
  readonly weight: Rational
  /** What a missing figure adds to the least and the most: nothing, its weight once, or without end. */
  readonly open?: { readonly least: 'nothing' | 'endless'; readonly most: 'nothing' | 'weight' | 'endless' }
}

type Linear = {
  readonly terms: readonly Term[]
  readonly base: Rational
  readonly least: Rational
  readonly most: Rational
  /** One absent figure empties the rule; otherwise the others still count (`absence` in rules/ruleKind.ts). */
  readonly together: boolean
}

/** Rules that are base + Σ figure × weight between two ends; null for any other. */
export function linearKernel(rule: PlainRule, context: KernelContext): Kernel | null {
  const linear = linearOf(rule, context.maxPoints)
  if (!linear) return null
  return kernelOf(prepareLinear(linear, context), linear.terms.length === 1 ? singleLoop : severalLoop)
}

function linearOf(rule: PlainRule, maxPoints: Rational): Linear | null {
  const whole = { base: zero, least: zero, most: maxPoints, together: true }
  switch (rule.kind) {
    case 'yesNo':
      return { ...whole, terms: [{ metric: rule.metric, weight: maxPoints }] }
    case 'perUnit': {
      const most = rule.cap === undefined ? maxPoints : parseExact(rule.cap)
      return { ...whole, most, terms: [{ metric: rule.metric, weight: parseExact(rule.pointsPerUnit) }] }
    }
    case 'checklist': {
      const items = rule.items.map(item => ({ metric: item.metric, weight: parseExact(item.points) }))
      return {
        base: zero,
        least: smaller(zero, sum(items.map(item => smaller(item.weight, zero)))),
        most: sum(items.map(item => larger(item.weight, zero))),
        together: false,
        terms: items.map(item => ({ ...item, open: { least: 'nothing', most: 'weight' } })),
      }
    }
    case 'deduction':
      return {
        base: maxPoints,
        least: rule.floor === undefined ? zero : parseExact(rule.floor),
        // Nothing caps it from above: negative violations do not exist.
        most: maxPoints,
        together: false,
        terms: rule.items.map(({ metric, each }) => ({
          metric,
          weight: negate(
            'points' in each
              ? parseExact(each.points)
              : divide(multiply(parseExact(each.percentOfMax), maxPoints), hundred),
          ),
          open: { least: 'endless', most: 'nothing' },
        })),
      }
    case 'bonusPenalty':
      return {
        base: rule.base === undefined ? zero : parseExact(rule.base),
        least: parseExact(rule.least),
        most: parseExact(rule.most),
        together: false,
        terms: rule.items.map(({ metric, effect, points }) =>
          effect === 'bonus'
            ? { metric, weight: parseExact(points), open: { least: 'nothing', most: 'endless' } }
            : { metric, weight: negate(parseExact(points)), open: { least: 'endless', most: 'nothing' } },
        ),
      }
    case 'surveyMean': {
      const from = parseExact(rule.scaleFrom)
      const weight = divide(maxPoints, subtract(parseExact(rule.scaleTo), from))
      return { ...whole, base: negate(multiply(from, weight)), terms: [{ metric: rule.metric, weight }] }
    }
    case 'weightedMean': {
      const weights = sum(rule.terms.map(term => parseExact(term.weight)))
      const each = divide(maxPoints, multiply(weights, parseExact(rule.scaleTo)))
      return {
        ...whole,
        terms: rule.terms.map(({ metric, weight }) => ({
          metric,
          weight: multiply(parseExact(weight), each),
        })),
      }
    }
    default:
      return null
  }
}

function prepareLinear({ terms, base, least, most, together }: Linear, context: KernelContext) {
  const { max, places, roundsHalfUp } = context
  const columns = terms.map(term => columnAt(context, term.metric))
  const units = powerOf(places)
  const weights = terms.map((term, index) =>
    fraction(multiply(multiply(term.weight, units), powerOf(-(columns[index]?.places ?? 0)))),
  )
  const [start, low, high] = [base, least, most].map(value => fraction(multiply(value, units)))
  if (!start || !low || !high) throw new Error('three ends make three fractions')
  const bottom = [...weights, start, low, high].reduce(
    (common, { bottom: own }) => (common / commonDivisor(common, own)) * own,
    1,
  )
  const scale = (value: { top: number; bottom: number }) => value.top * (bottom / value.bottom)
  const factors = Float64Array.from(weights, scale)
  const [first, bottomEnd, topEnd] = [scale(start), scale(low), scale(high)]
  const values = columns.map(column => column.values)
  const open = terms.map((term, index) => {
    const factor = factors[index] ?? 0
    const { least: atLeast, most: atMost } = term.open ?? { least: 'nothing', most: 'nothing' }
    return {
      least:
        atLeast === 'endless'
          ? Number.NEGATIVE_INFINITY
          : Math.min(factor, 0) * (atMost === 'weight' ? 1 : 0),
      most: atMost === 'endless' ? Number.POSITIVE_INFINITY : atMost === 'weight' ? Math.max(factor, 0) : 0,
    }
  })
  return {
    columns,
    values,
    factors,
    open,
    first,
    bottomEnd,
    topEnd,
    bottom,
    together,
    context,
    rounds: roundsHalfUp && bottom !== 1,
    isWhole: roundsHalfUp || (bottom === 1 && max.bottom === 1),
  }
}

type Prepared = ReturnType<typeof prepareLinear>

function clamp(value: number, { bottomEnd, topEnd }: Prepared): number {
  return value > topEnd ? topEnd : value < bottomEnd ? bottomEnd : value
}

/** One figure. */
function singleLoop(linear: Prepared, from: number, count: number, out: Lane): boolean {
  const { first, bottomEnd, topEnd, bottom, rounds, isWhole } = linear
  const values = linear.values[0] as Float64Array
  const factor = linear.factors[0] as number
  const { top, bottom: bottoms } = out
  for (let at = 0; at < count; at += 1) {
    const value = values[from + at] as number
    const sum = first + value * factor
    const points = sum > topEnd ? topEnd : sum < bottomEnd ? bottomEnd : sum
    if (Number.isNaN(value)) writeAbsent(linear, from + at, at, out)
    else if (!(Math.abs(sum) <= longest)) writeLong(out, at)
    else {
      const units = rounds ? halfUp(points, bottom) : points
      if (Number.isNaN(units)) writeLong(out, at)
      else top[at] = units
      bottoms[at] = bottom
    }
  }
  return isWhole
}

/** Several figures. */
function severalLoop(linear: Prepared, from: number, count: number, out: Lane): boolean {
  const { values, factors, first, bottomEnd, topEnd, bottom, rounds, isWhole } = linear
  const { top, bottom: bottoms } = out
  for (let at = 0; at < count; at += 1) {
    let sum = first
    let size = Math.abs(first)
    for (let index = 0; index < values.length; index += 1) {
      const amount = ((values[index] as Float64Array)[from + at] as number) * (factors[index] as number)
      sum += amount
      size += Math.abs(amount)
    }
    const points = sum > topEnd ? topEnd : sum < bottomEnd ? bottomEnd : sum
    if (Number.isNaN(sum)) writeAbsent(linear, from + at, at, out)
    else if (!(size <= longest)) writeLong(out, at)
    else {
      const units = rounds ? halfUp(points, bottom) : points
      if (Number.isNaN(units)) writeLong(out, at)
      else top[at] = units
      bottoms[at] = bottom
    }
  }
  return isWhole
}

/** A row with an absent figure, or one that does not fit. */
function writeAbsent(linear: Prepared, row: number, at: number, out: Lane): void {
  const { columns, together, bottom } = linear
  const { states, max, span } = linear.context
  const has = (state: number) => columns.some(column => column.states[row] === state)
  const exempt = columns.every(column => column.states[row] === 3)
  const policy =
    together || exempt
      ? policyOfAbsence(columns, row, states)
      : has(1)
        ? states.missing
        : has(2)
          ? states.withheld
          : has(3)
            ? 'missing'
            : null
  if (policy === null) writeLong(out, at)
  else if (together || exempt || policy !== 'missing') writePolicy(policy, out, at, max, span)
  else {
    const { least, most } = openEnds(linear, row)
    if (Number.isNaN(least) || (Number.isFinite(least) && Math.abs(least) > longest)) writeLong(out, at)
    else writeOpen(out, at, clamp(least, linear), clamp(most, linear), bottom)
  }
}

/** What the known figures make, with the missing ones at their worst and at their best. */
function openEnds({ columns, values, factors, open, first }: Prepared, row: number) {
  let least = first
  let most = first
  for (let index = 0; index < values.length; index += 1) {
    const isKnown = columns[index]?.states[row] === 0
    const amount = ((values[index] as Float64Array)[row] as number) * (factors[index] as number)
    least += isKnown ? amount : (open[index]?.least ?? 0)
    most += isKnown ? amount : (open[index]?.most ?? 0)
  }
  return { least, most }
}
