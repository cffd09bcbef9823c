import { useId } from 'react'
import type { GroupChoice } from '../../../state/review/newRound.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { roundsWords } from './words.ts'

/** Who has to hand in: groups something is published for stand open, the others behind a line. */
export function GroupFields({
  choices,
  chosen,
  change,
  problem,
}: {
  choices: readonly GroupChoice[]
  chosen: ReadonlySet<string>
  change: (next: ReadonlySet<string>) => void
  problem: string | null
}) {
  const { form, units } = useText(roundsWords)
  const language = useLanguage()
  const id = useId()
  const count = (number: number) => formatNumber(String(number), language)
  const known = choices.filter(({ published }) => published > 0)
  const others = choices.filter(({ published }) => published === 0)
  const box = ({ groupId, name, nameEn, agencies, published }: GroupChoice) => (
    <label key={groupId} className="rvr-group">
      <input
        type="checkbox"
        checked={chosen.has(groupId)}
        onChange={event => {
          const next = new Set(chosen)
          if (event.target.checked) next.add(groupId)
          else next.delete(groupId)
          change(next)
        }}
      />
      <span>
        {pickName(language, name, nameEn)} <b>{units(count(agencies.length))}</b>
        {published > 0 && published < agencies.length && (
          <small>{form.groupPublished(count(published))}</small>
        )}
      </span>
    </label>
  )
  return (
    <fieldset
      className="rvr-groups"
      {...(problem === null ? {} : { 'data-wrong': true })}
      aria-describedby={`${id}-hint ${id}-problem`}
    >
      <legend>{form.groups}</legend>
      {known.map(box)}
      {others.length > 0 && (
        <details open={known.length === 0}>
          <summary>{form.otherGroups(count(others.length))}</summary>
          {others.map(box)}
        </details>
      )}
      <small id={`${id}-hint`}>{form.groupsHint}</small>
      <small id={`${id}-problem`} className="lost" role="alert">
        {problem}
      </small>
    </fieldset>
  )
}
