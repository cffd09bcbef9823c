import { readFigure } from '../../../io/figures/readFigure.ts'
import type { FieldEntry } from '../../../model/draft.ts'
import type { ImportedEntry } from '../../../model/figureImport.ts'
import type { Form, FormField, FormItem } from '../../../model/form.ts'
import { formatDate, formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import type { ImportWords } from './words.ts'

/** What an entry is about, as the form calls it. */
export type EntrySubject = {
  readonly code: string
  readonly name: string
  /** Absent where the entry is no figure. */
  readonly field: FormField | null
  readonly nodeId: string | null
}

/** Finds fields and items of a form for the lines of a difference. */
export function subjectsOf(form: Form, language: Language, words: ImportWords) {
  const items = form.areas.flatMap(area => area.items)
  const byNode = new Map(items.map(item => [item.nodeId, item]))
  const fields = new Map<string, { readonly field: FormField; readonly item: FormItem }>()
  for (const item of items)
    for (const field of item.groups.flatMap(group => group.fields))
      if (!fields.has(field.metric.id)) fields.set(field.metric.id, { field, item })

  return ({ edit, place }: ImportedEntry): EntrySubject => {
    if (edit.kind === 'field') {
      const found = fields.get(edit.metricId)
      const metric = found?.field.metric
      return {
        code: found?.item.code ?? '',
        name: metric ? pickName(language, metric.name, metric.nameEn) : place.title,
        field: found?.field ?? null,
        nodeId: found?.item.nodeId ?? null,
      }
    }
    const nodeId = edit.kind === 'evidence' ? (edit.item.criterionIds[0] ?? null) : edit.criterionId
    const item = nodeId === null ? undefined : byNode.get(nodeId)
    const name = item ? pickName(language, item.shortName, item.shortNameEn) : place.title
    return { code: item?.code ?? '', name: `${name}: ${words.parts[edit.kind]}`, field: null, nodeId }
  }
}

/** An entry as it will be read: "1.464 hồ sơ", "không áp dụng". */
export type EntryText = { readonly text: string; readonly isUnclear: boolean; readonly note: string | null }

export function entryText(
  entry: FieldEntry | null,
  field: FormField | null,
  words: ImportWords,
  language: Language,
): EntryText {
  if (entry === null || (entry.state === 'typed' && entry.text.trim() === ''))
    return { text: words.empty, isUnclear: false, note: null }
  if (entry.state !== 'typed')
    return { text: words.states[entry.state], isUnclear: false, note: entry.note ?? null }
  const asTyped = { text: entry.text, isUnclear: false, note: null }
  if (!field) return asTyped
  const { metric, options } = field
  const read = readFigure(entry.text, metric, options, entry.meant)
  if (read.kind !== 'value')
    return { ...asTyped, text: `“${entry.text}”`, isUnclear: read.kind === 'unclear' }
  return { ...asTyped, text: valueText(read.value, field, words, language) }
}

function valueText(
  value: string,
  { metric, options = [] }: FormField,
  words: ImportWords,
  language: Language,
): string {
  switch (metric.valueType) {
    case 'date':
      return formatDate(value)
    case 'flag':
      return value === '1' ? words.yes : words.no
    case 'option': {
      const option = options.find(each => each.value === value)
      return option ? pickName(language, option.label, option.labelEn) : value
    }
    default: {
      const unit = pickName(language, metric.unit, metric.unitEn)
      const number = formatNumber(value, language)
      return unit === '%' ? `${number}%` : `${number}\u00a0${unit}`
    }
  }
}
