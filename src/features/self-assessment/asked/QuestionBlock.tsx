import { useId } from 'react'
import type { AskedOfDraft } from '../../../model/askedDraft.ts'
import type { DraftEdit } from '../../../model/draft.ts'
import type { FormItem } from '../../../model/form.ts'
import type { RequestAnswer } from '../../../model/review.ts'
import { entryOf } from '../../../state/assessment/draftOf.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { FormActs } from '../form/acts.ts'
import { useTyped } from '../form/useTyped.ts'
import { formWords } from '../form/words.ts'
import { answerText } from './answerState.ts'
import { fieldsOf, figureText } from './figureText.ts'
import { askedWords } from './words.ts'
import './asked.css'

/** On top of an item: what was asked, the points it stood at, and what the agency says to it. */
export function QuestionBlock({
  asked,
  item,
  explanation,
  answer,
  alsoUsed,
  format,
  acts,
}: {
  asked: AskedOfDraft
  item: FormItem
  explanation: string | undefined
  answer: RequestAnswer | undefined
  /** Items that were not asked about and look at the same figures, by metric. */
  alsoUsed: ReadonlyMap<string, readonly FormItem[]>
  format: (points: string) => string
  acts: FormActs
}) {
  const words = useText(askedWords)
  const language = useLanguage()
  const id = useId()
  const { nodeId } = item
  const [text, type] = useTyped(explanation ?? '', next =>
    acts.change(
      [{ kind: 'explanation', criterionId: nodeId, text: next.trim() === '' ? null : next }],
      `explanation:${nodeId}`,
    ),
  )
  const questions = asked.request.questions.filter(each => each.criterionId === nodeId)
  const said = asked.before.explanations?.find(each => each.criterionId === nodeId)?.text
  const state = answerText(answer, words, language)
  return (
    <div className="sa-question">
      {questions.map(({ entryId, question, points }) => (
        <div key={entryId} className="sa-question-asked">
          <p>
            <b>{words.ask}</b>
            <span>
              {points === null
                ? words.open
                : words.pointsThen(
                    `${format(points)}${item.maxPoints === null ? '' : `/${formatNumber(item.maxPoints, language)}`}`,
                  )}
            </span>
          </p>
          <blockquote id={`${id}-${entryId}`}>{question}</blockquote>
        </div>
      ))}
      {said !== undefined && (
        <p className="sa-question-before">
          <b>{words.before}:</b> {said}
        </p>
      )}
      <div className="sa-question-answer">
        <label htmlFor={`${id}-text`}>{words.explain}</label>
        <textarea
          id={`${id}-text`}
          rows={3}
          maxLength={4000}
          data-explain={nodeId}
          data-node={nodeId}
          aria-describedby={questions.map(({ entryId }) => `${id}-${entryId}`).join(' ')}
          value={text}
          onChange={event => type(event.target.value)}
        />
      </div>
      <p className="sa-question-state">
        <Mark kind={state === null ? 'missing' : 'reached'} size={13} />
        {state === null ? words.notAnswered : `${words.answered}: ${state}`}
      </p>
      <Proposed asked={asked} item={item} answer={answer} acts={acts} />
      <SharedFigures item={item} alsoUsed={alsoUsed} />
    </div>
  )
}

/** Figures as handed in and as proposed, each with the way back. */
function Proposed({
  asked,
  item,
  answer,
  acts,
}: {
  asked: AskedOfDraft
  item: FormItem
  answer: RequestAnswer | undefined
  acts: FormActs
}) {
  const words = useText(askedWords)
  const ofForm = useText(formWords)
  const language = useLanguage()
  const fields = new Map(fieldsOf(item).map(field => [field.metric.id, field]))
  const lines = (answer?.figures ?? []).flatMap(correction => {
    const field = fields.get(correction.metricId)
    return field ? [{ ...correction, field }] : []
  })
  if (lines.length === 0) return null
  return (
    <ul className="sa-question-figures">
      {lines.map(({ metricId, was, to, field }) => {
        const name = pickName(language, field.metric.name, field.metric.nameEn)
        const say = (figure: typeof was) => figureText(figure, field, words, ofForm, language)
        const before = asked.before.values.find(value => value.metricId === metricId)
        const edit: DraftEdit = {
          kind: 'field',
          metricId,
          entry: before ? entryOf(before, field.metric) : null,
        }
        return (
          <li key={metricId}>
            <span>{words.change(name, say(was), say(to))}</span>
            <button
              type="button"
              className="link-button"
              aria-label={words.takeBackOf(name)}
              onClick={() => acts.change([edit])}
            >
              {words.takeBack}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** A figure that other items look at as well: a change belongs to the item that was asked about. */
function SharedFigures({
  item,
  alsoUsed,
}: {
  item: FormItem
  alsoUsed: ReadonlyMap<string, readonly FormItem[]>
}) {
  const words = useText(askedWords)
  const language = useLanguage()
  const shared = fieldsOf(item).flatMap(({ metric }) => {
    const others = alsoUsed.get(metric.id) ?? []
    return others.length === 0 ? [] : [{ metric, codes: others.map(other => other.code).join(', ') }]
  })
  return shared.map(({ metric, codes }) => (
    <p key={metric.id} className="sa-question-shared">
      <Mark kind="known" size={13} />
      {words.shared(pickName(language, metric.name, metric.nameEn), codes)}
    </p>
  ))
}
