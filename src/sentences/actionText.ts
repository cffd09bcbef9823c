import type { FigureChange, LossReason, NextAction } from '../model/nextActions.ts'
import { formatDate, formatNumber, formatPercent, type Language } from '../ui/formatNumber.ts'
import { dictionary, pickName } from '../ui/language.tsx'
import { lowerFirst } from './lowerFirst.ts'

const actionWords = dictionary({
  vi: {
    more: (amount: string, unit: string, name: string) => `thêm ${amount} ${unit}: ${name}`,
    less: (amount: string, unit: string, name: string) => `bớt ${amount} ${unit}: ${name}`,
    moreShort: (amount: string, unit: string) => `thêm ${amount} ${unit}`,
    lessShort: (amount: string, unit: string) => `bớt ${amount} ${unit}`,
    enter: (value: string, unit: string, name: string) => `cần ${value} ${unit}: ${name}`,
    yes: (name: string) => `thực hiện: ${name}`,
    no: (name: string) => `chấm dứt: ${name}`,
    answer: (name: string) => `đạt mức cao hơn: ${name}`,
    earlier: (days: string, name: string) => `sớm hơn ${days} ngày: ${name}`,
    later: (days: string, name: string) => `muộn hơn ${days} ngày: ${name}`,
    below: (percent: string, target: string) => `mới ${percent}, đủ điểm từ ${target}`,
    above: (percent: string, target: string) => `đang ${percent}, đủ điểm khi không quá ${target}`,
    reasons: {
      missing: 'chưa có số liệu',
      figure: 'dưới mức đủ điểm',
      decided: 'thẩm định cho thấp hơn số liệu; cần giải trình, bổ sung minh chứng',
      published: 'chưa rõ cách tính',
      survey: 'theo kết quả khảo sát, không tính được bằng số lượng',
      separate: 'nhiều số liệu cùng quyết định; xem phiếu tính điểm',
    },
  },
  en: {
    more: (amount: string, unit: string, name: string) => `${amount} more ${unit}: ${name}`,
    less: (amount: string, unit: string, name: string) => `${amount} fewer ${unit}: ${name}`,
    moreShort: (amount: string, unit: string) => `${amount} more ${unit}`,
    lessShort: (amount: string, unit: string) => `${amount} fewer ${unit}`,
    enter: (value: string, unit: string, name: string) => `${value} ${unit} needed: ${name}`,
    yes: (name: string) => `do: ${name}`,
    no: (name: string) => `end: ${name}`,
    answer: (name: string) => `reach a higher level: ${name}`,
    earlier: (days: string, name: string) => `${days} days earlier: ${name}`,
    later: (days: string, name: string) => `${days} days later: ${name}`,
    below: (percent: string, target: string) => `at ${percent}, full points from ${target}`,
    above: (percent: string, target: string) => `at ${percent}, full points up to ${target}`,
    reasons: {
      missing: 'no figure yet',
      figure: 'short of full points',
      decided: 'the review gave less than the figures do; explain and add evidence',
      published: 'rule not known',
      survey: 'rests on a survey; no number of units can be told',
      separate: 'several figures decide together; see the receipt',
    },
  },
})

/** "thêm 64 hồ sơ: hồ sơ thanh toán trực tuyến thành công", as far as it can be counted. */
export function changeText(figure: FigureChange, language: Language): string {
  const words = actionWords[language]
  const { change, to, valueType } = figure
  const name = lowerFirst(pickName(language, figure.name, figure.nameEn))
  const unit = pickName(language, figure.unit, figure.unitEn)
  if (valueType === 'flag') return to === '0' ? words.no(name) : words.yes(name)
  if (valueType === 'option') return words.answer(name)
  if (change === null)
    return words.enter(valueType === 'date' ? formatDate(to) : formatNumber(to, language), unit, name)
  const isLess = change.startsWith('-')
  const amount = formatNumber(change.replace('-', ''), language)
  if (valueType === 'date') return isLess ? words.earlier(amount, name) : words.later(amount, name)
  return isLess ? words.less(amount, unit, name) : words.more(amount, unit, name)
}

/** Why the points are not there. */
export function reasonText(reason: LossReason, language: Language): string {
  const words = actionWords[language]
  if (reason.kind !== 'belowTarget') return words.reasons[reason.kind]
  const [percent, target] = [
    formatPercent(reason.percent, language),
    formatPercent(reason.targetPercent, language),
  ]
  return reason.direction === 'higherIsBetter' ? words.below(percent, target) : words.above(percent, target)
}

/**
 * Change and reason in the length of one line. Of a ratio the item says what is counted; of other rules the figure
 * does, and that it falls short goes without saying.
 */
export function shortTexts(
  { change, reason }: Pick<NextAction, 'change' | 'reason'>,
  language: Language,
): readonly string[] {
  const words = actionWords[language]
  const why = reasonText(reason, language)
  if (!change) return [why]
  if (reason.kind !== 'belowTarget' || change.change === null)
    return [changeText(change, language), ...(reason.kind === 'figure' ? [] : [why])]
  const unit = pickName(language, change.unit, change.unitEn)
  const amount = formatNumber(change.change.replace('-', ''), language)
  const short = change.change.startsWith('-') ? words.lessShort(amount, unit) : words.moreShort(amount, unit)
  return [short, why]
}
