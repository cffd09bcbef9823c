import type { ExplainedRatio, ExplainedRule, ExplainedYesNo } from '../model/scoreSheet.ts'
import { formatInFormula, formatNumber, type Language } from '../ui/formatNumber.ts'
import type { ReceiptWords } from './words.ts'

/** The rule with the numbers put in, a line a step; empty when there is nothing to compute. */
export function formulaLines(
  rule: ExplainedRule,
  words: ReceiptWords,
  language: Language,
): readonly string[] {
  switch (rule.kind) {
    case 'ratio':
      return ratioLines(rule, words, language)
    case 'yesNo':
      return [yesNoLine(rule, words, language)]
    case 'sum':
      return sumLines(rule, words, language)
    case 'monitor':
      return rule.percent === null
        ? []
        : [
            `${input(rule.numerator.value, language)} ÷ ${input(rule.denominator.value, language)} = ${percentText(rule.percent, language)}`,
          ]
    case 'reported':
      return []
  }
}

/** Thresholds of a ratio rule in reading order; the one that applied is marked. */
export function thresholdLines(
  rule: ExplainedRatio,
  words: ReceiptWords,
  language: Language,
): readonly { readonly text: string; readonly taken: boolean }[] {
  const percent = (value: string) => `${formatNumber(value, language)}%`
  const rising = rule.direction === 'higherIsBetter'
  const max = formatNumber(rule.maxPoints, language)
  const target = percent(rule.targetPercent)
  const floor = rule.floorPercent === null ? null : percent(rule.floorPercent)
  const sloping =
    rule.scaling === 'share'
      ? words.belowShare(target)
      : rule.scaling === 'shareOfTarget'
        ? words.belowOfTarget(target)
        : words.fromFloor(floor ?? '', target)
  return [
    {
      text: rising ? words.fullFrom(target, max) : words.fullDownFrom(target, max),
      taken: rule.branch === 'atTarget',
    },
    { text: sloping, taken: rule.branch === 'belowTarget' },
    ...(floor === null
      ? []
      : [
          {
            text: rising ? words.floorRising(floor) : words.floorFalling(floor),
            taken: rule.branch === 'atFloorOrShort',
          },
        ]),
  ]
}

function ratioLines(rule: ExplainedRatio, words: ReceiptWords, language: Language): readonly string[] {
  const number = (value: string) => formatInFormula(value, language)
  if (rule.branch === 'denominatorZero')
    return [rule.points === null ? words.nothingIncurredOpen : words.nothingIncurred(number(rule.points))]
  if (rule.branch === 'missingByPolicy')
    return rule.points === null ? [] : [words.missingByPolicy(number(rule.points))]
  if (rule.percent === null || rule.points === null) return []

  const exact = percentText(rule.percent, language)
  const division = `${input(rule.numerator.value, language)} ÷ ${input(rule.denominator.value, language)} = ${exact}`
  const percent = percentText(rule.roundedPercent ?? rule.percent, language)
  const max = number(rule.maxPoints)
  const target = `${number(rule.targetPercent)}%`
  const floor = `${number(rule.floorPercent ?? '0')}%`
  if (rule.branch === 'atTarget' || rule.branch === 'atFloorOrShort')
    return [division, `${percent}: ${number(rule.points)} ${words.points}`]
  const share =
    rule.scaling === 'share'
      ? `${percent} × ${max}`
      : rule.scaling === 'shareOfTarget'
        ? `${percent} ÷ ${target} × ${max}`
        : `(${percent} \u2212 ${floor}) ÷ (${target} \u2212 ${floor}) × ${max}`
  return [division, `${share} = ${number(rule.points)}`]
}

function yesNoLine(rule: ExplainedYesNo, words: ReceiptWords, language: Language): string {
  if (rule.points === null) return words.missing
  const answer = rule.flag.value === '1' ? words.yes : words.no
  return `${answer}: ${formatInFormula(rule.points, language)}/${formatInFormula(rule.maxPoints, language)}`
}

function sumLines(
  rule: Extract<ExplainedRule, { kind: 'sum' }>,
  words: ReceiptWords,
  language: Language,
): readonly string[] {
  if (rule.points === null) return []
  const number = (value: string) => formatInFormula(value, language)
  const terms = rule.parts.map(({ detail }) =>
    detail.kind === 'ratio' && detail.branch === 'belowTarget'
      ? `${number(detail.maxPoints)} × ${input(detail.numerator.value, language)} ÷ ${input(detail.denominator.value, language)}`
      : number(detail.points ?? ''),
  )
  const parts = rule.parts.map(({ label, detail }) =>
    detail.kind === 'yesNo'
      ? `${label}: ${yesNoLine(detail, words, language)}`
      : `${label}: ${number(detail.points ?? '')}/${number(detail.maxPoints)}`,
  )
  return [`${terms.join(' + ')} = ${number(rule.points)}`, ...parts]
}

function input(value: string | null, language: Language): string {
  return value === null ? '?' : formatNumber(value, language)
}

function percentText(value: string, language: Language): string {
  return `${formatInFormula(value, language)}%`
}
