import { useMemo } from 'react'
import type { FormItem } from '../../../model/form.ts'
import { formatInterval, pointsFormat } from '../../../receipt/pointsFormat.ts'
import type { ExchangeQuestion, ExchangeRequest, QuestionState } from '../../../state/review/exchange.ts'
import { proposedPoints } from '../../../state/review/proposedPoints.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark, type MarkKind } from '../../../ui/Mark.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { AnswerView } from './AnswerView.tsx'
import { codeOf } from './exchangeRows.ts'
import { questionsWords } from './words.ts'

/** Questions of one request, or those not sent yet: what was asked, the points now, what was answered. */
export function QuestionTable({
  label,
  questions,
  request,
  agencyId,
  items,
  props,
}: {
  label: string
  questions: readonly ExchangeQuestion[]
  /** null: no file carries them yet. */
  request: ExchangeRequest | null
  agencyId: string
  items: ReadonlyMap<string, FormItem>
  props: ReviewProps
}) {
  const { open, review, change } = props
  const words = useText(questionsWords)
  const language = useLanguage()
  const answer = request?.answer ?? null
  const file = answer ? open.received.get(answer.act.sha256) : undefined
  const proposed = useMemo(
    () => (file && answer ? proposedPoints(file, answer.act.answers, open.ruleSet) : null),
    [file, answer, open.ruleSet],
  )
  const format = pointsFormat(open.ruleSet, language)
  const reviewed = review.agencies.get(agencyId)
  // As the form has them, whatever was asked first.
  const order = [...items.keys()]
  const sorted = questions.toSorted((a, b) => order.indexOf(a.criterionId) - order.indexOf(b.criterionId))
  const withMaximum = (points: string, item: FormItem | undefined) =>
    item?.maxPoints == null ? points : `${points}/${formatNumber(item.maxPoints, language)}`
  return (
    <TableScroll label={label}>
      <table className={answer ? 'rvq-table answered' : 'rvq-table'} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{words.column.criterion}</th>
            <th scope="col">{words.column.question}</th>
            <th scope="col" className="number">
              {words.column.points}
            </th>
            {answer && <th scope="col">{words.column.answer}</th>}
            <th scope="col">{words.column.state}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(question => {
            const { criterionId, state, entryId } = question
            const item = items.get(criterionId)
            const standing = reviewed?.items.get(criterionId)?.standing ?? null
            const code = codeOf(item, criterionId)
            const act = state === 'answered' || state === 'silent' ? words.decide : words.look
            const points = proposed?.get(criterionId)
            return (
              <tr key={entryId} className={state}>
                <th scope="row">
                  <span className="rvq-code">{item?.code}</span>{' '}
                  {item ? pickName(language, item.shortName, item.shortNameEn) : criterionId}
                </th>
                <td data-label={words.column.question}>
                  <span className="rvq-question">{question.question}</span>
                </td>
                <td className="number" data-label={words.column.points}>
                  {standing ? withMaximum(formatInterval(standing, format), item) : words.open}
                </td>
                {answer && (
                  <td data-label={words.column.answer}>
                    <AnswerView
                      question={question}
                      item={item}
                      byFigures={points === undefined ? null : withMaximum(format(points), item)}
                      withMaximum={value => withMaximum(format(value), item)}
                      sha256={answer.act.sha256}
                      open={open}
                    />
                  </td>
                )}
                <td data-label={words.column.state} className="rvq-standing">
                  <span className="rvq-state">
                    <Mark kind={marks[state]} size={12} />
                    {words.state[state]}
                  </span>
                  <button
                    type="button"
                    className="link-button"
                    aria-label={words.toItem(act, code)}
                    onClick={() =>
                      change(
                        {
                          part: 'desk',
                          agency: agencyId,
                          criterion: criterionId,
                          filter: undefined,
                          q: undefined,
                        },
                        'push',
                      )
                    }
                  >
                    {act}
                  </button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}

const marks: Readonly<Record<QuestionState, MarkKind>> = {
  toSend: 'missing',
  waiting: 'missing',
  answered: 'warning',
  silent: 'warning',
  decided: 'reached',
  askedAgain: 'known',
  withdrawn: 'notApplicable',
}
