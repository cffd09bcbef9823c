import { formatDate } from '../../../ui/formatNumber.ts'
import { instantText } from '../../../ui/instants.ts'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import type { SummaryNames } from '../summary/summaryNames.ts'
import { leadText, type RemedyConflict } from './remedyRows.ts'
import { remedyWords } from './words.ts'

/** Tasks that two machines wrote differently, each version with a button that chooses it. */
export function RemedyConflicts({
  open,
  conflicts,
  names,
}: Pick<ReviewProps, 'open'> & { conflicts: readonly RemedyConflict[]; names: SummaryNames }) {
  const words = useText(remedyWords)
  if (conflicts.length === 0) return null
  return (
    <ul className="rvm-conflicts">
      {conflicts.map(({ id, entries }) => (
        <li key={id}>
          <p>
            <Mark kind="warning" />
            {words.conflict}
          </p>
          <ul>
            {entries.map(entry => {
              const { task } = entry.act
              return (
                <li key={entry.id}>
                  <span>
                    {task === null
                      ? words.takenBack
                      : [
                          task.name,
                          leadText(task, names),
                          task.due === null ? words.noDue : formatDate(task.due),
                        ].join('; ')}
                    <small>{words.by(entry.by, instantText(entry.at))}</small>
                  </span>
                  <button
                    type="button"
                    className="button"
                    disabled={open.me === ''}
                    onClick={() =>
                      open.append([{ kind: 'remedy', taskId: id, task, over: entries.map(each => each.id) }])
                    }
                  >
                    {words.choose}
                  </button>
                </li>
              )
            })}
          </ul>
        </li>
      ))}
    </ul>
  )
}
