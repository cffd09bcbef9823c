import { useId } from 'react'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { FormActs } from './acts.ts'
import { useTyped } from './useTyped.ts'
import { formWords } from './words.ts'

/** In the place of the fields: why a criterion does not apply to the agency. */
export function ExemptPart({
  nodeId,
  exempt: { reason, isOwn },
  isForLevel,
  acts,
}: {
  nodeId: string
  exempt: { readonly reason: string; readonly isOwn: boolean }
  /** The rule set asks agencies of this level. */
  isForLevel: boolean
  acts: FormActs
}) {
  const words = useText(formWords)
  const id = useId()
  const [text, type] = useTyped(reason, next =>
    acts.change([{ kind: 'exempt', criterionId: nodeId, reason: next }], `exempt:${nodeId}`),
  )
  return (
    <div className="sa-exempt">
      <p>
        <Mark kind="notApplicable" size={14} />
        <b>{isForLevel ? words.exempt : words.notForLevel}</b>
        {!isOwn && <span>{reason}</span>}
      </p>
      {isOwn && (
        <>
          <div className="sa-field wide">
            <label htmlFor={id}>{words.exemptReason}</label>
            <input
              id={id}
              type="text"
              autoComplete="off"
              data-node={nodeId}
              data-exempt=""
              value={text}
              aria-describedby={`${id}-hint`}
              onChange={event => type(event.target.value)}
            />
            <p className="sa-note" id={`${id}-hint`}>
              {words.exemptHint}
            </p>
          </div>
          <button
            type="button"
            className="link-button"
            onClick={() => acts.change([{ kind: 'exempt', criterionId: nodeId, reason: null }])}
          >
            {words.applyAgain}
          </button>
        </>
      )}
    </div>
  )
}
