import { useRef, useState } from 'react'
import type { Verdict } from '../../../model/review.ts'
import { type VerdictPlace, verdictFaults } from '../../../state/review/verdicts.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { DialogFoot, DialogHead } from './DialogParts.tsx'
import type { DeskLine } from './deskLines.ts'
import { editWords } from './editWords.ts'
import { ReasonField } from './ReasonField.tsx'
import { questionSuggestions, reasonSuggestions } from './suggestions.ts'
import { useFirstField } from './useFirstField.ts'
import './deskDialog.css'

/** A verdict that needs words: a question to the agency, or why the item does not apply. */
export function SayDialog({
  kind,
  line,
  place,
  points,
  save,
  close,
}: {
  kind: 'ask' | 'notApplicable'
  line: DeskLine
  place: VerdictPlace
  points: (value: string) => string
  /** @returns whether it was written */
  save: (verdict: Verdict, reason: string | null) => boolean
  close: () => void
}) {
  const words = useText(editWords)
  const language = useLanguage()
  const field = useRef<HTMLTextAreaElement>(null)
  const form = useRef<HTMLFormElement>(null)
  useFirstField(form)
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const isQuestion = kind === 'ask'
  const said = text.trim()
  const verdict: Verdict = isQuestion ? { kind: 'ask', question: said } : { kind: 'notApplicable' }
  const reason = isQuestion ? null : said
  const [fault] = verdictFaults(place, { verdict, reason })
  const submit = () => {
    setTried(true)
    if (fault === undefined) {
      if (save(verdict, reason)) close()
    } else field.current?.focus()
  }
  const title = isQuestion ? words.askTitle : words.exemptTitle
  return (
    <Dialog
      label={title(line.form.code, pickName(language, line.form.shortName, line.form.shortNameEn))}
      className="rvd-dialog"
      close={close}
    >
      <form
        ref={form}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <DialogHead
          title={title(line.form.code, pickName(language, line.form.name, line.form.nameEn))}
          close={close}
        />
        <div className="rvd-dialog-body">
          <ReasonField
            ref={field}
            label={isQuestion ? words.question : words.reason}
            hint={isQuestion ? words.questionHint : words.exemptHint}
            value={text}
            change={setText}
            fault={isTried && fault !== undefined ? fault.text[language] : null}
            suggestions={
              isQuestion ? questionSuggestions(line, points, language) : reasonSuggestions(line, language)
            }
            submit={submit}
          />
        </div>
        <DialogFoot save={isQuestion ? words.saveQuestion : words.saveExempt} close={close} />
      </form>
    </Dialog>
  )
}
