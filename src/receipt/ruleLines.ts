import type {
  BandTable,
  BonusPenaltyRule,
  DeductionRule,
  FormulaRule,
  LeaderRule,
  Measure,
  RatioRule,
  Rule,
  RulePart,
} from '../model/rules.ts'
import { pickName } from '../ui/language.tsx'
import { expressionText } from './expressionText.ts'
import { pair } from './lines.ts'
import type { ReceiptLine } from './receipt.ts'
import { edgeText, pointsText, reachText, ruleSentence, shortText } from './ruleSentence.ts'
import type { RuleSpeech } from './ruleSpeech.ts'
import { rangeText } from './thresholds.ts'
import { receiptWords } from './words.ts'

/** Thresholds, bands, options, items and parts of a rule, a line each; none where the sentence says it all. */
export function ruleLines(rule: Rule, maxPoints: string | null, say: RuleSpeech): readonly ReceiptLine[] {
  const { words, language } = say
  switch (rule.kind) {
    case 'ratio':
      return ratioLines(rule, maxPoints, say)
    case 'choice':
      return rule.options.map(option =>
        choice(`${pickName(language, option.label, option.labelEn)}: ${pointsText(option.points, say)}`),
      )
    case 'checklist':
      return rule.items.map(item => pair(say.metricName(item.metric), pointsText(item.points, say)))
    case 'bands':
      return bandLines(rule, rule.measure.of, unitOf(rule.measure, say), say)
    case 'growth':
      return bandLines(rule, 'growth', '', say)
    case 'lateness':
      return [...bandLines(rule, 'daysLate', '', say), pair(words.calendar, say.calendarName(rule.calendar))]
    case 'deduction':
      return rule.items.map(item => deductionLine(item, say))
    case 'bonusPenalty':
      return rule.items.map(item => bonusLine(item, say))
    case 'surveyOptions':
      return rule.options.map(option =>
        pair(say.metricName(option.metric), `${say.number(option.weightPercent)}%`),
      )
    case 'weightedMean':
      return rule.terms.map(term => pair(say.metricName(term.metric), words.weight(say.number(term.weight))))
    case 'everyOccurrence':
      return rule.items.map(item =>
        pair(pickName(language, item.label, item.labelEn), words.times(item.metrics.length)),
      )
    case 'formula':
      return formulaCases(rule, say)
    case 'sum':
      return partLines(rule.parts, say)
    case 'bestOf':
      return partLines(rule.cases, say)
    case 'leader':
      return leaderLines(rule, say)
    case 'rank':
      return rule.points === 'linear' ? [] : bandLines(rule.points, 'rank', '', say)
    case 'perUnit':
    case 'yesNo':
    case 'surveyMean':
    case 'shareOfBest':
    case 'minMax':
    case 'reported':
    case 'monitor':
      return []
  }
}

/** What decides between points at a glance, for a narrow column: targets, floors, bands, options. */
export function ruleThresholds(rule: Rule, say: RuleSpeech): readonly ReceiptLine[] {
  switch (rule.kind) {
    case 'ratio':
      return ratioThresholds(rule, say)
    case 'sum':
    case 'bestOf':
      return (rule.kind === 'sum' ? rule.parts : rule.cases).flatMap(part =>
        part.rule.kind === 'ratio'
          ? ratioThresholds(part.rule, say).map(line => ({
              ...line,
              value: `${pickName(say.language, part.label, part.labelEn)}: ${line.value}`,
            }))
          : [],
      )
    case 'leader':
      return [choice(edgeText(rule.measure, rule.target, say), { mark: 'target' })]
    case 'formula':
      return []
    case 'surveyMean':
      return [choice(say.words.scale(say.number(rule.scaleFrom), say.number(rule.scaleTo)))]
    default:
      return ruleLines(rule, null, say)
        .filter(line => line.label !== say.words.calendar)
        .map(line => (line.label === undefined ? line : choice(`${line.label}: ${line.value}`)))
  }
}

function ratioThresholds(rule: RatioRule, say: RuleSpeech): readonly ReceiptLine[] {
  const edge = `${say.number(rule.targetPercent)}%`
  const { atLeast, atMost } = receiptWords[say.language]
  const { floorPercent } = rule
  return [
    choice(rule.direction === 'higherIsBetter' ? atLeast(edge) : atMost(edge), { mark: 'target' }),
    ...(floorPercent === undefined
      ? []
      : [choice(`${shortText(rule, floorPercent, say)}: ${pointsText('0', say)}`)]),
  ]
}

const choice = (value: string, rest: Partial<ReceiptLine> = {}): ReceiptLine => ({
  kind: 'choice',
  value,
  ...rest,
})

function ratioLines(rule: RatioRule, maxPoints: string | null, say: RuleSpeech): readonly ReceiptLine[] {
  const { formula } = say
  const target = `${say.number(rule.targetPercent)}%`
  const full = maxPoints === null ? say.words.maximum : formula.fullPoints(say.number(maxPoints))
  const between = rule.direction === 'higherIsBetter' ? formula.below(target) : formula.above(target)
  return [
    choice(`${reachText(rule, say)}: ${full}`),
    choice(`${between}: ${formula.slope(rule.scaling, target)}`),
    ...(rule.floorPercent === undefined
      ? []
      : [choice(`${shortText(rule, rule.floorPercent, say)}: ${pointsText('0', say)}`)]),
  ]
}

type Subject = Parameters<typeof rangeText>[0]['of']

function bandLines(
  { bands, otherwise }: BandTable,
  of: Subject,
  unit: string,
  say: RuleSpeech,
): readonly ReceiptLine[] {
  const lines = bands.map(band => {
    const range = rangeText(
      {
        kind: 'range',
        of,
        from: band.from ?? null,
        fromInclusive: band.from !== undefined && band.fromExclusive !== true,
        to: band.to ?? null,
        toInclusive: band.toInclusive === true,
      },
      unit,
      say,
    )
    return choice(`${range}: ${pointsText(band.points, say)}`)
  })
  return otherwise === undefined
    ? lines
    : [...lines, choice(`${say.words.otherwise}: ${pointsText(otherwise, say)}`)]
}

function unitOf(measure: Measure, say: RuleSpeech): string {
  return measure.of === 'value' ? say.metricUnit(measure.metric) : ''
}

function deductionLine({ metric, each }: DeductionRule['items'][number], say: RuleSpeech): ReceiptLine {
  const amount =
    'points' in each
      ? pointsText(each.points, say)
      : say.words.percentOfMax(`${say.number(each.percentOfMax)}%`)
  return pair(say.metricName(metric), say.words.each(say.words.minus(amount), say.metricUnit(metric)))
}

function bonusLine(
  { metric, effect, points }: BonusPenaltyRule['items'][number],
  say: RuleSpeech,
): ReceiptLine {
  const { words } = say
  const amount = (effect === 'bonus' ? words.plus : words.minus)(pointsText(points, say))
  return pair(say.metricName(metric), words.each(amount, say.metricUnit(metric)))
}

function formulaCases({ cases, variables }: FormulaRule, say: RuleSpeech): readonly ReceiptLine[] {
  const name = (variable: string) => {
    const found = variables.find(each => each.name === variable)
    return found ? say.words.named(say.metricName(found.metric)) : variable
  }
  const text = (expression: string) => expressionText(expression, name, say)
  return cases.map(({ label, labelEn, when, expression }) => {
    const condition =
      label !== undefined
        ? pickName(say.language, label, labelEn)
        : when !== undefined
          ? say.words.when(text(when))
          : cases.length > 1
            ? say.words.otherwise
            : null
    return {
      kind: 'formula',
      value: condition === null ? text(expression) : say.words.case(condition, text(expression)),
    }
  })
}

/** Each part by name and maximum, its own sentence, then its lines. */
function partLines(parts: readonly RulePart[], say: RuleSpeech): readonly ReceiptLine[] {
  return parts.flatMap(({ label, labelEn, maxPoints, rule }) => [
    pair(pickName(say.language, label, labelEn), pointsText(maxPoints, say), { strong: true }),
    choice(ruleSentence(rule, say)),
    // What a ratio does at its target stands in its sentence.
    ...(rule.kind === 'ratio' ? [] : ruleLines(rule, maxPoints, say)),
  ])
}

function leaderLines(
  { measure, target, percentAtTarget }: LeaderRule,
  say: RuleSpeech,
): readonly ReceiptLine[] {
  const { formula, words } = say
  const edge = edgeText(measure, target, say)
  const share = words.percentOfMax(`${say.number(percentAtTarget)}%`)
  return [
    choice(`${formula.exactly(edge)}: ${share}`),
    choice(`${formula.above(edge)}: ${formula.slope('toLeader', '')}`),
  ]
}
