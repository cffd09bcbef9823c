import type { Measure, RatioRule, Rule, RulePart } from '../model/rules.ts'
import { formatDate } from '../ui/formatNumber.ts'
import { pickName } from '../ui/language.tsx'
import type { RuleSpeech } from './ruleSpeech.ts'

/**
 * How a leaf is scored, in one sentence that needs no figures: "Tử số ÷ mẫu số ÷ 80% × điểm tối đa; từ 80%
 * trở lên: điểm tối đa". Bands, options and items follow it as lines of their own (ruleLines).
 */
export function ruleSentence(rule: Rule, say: RuleSpeech): string {
  const { words } = say
  switch (rule.kind) {
    case 'ratio':
      return ratioSentence(rule, say)
    case 'yesNo':
      return words.yesNo
    case 'choice':
      return words.choice(rule.options.length)
    case 'checklist':
      return words.checklist(rule.items.length)
    case 'bands':
      return words.byBandsOf(measureText(rule.measure, say))
    case 'perUnit': {
      const cap = rule.cap === undefined ? words.maximum : pointsText(rule.cap, say)
      return words.perUnit(pointsText(rule.pointsPerUnit, say), say.metricUnit(rule.metric), cap)
    }
    case 'deduction':
      return words.deduction(pointsText(rule.floor ?? '0', say))
    case 'bonusPenalty': {
      const base = rule.base === undefined || rule.base === '0' ? null : pointsText(rule.base, say)
      return words.bonusPenalty(base, say.number(rule.least), pointsText(rule.most, say))
    }
    case 'lateness': {
      const { since } = rule
      const day = 'date' in since ? formatDate(since.date) : words.named(say.metricName(since.metric))
      return words.lateness(day, rule.allowedDays)
    }
    case 'surveyMean':
      return words.surveyMean(say.number(rule.scaleFrom), say.number(rule.scaleTo))
    case 'surveyOptions':
      return words.surveyOptions(rule.options.length)
    case 'weightedMean':
      return words.weightedMean(rule.terms.length, say.number(rule.scaleTo))
    case 'everyOccurrence':
      return words.everyOccurrence(rule.items.length)
    case 'growth':
      return words.growth
    case 'formula':
      return words.formula(rule.cases.length)
    case 'sum':
      return words.sum(partsText(rule.parts, say))
    case 'bestOf':
      return words.bestOf(partsText(rule.cases, say))
    case 'shareOfBest':
      return capitalised(words.shareOfBest(measureText(rule.measure, say)))
    case 'leader':
      return words.leader(
        measureText(rule.measure, say),
        edgeText(rule.measure, rule.target, say),
        `${say.number(rule.percentAtTarget)}%`,
      )
    case 'minMax': {
      const isNone = rule.percentAtWorst === '0'
      const worst = isNone ? pointsText('0', say) : words.percentOfMax(`${say.number(rule.percentAtWorst)}%`)
      return words.minMax(measureText(rule.measure, say), worst)
    }
    case 'rank': {
      const what = measureText(rule.measure, say)
      return rule.points === 'linear' ? words.rankLinear(what) : words.rankBands(what)
    }
    case 'reported':
      return words.reported
    case 'monitor':
      return words.monitor
  }
}

/** "0,5 điểm" */
export function pointsText(
  points: string,
  { formula, number }: Pick<RuleSpeech, 'formula' | 'number'>,
): string {
  return formula.points(number(points))
}

/** A value in the unit it is measured in: "80%", "10 Mbps". */
export function edgeText(measure: Measure, value: string, say: RuleSpeech): string {
  return measure.of === 'percent'
    ? say.formula.edge('percent', say.number(value), '')
    : say.formula.edge('value', say.number(value), say.metricUnit(measure.metric))
}

/** What is measured: a figure by its name or the share of two. */
export function measureText(measure: Measure, { words, metricName }: RuleSpeech): string {
  return measure.of === 'value' ? words.named(metricName(measure.metric)) : words.share
}

function ratioSentence(rule: RatioRule, say: RuleSpeech): string {
  const { words } = say
  const percent = (value: string) => `${say.number(value)}%`
  const share = shareText(rule, say)
  const target = percent(rule.targetPercent)
  const base = {
    share: words.timesMax(share),
    shareOfTarget: words.overTarget(share, target),
    fromFloor: words.fromFloor(share, percent(rule.floorPercent ?? '0'), target),
  }[rule.scaling]
  // 100% of a share needs no saying; neither do the ends of a straight line.
  const isPlain = rule.direction === 'higherIsBetter' && rule.targetPercent === '100'
  return [
    capitalised(base),
    ...(rule.scaling === 'fromFloor' || isPlain ? [] : [words.full(reachText(rule, say))]),
    ...(rule.scaling === 'fromFloor' || rule.floorPercent === undefined
      ? []
      : [words.none(shortText(rule, rule.floorPercent, say))]),
    ...(rule.orDenominator === undefined ? [] : [words.largerDenominator]),
    ...(rule.fallbackDenominator === undefined ? [] : [words.fallbackDenominator]),
  ].join('; ')
}

/** "từ 80% trở lên", or "từ 5% trở xuống" where lower is better. */
export function reachText({ direction, targetPercent }: RatioRule, say: RuleSpeech): string {
  const edge = `${say.number(targetPercent)}%`
  return direction === 'higherIsBetter' ? say.words.orMore(edge) : say.formula.orLess(edge)
}

/** What earns nothing: "dưới 50%"; at the floor itself too where the line starts there. */
export function shortText({ direction, scaling }: RatioRule, floor: string, say: RuleSpeech): string {
  const edge = `${say.number(floor)}%`
  const isHigher = direction === 'higherIsBetter'
  if (scaling === 'fromFloor') return isHigher ? say.formula.orLess(edge) : say.words.orMore(edge)
  return isHigher ? say.formula.below(edge) : say.formula.above(edge)
}

function shareText({ otherShares = [], complement, coefficient }: RatioRule, say: RuleSpeech): string {
  const { words } = say
  const sum = otherShares.length === 0 ? words.quotient : words.sumOfShares(otherShares.length + 1)
  const own = complement ? `(${words.complement(sum)})` : sum
  return coefficient === undefined ? own : words.coefficient(own, say.codeOf(coefficient))
}

function partsText(parts: readonly RulePart[], say: RuleSpeech): string {
  return parts
    .map(part =>
      say.words.part(pickName(say.language, part.label, part.labelEn), pointsText(part.maxPoints, say)),
    )
    .join('; ')
}

export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
