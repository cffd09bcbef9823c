import { readDay } from '../../io/figures/readDay.ts'
import { useText } from '../../ui/language.tsx'
import { NativeDay } from '../../ui/NativeDay.tsx'
import { tasksWords } from './words.ts'

/** A day typed as dd/mm/yyyy, with the browser's own calendar beside it. */
export function DayInput({
  id,
  name,
  text,
  change,
  settle,
  described = {},
}: {
  id: string
  name: string
  /** As typed. */
  text: string
  change: (text: string) => void
  /** Enter was pressed or the field was left. */
  settle?: () => void
  described?: { readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true }
}) {
  const words = useText(tasksWords)
  const reading = readDay(text.trim())
  return (
    <span className="tk-day-input">
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder={words.dayForm}
        value={text}
        onChange={event => change(event.target.value)}
        onBlur={settle}
        onKeyDown={event => {
          if (event.key === 'Enter') settle?.()
        }}
        {...described}
      />
      <NativeDay
        label={words.pickDay(name)}
        fieldClass="tk-native"
        value={reading.kind === 'value' ? reading.value : ''}
        pick={day => change(day.split('-').toReversed().join('/'))}
      />
    </span>
  )
}
