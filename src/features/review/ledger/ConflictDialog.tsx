import { useId, useState } from 'react'
import type { Verdict } from '../../../model/review.ts'
import type { ReviewConflict } from '../../../model/roundState.ts'
import { decideAct, verdictFaults } from '../../../state/review/verdicts.ts'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { conflictTitle } from './conflictTitle.ts'
import { DialogFrame } from './DialogFrame.tsx'
import { EntryCard } from './EntryCard.tsx'
import type { EntryNames } from './entryNames.ts'
import { ReasonField } from './ReasonField.tsx'
import { conflictBar, takeSide } from './resolveConflict.ts'
import { reviewerWords } from './reviewerWords.ts'
import { stageWords } from './stageWords.ts'
import { ThirdVerdict, type Typed, typedVerdict } from './ThirdVerdict.tsx'

/** Takes one side of a conflict, or writes a third decision; either names all sides and stands alone. */
export function ConflictDialog(
  props: ReviewProps & { names: EntryNames; conflict: ReviewConflict; close: () => void },
) {
  const { open, review, change, names, conflict, close } = props
  const words = useText(reviewerWords)
  const stage = useText(stageWords)
  const id = useId()
  const [side, setSide] = useState<string | null>(null)
  const [typed, setTyped] = useState<Typed>({ kind: 'agree', text: '' })
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const bar = conflictBar(conflict, open.state, review)
  const { agencyId, criterionId } = conflict
  const canThird = conflict.about === 'decide' && agencyId !== null && criterionId !== null
  const place = canThird ? { open, review, agencyId, criterionId } : null
  const verdict: Verdict | null = side === 'third' ? typedVerdict(typed) : null
  const faults =
    place && verdict
      ? verdictFaults(place, { verdict, reason }).filter(fault => fault.field !== 'reason')
      : []
  const write = () => {
    setTried(true)
    const why = reason.normalize('NFC').trim()
    if (bar !== null || why === '' || side === null || faults.length > 0) return
    const entry = conflict.entries.find(each => each.id === side)
    const made = entry
      ? takeSide(conflict, entry, why)
      : place && verdict
        ? decideAct(place, { verdict, reason: why })
        : null
    if (!made) return
    const heads = conflict.entries.map(each => each.id)
    const act = made.kind === 'decide' ? { ...made, over: [...new Set([...made.over, ...heads])] } : made
    if (open.append([act]).length > 0) close()
  }
  const toDesk = () =>
    change(
      {
        part: 'desk',
        agency: agencyId ?? undefined,
        criterion: criterionId ?? undefined,
        filter: undefined,
        q: undefined,
        sort: undefined,
      },
      'push',
    )
  return (
    <DialogFrame
      title={`${words.chooseTitle}: ${conflictTitle(conflict, names)}`}
      close={close}
      foot={
        <>
          {isTried && side === null && (
            <span role="alert" className="lost">
              {words.notWritten}
            </span>
          )}
          <button type="button" className="button" onClick={close}>
            {stage.cancel}
          </button>
          <button type="button" className="button primary" disabled={bar !== null} onClick={write}>
            {words.write}
          </button>
        </>
      }
    >
      {bar !== null && (
        <p className="rvl-warned" role="alert">
          <Mark kind="warning" size={13} />
          {bar === 'closed' ? words.closedStage : words.late}
        </p>
      )}
      <fieldset className="rvl-choose">
        <legend>{words.conflictsHint}</legend>
        <div className="rvl-sides">
          {conflict.entries.map(entry => (
            <label key={entry.id} className={side === entry.id ? 'chosen' : undefined}>
              <span className="rvl-take">
                <input
                  type="radio"
                  name={`${id}-side`}
                  checked={side === entry.id}
                  onChange={() => setSide(entry.id)}
                />
                {words.chooseThis}
              </span>
              <EntryCard entry={entry} names={names} />
            </label>
          ))}
        </div>
        {canThird && (
          <div className="rvl-third">
            <label className="rvl-take">
              <input
                type="radio"
                name={`${id}-side`}
                checked={side === 'third'}
                onChange={() => setSide('third')}
              />
              {words.third}
            </label>
            {side === 'third' && (
              <>
                <ThirdVerdict
                  typed={typed}
                  change={setTyped}
                  fault={isTried ? (faults[0]?.text[names.language] ?? null) : null}
                />
                <p className="rvl-quiet">
                  {words.inDesk}{' '}
                  <button type="button" className="link-button" onClick={toDesk}>
                    {words.toDesk}
                  </button>
                </p>
              </>
            )}
          </div>
        )}
      </fieldset>
      <ReasonField label={words.whyChoose} value={reason} change={setReason} isTried={isTried} />
    </DialogFrame>
  )
}
