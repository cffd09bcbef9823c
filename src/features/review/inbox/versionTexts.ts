import { walkCriteria } from '../../../model/criteria.ts'
import type { RuleSet } from '../../../model/ruleSet.ts'
import type { EvidenceItem, MetricValue } from '../../../model/submission.ts'
import type { VersionDifference } from '../../../model/versions.ts'
import { formatDate, formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import { filesWords } from './filesWords.ts'

/** A difference as its row says it: what it is about, and one text a version. */
export type DifferenceText = {
  readonly difference: VersionDifference
  readonly part: string
  readonly name: string
  readonly values: readonly string[]
}

/** Differences in words, in their order. */
export function differenceTexts(
  differences: readonly VersionDifference[],
  ruleSet: RuleSet,
  language: Language,
): readonly DifferenceText[] {
  const words = filesWords[language]
  const nodes = new Map([
    ...walkCriteria(ruleSet).map(
      ({ criterion: { id, code, name, nameEn } }) =>
        [id, `${code} ${pickName(language, name, nameEn)}`] as const,
    ),
    ...(ruleSet.adjustments ?? []).map(
      ({ id, name, nameEn }) => [id, pickName(language, name, nameEn)] as const,
    ),
  ])
  const metrics = new Map(ruleSet.metrics.map(metric => [metric.id, metric]))
  return differences.map((difference): DifferenceText => {
    const metric = difference.part === 'value' ? metrics.get(difference.id) : undefined
    return {
      difference,
      part: words.part[difference.part],
      name: metric
        ? pickName(language, metric.name, metric.nameEn)
        : (nodes.get(difference.id) ?? difference.id),
      values: valueTexts(difference, ruleSet, language),
    }
  })
}

function valueTexts(difference: VersionDifference, ruleSet: RuleSet, language: Language): readonly string[] {
  const words = filesWords[language]
  switch (difference.part) {
    case 'value': {
      const metric = ruleSet.metrics.find(each => each.id === difference.id)
      return difference.values.map(value => figureText(value, metric, language))
    }
    case 'claim':
      return difference.values.map(claim =>
        claim === null
          ? words.none
          : [formatNumber(claim.points, language), ...(claim.reason ? [claim.reason] : [])].join(': '),
      )
    case 'notApplicable':
      return difference.values.map(reason =>
        reason === null ? words.applies : `${words.notApplicable}: ${reason}`,
      )
    case 'explanation':
      return difference.values.map(text => text ?? words.none)
    case 'evidence':
      return difference.values.map(items => (items.length === 0 ? words.none : items.map(titleOf).join('; ')))
  }
}

function titleOf({ title, number, file }: EvidenceItem): string {
  return [number, title, file ? `(${file.name}, ${file.sha256.slice(0, 8)})` : null].filter(Boolean).join(' ')
}

function figureText(
  value: MetricValue | null,
  metric: RuleSet['metrics'][number] | undefined,
  language: Language,
): string {
  const words = filesWords[language]
  if (value === null) return words.missing
  if (value.state !== 'entered')
    return value.note === undefined ? words[value.state] : `${words[value.state]}: ${value.note}`
  switch (metric?.valueType) {
    case 'date':
      return formatDate(value.value)
    case 'flag':
      return value.value === '1' ? words.yes : words.no
    case 'option':
      return value.value
    default: {
      const unit = metric ? pickName(language, metric.unit, metric.unitEn) : ''
      return `${formatNumber(value.value, language)}${unit === '' ? '' : `\u00a0${unit}`}`
    }
  }
}
