import { formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { detailWords } from './detailWords.ts'
import type { TaskBooks } from './shared.ts'
import type { Narrowed } from './taskFilter.ts'
import { tasksWords } from './words.ts'

/** What the counts mean and do not mean, and what is wrong with the ledger. */
export function TasksNotes({
  narrowed: { scope, wish },
  book,
  isCounted,
}: {
  narrowed: Narrowed
  book: TaskBooks
  /** The view counts what is past due. */
  isCounted: boolean
}) {
  const language = useLanguage()
  const words = useText(tasksWords)
  const said = useText(detailWords)
  const hasUnreported = scope.some(
    ({ standing }) => standing.kind === 'overdue' && standing.reported === null,
  )
  const recurring = scope.filter(
    ({ standing }) => standing.kind === 'overdue' && standing.occurrence !== null,
  ).length
  const notes = [
    ...(hasUnreported ? [words.honest] : []),
    ...(recurring > 0 ? [words.recurringNote(formatNumber(String(recurring), language))] : []),
  ]
  return (
    <>
      {isCounted && notes.length > 0 && <p className="tk-note">{notes.join(' ')}</p>}
      {scope.some(({ plan }) => plan.isIllustrative) && (
        <p className="tk-note">
          <Mark kind="illustrative" />
          {words.illustrative}
        </p>
      )}
      {wish.isPlanUnknown && (
        <p className="tk-warning" role="status">
          <Mark kind="warning" />
          {words.unknownPlan}
        </p>
      )}
      {book.areRoundsBlocked && (
        <p className="tk-warning" role="status">
          <Mark kind="warning" />
          {said.roundsBlocked}
        </p>
      )}
      {book.saving.status === 'unsaved' && (
        <p className="tk-warning" role="alert">
          <Mark kind="error" />
          {said.unsaved[book.saving.why]}
          <button type="button" className="link-button" onClick={book.saving.retry}>
            {said.retry}
          </button>
        </p>
      )}
    </>
  )
}
