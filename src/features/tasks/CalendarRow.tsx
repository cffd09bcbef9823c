import type { CalendarItem, CalendarLine } from '../../state/tasks/tasksView.ts'
import { formatDate } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { StandingMark } from './StandingMark.tsx'
import type { ViewProps } from './shared.ts'
import { planSource, standingTexts } from './texts.ts'
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
  const name = pickName(language, item.name, item.nameEn)
  const { row, plan, deadline } = item
  const standing = line === null ? (row?.standing ?? null) : line.standing
  const [main, ...others] = standing
    ? standingTexts({ ...standing, occurrence: null, next: null }, words, language)
    : [words.nobodyReports]
  const recurs = deadline.kind === 'yearly' || deadline.kind === 'quarterly' || deadline.kind === 'monthly'
  return (
    <tr className={isOpen ? 'tk-row is-open' : 'tk-row'}>
      <td className="tk-day">
        {line === null ? words.everyMonth : formatDate(line.day).slice(0, 5)}
        {line === null && <small>{words.everyMonthNote}</small>}
        {line?.isDayStated === false && <small>{words.endOfPeriod}</small>}
      </td>
      <th scope="row" className="tk-name">
        {row ? (
          <button
            type="button"
            data-task={row.key}
            aria-expanded={isOpen}
            onClick={event => select(row.key, event.detail === 0)}
          >
            {name}
          </button>
        ) : (
          name
        )}
        {item.kind !== 'report' && <p className="tk-of">{words.kinds[item.kind]}</p>}
      </th>
      <td className="tk-owes">{item.who}</td>
      <td className="tk-source">
        {plan.document && linkToDocument(plan.document.id, planSource(plan, words, language))}
        <small>{item.place}</small>
        {recurs && plan.year < year && <small>{words.madeFor(plan.year)}</small>}
      </td>
      <td className="tk-standing">
        <span className={`tk-word is-${standing?.kind ?? 'none'}`}>
          {standing && <StandingMark kind={standing.kind} />}
          {main}
        </span>
        {others.map(text => (
          <small key={text}>{text}</small>
        ))}
      </td>
    </tr>
  )
}
