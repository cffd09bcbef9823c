import { useEffect, useRef, useState } from 'react'
import { useText } from '../../../ui/language.tsx'
import { useCombobox } from '../../../ui/useCombobox.ts'
import { findTargets, type JumpTarget } from './jumpTargets.ts'
import { playerWords } from './words.ts'

/** Opens with the first letter that is typed; Enter goes to the slide or agency that stands first. */
export function JumpBox({
  targets,
  opening,
  go,
  close,
}: {
  targets: readonly JumpTarget[]
  /** What was typed before the box stood. */
  opening: string
  go: (target: JumpTarget) => void
  close: () => void
}) {
  const words = useText(playerWords)
  const [typed, setTyped] = useState(opening)
  const field = useRef<HTMLInputElement>(null)
  const found = findTargets(targets, typed)
  const box = useCombobox({ found, pick: go, isTyped: true, takeBack: close })
  const show = useRef(box.show)
  useEffect(() => {
    const element = field.current
    element?.focus()
    // The letter that opened the box stays, the next one comes after it.
    element?.setSelectionRange(element.value.length, element.value.length)
    show.current()
  }, [])
  return (
    <div className="ps-jump">
      <label htmlFor={box.field.id}>{words.jumpLabel}</label>
      <input
        {...box.field}
        ref={field}
        value={typed}
        onChange={event => {
          setTyped(event.target.value)
          box.show()
        }}
        onBlur={close}
      />
      <small>{words.jumpHint}</small>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a list that is chosen from */}
      <ul {...box.list} role="listbox" aria-label={words.jumpLabel}>
        {found.map(target => (
          <li key={target.id} {...box.option(target)}>
            <span>{target.name}</span>
            <small>{target.kind === 'slide' ? words.slideNote(target.note) : target.note}</small>
          </li>
        ))}
      </ul>
      <p role="status">{found.length === 0 && words.jumpNothing}</p>
    </div>
  )
}
