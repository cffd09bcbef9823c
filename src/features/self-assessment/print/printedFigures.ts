import type { FieldGroup, FormField } from '../../../model/form.ts'
import type { MetricValue } from '../../../model/submission.ts'
import { formatDate, formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import { printWords } from './words.ts'

/** Figures of one row as the official form writes them: "39/63", "5/6 mục", "12 văn bản". */
export type PrintedFigures = {
  /** Each stays together on a line. */
  readonly parts: readonly string[]
  /** Something of it did not come in. */
  readonly absent: 'missing' | 'withheld' | 'notApplicable' | 'notProposed' | null
}

/** What was entered in the fields of a row; a part that is missing is "?", a row without any says so. */
export function printedFigures(
  groups: readonly FieldGroup[],
  values: ReadonlyMap<string, MetricValue>,
  language: Language,
): PrintedFigures | null {
  const fields = groups.flatMap(group => group.fields)
  if (fields.length === 0) return null
  const states = fields.map(({ metric }) => values.get(metric.id)?.state ?? 'missing')
  const isBlank = states.every(state => state !== 'entered')
  return {
    parts: isBlank ? [] : groups.flatMap(group => groupParts(group, values, language)),
    absent: states.includes('missing')
      ? 'missing'
      : states.includes('withheld')
        ? 'withheld'
        : isBlank
          ? 'notApplicable'
          : null,
  }
}

function groupParts(
  { layout, fields }: FieldGroup,
  values: ReadonlyMap<string, MetricValue>,
  language: Language,
): readonly string[] {
  const words = printWords[language]
  const shown = (field: FormField) => valueText(field, values.get(field.metric.id), language)
  if (layout === 'fraction') {
    const sides = fields.map(field => shown(field) ?? '?')
    return sides.every(side => side === '?') ? [] : [sides.join('/')]
  }
  if (layout === 'ticks' && fields.length > 1) {
    const applying = fields.filter(({ metric }) => values.get(metric.id)?.state !== 'notApplicable')
    const done = applying.filter(({ metric }) => {
      const value = values.get(metric.id)
      return value?.state === 'entered' && value.value === '1'
    })
    const count = (number: number) => formatNumber(String(number), language)
    return applying.length === 0 ? [] : [words.ofItems(count(done.length), count(applying.length))]
  }
  const entered = fields.flatMap(field => {
    const text = shown(field)
    return text === null ? [] : [{ text, unit: unitText(field, language) }]
  })
  // What all of them count is said once.
  const isShared = new Set(entered.map(({ unit }) => unit)).size === 1
  return entered.map(({ text, unit }, place) =>
    isShared && place < entered.length - 1 ? text : `${text}${unit}`,
  )
}

function valueText(
  { metric, options }: FormField,
  value: MetricValue | undefined,
  language: Language,
): string | null {
  if (value?.state !== 'entered') return null
  const words = printWords[language]
  switch (metric.valueType) {
    case 'flag':
      return value.value === '1' ? words.yes : words.no
    case 'date':
      return formatDate(value.value)
    case 'option': {
      const answer = options?.find(option => option.value === value.value)
      return answer ? pickName(language, answer.label, answer.labelEn) : formatNumber(value.value, language)
    }
    case 'percent':
      return `${formatNumber(value.value, language)}%`
    default:
      return formatNumber(value.value, language)
  }
}

function unitText({ metric }: FormField, language: Language): string {
  const isCounted = metric.valueType === 'count' || metric.valueType === 'number'
  return isCounted ? `\u00a0${pickName(language, metric.unit, metric.unitEn)}` : ''
}
