import type { FieldEntry } from '../../../model/draft.ts'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { FormActs } from './acts.ts'
import { useTyped } from './useTyped.ts'
import { formWords } from './words.ts'

type Stated = Exclude<FieldEntry, { state: 'typed' }>

/** In the place of a figure: why there is none. */
export function StateWord({ state }: { state: Stated['state'] }) {
  const words = useText(formWords)
  return (
    <span className="sa-state-word">
      <Mark kind={state === 'missing' ? 'missing' : 'notApplicable'} />
      {words.stateWords[state]}
    </span>
  )
}

/** The reason its owner gives for a figure that is not there. */
export function StateReason({
  metricId,
  name,
  entry,
  acts,
}: {
  metricId: string
  name: string
  entry: Stated
  acts: FormActs
}) {
  const words = useText(formWords)
  const [note, type] = useTyped(entry.note ?? '', text =>
    acts.setField(
      metricId,
      { state: entry.state, ...(text === '' ? {} : { note: text }) },
      `note:${metricId}`,
    ),
  )
  return (
    <label className="sa-reason">
      <span>{words.reason}</span>
      <input
        type="text"
        autoComplete="off"
        aria-label={words.reasonFor(name)}
        title={note === '' ? words.reasonWanted : note}
        value={note}
        onChange={event => type(event.target.value)}
      />
    </label>
  )
}
