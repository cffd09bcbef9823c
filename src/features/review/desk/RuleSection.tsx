import { useId, useState } from 'react'
import { ruleLines } from '../../../receipt/ruleLines.ts'
import { ruleSentence } from '../../../receipt/ruleSentence.ts'
import type { RuleSpeech } from '../../../receipt/ruleSpeech.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../../../ui/language.tsx'
import type { DeskLine } from './deskLines.ts'
import { detailWords } from './detailWords.ts'

/** How the item is scored, in one sentence; bands, answers and parts behind one press. */
export function RuleSection({ line: { form }, say }: { line: DeskLine; say: RuleSpeech }) {
  const words = useText(detailWords)
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const lines = ruleLines(form.rule, form.maxPoints, say)
  return (
    <div className="rvd-rule">
      <p>
        {form.rule.kind === 'reported' && form.filledBy === 'claim'
          ? words.reported
          : `${ruleSentence(form.rule, say)}.`}{' '}
        {lines.length > 0 && (
          <button
            type="button"
            className="rvd-more"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            {words.ruleMore}
            <Icon name="chevron" size={12} />
          </button>
        )}
      </p>
      <ul id={id} hidden={!isOpen} className="rvd-list">
        {lines.map((each, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a rule never change place
          <li key={place}>{each.label === undefined ? each.value : `${each.label}: ${each.value}`}</li>
        ))}
      </ul>
      {form.note !== null && <p className="rvd-quiet">{form.note}</p>}
    </div>
  )
}
