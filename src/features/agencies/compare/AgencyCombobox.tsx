import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { foldText } from '../../../ui/foldText.ts'
import { useText } from '../../../ui/language.tsx'
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
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const wanted = foldText(typed.trim())
  const found = choices
    .filter(({ name, alsoKnownAs }) => foldText(`${name} ${alsoKnownAs}`).includes(wanted))
    .slice(0, mostShown)
  const current = found[Math.min(active, found.length - 1)]
  const isListed = isOpen && found.length > 0
  const choose = (choice: AgencyChoice) => {
    pick(choice.id)
    setTyped('')
    setActive(0)
    setOpen(false)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive(isOpen && found.length > 0 ? (active + step + found.length) % found.length : 0)
      setOpen(true)
    } else if (event.key === 'Enter' && isOpen && current) {
      event.preventDefault()
      choose(current)
    } else if (event.key === 'Escape' && (isOpen || typed !== '')) {
      event.stopPropagation()
      setOpen(false)
      setTyped('')
    }
  }
  return (
    <div className="agency-combobox" data-picture="skip">
      <label htmlFor={`${id}-field`}>{words.add}</label>
      <div className="field">
        <input
          ref={field}
          id={`${id}-field`}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-autocomplete="list"
          aria-expanded={isListed}
          aria-controls={`${id}-list`}
          aria-describedby={`${id}-hint`}
          aria-activedescendant={isListed && current ? `${id}-${current.id}` : undefined}
          value={typed}
          onChange={event => {
            setTyped(event.target.value)
            setActive(0)
            setOpen(true)
          }}
          onClick={() => setOpen(true)}
          onKeyDown={press}
          onBlur={() => setOpen(false)}
        />
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={words.suggestions}
          className="agency-options"
          hidden={!isListed}
        >
          {found.map((choice, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field holds the focus and its keys choose
            <div
              key={choice.id}
              id={`${id}-${choice.id}`}
              title={choice.alsoKnownAs}
              role="option"
              tabIndex={-1}
              aria-selected={choice === current}
              // Keeps the focus in the field, which closes the list when it leaves.
              onMouseDown={event => event.preventDefault()}
              onMouseMove={() => setActive(index)}
              onClick={() => choose(choice)}
            >
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
