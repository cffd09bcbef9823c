import type { RoundingStep } from '../../../src/model/ruleSet.ts'
import type {
  BandTable,
  BestOfRule,
  EmptyPolicy,
  Measure,
  PlainRule,
  PointBand,
  RatioRule,
  SumRule,
} from '../../../src/model/rules.ts'
import {
  between,
  type Fraction,
  fraction,
  greatest,
  isBelow,
  isEqual,
  minus,
  nothing,
  over,
  plus,
  readFraction,
  roundTo,
  times,
  total,
  whole,
  writeFraction,
} from './bigRational.ts'

/** Rules the oracle knows. */
export type KnownRule =
  | Extract<
      PlainRule,
      {
        kind: 'ratio' | 'yesNo' | 'choice' | 'checklist' | 'bands' | 'perUnit' | 'deduction' | 'bonusPenalty'
      }
    >
  | SumRule
  | BestOfRule

/** Points, or what stands in their place. */
export type Answer = Fraction | 'missing' | 'notApplicable'

/** Figures by metric id; "missing", "withheld" and "notApplicable" are states, a metric not named is missing. */
export type World = {
  readonly figures: Readonly<Record<string, string>>
  readonly ratioRounding: RoundingStep | null
  /** Kind of the scored period. */
  readonly period: 'year' | 'quarter' | 'month'
  /** Ratio leaves a coefficient may name. */
  readonly leaves: Readonly<Record<string, RatioRule>>
}

const hundred = fraction(100n)

/** Points of a leaf as the sheet writes them, after its rounding. */
export function leafPoints(
  rule: KnownRule,
  maxPoints: string,
  world: World,
  rounding: RoundingStep | null,
): string {
  const answer = points(rule, readFraction(maxPoints), world)
  if (typeof answer === 'string') return answer
  return writeFraction(rounding ? roundTo(answer, rounding.places, rounding.mode) : answer)
}

/** Points of a rule straight from its definition in model/rules.ts, before any leaf rounding. */
export function points(rule: KnownRule, max: Fraction, world: World): Answer {
  switch (rule.kind) {
    case 'ratio':
      return ratioPoints(rule, max, world)
    case 'yesNo':
      return fromOne(rule.metric, world, value => (isEqual(value, whole) ? max : nothing))
    case 'choice':
      return fromOne(rule.metric, world, value => {
        const chosen = rule.options.filter(option => isEqual(readFraction(option.value), value))
        return readFraction(chosen[0]?.points ?? 'none')
      })
    case 'checklist':
      return fromList(rule.items, world, ticks =>
        total(rule.items.map((item, index) => times(ticks[index] ?? nothing, readFraction(item.points)))),
      )
    case 'bands':
      return bandPoints(rule, rule.measure, max, world)
    case 'perUnit':
      return fromOne(rule.metric, world, count =>
        between(
          times(count, readFraction(rule.pointsPerUnit)),
          nothing,
          rule.cap === undefined ? max : readFraction(rule.cap),
        ),
      )
    case 'deduction':
      return fromList(rule.items, world, counts => {
        const costs = rule.items.map(({ each }, index) =>
          times(
            counts[index] ?? nothing,
            'points' in each
              ? readFraction(each.points)
              : over(times(readFraction(each.percentOfMax), max), hundred),
          ),
        )
        const left = minus(max, total(costs))
        return between(left, rule.floor === undefined ? nothing : readFraction(rule.floor), max)
      })
    case 'bonusPenalty':
      return fromList(rule.items, world, counts => {
        const of = (effect: 'bonus' | 'penalty') =>
          total(
            rule.items.map((item, index) =>
              item.effect === effect ? times(counts[index] ?? nothing, readFraction(item.points)) : nothing,
            ),
          )
        const base = rule.base === undefined ? nothing : readFraction(rule.base)
        const sum = minus(plus(base, of('bonus')), of('penalty'))
        return between(sum, readFraction(rule.least), readFraction(rule.most))
      })
    case 'sum': {
      const answers = rule.parts.map(part => points(known(part.rule), readFraction(part.maxPoints), world))
      const earned = answers.filter(answer => typeof answer !== 'string')
      if (earned.length === answers.length) return total(earned)
      return answers.every(answer => answer === 'notApplicable') ? 'notApplicable' : 'missing'
    }
    case 'bestOf': {
      const answers = rule.cases.map(each => points(known(each.rule), readFraction(each.maxPoints), world))
      // Whether an open case could still win needs its range, which the oracle does not know.
      if (answers.includes('missing')) throw new Error('the oracle knows no open case')
      return greatest(answers.filter(answer => typeof answer !== 'string')) ?? 'notApplicable'
    }
  }
}

function known(rule: PlainRule): KnownRule {
  switch (rule.kind) {
    case 'ratio':
    case 'yesNo':
    case 'choice':
    case 'checklist':
    case 'bands':
    case 'perUnit':
    case 'deduction':
    case 'bonusPenalty':
      return rule
    default:
      throw new Error(`the oracle does not know "${rule.kind}"`)
  }
}

/** A figure, or why there is none. */
function figureOf(metric: string, { figures }: World): Fraction | 'missing' | 'notApplicable' {
  const value = figures[metric] ?? 'missing'
  if (value === 'notApplicable') return 'notApplicable'
  return value === 'missing' || value === 'withheld' ? 'missing' : readFraction(value)
}

function byPolicy(policy: EmptyPolicy, max: Fraction): Answer {
  return policy === 'zero' ? nothing : policy === 'full' ? max : policy
}

function fromOne(metric: string, world: World, earn: (value: Fraction) => Fraction): Answer {
  const figure = figureOf(metric, world)
  return typeof figure === 'string' ? figure : earn(figure)
}

/** Items that do not apply take a list out only all together; any other absent one leaves it open. */
function fromList(
  items: readonly { readonly metric: string }[],
  world: World,
  earn: (values: readonly Fraction[]) => Fraction,
): Answer {
  const read = items.map(item => figureOf(item.metric, world))
  if (read.every(figure => figure === 'notApplicable')) return 'notApplicable'
  const entered = read.filter(figure => typeof figure !== 'string')
  return entered.length === read.length ? earn(entered) : 'missing'
}

function bandPoints(table: BandTable, measure: Measure, max: Fraction, world: World): Answer {
  if (measure.of === 'value') return fromOne(measure.metric, world, value => inTable(table, value))
  const [top, bottom] = [figureOf(measure.numerator, world), figureOf(measure.denominator, world)]
  if (top === 'notApplicable' || bottom === 'notApplicable') return 'notApplicable'
  if (top === 'missing' || bottom === 'missing') return 'missing'
  if (isEqual(bottom, nothing)) return byPolicy(measure.whenDenominatorZero, max)
  return inTable(table, roundedPercent(times(hundred, over(top, bottom)), world))
}

function inTable({ bands, otherwise }: BandTable, value: Fraction): Fraction {
  for (const band of bands) if (holds(band, value)) return readFraction(band.points)
  return readFraction(otherwise ?? 'none')
}

function holds({ from, fromExclusive, to, toInclusive }: PointBand, value: Fraction): boolean {
  const low = from === undefined ? null : readFraction(from)
  const high = to === undefined ? null : readFraction(to)
  if (low && (isBelow(value, low) || (fromExclusive === true && isEqual(value, low)))) return false
  if (high && (isBelow(high, value) || (toInclusive !== true && isEqual(value, high)))) return false
  return true
}

function roundedPercent(percent: Fraction, { ratioRounding }: World): Fraction {
  return ratioRounding ? roundTo(percent, ratioRounding.places, ratioRounding.mode) : percent
}

function ratioPoints(rule: RatioRule, max: Fraction, world: World): Answer {
  const exact = percentOf(rule, world)
  if (exact === 'notApplicable') return 'notApplicable'
  if (exact === 'missing') return byPolicy(rule.whenMissing, max)
  if (exact === 'zeroDenominator') return byPolicy(rule.whenDenominatorZero, max)
  const percent = roundedPercent(exact, world)
  const target = readFraction(rule.targetPercent)
  const floor = rule.floorPercent === undefined ? null : readFraction(rule.floorPercent)
  // Turned upside down, "lower is better" is "higher is better".
  const isShort = (value: Fraction, of: Fraction) =>
    rule.direction === 'higherIsBetter' ? isBelow(value, of) : isBelow(of, value)
  if (!isShort(percent, target)) return max
  if (floor && isShort(percent, floor)) return nothing
  const part = {
    share: () => over(percent, hundred),
    shareOfTarget: () => over(percent, target),
    fromFloor: () => over(minus(percent, floor ?? nothing), minus(target, floor ?? nothing)),
  }[rule.scaling]()
  return between(times(part, max), nothing, max)
}

/** The percentage behind a ratio before its rounding. */
function percentOf(
  rule: RatioRule,
  world: World,
): Fraction | 'missing' | 'notApplicable' | 'zeroDenominator' {
  const shares = [
    { top: figureOf(rule.numerator, world), bottom: denominatorOf(rule, world) },
    ...(rule.otherShares ?? []).map(other => ({
      top: figureOf(other.numerator, world),
      bottom: figureOf(other.denominator, world),
    })),
  ]
  const all = shares.flatMap(({ top, bottom }) => [top, bottom])
  if (all.includes('notApplicable')) return 'notApplicable'
  if (all.includes('missing')) return 'missing'
  let added = nothing
  for (const { top, bottom } of shares) {
    if (typeof top === 'string' || typeof bottom === 'string') return 'missing'
    if (isEqual(bottom, nothing)) return 'zeroDenominator'
    added = plus(added, over(top, bottom))
  }
  const percent = times(rule.complement ? minus(whole, added) : added, hundred)
  if (rule.coefficient === undefined) return percent
  const other = world.leaves[rule.coefficient]
  if (!other) throw new Error(`no leaf "${rule.coefficient}"`)
  const factor = percentOf(other, world)
  return typeof factor === 'string' ? factor : over(times(percent, roundedPercent(factor, world)), hundred)
}

function denominatorOf(rule: RatioRule, world: World): Fraction | 'missing' | 'notApplicable' {
  const ids = [rule.denominator, ...(rule.orDenominator === undefined ? [] : [rule.orDenominator])]
  const applying = ids.map(id => figureOf(id, world)).filter(figure => figure !== 'notApplicable')
  if (applying.length === 0) return 'notApplicable'
  const reported = applying.filter(figure => figure !== 'missing')
  const divisor = rule.fallbackDenominator?.divideBy[world.period]
  const isKept = ids.some(id => world.figures[id] === 'withheld')
  if (reported.length === 0 && !isKept && rule.fallbackDenominator && divisor !== undefined) {
    const instead = figureOf(rule.fallbackDenominator.metric, world)
    return typeof instead === 'string' ? instead : over(instead, readFraction(divisor))
  }
  return reported.length < applying.length ? 'missing' : (greatest(reported) ?? 'missing')
}
