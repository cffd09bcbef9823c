import { type FormEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { readDay } from '../../io/figures/readDay.ts'
import type { TaskState } from '../../model/review.ts'
import { occurrencesOf } from '../../state/tasks/calendar.ts'
import { matterId, type TaskRow } from '../../state/tasks/tasksView.ts'
import { formatDate } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { DayInput } from './DayInput.tsx'
import { detailWords } from './detailWords.ts'
import type { TaskBooks } from './shared.ts'

const states = ['notStarted', 'doing', 'done', 'dropped'] as const satisfies readonly TaskState[]

/** Writes where the task stands, or one due day of it, into the ledger: a new line, never a changed one. */
export function StateForm({
  row,
  on,
  today,
  book,
}: {
  row: TaskRow
  on: string
  today: string
  book: TaskBooks
}) {
  const language = useLanguage()
  const said = useText(detailWords)
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const latest = useRef(book)
  useLayoutEffect(() => {
    latest.current = book
  })
  const occurrences = occurrencesOf(row, on)
  const [occurrence, setOccurrence] = useState(row.standing.occurrence ?? '')
  const reported = row.reports.find(report => (report.occurrence ?? '') === occurrence)?.state
  const [state, setState] = useState<TaskState | null>(null)
  const [dayText, setDayText] = useState(formatDate(today))
  const [note, setNote] = useState('')
  const [me, setMe] = useState(book.me)
  const [faults, setFaults] = useState<{ readonly day?: string; readonly me?: string }>({})
  const [outcome, setOutcome] = useState<string | null>(null)
  const [isWriting, setIsWriting] = useState(false)
  const chosen = state ?? reported ?? 'doing'

  const write = async (event: FormEvent) => {
    event.preventDefault()
    const reading = readDay(dayText.trim())
    const found = {
      ...(reading.kind === 'wrong'
        ? { day: reading.message[language] }
        : reading.value > today
          ? { day: said.future }
          : {}),
      ...(me.trim() === '' ? { me: said.noName } : {}),
    }
    setFaults(found)
    setOutcome(null)
    if (reading.kind === 'wrong' || 'day' in found || 'me' in found) {
      const first = 'day' in found ? `${id}-day` : `${id}-me`
      form.current?.querySelector<HTMLElement>(`#${CSS.escape(first)}`)?.focus()
      return
    }
    const day = reading.value
    setIsWriting(true)
    if (me.trim() !== book.me) {
      book.setMe(me.trim())
      // The ledger writes under the name it was last drawn with.
      await new Promise(resolve => setTimeout(resolve))
    }
    const about = occurrence === '' ? null : occurrence
    const lines = await latest.current.append(row.plan, [
      {
        kind: 'taskState',
        planId: row.plan.round ? null : row.plan.id,
        taskId: matterId(row.task.id, about),
        state: chosen,
        on: day,
        note: note.trim() === '' ? null : note.trim(),
        over: row.headsOf(about),
      },
    ])
    setIsWriting(false)
    if (lines.length === 0) return setOutcome(said.notWritten)
    setState(null)
    setNote('')
    const wrote = said.wrote(said.states[chosen], formatDate(day))
    setOutcome(day > on ? `${wrote}. ${said.wroteLater(formatDate(on))}` : wrote)
  }

  return (
    <form ref={form} className="tk-form" onSubmit={event => void write(event)} noValidate>
      <h3>{said.form}</h3>
      {occurrences.length > 0 && (
        <label className="tk-field">
          <span>{said.occurrence}</span>
          <select value={occurrence} onChange={event => setOccurrence(event.target.value)}>
            {occurrences.map(({ occurrence: { day: dueDay } }) => (
              <option key={dueDay} value={dueDay}>
                {formatDate(dueDay)}
              </option>
            ))}
            <option value="">{said.wholeTask}</option>
          </select>
        </label>
      )}
      <fieldset className="tk-states">
        <legend className="visually-hidden">{said.state}</legend>
        {states.map(each => (
          <label key={each}>
            <input
              type="radio"
              name={`${id}-state`}
              checked={chosen === each}
              onChange={() => setState(each)}
            />
            {said.states[each]}
          </label>
        ))}
      </fieldset>
      <Line id={`${id}-day`} name={said.day} hint={said.dayHint} fault={faults.day}>
        {described => (
          <DayInput
            id={`${id}-day`}
            name={said.day}
            text={dayText}
            change={setDayText}
            described={described}
          />
        )}
      </Line>
      <Line id={`${id}-note`} name={said.text} hint={said.textHint} fault={undefined}>
        {described => (
          <input
            id={`${id}-note`}
            type="text"
            maxLength={2000}
            value={note}
            onChange={event => setNote(event.target.value)}
            {...described}
          />
        )}
      </Line>
      <Line id={`${id}-me`} name={said.me} hint={null} fault={faults.me}>
        {described => (
          <input
            id={`${id}-me`}
            type="text"
            autoComplete="name"
            maxLength={120}
            value={me}
            onChange={event => setMe(event.target.value)}
            {...described}
          />
        )}
      </Line>
      <button type="submit" className="button primary" aria-disabled={isWriting}>
        {isWriting ? said.writing : said.write}
      </button>
      <p role="status" className="tk-outcome">
        {outcome}
      </p>
      <p className="tk-note">{said.honest}</p>
    </form>
  )
}

type Described = { readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true }

/** A field with its hint and, where something is wrong with it, its fault. */
function Line({
  id,
  name,
  hint,
  fault,
  children,
}: {
  id: string
  name: string
  hint: string | null
  fault: string | undefined
  children: (described: Described) => ReactNode
}) {
  const described: Described =
    fault !== undefined
      ? { 'aria-describedby': `${id}-fault`, 'aria-invalid': true }
      : hint !== null
        ? { 'aria-describedby': `${id}-hint` }
        : {}
  return (
    <div className="tk-line">
      <label htmlFor={id}>{name}</label>
      {children(described)}
      {fault !== undefined ? (
        <small id={`${id}-fault`} className="tk-fault">
          <Mark kind="error" />
          {fault}
        </small>
      ) : (
        hint !== null && <small id={`${id}-hint`}>{hint}</small>
      )}
    </div>
  )
}
