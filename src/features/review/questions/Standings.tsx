import type { ExchangeRequest } from '../../../state/review/exchange.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { instantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark, type MarkKind } from '../../../ui/Mark.tsx'
import type { QuestionRow } from './exchangeRows.ts'
import { type QuestionsWords, questionsWords } from './words.ts'

/** How an agency stands, a line each: not sent, waiting, overdue, answered on time or late. */
export function Standings({ row }: { row: QuestionRow }) {
  const words = useText(questionsWords)
  const language = useLanguage()
  const count = (number: number) => formatNumber(String(number), language)
  return (
    <ul className="rvq-standings">
      {row.toSend.length > 0 && (
        <li>
          <Mark kind="missing" />
          {words.standing.toSend(count(row.toSend.length))}
        </li>
      )}
      {row.requests.map(request => (
        <li key={request.entry.id} className={request.status}>
          <Mark kind={marks[request.status]} size={12} />
          {standingText(request, words)}
        </li>
      ))}
      {row.toDecide > 0 && (
        <li>
          <b>{words.toDecide(count(row.toDecide))}</b>
        </li>
      )}
    </ul>
  )
}

const marks: Readonly<Record<ExchangeRequest['status'], MarkKind>> = {
  waiting: 'missing',
  overdue: 'error',
  answered: 'reached',
  answeredLate: 'warning',
  void: 'notApplicable',
}

function standingText({ status, dueAt, answeredAt }: ExchangeRequest, { standing }: QuestionsWords): string {
  const due = dueAt === null ? null : instantText(dueAt)
  const at = answeredAt === null ? '' : instantText(answeredAt)
  switch (status) {
    case 'waiting':
      return due === null ? standing.waitingNoDue : standing.waiting(due)
    case 'overdue':
      return standing.overdue(due ?? '')
    case 'answered':
      return due === null ? standing.answeredNoDue(at) : standing.answered(at)
    case 'answeredLate':
      return standing.answeredLate(at, due ?? '')
    case 'void':
      return standing.void
  }
}
