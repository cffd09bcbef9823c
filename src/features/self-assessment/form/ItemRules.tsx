import { useId, useState } from 'react'
import { type FormItem, isFilledByAgency } from '../../../model/form.ts'
import { ruleLines } from '../../../receipt/ruleLines.ts'
import type { RuleSpeech } from '../../../receipt/ruleSpeech.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { itemSentence } from './itemSentence.ts'
import { formWords } from './words.ts'

/** Kinds whose sentence leaves nothing out, or whose answers stand in the form with their points. */
const saidInFull: ReadonlySet<FormItem['rule']['kind']> = new Set(['ratio', 'choice'])

/** How it is scored, in one sentence; the rest of the rule and what the figures mean behind one press. */
export function ItemRules({ item, say }: { item: FormItem; say: RuleSpeech }) {
  const words = useText(formWords)
  const language = useLanguage()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const lines = saidInFull.has(item.rule.kind) ? [] : ruleLines(item.rule, item.maxPoints, say)
  // Under a field that can be filled in its meaning stands by itself.
  const defined = isFilledByAgency(item)
    ? []
    : item.groups.flatMap(group => group.fields).filter(({ metric }) => metric.definition !== undefined)
  return (
    <div className="sa-rules">
      <p>
        {itemSentence(item, say, language)}.{' '}
        {lines.length + defined.length > 0 && (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={`${item.code}: ${words.details}`}
            onClick={() => setOpen(!isOpen)}
          >
            {words.details}
            <Icon name="chevron" size={12} />
          </button>
        )}
      </p>
      <div id={id} hidden={!isOpen}>
        {lines.length > 0 && (
          <ul>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a rule never change place
              <li key={index}>{line.label === undefined ? line.value : `${line.label}: ${line.value}`}</li>
            ))}
          </ul>
        )}
        {defined.length > 0 && (
          <dl>
            {defined.map(({ metric }) => (
              <div key={metric.id}>
                <dt>{pickName(language, metric.name, metric.nameEn)}</dt>
                <dd>{metric.definition}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </div>
  )
}
