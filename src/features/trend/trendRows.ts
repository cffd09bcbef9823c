import type { TrendPoint } from '../../model/trend.ts'
import { periodName } from '../../receipt/periodName.ts'
import { formatInterval, pointsFormat } from '../../receipt/pointsFormat.ts'
import { stageTitle } from '../../receipt/stageNames.ts'
import type { TrendView } from '../../state/useTrendView.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { bandText, changeText, shareText } from './texts.ts'
import { trendWords } from './words.ts'

/** A period of the table, as it is written; empty where nothing stands. */
export type TrendRow = {
  readonly entry: TrendView['selected']
  readonly period: string
  /** null: `state` says why there is none. */
  readonly points: string | null
  readonly max: string
  readonly state: string
  readonly isExempt: boolean
  readonly percent: string
  readonly share: string
  readonly band: string
  readonly change: string
  readonly isCompared: boolean
  readonly rules: string
  readonly stage: string
  readonly note: string
}

/**
 * Every period with everything its point stands for, the newest first.
 * @param noteOf what is worth saying of one period
 */
export function trendRows(
  view: TrendView,
  noteOf: (point: TrendPoint) => string,
  language: Language,
): readonly TrendRow[] {
  const points = new Map(view.trend.points.map(point => [`${point.ruleSetId} ${point.period}`, point]))
  return view.entries
    .toReversed()
    .map(entry => rowOf(entry, points.get(`${entry.ruleSetId} ${entry.period}`), view, noteOf, language))
}

function rowOf(
  entry: TrendView['selected'],
  point: TrendPoint | undefined,
  view: TrendView,
  noteOf: (point: TrendPoint) => string,
  language: Language,
): TrendRow {
  const words = trendWords[language]
  const set = view.ruleSets.find(each => each.id === entry.ruleSetId) ?? view.ruleSet
  const isUnreadable = view.failed.some(each => each.entry === entry)
  const common = {
    entry,
    period: periodName(entry.period, language),
    rules: pickName(language, set.shortTitle, set.shortTitleEn),
  }
  if (!point)
    return {
      ...common,
      ...{ points: null, max: '', percent: '', share: '', band: '', change: '', stage: '', note: '' },
      state: isUnreadable ? words.unreadable : words.loading,
      isExempt: false,
      isCompared: false,
    }
  const percent = (value: string) => `${formatNumber(value, language, { places: 2, minPlaces: 2 })}%`
  const hasPoints = point.points !== null && point.maxPoints !== null
  return {
    ...common,
    points: hasPoints && point.points ? formatInterval(point.points, pointsFormat(set, language)) : null,
    max: formatNumber(point.maxPoints ?? '', language),
    state: words.states[point.state],
    isExempt: point.state === 'notApplicable',
    percent: point.percent ? formatInterval(point.percent, percent) : '',
    share: point.share === null ? '' : shareText(point.share, language),
    band: point.points ? bandText(point.bandIds, set, language) : '',
    change: changeOf(point, view, set, language),
    isCompared: point.change !== null,
    stage: point.state === 'notSent' ? '' : stageTitle(point.stage, language),
    note: [
      ...(point.missing > 0 ? [words.missing(formatNumber(String(point.missing), language))] : []),
      noteOf(point),
    ]
      .filter(Boolean)
      .join('; '),
  }
}

function changeOf(
  { change, noChange }: TrendPoint,
  { trend }: TrendView,
  set: TrendView['ruleSet'],
  language: Language,
): string {
  const words = trendWords[language]
  if (!change) return noChange ? words.noChange[noChange] : ''
  if (change.difference === '0') return words.same
  const isShare = trend.unit === 'share'
  const difference = { from: change.difference, to: change.difference }
  return changeText(difference, isShare ? 'percent' : 'points', set, language, isShare)
}
