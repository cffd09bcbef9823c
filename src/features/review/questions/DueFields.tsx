import { useId, useState } from 'react'
import { instantFields, readInstant } from '../../../ui/instants.ts'
import { useText } from '../../../ui/language.tsx'
import { useNow } from '../ledger/useNow.ts'
import { questionsWords } from './words.ts'

/** End of a working day, taken where somebody gives the day alone. */
const usualTime = '17:00'

export type Due = {
  readonly day: string
  readonly time: string
  /** Instant of what was typed; null: none, undefined: it cannot be read. */
  readonly at: string | null | undefined
  readonly change: (next: { readonly day: string; readonly time: string }) => void
}

/** Until when answers are wanted: the deadline of the stage until somebody types another. */
export function useDueFields(deadline: string | null): Due {
  const [typed, setTyped] = useState<{ readonly day: string; readonly time: string } | null>(null)
  const { day, time } = typed ?? instantFields(deadline)
  const at = day.trim() === '' ? null : (readInstant(day, time.trim() === '' ? usualTime : time) ?? undefined)
  return { day, time, at, change: setTyped }
}

export function DueFields({ due }: { due: Due }) {
  const words = useText(questionsWords)
  const id = useId()
  const now = useNow()
  const { day, time, at, change } = due
  const isWrong = at === undefined
  const isPast = typeof at === 'string' && Date.parse(at) < now.getTime()
  return (
    <p className="rvq-due">
      <label htmlFor={`${id}-day`}>{words.due}</label>
      <input
        id={`${id}-day`}
        inputMode="numeric"
        autoComplete="off"
        size={11}
        maxLength={12}
        value={day}
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint`}
        onChange={event => change({ day: event.target.value, time: time === '' ? usualTime : time })}
      />
      <label htmlFor={`${id}-time`}>{words.dueTime}</label>
      <input
        id={`${id}-time`}
        inputMode="numeric"
        autoComplete="off"
        size={6}
        maxLength={8}
        value={time}
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint`}
        onChange={event => change({ day, time: event.target.value })}
      />
      <small id={`${id}-hint`} className={isWrong || isPast ? 'lost' : undefined}>
        {isWrong ? words.dueWrong : isPast ? words.duePast : words.dueHint}
      </small>
    </p>
  )
}
