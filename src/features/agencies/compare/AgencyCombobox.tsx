import { type RefObject, useId, useState } from 'react'
import { foldText } from '../../../ui/foldText.ts'
import { useText } from '../../../ui/language.tsx'
import { useCombobox } from '../../../ui/useCombobox.ts'
import { compareWords } from './words.ts'

export type AgencyChoice = {
  readonly id: string
  readonly name: string
  /** The full name, found too. */
  readonly alsoKnownAs: string
}

/** Suggestions that fit on a screen without scrolling. */
const mostShown = 8

/** Picks one agency by typing part of its name, with or without accents. */
export function AgencyCombobox({
  choices,
  pick,
  field,
}: {
  choices: readonly AgencyChoice[]
  pick: (id: string) => void
  field: RefObject<HTMLInputElement | null>
}) {
  const words = useText(compareWords)
  const id = useId()
  const [typed, setTyped] = useState('')
  const wanted = foldText(typed.trim())
  const found = choices
    .filter(({ name, alsoKnownAs }) => foldText(`${name} ${alsoKnownAs}`).includes(wanted))
    .slice(0, mostShown)
  const { isOpen, show, ...combobox } = useCombobox({
    found,
    pick: choice => {
      pick(choice.id)
      setTyped('')
    },
    isTyped: typed !== '',
    takeBack: () => setTyped(''),
  })
  return (
    <div className="agency-combobox" data-picture="skip">
      <label htmlFor={combobox.field.id}>{words.add}</label>
      <div className="field">
        <input
          ref={field}
          {...combobox.field}
          aria-describedby={`${id}-hint`}
          value={typed}
          onChange={event => {
            setTyped(event.target.value)
            show()
          }}
        />
        <div role="listbox" {...combobox.list} aria-label={words.suggestions} className="agency-options">
          {found.map(choice => (
            <div key={choice.id} title={choice.alsoKnownAs} {...combobox.option(choice)}>
              {choice.name}
            </div>
          ))}
        </div>
        {isOpen && found.length === 0 && (
          <p className="agency-options" role="status">
            {words.noMatch}
          </p>
        )}
      </div>
      <small id={`${id}-hint`}>{words.addHint}</small>
    </div>
  )
}
