import { type KeyboardEvent, useMemo } from 'react'
import { formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { useIsPrinting } from '../../ui/useIsPrinting.ts'
import { NoneFound } from './NoneFound.tsx'
import type { ViewProps } from './shared.ts'
import { TaskLine } from './TaskLine.tsx'
import { groupTasks } from './taskGroups.ts'
import { useMedia } from './useMedia.ts'
import { tasksWords } from './words.ts'
import './taskList.css'

/** The tasks as a table under headings. */
export function TaskList({ narrowed, change, openKey, select, linkToDocument }: ViewProps) {
  const language = useLanguage()
  const words = useText(tasksWords)
  const isPrinting = useIsPrinting()
  const isWide = useMedia('(min-width: 1280px)')
  const isMiddle = useMedia('(min-width: 1024px)')
  const { shown, wish } = narrowed
  const groups = useMemo(
    () => groupTasks(shown, wish.sort, words, language),
    [shown, wish.sort, words, language],
  )
  if (shown.length === 0) return <NoneFound wish={wish} change={change} />
  // Beside open details, and on narrow screens, these give way before names do; paper has room for all.
  const partners = isPrinting || (isWide && openKey === null)
  const source = isPrinting || (isMiddle && openKey === null)
  const columns = { partners, source, criteria: source && shown.some(row => row.criteria.length > 0) }
  const count = 5 + [columns.partners, columns.source, columns.criteria].filter(Boolean).length
  return (
    <TableScroll label={words.table}>
      <table className="tk-list" onKeyDown={walkRows}>
        <thead>
          <tr>
            <th scope="col" className="tk-number">
              {words.number}
            </th>
            <th scope="col">{words.task}</th>
            <th scope="col" className="tk-lead">
              {words.lead}
            </th>
            {columns.partners && (
              <th scope="col" className="tk-partners">
                {words.partners}
              </th>
            )}
            <th scope="col" className="tk-due">
              {words.deadline}
            </th>
            <th scope="col" className="tk-standing">
              {words.standing}
            </th>
            {columns.criteria && (
              <th scope="col" className="tk-criteria">
                {words.criteria}
              </th>
            )}
            {columns.source && (
              <th scope="col" className="tk-source">
                {words.source}
              </th>
            )}
          </tr>
        </thead>
        {groups.map(group => (
          <tbody key={group.id}>
            {group.name !== '' && (
              <tr className={`tk-group level-${group.level}`}>
                <th colSpan={count} scope="rowgroup">
                  {group.name}
                  {group.rows.length > 0 && (
                    <small> {formatNumber(String(group.rows.length), language)}</small>
                  )}
                </th>
              </tr>
            )}
            {group.rows.map(row => (
              <TaskLine
                key={row.key}
                row={row}
                hasPlan={wish.sort !== 'plan' && wish.plan === null}
                columns={columns}
                isOpen={row.key === openKey}
                select={select}
                linkToDocument={linkToDocument}
              />
            ))}
          </tbody>
        ))}
      </table>
    </TableScroll>
  )
}

/** Up and down go from task to task. */
function walkRows(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-task]')) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-task]')]
  const next = all[all.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
