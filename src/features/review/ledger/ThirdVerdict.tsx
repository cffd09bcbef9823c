import { useId } from 'react'
import type { Verdict } from '../../../model/review.ts'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { reviewerWords } from './reviewerWords.ts'

const kinds = ['agree', 'byRule', 'points', 'notApplicable', 'ask'] as const
type Kind = (typeof kinds)[number]

/** What is being typed of a decision: its kind, and points or a question as text. */
export type Typed = { readonly kind: Kind; readonly text: string }

/** The decision as typed; points with a comma or a point. What is no number is refused by the rules of verdicts. */
export function typedVerdict({ kind, text }: Typed): Verdict {
  if (kind === 'points') return { kind, points: text.trim().replace(',', '.').replace('\u2212', '-') }
  if (kind === 'ask') return { kind, question: text.normalize('NFC').trim() }
  return { kind }
}

/** A decision that is neither side of a conflict. */
export function ThirdVerdict({
  typed,
  change,
  fault,
}: {
  typed: Typed
  change: (typed: Typed) => void
  fault: string | null
}) {
  const words = useText(reviewerWords)
  const id = useId()
  const needsText = typed.kind === 'points' || typed.kind === 'ask'
  return (
    <div className="rvl-form">
      <div className="rvl-field">
        <label htmlFor={`${id}-kind`}>{words.thirdIs}</label>
        <select
          id={`${id}-kind`}
          value={typed.kind}
          aria-describedby={fault === null ? undefined : `${id}-fault`}
          onChange={event => {
            const kind = kinds.find(each => each === event.target.value)
            if (kind) change({ kind, text: '' })
          }}
        >
          {kinds.map(kind => (
            <option key={kind} value={kind}>
              {words.verdict[kind]}
            </option>
          ))}
        </select>
      </div>
      {needsText && (
        <div className="rvl-field">
          <label htmlFor={`${id}-text`}>{typed.kind === 'points' ? words.points : words.question}</label>
          <input
            id={`${id}-text`}
            value={typed.text}
            maxLength={typed.kind === 'points' ? 40 : 2_000}
            inputMode={typed.kind === 'points' ? 'decimal' : 'text'}
            autoComplete="off"
            aria-invalid={fault !== null || undefined}
            aria-describedby={fault === null ? undefined : `${id}-fault`}
            onChange={event => change({ ...typed, text: event.target.value })}
          />
        </div>
      )}
      {fault !== null && (
        <p id={`${id}-fault`} className="rvl-fault">
          <Mark kind="error" size={12} />
          {fault}
        </p>
      )}
    </div>
  )
}
