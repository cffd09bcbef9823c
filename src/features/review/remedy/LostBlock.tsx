import { useState } from 'react'
import type { RemedyTask } from '../../../model/review.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { pickName, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { SummaryNames } from '../summary/summaryNames.ts'
import { fromSuggestion, type Suggestion } from './planSuggestions.ts'
import type { LostRow, RemedyRow } from './remedyRows.ts'
import { TaskLine } from './TaskLine.tsx'
import { remedyWords } from './words.ts'

/** One criterion that cost points: how many, whose, its tasks, and what plans suggest. */
export function LostBlock({
  row,
  number,
  names,
  suggestions,
  agencyId,
  add,
  edit,
  remove,
}: {
  row: LostRow
  number: number
  names: SummaryNames
  suggestions: readonly Suggestion[]
  agencyId: string | null
  add: (task: RemedyTask) => void
  edit: (row: RemedyRow) => void
  remove: (row: RemedyRow) => void
}) {
  const words = useText(remedyWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <li className="rvm-block">
      <div className="rvm-lost">
        <span className="rvm-number">{names.count(number)}</span>
        <h2>{row.name}</h2>
        <b className="lost">{words.lost(row.lost, row.max)}</b>
        <span className={row.tasks.length === 0 ? 'rvm-none' : 'rvm-some'}>
          <Mark kind={row.tasks.length === 0 ? 'missing' : 'reached'} />
          {row.tasks.length === 0 ? words.noTask : words.tasks(names.count(row.tasks.length))}
        </span>
        <button
          type="button"
          className="link-button rvm-add"
          aria-label={words.addFor(row.name)}
          onClick={() =>
            add({
              name: '',
              criterionIds: [row.nodeId],
              agencyId,
              leadIds: agencyId === null ? [] : [agencyId],
              lead: '',
              product: null,
              due: null,
            })
          }
        >
          <Icon name="add" size={14} /> {words.add}
        </button>
      </div>
      {row.by && (
        <p className="rvm-by">
          {words.lostBy(row.by.count)}; {words.mostBy(row.by.most)}
        </p>
      )}
      {row.tasks.length > 0 && (
        <ul>
          {row.tasks.map(task => (
            <TaskLine key={task.id} row={task} names={names} edit={edit} remove={remove} />
          ))}
        </ul>
      )}
      {suggestions.length > 0 && (
        <div className="rvm-suggestions">
          <button
            type="button"
            className="link-button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {words.suggestions(names.count(suggestions.length))} <Icon name="chevron" size={14} />
          </button>
          {isOpen && (
            <>
              <p>{words.suggestionNote}</p>
              <ul>
                {suggestions.map(each => (
                  <li key={`${each.plan.id} ${each.task.id}`}>
                    <Mark kind="inferred" />
                    <span>
                      {each.task.name}
                      <small>
                        {words.leadIs(each.task.lead)};{' '}
                        {pickName(names.language, each.plan.title, each.plan.titleEn)}
                      </small>
                    </span>
                    <button
                      type="button"
                      className="link-button"
                      aria-label={words.takeNamed(each.task.name)}
                      onClick={() => add(fromSuggestion(each, row.nodeId, agencyId))}
                    >
                      {words.use}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </li>
  )
}
