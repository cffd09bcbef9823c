import type { Decimal } from '../../model/exact.ts'
import type { Metric, RuleSet } from '../../model/ruleSet.ts'
import type { Measure, RatioRule, Rule } from '../../model/rules.ts'
import type { MetricValue } from '../../model/submission.ts'
import { compare, hundred, parseExact } from '../exact.ts'
import { indexRuleSet } from '../ruleSetIndex.ts'
import type { Scored } from '../scoreSubmission.ts'
import { dayGrid, decimalGrid, type Grid, placesOf } from './grid.ts'

/** Farther than any figure of an administration; numbers are tried up to here, in steps. */
const far = 10n ** 15n
/** Decimals a number or a percentage is asked for when its own figure has none. */
const usualPlaces = 2

/** What stops a count short of its own type: the whole it is a part of, or the part it holds. */
export type Partner = { readonly side: 'denominator' | 'numerator'; readonly limit: bigint }

export type Limits =
  | { readonly kind: 'list'; readonly values: readonly Decimal[] }
  | {
      readonly kind: 'range'
      readonly grid: Grid
      /** Ends by type alone, both tried. */
      readonly low: bigint
      readonly high: bigint
      /** No natural end on that side, only where we stop. */
      readonly isOpenAbove: boolean
      readonly above: Partner | null
      readonly below: Partner | null
    }

/**
 * Values a metric may take: counts and numbers from 0, percentages 0–100, the ends of a survey's scale,
 * the days of a calendar, the answers of a choice. A part cannot exceed its whole, unless the rule expects
 * more than 100% or today's figures already do.
 */
export function limitsOf(scored: Scored, metric: Metric): Limits {
  const rules = rulesOf(scored.ruleSet)
  const now = enteredValue(scored, metric.id)
  switch (metric.valueType) {
    case 'flag':
      return { kind: 'list', values: ['0', '1'] }
    case 'option':
      return { kind: 'list', values: optionsOf(rules, metric.id) }
    case 'date':
      return datesOf(scored.ruleSet, rules, metric.id)
    case 'count':
      return countsOf(scored, rules, metric.id, now)
    case 'percent':
    case 'number':
      return numbersOf(metric, rules, now)
  }
}

/** A figure as it is entered; null while it is not. */
export function enteredValue({ submission }: Scored, metricId: string): Decimal | null {
  const entry = entryOf(submission.values, metricId)
  return entry?.state === 'entered' ? entry.value : null
}

export function entryOf(values: readonly MetricValue[], metricId: string): MetricValue | undefined {
  return values.find(value => value.metricId === metricId)
}

/** Every rule of a set, parts and cases on their own. */
function rulesOf(ruleSet: RuleSet): readonly Rule[] {
  const rules = [
    ...indexRuleSet(ruleSet).leaves.flatMap(leaf => leaf.rule ?? []),
    ...(ruleSet.adjustments ?? []).map(adjustment => adjustment.rule),
  ]
  return rules.flatMap((rule): readonly Rule[] =>
    rule.kind === 'sum'
      ? rule.parts.map(part => part.rule)
      : rule.kind === 'bestOf'
        ? rule.cases.map(each => each.rule)
        : [rule],
  )
}

/** Answers every choice over the metric knows: any other would be a mistake in one of them. */
function optionsOf(rules: readonly Rule[], metricId: string): readonly Decimal[] {
  const lists = rules.flatMap(rule =>
    rule.kind === 'choice' && rule.metric === metricId ? [rule.options.map(option => option.value)] : [],
  )
  const [first = [], ...rest] = lists
  return first.filter(value => rest.every(list => list.includes(value)))
}

/** Days that every calendar a rule counts the metric by knows. */
function datesOf(ruleSet: RuleSet, rules: readonly Rule[], metricId: string): Limits {
  const { calendars } = indexRuleSet(ruleSet)
  const spans = rules.flatMap(rule => {
    if (rule.kind !== 'lateness') return []
    const since = 'metric' in rule.since ? rule.since.metric : null
    return rule.done === metricId || since === metricId ? (calendars.get(rule.calendar) ?? []) : []
  })
  const low = spans.map(span => dayGrid.step(span.from)).reduce(later, 0n)
  const high = spans.map(span => dayGrid.step(span.to)).reduce(earlier, far)
  return {
    kind: 'range',
    grid: dayGrid,
    low,
    high: spans.length === 0 ? low : high,
    isOpenAbove: false,
    above: null,
    below: null,
  }
}

function countsOf(
  scored: Scored,
  rules: readonly Rule[],
  metricId: string,
  now: Decimal | null,
): Extract<Limits, { kind: 'range' }> {
  const grid = decimalGrid(0)
  const count = (id: string): bigint | null => {
    const value = enteredValue(scored, id)
    return value !== null && /^\d+$/.test(value) ? BigInt(value) : null
  }
  const pairs = rules.flatMap(pairsOf).filter(pair => !pair.wholes.includes(pair.part))
  const step = now === null ? null : grid.step(now)
  const holds = (limit: bigint, side: 'denominator' | 'numerator') =>
    step === null || (side === 'denominator' ? step <= limit : step >= limit)
  const tops = pairs
    .filter(pair => pair.part === metricId)
    .flatMap(pair => (pair.wholes.some(id => count(id) === null) ? [] : [pair.wholes.map(count)]))
    .map(wholes => wholes.reduce<bigint>((most, whole) => later(most, whole ?? 0n), 0n))
    .filter(limit => holds(limit, 'denominator'))
  const bottoms = pairs
    // The larger of two counts: while the other holds the part, this one may be anything.
    .filter(pair => pair.wholes.includes(metricId) && pair.wholes.length === 1)
    .flatMap(pair => count(pair.part) ?? [])
    .filter(limit => holds(limit, 'numerator'))
  const [top, bottom] = [tops.reduce(earlier, far), bottoms.reduce(later, 0n)]
  return {
    kind: 'range',
    grid,
    low: 0n,
    high: far,
    isOpenAbove: true,
    above: top < far ? { side: 'denominator', limit: top } : null,
    below: bottom > 0n ? { side: 'numerator', limit: bottom } : null,
  }
}

type Pair = { readonly part: string; readonly wholes: readonly string[] }

/** Parts and their wholes in one rule, where it never asks for more than 100%. */
function pairsOf(rule: Rule): readonly Pair[] {
  switch (rule.kind) {
    case 'ratio':
      return isPast100(rule.targetPercent) ? [] : pairsOfRatio(rule)
    case 'monitor':
      return [{ part: rule.numerator, wholes: [rule.denominator] }]
    case 'bands':
      return rule.bands.some(band => isPast100(band.from) || isPast100(band.to))
        ? []
        : pairsOfMeasure(rule.measure)
    default:
      return []
  }
}

function pairsOfRatio(rule: RatioRule): readonly Pair[] {
  const second = rule.orDenominator === undefined ? [] : [rule.orDenominator]
  return [
    { part: rule.numerator, wholes: [rule.denominator, ...second] },
    ...(rule.otherShares ?? []).map(other => ({ part: other.numerator, wholes: [other.denominator] })),
  ]
}

function pairsOfMeasure(measure: Measure): readonly Pair[] {
  return measure.of === 'value' ? [] : [{ part: measure.numerator, wholes: [measure.denominator] }]
}

function isPast100(percent: Decimal | undefined): boolean {
  return percent !== undefined && compare(parseExact(percent), hundred) > 0
}

function numbersOf(metric: Metric, rules: readonly Rule[], now: Decimal | null): Limits {
  const scales = rules.flatMap((rule): readonly (readonly Decimal[])[] =>
    rule.kind === 'surveyMean' && rule.metric === metric.id
      ? [[rule.scaleFrom, rule.scaleTo]]
      : rule.kind === 'weightedMean' && rule.terms.some(term => term.metric === metric.id)
        ? [['0', rule.scaleTo]]
        : [],
  )
  const stated = now === null ? 0 : placesOf(now)
  const ends = scales.flat()
  const places = Math.max(stated === 0 ? usualPlaces : stated, ...ends.map(placesOf))
  const grid = decimalGrid(places)
  const spans = scales.map(scale => {
    const [a = 0n, b = 0n] = scale.map(grid.step)
    return { low: earlier(a, b), high: later(a, b) }
  })
  const isPercent = metric.valueType === 'percent'
  const bottom = now?.startsWith('-') ? -far : 0n
  const byType = { low: isPercent ? 0n : bottom, high: isPercent ? grid.step('100') : far }
  const [first = byType, ...rest] = isPercent ? [byType, ...spans] : spans
  const span = rest.reduce(
    (all, each) => ({ low: later(all.low, each.low), high: earlier(all.high, each.high) }),
    first,
  )
  return {
    kind: 'range',
    grid,
    ...span,
    isOpenAbove: span.high === far,
    above: null,
    below: null,
  }
}

function later(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}

function earlier(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
