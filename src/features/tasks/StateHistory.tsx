import { useRef } from 'react'
import type { TaskRow, TaskStateEntry } from '../../state/tasks/tasksView.ts'
import { formatDate } from '../../ui/formatNumber.ts'
import { instantText } from '../../ui/instants.ts'
import { useText } from '../../ui/language.tsx'
import { detailWords } from './detailWords.ts'
import type { TaskBooks } from './shared.ts'
import { tasksWords } from './words.ts'

/** Every line about a task, the latest first: who, when, from what to what. */
export function StateHistory({ row, book }: { row: TaskRow; book: TaskBooks }) {
  const words = useText(tasksWords)
  const said = useText(detailWords)
  const heading = useRef<HTMLHeadingElement>(null)
  const { history } = row
  const withdraw = async (entryId: string) => {
    // The button goes with the line it took back; the keyboard stays here.
    heading.current?.focus()
    await book.append(row.plan, [{ kind: 'withdraw', entryId, reason: null }])
  }
  const byId = new Map(history.map(entry => [entry.id, entry]))
  const before = ({ act }: TaskStateEntry) => {
    const [first] = act.over.flatMap(id => byId.get(id) ?? [])
    return first ? words.states[first.act.state] : said.none
  }
  return (
    <section className="tk-history">
      <h3 ref={heading} tabIndex={-1}>
        {said.history}
      </h3>
      {history.length === 0 && <p className="tk-note">{said.noHistory}</p>}
      <ol>
        {history.toReversed().map(entry => (
          <li key={entry.id} className={entry.isWithdrawn ? 'is-withdrawn' : undefined}>
            <p>
              {entry.occurrence !== null && <b>{words.occurrence(formatDate(entry.occurrence))}: </b>}
              {said.fromTo(before(entry), words.states[entry.act.state])},{' '}
              {said.onDay(formatDate(entry.act.on))}
              {entry.isWithdrawn && ` (${said.withdrawn})`}
            </p>
            {entry.act.note !== null && <p>{entry.act.note}</p>}
            <p className="tk-who">
              {entry.by} · {instantText(entry.at)}
              {!entry.isWithdrawn && (
                <button type="button" className="link-button" onClick={() => void withdraw(entry.id)}>
                  {said.withdraw}
                </button>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
