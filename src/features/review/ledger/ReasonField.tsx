import { useId } from 'react'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { stageWords } from './stageWords.ts'

/** Longest reason a line takes. */
const longest = 2_000

/** Why something is done; the line stands in the ledger for good, so it has to be said. */
export function ReasonField({
  label,
  value,
  change,
  isTried,
  fault,
}: {
  label?: string
  value: string
  change: (text: string) => void
  /** Whether somebody tried to go on without one. */
  isTried: boolean
  fault?: string
}) {
  const words = useText(stageWords)
  const id = useId()
  const isEmpty = isTried && value.trim() === ''
  return (
    <div className="rvl-field wide">
      <label htmlFor={id}>{label ?? words.reason}</label>
      <textarea
        id={id}
        rows={2}
        value={value}
        maxLength={longest}
        aria-invalid={isEmpty || undefined}
        aria-describedby={isEmpty ? `${id}-fault` : undefined}
        onChange={event => change(event.target.value)}
      />
      {isEmpty && (
        <p id={`${id}-fault`} className="rvl-fault">
          <Mark kind="error" size={12} />
          {fault ?? words.reasonNeeded}
        </p>
      )}
    </div>
  )
}
