import type { RuleSet } from '../../model/ruleSet.ts'
import type { Trend, TrendPoint } from '../../model/trend.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { bandText } from './texts.ts'
import { trendWords } from './words.ts'

/** What is said of one period, or in the same words of several. */
export type PeriodNote = {
  /** Rule set and period of each. */
  readonly keys: readonly string[]
  readonly periods: readonly string[]
  readonly text: string
}

export type PeriodNotes = {
  /** Earliest first. */
  readonly own: readonly PeriodNote[]
  /** What most periods repeat, said once. */
  readonly common: readonly string[]
}

/** What is said of single periods: the note of the submission, and a grade forced whatever the points. */
export function periodNotes(
  { points }: Pick<Trend, 'points'>,
  ruleSets: readonly RuleSet[],
  language: Language,
): PeriodNotes {
  const written = points.flatMap(point => point.note ?? [])
  const common = [...new Set(written)].filter(
    note => written.filter(each => each === note).length * 2 > points.length && points.length > 1,
  )
  const said = points.flatMap(point => {
    const text = noteText(point, common, ruleSets, language)
    return text === '' ? [] : [{ key: `${point.ruleSetId} ${point.period}`, period: point.period, text }]
  })
  return {
    common,
    own: [...new Set(said.map(each => each.text))].map(text => {
      const same = said.filter(each => each.text === text)
      return { keys: same.map(each => each.key), periods: same.map(each => each.period), text }
    }),
  }
}

function noteText(
  { note, forcedBy, bandIds, ruleSetId }: TrendPoint,
  common: readonly string[],
  ruleSets: readonly RuleSet[],
  language: Language,
): string {
  const set = ruleSets.find(each => each.id === ruleSetId)
  const metric = set?.metrics.find(each => each.id === forcedBy)
  const forced =
    set && metric
      ? trendWords[language].forcedNote(
          pickName(language, metric.name, metric.nameEn),
          bandText(bandIds, set, language),
        )
      : ''
  const own = note === null || common.includes(note) ? '' : note
  return [own, forced].filter(Boolean).join(' ')
}
