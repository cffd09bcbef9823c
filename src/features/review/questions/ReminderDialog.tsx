import { useId, useMemo, useRef } from 'react'
import { periodName } from '../../../receipt/periodName.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { useCopy } from '../../../ui/useCopy.ts'
import type { ReviewProps } from '../reviewProps.ts'
import type { QuestionRow } from './exchangeRows.ts'
import { reminderText } from './reminderText.ts'
import { questionsWords } from './words.ts'
import './reminder.css'

/** Whom to remind to answer what, as text that can be changed before it is copied. */
export function ReminderDialog({
  rows,
  open: { round, ruleSet },
  review,
  close,
}: Pick<ReviewProps, 'open' | 'review'> & { rows: readonly QuestionRow[]; close: () => void }) {
  const words = useText(questionsWords)
  const language = useLanguage()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const { state: copied, copy } = useCopy()
  const text = useMemo(() => {
    const name = round.name ?? pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn)
    return reminderText(rows, review, `${name}, ${periodName(round.period, language)}`, words.reminder)
  }, [rows, review, round, ruleSet, words, language])
  return (
    <Dialog label={words.remindTitle} className="rvq-dialog" close={close}>
      <header>
        <h2>{words.remindTitle}</h2>
        <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <p id={`${id}-hint`}>{words.remindHint}</p>
      <textarea
        ref={area}
        aria-label={words.remindText}
        aria-describedby={`${id}-hint`}
        defaultValue={text}
        rows={16}
        spellCheck={false}
      />
      <footer>
        <span role="status">
          {copied === 'yes' ? words.copied : copied === 'refused' ? words.notCopied : ''}
        </span>
        <button
          type="button"
          className="button primary"
          onClick={() => void copy(area.current?.value ?? text, area.current)}
        >
          <Icon name="copy" size={16} />
          {words.copy}
        </button>
      </footer>
    </Dialog>
  )
}
