import type { CalendarItem, CalendarLine } from '../../state/tasks/tasksView.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { calendarTexts } from './calendarTexts.ts'
import { StandingMark } from './StandingMark.tsx'
import type { ViewProps } from './shared.ts'
import { tasksWords } from './words.ts'

/** A line of the calendar; `line` is null for what comes every month on no named day. */
export function CalendarRow({
  line,
  item,
  year,
  isOpen,
  select,
  linkToDocument,
}: {
  line: CalendarLine | null
  item: CalendarItem
  year: number
  isOpen: boolean
  select: ViewProps['select']
  linkToDocument: ViewProps['linkToDocument']
}) {
  const language = useLanguage()
  const words = useText(tasksWords)
  const { row, plan } = item
  const texts = calendarTexts(line, item, year, words, language)
  const standing = line === null ? (row?.standing ?? null) : line.standing
  return (
    <tr className={isOpen ? 'tk-row is-open' : 'tk-row'}>
      <td className="tk-day">
        {texts.day}
        {texts.dayNote !== null && <small>{texts.dayNote}</small>}
      </td>
      <th scope="row" className="tk-name">
        {row ? (
          <button
            type="button"
            data-task={row.key}
            aria-expanded={isOpen}
            onClick={event => select(row.key, event.detail === 0)}
          >
            {texts.name}
          </button>
        ) : (
          texts.name
        )}
        {texts.kind !== null && <p className="tk-of">{texts.kind}</p>}
      </th>
      <td className="tk-owes">{texts.who}</td>
      <td className="tk-source">
        {plan.document && linkToDocument(plan.document.id, texts.document ?? '')}
        <small>{texts.place}</small>
        {texts.madeFor !== null && <small>{texts.madeFor}</small>}
      </td>
      <td className="tk-standing">
        <span className={`tk-word is-${standing?.kind ?? 'none'}`}>
          {standing && <StandingMark kind={standing.kind} />}
          {texts.standing}
        </span>
        {texts.more.map(text => (
          <small key={text}>{text}</small>
        ))}
      </td>
    </tr>
  )
}
