import type { FigureChange, LossReason, NextAction } from '../../model/nextActions.ts'
import { formatDate, formatNumber, formatPercent, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import type { MoreWords } from './moreWords.ts'
import { lowerFirst } from './overviewSentence.ts'

/** "thêm 64 hồ sơ: hồ sơ thanh toán trực tuyến thành công", as far as it can be counted. */
export function changeText(figure: FigureChange, words: MoreWords, language: Language): string {
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
export function reasonText(reason: LossReason, words: MoreWords, language: Language): string {
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
  words: MoreWords,
  language: Language,
): readonly string[] {
  const why = reasonText(reason, words, language)
  if (!change) return [why]
  if (reason.kind !== 'belowTarget' || change.change === null)
    return [changeText(change, words, language), ...(reason.kind === 'figure' ? [] : [why])]
  const unit = pickName(language, change.unit, change.unitEn)
  const amount = formatNumber(change.change.replace('-', ''), language)
  const short = change.change.startsWith('-') ? words.lessShort(amount, unit) : words.moreShort(amount, unit)
  return [short, why]
}
