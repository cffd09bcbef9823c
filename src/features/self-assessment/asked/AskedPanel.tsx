import type { Form } from '../../../model/form.ts'
import type { RequestAnswer } from '../../../model/review.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { GoTo } from '../assessmentProps.ts'
import { answerText, progressOf } from './answerState.ts'
import { askedWords } from './words.ts'
import './asked.css'

/** Beside the form: every question with what answers it, and the way there. */
export function AskedPanel({
  form,
  answers,
  goTo,
  goNext,
}: {
  /** With what was asked about alone. */
  form: Form
  answers: readonly RequestAnswer[]
  goTo: GoTo
  goNext: () => void
}) {
  const words = useText(askedWords)
  const language = useLanguage()
  const count = (number: number) => formatNumber(String(number), language)
  const { done, of } = progressOf(answers)
  const byItem = new Map(answers.map(answer => [answer.criterionId, answer]))
  return (
    <section className="sa-asked-panel" aria-labelledby="sa-asked-panel">
      <h2 id="sa-asked-panel">
        {done === of ? words.all(count(of)) : words.progress(count(done), count(of))}
      </h2>
      <ul>
        {form.areas
          .flatMap(area => area.items)
          .map(item => {
            const state = answerText(byItem.get(item.nodeId), words, language)
            return (
              <li key={item.nodeId}>
                <button
                  type="button"
                  onClick={() => goTo({ nodeId: item.nodeId, metricId: null, part: 'explanation' })}
                >
                  <Mark kind={state === null ? 'missing' : 'reached'} size={14} />
                  <span>
                    <b>{item.code}</b> {pickName(language, item.shortName, item.shortNameEn)}
                    <small>{state ?? words.unanswered}</small>
                  </span>
                </button>
              </li>
            )
          })}
      </ul>
      {done < of && (
        <button type="button" className="link-button" aria-keyshortcuts="Control+M" onClick={goNext}>
          {words.next}
        </button>
      )}
    </section>
  )
}
