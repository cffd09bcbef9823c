import { useId } from 'react'
import type { PointsFreedom } from '../../../model/roundState.ts'
import { useText } from '../../../ui/language.tsx'
import { editWords } from './editWords.ts'

/** Points a reviewer gives, with the bounds and the step the rules leave. */
export function PointsInput({
  freedom,
  text,
  change,
  points,
  fault,
  isMissing,
}: {
  freedom: PointsFreedom
  text: string
  change: (text: string) => void
  points: (value: string) => string
  fault: string | null
  isMissing: boolean
}) {
  const words = useText(editWords)
  const id = useId()
  if (freedom.kind !== 'judged') return null
  const { least, most, step } = freedom
  const isWrong = fault !== null || isMissing
  return (
    <div className="rvd-field">
      <label htmlFor={id}>{words.pointsField}</label>
      <div className="rvd-field-row">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          value={text}
          aria-invalid={isWrong || undefined}
          aria-describedby={`${id}-bounds${fault === null ? '' : ` ${id}-fault`}`}
          onChange={event => change(event.target.value)}
        />
        <span className="rvd-unit">/{points(most)}</span>
      </div>
      <p id={`${id}-bounds`} className={isMissing && fault === null ? 'rvd-fault' : 'rvd-quiet'}>
        {words.pointsHint(points(least), points(most))}
        {step !== null && words.pointsStep(points(step))}
      </p>
      {fault !== null && (
        <p id={`${id}-fault`} className="rvd-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}
