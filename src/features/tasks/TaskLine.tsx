import { memo, type ReactNode } from 'react'
import type { TaskAgency } from '../../state/tasks/agenciesOf.ts'
import type { TaskRow } from '../../state/tasks/tasksView.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { CriterionLinks } from './CriterionLinks.tsx'
import { StandingMark } from './StandingMark.tsx'
import { deadlineTexts, disputeText, planPlace, planSource, standingTexts, successorTexts } from './texts.ts'
import { tasksWords } from './words.ts'

/** One task; its name opens the details. On paper its whole name stands. */
export const TaskLine = memo(function TaskLine({
  row,
  hasPlan,
  columns,
  isOpen,
  select,
  linkToDocument,
}: {
  row: TaskRow
  /** No heading says which plan it belongs to. */
  hasPlan: boolean
  columns: { readonly partners: boolean; readonly criteria: boolean; readonly source: boolean }
  isOpen: boolean
  select: (key: string, byKeyboard: boolean) => void
  linkToDocument: (documentId: string, label: string) => ReactNode
}) {
  const language = useLanguage()
  const words = useText(tasksWords)
  const { task, plan, criteria } = row
  return (
    <tr className={isOpen ? 'tk-row is-open' : 'tk-row'}>
      <td className="tk-number">{task.number ?? ''}</td>
      <th scope="row" className="tk-name">
        <button
          type="button"
          data-task={row.key}
          aria-expanded={isOpen}
          title={task.name}
          onClick={event => select(row.key, event.detail === 0)}
        >
          {pickName(language, task.shortName, task.shortNameEn)}
        </button>
        <p className="tk-full">{task.name}</p>
        {task.product !== undefined && (
          <p className="tk-product">
            {words.product}: {task.product}
          </p>
        )}
        {hasPlan && <p className="tk-of">{planPlace(plan, words)}</p>}
        {task.kind !== 'task' && <p className="tk-of">{words.kinds[task.kind]}</p>}
      </th>
      <td className="tk-lead">
        <span className="tk-label">{words.lead}: </span>
        {pickName(language, task.lead, task.leadEn)}
        <Successors agencies={row.leads} />
      </td>
      {columns.partners && <td className="tk-partners">{task.partners}</td>}
      <td className="tk-due">
        <DeadlineCell row={row} />
      </td>
      <td className="tk-standing">
        <StandingWords row={row} />
      </td>
      {columns.criteria && (
        <td className="tk-criteria">
          {criteria.length > 0 && (
            <CriterionLinks criteria={criteria} plan={plan} isInferred={plan.linksCertainty === 'inferred'} />
          )}
        </td>
      )}
      {columns.source && (
        <td className="tk-source">
          {plan.document && linkToDocument(plan.document.id, planSource(plan, words, language))}
          <small>{task.provenance.source?.place}</small>
        </td>
      )}
    </tr>
  )
})

/** The deadline as read and as written; only the latter where there is no day to read. */
function DeadlineCell({ row }: { row: TaskRow }) {
  const words = useText(tasksWords)
  const [read, written] = deadlineTexts(row, words)
  if (read === null) return null
  return (
    <>
      <span className="tk-label">{words.deadline}: </span>
      {read}
      {written !== null && <small>{written}</small>}
    </>
  )
}

/** Where a task stands: sign, word, and what explains it. */
export function StandingWords({ row }: { row: TaskRow }) {
  const language = useLanguage()
  const words = useText(tasksWords)
  const [main, ...others] = standingTexts(row.standing, words, language)
  const dispute = disputeText(row, words)
  return (
    <>
      <span className={`tk-word is-${row.standing.kind}`}>
        <StandingMark kind={row.standing.kind} />
        {main}
      </span>
      {others.map(text => (
        <small key={text}>{text}</small>
      ))}
      {dispute !== null && (
        <small className="tk-conflict">
          <Mark kind="error" />
          {dispute}
        </small>
      )}
    </>
  )
}

/** Who took over from leads that have ended. */
export function Successors({ agencies }: { agencies: readonly TaskAgency[] }) {
  const words = useText(tasksWords)
  return successorTexts(agencies, words).map(text => (
    <small key={text} className="tk-successor">
      {text}
    </small>
  ))
}
