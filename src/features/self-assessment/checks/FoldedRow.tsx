import { type ReactNode, useId, useState } from 'react'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { useIsPrinting } from '../../../ui/useIsPrinting.ts'
import { labelOf } from './CheckRow.tsx'
import type { CheckLine } from './checkLines.ts'
import { checksWords } from './words.ts'

/** What one criterion still lacks, as one line; each gap behind one press. */
export function FoldedRow({
  line,
  show,
  children,
}: {
  line: CheckLine
  /** Brings the first gap into sight. */
  show: (() => void) | null
  /** The gaps one by one. */
  children: ReactNode
}) {
  const words = useText(checksWords)
  const language = useLanguage()
  const id = useId()
  const isPrinting = useIsPrinting()
  const [isOpen, setOpen] = useState(false)
  const { action, codes, text, mark, severity } = line
  return (
    <li className={`sa-check is-${severity}`}>
      <Mark kind={mark} size={15} />
      <span className="sa-check-text" id={id}>
        <b>{codes.join(', ')} </b>
        {text[language]}
      </span>
      <span className="sa-check-acts">
        {show && action !== null && (
          <button type="button" className="link-button" aria-describedby={id} onClick={show}>
            {labelOf(action, words)}
          </button>
        )}
        <button
          type="button"
          className="link-button"
          aria-describedby={id}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {words.showEach}
        </button>
      </span>
      {(isOpen || isPrinting) && <ul className="sa-check-each">{children}</ul>}
    </li>
  )
}
