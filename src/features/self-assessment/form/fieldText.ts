import type { FigureReading } from '../../../io/figures/readFigure.ts'
import type { FieldEntry } from '../../../model/draft.ts'
import type { FormField } from '../../../model/form.ts'
import type { Metric } from '../../../model/ruleSet.ts'
import { formatDate, formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import type { FormWords } from './words.ts'

const space = '\u00a0'

/** Digits as they are typed: no marks between thousands, the decimal mark of the language. */
export function bareNumber(value: string, language: Language): string {
  return language === 'vi' ? value.replace('.', ',') : value
}

/** A number with its unit: "1464 hồ sơ", "45,5%". */
export function withUnit(
  number: string,
  metric: Pick<Metric, 'unit' | 'unitEn'>,
  language: Language,
): string {
  const unit = pickName(language, metric.unit, metric.unitEn).trim()
  if (unit === '') return number
  return unit === '%' ? `${number}%` : `${number}${space}${unit}`
}

/** Text that, typed into the field, says the value. */
export function typedText(value: string, metric: Metric): string {
  return metric.valueType === 'date' ? formatDate(value) : bareNumber(value, 'vi')
}

/** A value as it is read: "1.529", "05/03/2026", "Có", the name of an answer. */
export function valueText(
  value: string,
  { metric, options }: Pick<FormField, 'metric' | 'options'>,
  words: FormWords,
  language: Language,
): string {
  switch (metric.valueType) {
    case 'date':
      return formatDate(value)
    case 'flag':
      return value === '1' ? words.yes : words.no
    case 'option': {
      const option = options?.find(each => each.value === value)
      return option ? pickName(language, option.label, option.labelEn) : value
    }
    default: {
      const number = formatNumber(value, language)
      return metric.unit.trim() === '%' ? `${number}%` : number
    }
  }
}

/** What was typed; nothing for a field without an entry or with another state. */
export function textOf(entry: FieldEntry | undefined): string {
  return entry?.state === 'typed' ? entry.text : ''
}

const asRead = {
  vi: /^-?\d+(,\d+)?\s?%?$/,
  en: /^-?\d+(\.\d+)?\s?%?$/,
} as const
const asDay = /^\d{1,2}\/\d{1,2}\/\d{4}$/

/** With marks between thousands for the eye; without them for the ear, which would hear a decimal. */
export type Echo = { readonly shown: string; readonly spoken: string }

/** How the text was read, where it was not typed as such; null where there is nothing to echo. */
export function echoOf(
  text: string,
  reading: FigureReading,
  metric: Pick<Metric, 'valueType' | 'unit' | 'unitEn'>,
  language: Language,
): Echo | null {
  if (reading.kind !== 'value') return null
  const typed = text.trim()
  if (metric.valueType === 'date') {
    const day = formatDate(reading.value)
    return asDay.test(typed) ? null : { shown: day, spoken: day }
  }
  if (metric.valueType === 'flag' || metric.valueType === 'option') return null
  const isAsTyped = asRead[language].test(typed) && !reading.isRead
  if (isAsTyped) return null
  return {
    shown: withUnit(formatNumber(reading.value, language), metric, language),
    spoken: withUnit(bareNumber(reading.value, language), metric, language),
  }
}
