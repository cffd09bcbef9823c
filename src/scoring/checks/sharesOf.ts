import type { PointBand, Rule } from '../../model/rules.ts'
import { compare, hundred, parseExact } from '../exact.ts'
import { onceFor } from './onceFor.ts'

/** A share some rule counts: a part over what it is a part of. */
export type CountedShare = {
  readonly numerator: string
  /** The larger of them counts. */
  readonly denominators: readonly string[]
  /** More than 100% is meant to happen. */
  readonly mayExceed: boolean
  /** None of it is what everybody hopes for. */
  readonly zeroIsGood: boolean
}

/** Every share a rule counts, its parts and cases included. */
export const sharesOf = onceFor(sharesIn)

function sharesIn(rule: Rule): readonly CountedShare[] {
  switch (rule.kind) {
    case 'ratio': {
      const mayExceed = compare(parseExact(rule.targetPercent), hundred) > 0
      const zeroIsGood = (rule.direction === 'lowerIsBetter') !== (rule.complement === true)
      const { numerator, denominator, orDenominator, otherShares = [] } = rule
      return [
        {
          numerator,
          denominators: [denominator, ...(orDenominator === undefined ? [] : [orDenominator])],
          mayExceed,
          zeroIsGood,
        },
        ...otherShares.map(share => ({
          numerator: share.numerator,
          denominators: [share.denominator],
          mayExceed,
          zeroIsGood,
        })),
      ]
    }
    case 'monitor':
      return [
        {
          numerator: rule.numerator,
          denominators: [rule.denominator],
          mayExceed: false,
          // What is only watched says nothing about which way is better.
          zeroIsGood: true,
        },
      ]
    case 'sum':
      return rule.parts.flatMap(part => sharesIn(part.rule))
    case 'bestOf':
      return rule.cases.flatMap(each => sharesIn(each.rule))
    case 'bands':
    case 'leader':
    case 'shareOfBest':
    case 'minMax':
    case 'rank': {
      const { measure } = rule
      if (measure.of !== 'percent') return []
      return [
        {
          numerator: measure.numerator,
          denominators: [measure.denominator],
          mayExceed: looksPastHundred(rule),
          zeroIsGood: false,
        },
      ]
    }
    default:
      return []
  }
}

function looksPastHundred(rule: Rule): boolean {
  const isPast = (percent: string | undefined) =>
    percent !== undefined && compare(parseExact(percent), hundred) > 0
  const some = (bands: readonly PointBand[]) => bands.some(({ from, to }) => isPast(from) || isPast(to))
  if (rule.kind === 'bands') return some(rule.bands)
  // Nobody set a target, so nobody said what is too much.
  return rule.kind === 'leader' ? isPast(rule.target) : true
}
