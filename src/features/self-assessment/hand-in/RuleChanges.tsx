import type { ChangedCriterion, RuleSetChange } from '../../../model/ruleSetChange.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { type OpenedWords, openedWords } from './openedWords.ts'

/** What changed from one version of the rules to the other, criterion by criterion. */
export function RuleChanges({ change }: { change: RuleSetChange }) {
  const words = useText(openedWords)
  const language = useLanguage()
  const general = generalChanges(change, words, language)
  const points = (exact: string | null) => (exact === null ? words.notStated : formatNumber(exact, language))
  if (change.isSame) return <p className="sa-opened-text">{words.noChange}</p>
  return (
    <ul className="sa-rule-changes">
      {general.map(text => (
        <li key={text}>{text}</li>
      ))}
      {(['added', 'removed'] as const).flatMap(side =>
        change[side].map(({ criterion }) => (
          <li key={`${side} ${criterion.id}`}>
            <b>
              {words[side]} {criterion.code}
            </b>{' '}
            {pickName(language, criterion.name, criterion.nameEn)}{' '}
            <small>{words.maximumOf(points(criterion.maxPoints))}</small>
          </li>
        )),
      )}
      {change.changed.map(each => (
        <li key={each.id}>
          <b>{each.to.code}</b> {pickName(language, each.to.name, each.to.nameEn)}{' '}
          <small>{criterionChanges(each, words, language).join('; ')}</small>
        </li>
      ))}
    </ul>
  )
}

function criterionChanges(
  { parent, code, name, maximum, rule, fields }: ChangedCriterion,
  words: OpenedWords,
  language: Language,
): readonly string[] {
  const points = (exact: string | null) => (exact === null ? words.notStated : formatNumber(exact, language))
  return [
    ...(maximum ? [words.maximumFrom(points(maximum.from), points(maximum.to))] : []),
    ...(rule?.kind ? [words.ruleKind] : []),
    ...(rule && !rule.kind ? [words.ruleFields(formatNumber(String(rule.fields.length), language))] : []),
    ...(fields.length > 0 ? [words.settings] : []),
    ...(parent ? [words.moved] : []),
    ...(code ? [words.recoded(code.from)] : []),
    ...(name ? [words.renamed(name.from)] : []),
  ]
}

function generalChanges(change: RuleSetChange, words: OpenedWords, language: Language): readonly string[] {
  const { scale, rounding, bands, adjustments, metrics, pools, calendars, fields } = change
  const count = (list: readonly unknown[]) =>
    list.length === 0 ? '' : formatNumber(String(list.length), language)
  const moved = (list: {
    readonly added: readonly unknown[]
    readonly removed: readonly unknown[]
    readonly changed: readonly unknown[]
  }) => list.added.length + list.removed.length + list.changed.length > 0
  const points = (exact: string | null) => (exact === null ? words.notStated : formatNumber(exact, language))
  return [
    ...(scale ? [words.scale(points(scale.from), points(scale.to))] : []),
    ...(rounding.length > 0 ? [words.rounding] : []),
    ...(moved(bands) ? [words.bands] : []),
    ...(moved(adjustments) ? [words.adjustments] : []),
    ...(moved(metrics)
      ? [words.metrics(count(metrics.added), count(metrics.removed), count(metrics.changed))]
      : []),
    ...(fields.length > 0 || moved(pools) || moved(calendars) ? [words.other] : []),
  ]
}
