import { precedes } from '../../model/period.ts'
import type { TrendView } from '../../state/useTrendView.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { apartWords } from './apartWords.ts'
import { periodPhrase } from './texts.ts'

/** Periods between that are named; more are counted. */
const mostNamed = 2

/** One of the two periods that are compared was claimed, the other decided. */
export function isApart({ comparison }: Pick<TrendView, 'comparison'>): boolean {
  return comparison?.kind === 'compared' && comparison.otherStage
}

/**
 * The earlier period a change is since: "tháng 06/2026", and where it is not the one right before because those
 * between have no score, that too. Nothing is added where one between has a score: then it was chosen.
 */
export function sincePhrase(
  since: string,
  { selected, entries, totals, failed }: Pick<TrendView, 'selected' | 'entries' | 'totals' | 'failed'>,
  language: Language,
): string {
  const words = apartWords[language]
  const when = periodPhrase(since, language)
  const between = entries.filter(({ period }) => since < period && period < selected.period)
  if (between.length === 0) return precedes(since, selected.period) ? when : words.skipped(when, words.noFile)
  const isFailed = (entry: TrendView['selected']) => failed.some(each => each.entry === entry)
  const isSilent = ({ ruleSetId, period }: TrendView['selected']) =>
    totals.points.some(
      point => point.ruleSetId === ruleSetId && point.period === period && point.state === 'notSent',
    )
  if (!between.every(entry => isFailed(entry) || isSilent(entry))) return when
  const names = between.map(({ period }) => periodPhrase(period, language)).join(', ')
  if (between.length > mostNamed)
    return words.skipped(when, words.noScore(formatNumber(String(between.length), language)))
  if (between.every(isSilent)) return words.skipped(when, words.notSent(names))
  return words.skipped(
    when,
    between.every(isFailed) ? words.unreadable(names) : words.noScore(formatNumber('2', language)),
  )
}
