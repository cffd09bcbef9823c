import type { FormField, FormItem } from '../../../model/form.ts'
import type { FigureState } from '../../../model/review.ts'
import type { Language } from '../../../ui/formatNumber.ts'
import { valueText, withUnit } from '../form/fieldText.ts'
import type { FormWords } from '../form/words.ts'
import type { AskedWords } from './words.ts'

const unitless: ReadonlySet<string> = new Set(['date', 'flag', 'option'])

/** A figure as handed in or proposed, with its unit; what is no figure says why. */
export function figureText(
  figure: FigureState,
  field: FormField,
  words: AskedWords,
  formWords: FormWords,
  language: Language,
): string {
  if (figure.state !== 'entered') return words[figure.state]
  const text = valueText(figure.value, field, formWords, language)
  // Days and answers say all of it themselves.
  return unitless.has(field.metric.valueType)
    ? text
    : withUnit(text.replace(/%$/, ''), field.metric, language)
}

/** Fields of an item, each figure once. */
export function fieldsOf({ groups }: Pick<FormItem, 'groups'>): readonly FormField[] {
  const all = groups.flatMap(group => group.fields)
  return [...new Map(all.map(field => [field.metric.id, field])).values()]
}
