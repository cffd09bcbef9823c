import type { ReviewView } from '../../../state/review/reviewView.ts'
import { instantText } from '../../../ui/instants.ts'
import { codeOf, itemsOf, type QuestionRow } from './exchangeRows.ts'
import type { QuestionsWords } from './words.ts'

/**
 * Whom to remind to answer what, as plain text for a letter: one agency, or all that have not answered.
 * @param round how the round is called
 * @returns "" where nobody owes an answer
 */
export function reminderText(
  rows: readonly QuestionRow[],
  review: Pick<ReviewView, 'formOf'>,
  round: string,
  words: QuestionsWords['reminder'],
): string {
  const owing = rows.flatMap(row => {
    const requests = row.requests.filter(({ status }) => status === 'waiting' || status === 'overdue')
    return requests.length === 0 ? [] : [{ row, requests }]
  })
  if (owing.length === 0) return ''
  const paragraphs = owing.map(({ row, requests }, index) => {
    const items = itemsOf(review, row.agencyId)
    const lines = requests.flatMap(({ questions, dueAt, status, entry }) => {
      const open = questions.filter(({ state }) => state === 'waiting')
      const codes = [...new Set(open.map(each => codeOf(items.get(each.criterionId), each.criterionId)))]
      const due =
        dueAt === null ? '' : (status === 'overdue' ? words.overdue : words.before)(instantText(dueAt))
      return [
        `${words.body(round, String(open.length), codes.join(', '))}${due}.`,
        words.file(`${entry.act.fileName} (SHA-256 ${entry.act.sha256})`),
      ]
    })
    return owing.length === 1
      ? [words.head(row.name), '', ...lines]
      : ['', `${index + 1}. ${row.name}`, ...lines.map(line => `   ${line}`)]
  })
  return [...(owing.length === 1 ? [] : [words.heads]), ...paragraphs.flat(), '', words.how].join('\n')
}
