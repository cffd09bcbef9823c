import { useId, useMemo, useRef } from 'react'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { useCopy } from '../../../ui/useCopy.ts'
import type { InboxRow } from './inboxRows.ts'
import { reminderText } from './reminderText.ts'
import { inboxWords } from './words.ts'
import './dialogs.css'

/** Whom to remind, as text that can be changed before it is copied. */
export function ReminderDialog({
  open,
  rows,
  close,
}: {
  open: OpenRound
  rows: readonly InboxRow[]
  close: () => void
}) {
  const { reminder: words, close: closeWord } = useText(inboxWords)
  const language = useLanguage()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const { state: copied, copy } = useCopy()
  const { round, state, ruleSet } = open
  const text = useMemo(
    () =>
      reminderText(
        rows,
        {
          round: { ...round, name: round.name ?? ruleSet.shortTitle },
          deadline: state.stages.selfAssessment.deadline,
          now: new Date().toISOString(),
        },
        words,
        language,
      ),
    [rows, round, ruleSet, state, words, language],
  )
  return (
    <Dialog label={words.title} className="rvi-dialog" close={close}>
      <div className="rvi-dialog-head">
        <h2>{words.title}</h2>
        <button type="button" className="icon-button" aria-label={closeWord} onClick={close}>
          <Icon name="close" size={16} />
        </button>
      </div>
      {text === '' ? (
        <p>{words.nobody}</p>
      ) : (
        <>
          <p className="rvi-quiet" id={`${id}-intro`}>
            {words.intro}
          </p>
          <label className="visually-hidden" htmlFor={id}>
            {words.text}
          </label>
          <textarea
            id={id}
            ref={area}
            className="rvi-reminder"
            defaultValue={text}
            rows={18}
            spellCheck={false}
            aria-describedby={`${id}-intro`}
          />
          <p className="rvi-dialog-foot">
            <button
              type="button"
              className="button primary"
              onClick={() => void copy(area.current?.value ?? text, area.current)}
            >
              <Icon name="copy" size={16} />
              {words.copy}
            </button>
            <span role="status">
              {copied === 'yes' ? words.copied : copied === 'refused' ? words.notCopied : ''}
            </span>
          </p>
        </>
      )}
    </Dialog>
  )
}
