import { readFigure } from '../../../io/figures/readFigure.ts'
import type { FieldEntry } from '../../../model/draft.ts'
import type { FieldGroup } from '../../../model/form.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { valueText, withUnit } from './fieldText.ts'
import { formWords } from './words.ts'

/** Figures that others fill in, where there are some: read, not changed. */
export function KnownFigures({
  groups,
  entries,
}: {
  groups: readonly FieldGroup[]
  entries: ReadonlyMap<string, FieldEntry>
}) {
  const words = useText(formWords)
  const language = useLanguage()
  const known = groups
    .flatMap(group => group.fields)
    .flatMap(field => {
      const entry = entries.get(field.metric.id)
      if (entry?.state !== 'typed') return []
      const reading = readFigure(entry.text, field.metric, field.options, entry.meant)
      return reading.kind === 'value' ? [{ field, value: reading.value }] : []
    })
  if (known.length === 0) return null
  return (
    <dl className="sa-known" aria-label={words.ofOthers}>
      {known.map(({ field, value }) => (
        <div key={field.metric.id}>
          <dt>{pickName(language, field.metric.name, field.metric.nameEn)}</dt>
          <dd>
            {withUnit(valueText(value, field, words, language).replace(/%$/, ''), field.metric, language)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
