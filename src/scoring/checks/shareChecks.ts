import type { FormItem } from '../../model/form.ts'
import type { Metric } from '../../model/ruleSet.ts'
import type { RatioRule, Rule } from '../../model/rules.ts'
import {
  add,
  compare,
  divide,
  formatExact,
  hundred,
  isZero,
  larger,
  multiply,
  parseExact,
  type Rational,
  round,
  zero,
} from '../exact.ts'
import { type CheckContext, type CheckRun, fieldsOf, found, run } from './checkContext.ts'
import { figureText, nameText, numberText, unitText } from './checkTexts.ts'
import { type CountedShare, sharesOf } from './sharesOf.ts'

/** Shares that cannot be, or that are odd. */
export function shareChecks(context: CheckContext): readonly CheckRun[] {
  const shares = sharesOnce(context)
  return [
    ...run(
      'numerator-above-denominator',
      shares.filter(each => !each.share.mayExceed),
      each => aboveDenominator(each),
    ),
    ...run(
      'zero-numerator',
      shares.filter(each => !isGoodAtZero(each)),
      each => zeroNumerator(each),
    ),
    ...sumsOfShares(context),
    ...statedShares(context),
  ]
}

type Share = {
  readonly item: FormItem
  readonly share: CountedShare
  readonly top: Metric
  readonly bottom: Metric
  readonly numerator: Rational
  /** The larger one where there are two. */
  readonly denominator: Rational
}

/** Shares of two counts that were both entered; each pair where it stands first. */
function sharesOnce({ items, metrics, entered }: CheckContext): readonly Share[] {
  const seen = new Set<string>()
  return items.flatMap(item =>
    sharesOf(item.rule).flatMap((share): readonly Share[] => {
      const key = [share.numerator, ...share.denominators].join('|')
      const top = metrics.get(share.numerator)
      const numerator = entered.get(share.numerator)
      const bottoms = share.denominators.flatMap(id => {
        const [metric, value] = [metrics.get(id), entered.get(id)]
        return metric?.valueType === 'count' && value !== undefined
          ? [{ metric, value: parseExact(value) }]
          : []
      })
      const [first, ...others] = bottoms
      if (seen.has(key) || top?.valueType !== 'count' || numerator === undefined || !first) return []
      seen.add(key)
      const largest = others.reduce(
        (most, each) => (compare(each.value, most.value) > 0 ? each : most),
        first,
      )
      return [
        {
          item,
          share,
          top,
          bottom: largest.metric,
          numerator: parseExact(numerator),
          denominator: largest.value,
        },
      ]
    }),
  )
}

function isGoodAtZero({ share, top }: Share): boolean {
  if (top.direction !== undefined) return top.direction === 'lowerIsBetter'
  return share.zeroIsGood
}

function placeOf({ item, top }: Pick<Share, 'item' | 'top'>) {
  return { nodeId: item.nodeId, metricId: top.id, part: 'field' } as const
}

function aboveDenominator({ item, top, bottom, numerator, denominator }: Share) {
  if (compare(numerator, denominator) <= 0) return null
  const values = [numerator, denominator].map(formatExact)
  const [upper, lower] = [figureText(values[0] ?? '', top), figureText(values[1] ?? '', bottom)]
  return found(
    {
      code: 'numerator-above-denominator',
      severity: 'doubt',
      text: {
        vi: `${nameText(top).vi} là ${upper.vi}, nhiều hơn ${nameText(bottom).vi} là ${lower.vi}`,
        en: `${nameText(top).en} is ${upper.en}, more than ${nameText(bottom).en}, which is ${lower.en}`,
      },
    },
    placeOf({ item, top }),
    values,
  )
}

function zeroNumerator({ item, top, numerator, denominator }: Share) {
  if (!isZero(numerator) || compare(denominator, zero) <= 0) return null
  const of = formatExact(denominator)
  const [number, unit] = [numberText(of), unitText(top)]
  return found(
    {
      code: 'zero-numerator',
      severity: 'doubt',
      text: {
        vi: `tử số bằng 0 (0/${number.vi}): đúng là không có ${unit.vi} nào?`,
        en: `the numerator is 0 (0/${number.en}): is it right that there is none (${unit.en})?`,
      },
    },
    placeOf({ item, top }),
    [of],
  )
}

/** Shares that a rule adds up before it takes them from 100%. */
function sumsOfShares({ items, entered, metrics }: CheckContext): readonly CheckRun[] {
  const sums = items.flatMap(item =>
    ratiosOf(item.rule).flatMap(rule => {
      const { otherShares = [] } = rule
      if (otherShares.length === 0 || sharesOf(rule).some(share => share.mayExceed)) return []
      const shares = [rule, ...otherShares].map(({ numerator, denominator }) =>
        percentOf(entered.get(numerator), entered.get(denominator)),
      )
      if (shares.some(share => share === null)) return []
      const together = shares.reduce<Rational>((total, share) => (share ? add(total, share) : total), zero)
      return [{ item, together, top: metrics.get(rule.numerator) }]
    }),
  )
  return run('share-above-100', sums, ({ item, together, top }) => {
    if (!top || compare(together, hundred) <= 0) return null
    const text = numberText(formatExact(round(together, { places: 2, mode: 'halfUp' })))
    return found(
      {
        code: 'share-above-100',
        severity: 'doubt',
        text: {
          vi: `các tỷ lệ cộng lại được ${text.vi}%, quá 100%`,
          en: `the shares come to ${text.en}% together, above 100%`,
        },
      },
      placeOf({ item, top }),
      [formatExact(together)],
    )
  })
}

function ratiosOf(rule: Rule): readonly RatioRule[] {
  if (rule.kind === 'sum') return rule.parts.flatMap(part => ratiosOf(part.rule))
  if (rule.kind === 'bestOf') return rule.cases.flatMap(each => ratiosOf(each.rule))
  return rule.kind === 'ratio' ? [rule] : []
}

function percentOf(numerator: string | undefined, denominator: string | undefined): Rational | null {
  if (numerator === undefined || denominator === undefined) return null
  const whole = parseExact(denominator)
  return isZero(whole) ? null : multiply(divide(parseExact(numerator), whole), hundred)
}

/** Numbers stated in percent; what is a share by its type is refused above 100% anyway. */
function statedShares({ items, entered }: CheckContext): readonly CheckRun[] {
  const stated = items.flatMap(item =>
    fieldsOf(item).flatMap(({ metric, sameAs }) => {
      const value = entered.get(metric.id)
      const isShare = metric.valueType === 'percent' || metric.unit.trim() === '%'
      const mayExceed = item.rule.kind === 'growth' || item.rule.kind === 'bands'
      return isShare && sameAs === null && !mayExceed && value !== undefined
        ? [{ item, metric, value: larger(parseExact(value), zero) }]
        : []
    }),
  )
  return run('share-above-100', stated, ({ item, metric, value }) => {
    if (compare(value, hundred) <= 0) return null
    const text = figureText(formatExact(value), metric)
    return found(
      {
        code: 'share-above-100',
        severity: 'doubt',
        text: {
          vi: `${nameText(metric).vi} là ${text.vi}, quá 100%`,
          en: `${nameText(metric).en} is ${text.en}, above 100%`,
        },
      },
      placeOf({ item, top: metric }),
      [formatExact(value)],
    )
  })
}
