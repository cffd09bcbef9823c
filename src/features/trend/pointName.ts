import type { TrendPoint } from '../../model/trend.ts'
import { formatInterval } from '../../receipt/pointsFormat.ts'
import type { TrendView } from '../../state/useTrendView.ts'
import { formatNumber, formatPercent, type Language } from '../../ui/formatNumber.ts'
import { bandText, changeText, periodPhrase, scoreText, shareText } from './texts.ts'
import { trendWords } from './words.ts'

/** A point as it is read aloud: period, points with their maximum, percent, grade, change or why there is none. */
export function pointName(
  point: TrendPoint,
  { trend, ruleSets, ruleSet }: Pick<TrendView, 'trend' | 'ruleSets' | 'ruleSet'>,
  language: Language,
): string {
  const words = trendWords[language]
  const set = ruleSets.find(each => each.id === point.ruleSetId) ?? ruleSet
  const score = scoreText(point, set, language)
  const parts = [
    score === '' ? words.states[point.state] : score,
    ...(point.percent ? [formatInterval(point.percent, value => formatPercent(value, language))] : []),
    ...(point.share === null ? [] : [`${words.share} ${shareText(point.share, language)}`]),
    ...(point.missing > 0 ? [words.missing(formatNumber(String(point.missing), language))] : []),
    ...(point.bandIds.length > 0 && point.points ? [bandText(point.bandIds, set, language)] : []),
    changeOf(point, trend.unit === 'share' ? 'percent' : 'points', set, language),
  ]
  return `${periodPhrase(point.period, language)}: ${parts.filter(Boolean).join(', ')}`
}

function changeOf(
  { change, noChange }: TrendPoint,
  unit: 'points' | 'percent',
  set: TrendView['ruleSet'],
  language: Language,
): string {
  const words = trendWords[language]
  if (!change) return noChange === null || noChange === 'first' ? '' : words.noChange[noChange]
  const text =
    change.difference === '0'
      ? words.same
      : changeText({ from: change.difference, to: change.difference }, unit, set, language)
  return words.sinceInCell(text, periodPhrase(change.since, language))
}
