import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import type { FieldProps } from './fieldProps.ts'
import { formWords } from './words.ts'

/** How it was read, what it was last period, where else it is asked for. */
export function FieldNotes({
  field,
  choices,
  previousPeriod,
  sameAsCode,
  isEmpty,
  echo,
  reuse,
}: FieldProps & { isEmpty: boolean; echo: string | null; reuse: () => void }) {
  const words = useText(formWords)
  const language = useLanguage()
  const name = pickName(language, field.metric.name, field.metric.nameEn)
  const { previous } = choices
  return (
    <>
      <span className="sa-echo" role="status">
        {echo !== null && words.readAs(echo)}
      </span>
      {sameAsCode !== null && <span>{words.sameAs(sameAsCode)}</span>}
      {previous !== null && (
        <span title={previousPeriod === null ? undefined : words.previousTitle(previousPeriod)}>
          {words.previous(previous)}
          {isEmpty && (
            <button
              type="button"
              className="sa-reuse"
              tabIndex={-1}
              aria-label={words.reuseTitle(previous, name)}
              onClick={reuse}
            >
              {words.reuse}
            </button>
          )}
        </span>
      )}
    </>
  )
}
