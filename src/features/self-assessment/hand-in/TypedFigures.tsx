import type { Draft } from '../../../model/draft.ts'
import type { RuleSet } from '../../../model/ruleSet.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { openedWords } from './openedWords.ts'

/** Figures with a unit of their own; yes, no, days and answers have none. */
const counted = new Set(['count', 'percent', 'number'])

/** What was typed into a draft, to the letter, whatever rules it can be scored by. */
export function TypedFigures({
  draft,
  older,
  newer,
}: {
  draft: Draft
  /** Rules that know the names of the figures; null where they are not at hand. */
  older: RuleSet | null
  newer: RuleSet | null
}) {
  const words = useText(openedWords)
  const language = useLanguage()
  if (draft.fields.size === 0) return null
  const metrics = new Map([newer, older].flatMap(set => set?.metrics ?? []).map(each => [each.id, each]))
  return (
    <details className="sa-typed">
      <summary>{words.figuresTyped}</summary>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.typed}</th>
          </tr>
        </thead>
        <tbody>
          {[...draft.fields].map(([metricId, entry]) => {
            const metric = metrics.get(metricId)
            return (
              <tr key={metricId}>
                <th scope="row">{metric ? pickName(language, metric.name, metric.nameEn) : metricId}</th>
                <td>
                  {entry.state === 'typed'
                    ? `${entry.text}${metric && counted.has(metric.valueType) ? `\u00a0${pickName(language, metric.unit, metric.unitEn)}` : ''}`
                    : [words.stated[entry.state], entry.note].filter(Boolean).join(': ')}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}
