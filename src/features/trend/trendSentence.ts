import type { TrendPoint } from '../../model/trend.ts'
import type { TrendView } from '../../state/useTrendView.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { apartWords } from './apartWords.ts'
import { isApart, sincePhrase } from './sincePhrase.ts'
import { criterionName } from './subjects.ts'
import { changeText, periodPhrase, scoreText, shareText } from './texts.ts'
import { trendWords } from './words.ts'

type Shown = Pick<
  TrendView,
  'trend' | 'totals' | 'selected' | 'ruleSet' | 'ruleSets' | 'since' | 'comparison' | 'entries' | 'failed'
>

/** The message of the screen in one sentence: what the period that is read reached and how that came about. */
export function trendSentence(view: Shown, language: Language): string {
  return view.trend.subject.criterionId === null
    ? totalSentence(view, language)
    : subjectSentence(view, language)
}

const isAt = (view: Shown) => (point: TrendPoint) =>
  point.ruleSetId === view.selected.ruleSetId && point.period === view.selected.period

function totalSentence(view: Shown, language: Language): string {
  const words = trendWords[language]
  const { totals, selected, ruleSet, since, comparison, entries, ruleSets } = view
  const when = periodPhrase(selected.period, language)
  const here = totals.points.find(isAt(view))
  if (!here) return words.notRead(when)
  const setOf = (point: TrendPoint) => ruleSets.find(set => set.id === point.ruleSetId) ?? ruleSet
  const score = scoreText(here, ruleSet, language)
  if (here.state === 'notSent') {
    const last = totals.points.findLast(point => point.points !== null && point.period < selected.period)
    const tail = last
      ? words.lastScored(periodPhrase(last.period, language), scoreText(last, setOf(last), language))
      : ''
    return words.notSentNow(when) + tail
  }
  if (!here.points) return words.of(upperFirst(when), words.states[here.state])
  if (here.state === 'open') return words.openNow(score, when, formatNumber(String(here.missing), language))
  if (entries.length === 1) return words.onlyOne(score, when)
  if (!since) return upperFirst(words.nowAt(score, when))
  const sinceWhen = sincePhrase(since.period, view, language)
  if (isApart(view)) return apartWords[language].notOverTime(upperFirst(when), score, sinceWhen)
  if (comparison?.kind !== 'compared' || comparison.decomposition.kind !== 'comparable')
    return comparison ? words.notComparable(when, score) : upperFirst(words.nowAt(score, when))
  const { difference, unit } = comparison.decomposition
  const change = comparison.change
  const by = change ? { from: change.difference, to: change.difference } : difference
  // With an open end it may be up or down.
  if (by.from !== by.to) return words.openBefore(when, score, sinceWhen)
  const shownUnit = change ? 'points' : unit
  const rules = comparison.sameRules ? '' : words.acrossRules
  if (by.to === '0') return words.stayed(sinceWhen) + rules
  const fell = by.to.startsWith('-')
  const text = changeText(by, shownUnit, ruleSet, language).replace(/^[+\u2212]/, '')
  if (rules !== '') return (fell ? words.fell : words.rose)(text, sinceWhen) + rules
  // The one that moved most in the direction of the whole.
  const movers = (comparison.byNode?.rows ?? []).filter(
    ({ difference: { from, to } }) => from === to && to.startsWith('-') === fell,
  )
  const [mover] = movers
  const equal = movers.filter(each => each.difference.to === mover?.difference.to)
  const names = equal.map(each => `“${pickName(language, each.shortName, each.shortNameEn)}”`)
  const name = names.length > 2 ? words.andOthers(names[0] ?? '', names.length - 1) : words.both(names)
  const own =
    mover && changeText(mover.difference, comparison.byNode?.unit ?? 'points', ruleSet, language, false)
  if (fell) return words.fell(text, sinceWhen) + (name && own ? words.becauseOf(name, own) : '')
  return words.rose(text, sinceWhen) + (name && own ? words.mostAt(name, own) : '')
}

function subjectSentence(view: Shown, language: Language): string {
  const words = trendWords[language]
  const { trend, selected, ruleSet, ruleSets } = view
  const name = criterionName(ruleSets, ruleSet, trend.subject.criterionId, language) ?? ''
  const when = periodPhrase(selected.period, language)
  const here = trend.points.find(isAt(view))
  if (!here) return words.notRead(when)
  if (trend.unit === 'share') {
    if (here.share === null) return words.of(name, words.noneHere(when))
    const level = trend.levels.find(each => each.ruleSetId === here.ruleSetId && each.kind === 'target')
    const target = level && targetText(level.percent, level.direction, language)
    const tail =
      target && here.meetsTarget !== null
        ? here.meetsTarget
          ? words.reached(target)
          : words.short(target)
        : ''
    return words.of(
      name,
      words.shareNow(
        shareText(here.share, language) + (here.shareInferred ? ` (${words.inferred})` : ''),
        when,
      ) + tail,
    )
  }
  if (!here.points) return words.of(name, `${words.states[here.state]} ${when}`)
  const score = words.nowAt(scoreText(here, ruleSet, language), when)
  if (!here.change) return words.of(name, score)
  const { difference, since } = here.change
  const sinceWhen = sincePhrase(since, view, language)
  const by = changeText({ from: difference, to: difference }, 'points', ruleSet, language)
  const moved =
    difference === '0'
      ? words.stayed(sinceWhen)
      : (difference.startsWith('-') ? words.fell : words.rose)(by.replace(/^[+\u2212]/, ''), sinceWhen)
  return words.of(name, `${score}; ${lowerFirst(moved)}`)
}

/** "mục tiêu tối thiểu 50%". */
export function targetText(
  percent: string,
  direction: 'higherIsBetter' | 'lowerIsBetter',
  language: Language,
): string {
  const words = trendWords[language]
  const shown = `${formatNumber(percent, language)}%`
  return direction === 'higherIsBetter' ? words.target(shown) : words.targetMost(shown)
}

const upperFirst = (text: string) => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
const lowerFirst = (text: string) => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1)
