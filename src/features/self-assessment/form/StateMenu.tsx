import type { Ref } from 'react'
import type { FieldEntry } from '../../../model/draft.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../../../ui/language.tsx'
import { formWords } from './words.ts'

export type FieldState = FieldEntry['state']

/** What may be chosen for a field besides a figure. */
export type StateChoices = {
  /** Counts of a share: nothing happened to be counted. */
  readonly canBeNone: boolean
  /** The rule set tells figures that are kept back from those that are not there. */
  readonly canBeWithheld: boolean
  /** Figure of the period before, as it is read; null where there is none. */
  readonly previous: string | null
  /** Whether it may be taken over. */
  readonly canReuse: boolean
}

/**
 * States of a figure, at the end of its box: a press opens them, and Alt with the down arrow from the field does,
 * so that Tab goes from figure to figure. Where there is no figure it stands for the field itself.
 */
export function StateMenu({
  id,
  ref,
  name,
  state,
  choices,
  choose,
}: {
  id?: string | undefined
  ref?: Ref<HTMLSelectElement> | undefined
  name: string
  state: FieldState
  choices: StateChoices
  choose: (next: FieldState | 'none' | 'reuse') => void
}) {
  const words = useText(formWords)
  const { states } = words
  return (
    <span className="sa-state" title={words.stateTitle}>
      <Icon name="chevron" size={14} />
      <select
        id={id}
        ref={ref}
        aria-label={words.state(name)}
        tabIndex={state === 'typed' ? -1 : 0}
        value={state}
        onChange={event => choose(readChoice(event.target.value))}
      >
        <option value="typed">{states.typed}</option>
        {choices.previous !== null && choices.canReuse && (
          <option value="reuse">{states.reuse(choices.previous)}</option>
        )}
        {choices.canBeNone && <option value="none">{states.none}</option>}
        <option value="missing">{states.missing}</option>
        <option value="notApplicable">{states.notApplicable}</option>
        {(choices.canBeWithheld || state === 'withheld') && (
          <option value="withheld">{states.withheld}</option>
        )}
      </select>
    </span>
  )
}

const choosable = ['typed', 'none', 'reuse', 'missing', 'notApplicable', 'withheld'] as const

function readChoice(value: string): FieldState | 'none' | 'reuse' {
  return choosable.find(each => each === value) ?? 'typed'
}
