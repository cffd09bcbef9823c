import type { Bilingual } from '../../model/provenance.ts'
import type { Metric } from '../../model/ruleSet.ts'
import type { BandTable, Measure, Rule } from '../../model/rules.ts'
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  hundred,
  isWhole,
  negate,
  one,
  parseExact,
  type Rational,
  subtract,
  whole,
  zero,
} from '../exact.ts'
import { isInBand } from '../rules/bandTable.ts'
import { en, vi } from './report.ts'

/** What the value looked up in a band table can be. */
export type BandSubject = {
  /** Whole numbers only. */
  readonly whole: boolean
  /** Ends of what it can ever be; null: no end. */
  readonly least: Rational | null
  readonly most: Rational | null
  /** Ends of what it usually is: a value outside is possible but odd. */
  readonly usualLeast: Rational | null
  readonly usualMost: Rational | null
}

/** A stretch of values that all lie in the same bands. */
export type Stretch = {
  readonly from: Rational | null
  readonly fromIncluded: boolean
  readonly to: Rational | null
  readonly toIncluded: boolean
  /** Indexes of the bands it lies in, in the order of the table. */
  readonly bands: readonly number[]
  readonly usual: boolean
}

/** The table of a rule that has one, with its place inside the rule. */
export function bandTableOf(rule: Rule): { readonly table: BandTable; readonly path: string } | null {
  if (rule.kind === 'bands' || rule.kind === 'lateness' || rule.kind === 'growth')
    return { table: rule, path: '' }
  return rule.kind === 'rank' && rule.points !== 'linear' ? { table: rule.points, path: '.points' } : null
}

/** What a rule looks up in its table; null where its metrics are unknown or of a wrong type. */
export function bandSubjectOf(rule: Rule, metrics: ReadonlyMap<string, Metric>): BandSubject | null {
  switch (rule.kind) {
    case 'lateness':
      return { whole: true, least: zero, most: null, usualLeast: zero, usualMost: null }
    case 'rank':
      return { whole: true, least: one, most: null, usualLeast: one, usualMost: null }
    case 'growth': {
      const least = isNeverNegative(metrics.get(rule.metric)) ? negate(hundred) : null
      return { whole: false, least, most: null, usualLeast: negate(hundred), usualMost: null }
    }
    case 'bands':
      return measuredSubject(rule.measure, metrics)
    default:
      return null
  }
}

function measuredSubject(measure: Measure, metrics: ReadonlyMap<string, Metric>): BandSubject | null {
  if (measure.of === 'percent') {
    const parts = [metrics.get(measure.numerator), metrics.get(measure.denominator)]
    const least = parts.every(isNeverNegative) ? zero : null
    // More may be done than was planned, so a share has no upper end.
    return { whole: false, least, most: null, usualLeast: zero, usualMost: hundred }
  }
  const type = metrics.get(measure.metric)?.valueType
  if (type === 'count') return { whole: true, least: zero, most: null, usualLeast: zero, usualMost: null }
  if (type === 'percent')
    return { whole: false, least: zero, most: hundred, usualLeast: zero, usualMost: hundred }
  return type === 'number'
    ? { whole: false, least: null, most: null, usualLeast: zero, usualMost: null }
    : null
}

function isNeverNegative(metric: Metric | undefined): boolean {
  return metric?.valueType === 'count' || metric?.valueType === 'percent'
}

/** Everything the subject can be, cut where a band begins or ends, lowest first. */
export function stretchesOf(table: BandTable, subject: BandSubject): readonly Stretch[] {
  const given = table.bands
    .flatMap(band => [band.from, band.to])
    .flatMap(edge => (edge === undefined ? [] : [parseExact(edge)]))
  const ends = [subject.least, subject.most, subject.usualLeast, subject.usualMost].filter(
    end => end !== null,
  )
  const edges = [...given, ...ends]
    .toSorted(compare)
    .filter((edge, index, all) => index === 0 || compare(edge, all[index - 1] ?? edge) !== 0)
  const open = [null, ...edges].map((from, index) => ({ from, to: edges[index] ?? null }))
  return open.flatMap(({ from, to }) => [
    ...stretchAt(table, subject, from, false, to, false),
    ...(to ? stretchAt(table, subject, to, true, to, true) : []),
  ])
}

function stretchAt(
  table: BandTable,
  subject: BandSubject,
  from: Rational | null,
  fromIncluded: boolean,
  to: Rational | null,
  toIncluded: boolean,
): readonly Stretch[] {
  const drawn = subject.whole
    ? wholeEnds(from, fromIncluded, to, toIncluded)
    : { from, fromIncluded, to, toIncluded }
  if (!drawn) return []
  const sample = sampleOf(drawn.from, drawn.to, subject.whole)
  const within = (least: Rational | null, most: Rational | null) =>
    (least === null || compare(sample, least) >= 0) && (most === null || compare(sample, most) <= 0)
  if (!within(subject.least, subject.most)) return []
  return [
    {
      ...drawn,
      usual: within(subject.usualLeast, subject.usualMost),
      bands: table.bands.flatMap((band, index) => (isInBand(band, sample) ? [index] : [])),
    },
  ]
}

/** First and last whole number between two edges; null where there is none. */
function wholeEnds(from: Rational | null, fromIncluded: boolean, to: Rational | null, toIncluded: boolean) {
  const first = from && (fromIncluded ? ceiling(from) : add(floor(from), one))
  const last = to && (toIncluded ? floor(to) : subtract(ceiling(to), one))
  if (fromIncluded && from && !isWhole(from)) return null
  if (first && last && compare(first, last) > 0) return null
  return { from: first, fromIncluded: true, to: last, toIncluded: true }
}

function sampleOf(from: Rational | null, to: Rational | null, isWholeOnly: boolean): Rational {
  if (from && to) return isWholeOnly ? from : divide(add(from, to), whole(2))
  if (from) return isWholeOnly ? from : add(from, one)
  if (to) return isWholeOnly ? to : subtract(to, one)
  return zero
}

/** Neighbouring stretches that share something, as one. */
export function joined(
  stretches: readonly Stretch[],
  holds: (stretch: Stretch) => boolean,
): readonly Stretch[] {
  const runs: Stretch[] = []
  let follows = false
  for (const stretch of stretches) {
    const last = runs.at(-1)
    if (!holds(stretch)) follows = false
    else if (follows && last)
      runs[runs.length - 1] = {
        ...last,
        to: stretch.to,
        toIncluded: stretch.toIncluded,
        usual: last.usual || stretch.usual,
      }
    else {
      runs.push(stretch)
      follows = true
    }
  }
  return runs
}

/** "từ 3 đến dưới 5", "trên 100". */
export function describeStretch({ from, fromIncluded, to, toIncluded }: Stretch): Bilingual {
  if (!from && !to) return { vi: 'mọi giá trị', en: 'any value' }
  if (from && to && compare(from, to) === 0) return { vi: vi(from), en: en(from) }
  if (!from && to)
    return toIncluded
      ? { vi: `từ ${vi(to)} trở xuống`, en: `${en(to)} or less` }
      : { vi: `dưới ${vi(to)}`, en: `below ${en(to)}` }
  if (from && !to)
    return fromIncluded
      ? { vi: `từ ${vi(from)} trở lên`, en: `${en(from)} or more` }
      : { vi: `trên ${vi(from)}`, en: `above ${en(from)}` }
  if (!from || !to) throw new Error('a stretch has two ends or one')
  return {
    vi: `${fromIncluded ? 'từ' : 'trên'} ${vi(from)} đến ${toIncluded ? '' : 'dưới '}${vi(to)}`,
    en: `${fromIncluded ? 'from' : 'above'} ${en(from)} to ${toIncluded ? '' : 'below '}${en(to)}`,
  }
}
