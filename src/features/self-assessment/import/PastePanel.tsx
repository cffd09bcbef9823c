import './import.css'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { fieldsToFill } from '../../../io/figureImport/importTarget.ts'
import { longestPaste, readPasted } from '../../../io/figureImport/readPasted.ts'
import { importTargetOf } from '../../../state/assessment/importTarget.ts'
import { useCatalogue } from '../../../state/useScoredView.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import type { AssessmentProps, GoTo } from '../assessmentProps.ts'
import { ImportHead } from './ImportHead.tsx'
import { ReadFigures } from './ReadFigures.tsx'
import { importWords } from './words.ts'

/** Cells copied from a sheet: which figure would go where, then all of them in one step. */
export function PastePanel(
  props: AssessmentProps & {
    close: () => void
    goTo: GoTo
    initialText: string
    /** Field that had the keyboard; null: none. */
    fromMetricId: string | null
  },
) {
  const { assessment, close, initialText, fromMetricId } = props
  const { ruleSet, form } = assessment
  const { agencyId, period } = assessment.draft
  const { id, version, sha256 } = assessment.draft.ruleSet
  const words = useText(importWords)
  const language = useLanguage()
  const hint = useId()
  const { agencies } = useCatalogue()
  const [text, setText] = useState(initialText)
  // A long table is read a moment after it is typed or pasted; the box never waits.
  const settled = useDeferredValue(text)
  // What other tabs save in between does not read it anew: lines that were left out stay left out.
  const read = useMemo(() => {
    if (settled.trim() === '') return null
    const draft = { agencyId, period, ruleSet: { id, version, sha256 } }
    return readPasted(settled, importTargetOf({ draft, ruleSet, form }, agencies), fromMetricId)
  }, [settled, agencyId, period, id, version, sha256, ruleSet, form, agencies, fromMetricId])
  const fields = useMemo(() => fieldsToFill(form), [form])
  const from = (fields.find(({ field }) => field.metric.id === fromMetricId) ?? fields[0])?.field.metric
  return (
    <Dialog label={words.pasteTitle} className="sa-import" close={close}>
      <ImportHead title={words.pasteTitle} sub={words.pasteSub} close={close} />
      <div className="sa-import-body">
        <label className="sa-import-paste">
          <span>{words.pasteLabel}</span>
          <textarea
            // The dialog gives the keyboard to whoever carries this when it opens.
            ref={box => box?.setAttribute('autofocus', '')}
            value={text}
            rows={6}
            maxLength={longestPaste + 1}
            spellCheck={false}
            autoComplete="off"
            aria-describedby={hint}
            onChange={event => setText(event.target.value)}
          />
        </label>
        <p id={hint} className="sa-import-hint">
          {words.pasteHint} {from && words.pasteFrom(pickName(language, from.name, from.nameEn))}
        </p>
        {read && <ReadFigures {...props} read={read} />}
      </div>
    </Dialog>
  )
}
