import { useId, useRef, useState } from 'react'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { AcceptForm } from './AcceptForm.tsx'
import type { CheckLine } from './checkLines.ts'
import { checksWords } from './words.ts'

/** One finding with its sign, what it is about, and what can be done about it. */
export function CheckRow({
  line,
  show,
  accept,
}: {
  line: CheckLine
  /** Brings the field or the evidence into sight; null where it is about the whole draft. */
  show: (() => void) | null
  accept: (reason: string) => void
}) {
  const words = useText(checksWords)
  const language = useLanguage()
  const id = useId()
  const [isAsking, setAsking] = useState(false)
  const asking = useRef<HTMLButtonElement>(null)
  const { action, severity, codes } = line
  const sentence = (
    <>
      {codes.length > 0 && <b>{codes.join(', ')} </b>}
      {line.text[language]}
    </>
  )
  const label = action === null ? null : labelOf(action, words)
  const isAccepting = action === 'accept'
  const cancel = () => {
    setAsking(false)
    asking.current?.focus()
  }
  const isText = show === null || action === 'field' || action === 'add' || action === 'evidence'
  return (
    <li className={`sa-check is-${severity}`}>
      <Mark kind={line.mark} size={15} />
      {isText ? (
        <span className="sa-check-text" id={id} title={line.text[language]}>
          {sentence}
        </span>
      ) : (
        <button type="button" className="sa-check-text" id={id} title={line.text[language]} onClick={show}>
          <span className="visually-hidden">{words.toField}: </span>
          {sentence}
        </button>
      )}
      <span className="sa-check-acts">
        {label !== null && (isAccepting || show) && (
          <button
            type="button"
            className="link-button"
            aria-describedby={id}
            ref={isAccepting ? asking : undefined}
            aria-expanded={isAccepting ? isAsking : undefined}
            onClick={isAccepting ? () => setAsking(true) : (show ?? undefined)}
          >
            {label}
          </button>
        )}
        {severity === 'doubt' && !isAccepting && (
          <button
            type="button"
            className="link-button"
            aria-describedby={id}
            aria-expanded={isAsking}
            ref={asking}
            onClick={() => setAsking(true)}
          >
            {words.giveReason}
          </button>
        )}
      </span>
      {isAsking && <AcceptForm accept={accept} cancel={cancel} />}
    </li>
  )
}

/** What the press beside a line is called. */
export function labelOf(action: NonNullable<CheckLine['action']>, words: (typeof checksWords)['vi']): string {
  switch (action) {
    case 'field':
      return words.toField
    case 'evidence':
      return words.toEvidence
    case 'add':
      return words.add
    case 'accept':
      return words.right
  }
}
