import type { FieldGroup, FormField, FormItem } from '../../../model/form.ts'
import type { MetricValue } from '../../../model/submission.ts'
import { formatDate, formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import { deskWords } from './words.ts'

/** Figures of an item, short enough for a cell. */
export type ItemFigures = {
  /** "39/63 hồ sơ"; empty when nothing was entered. */
  readonly text: string
  readonly absent: 'missing' | 'withheld' | 'notApplicable' | null
  /** Every figure with its name and unit, one a line. */
  readonly full: string
}

type Values = ReadonlyMap<string, MetricValue>

/** More figures than this are counted, not listed. */
const mostListed = 2

/** Figures of one item as the official table writes them; null where none is asked for. */
export function itemFigures({ groups }: FormItem, values: Values, language: Language): ItemFigures | null {
  const fields = groups.flatMap(group => group.fields)
  if (fields.length === 0) return null
  const words = deskWords[language]
  const states = fields.map(({ metric }) => values.get(metric.id)?.state ?? 'missing')
  const isOutside = states.every(state => state !== 'entered')
  const texts = isOutside ? [] : groups.flatMap(group => groupTexts(group, values, language))
  const listed =
    texts.length <= mostListed
      ? texts
      : [...texts.slice(0, mostListed), words.moreFigures(String(texts.length - mostListed))]
  return {
    text: listed.join(' · '),
    absent: states.includes('missing')
      ? 'missing'
      : states.includes('withheld')
        ? 'withheld'
        : isOutside
          ? 'notApplicable'
          : null,
    full: fields
      .map(({ metric, options }) => {
        const name = pickName(language, metric.name, metric.nameEn)
        return `${name}: ${figureText(values.get(metric.id), { metric, options }, language)}`
      })
      .join('\n'),
  }
}

function groupTexts({ layout, fields }: FieldGroup, values: Values, language: Language): readonly string[] {
  const words = deskWords[language]
  const entered = (field: FormField) => values.get(field.metric.id)
  if (layout === 'fraction') {
    const sides = fields.map(field => bareText(entered(field), field, language) ?? '?')
    return sides.every(side => side === '?') ? [] : [sides.join('/')]
  }
  const flags = fields.filter(field => field.metric.valueType === 'flag')
  if (flags.length === fields.length && flags.length > 1) {
    const done = flags.filter(field => {
      const value = entered(field)
      return value?.state === 'entered' && value.value === '1'
    })
    const all = flags.filter(field => entered(field)?.state !== 'notApplicable')
    return all.length === 0 ? [] : [words.ofItems(String(done.length), String(all.length))]
  }
  return fields.flatMap(field => {
    const value = entered(field)
    return value?.state === 'entered' ? [figureText(value, field, language)] : []
  })
}

/** A figure with its unit ("1.529 hồ sơ"), or the word for why there is none. */
export function figureText(
  value: MetricValue | undefined,
  field: Pick<FormField, 'metric' | 'options'>,
  language: Language,
): string {
  const words = deskWords[language]
  const text = bareText(value, field, language)
  if (text === null) return words[value === undefined || value.state === 'entered' ? 'missing' : value.state]
  const { valueType } = field.metric
  if (valueType === 'flag' || valueType === 'option' || valueType === 'date') return text
  const unit = pickName(language, field.metric.unit, field.metric.unitEn).trim()
  return unit === '' ? text : unit === '%' ? `${text}%` : `${text}\u00a0${unit}`
}

/** null: nothing was entered. */
function bareText(
  value: MetricValue | undefined,
  { metric, options }: Pick<FormField, 'metric' | 'options'>,
  language: Language,
): string | null {
  if (value?.state !== 'entered') return null
  switch (metric.valueType) {
    case 'date':
      return formatDate(value.value)
    case 'flag':
      return deskWords[language][value.value === '1' ? 'yes' : 'no']
    case 'option': {
      const option = options?.find(each => each.value === value.value)
      return option ? pickName(language, option.label, option.labelEn) : value.value
    }
    default:
      return formatNumber(value.value, language)
  }
}
