import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { EchoText } from './EchoText.tsx'
import type { FieldProps } from './fieldProps.ts'
import type { Echo } from './fieldText.ts'
import { ReuseState } from './ReuseState.tsx'
import { formWords } from './words.ts'

/** How it was read, what it was last period, where else it is asked for. */
export function FieldNotes({
  field,
  choices,
  previousPeriod,
  previousState,
  acts,
  sameAsCode,
  isEmpty,
  echo,
  reuse,
}: FieldProps & { isEmpty: boolean; echo: Echo | null; reuse: () => void }) {
  const words = useText(formWords)
  const language = useLanguage()
  const name = pickName(language, field.metric.name, field.metric.nameEn)
  const { previous } = choices
  return (
    <>
      <EchoText echo={echo} />
      {sameAsCode !== null && <span>{words.sameAs(sameAsCode)}</span>}
      {previous !== null && (
        <span title={previousPeriod === null ? undefined : words.previousTitle(previousPeriod)}>
          {words.previous(previous)}
          {isEmpty && choices.canReuse && (
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
      {previousState && isEmpty && <ReuseState metric={field.metric} state={previousState} acts={acts} />}
      {field.metric.definition !== undefined && (
        <span className="sa-definition">{field.metric.definition}</span>
      )}
    </>
  )
}
