import type { YearCalendar } from '../../state/tasks/calendar.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useLanguage, useText } from '../../ui/language.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { CalendarRow } from './CalendarRow.tsx'
import { monthsOf, sameDayIn } from './calendarYears.ts'
import type { ViewProps } from './shared.ts'
import { tasksWords } from './words.ts'
import './calendar.css'

/** Everything due in the year of the chosen day, month by month: what, who, in which document. */
export function CalendarView({
  calendar: { lines, monthly },
  on,
  address,
  change,
  openKey,
  select,
  linkToDocument,
}: ViewProps & { calendar: YearCalendar }) {
  const language = useLanguage()
  const words = useText(tasksWords)
  const year = Number(on.slice(0, 4))
  const isReportsOnly = address.rows !== 'all'
  const shared = { year, select, linkToDocument }
  const months = monthsOf(lines)
  const empty = Array.from({ length: 12 }, (_, index) => index + 1).filter(
    month => !months.some(each => each.month === month),
  )
  return (
    <>
      <div className="tk-calendar-bar">
        <div className="tk-year">
          <button
            type="button"
            className="icon-button tk-before"
            aria-label={words.calendarOf(String(year - 1))}
            onClick={() => change({ on: sameDayIn(on, year - 1) })}
          >
            <Icon name="next" />
          </button>
          <h2>{words.calendarOf(String(year))}</h2>
          <button
            type="button"
            className="icon-button"
            aria-label={words.calendarOf(String(year + 1))}
            onClick={() => change({ on: sameDayIn(on, year + 1) })}
          >
            <Icon name="next" />
          </button>
          <span className="sub">
            {words.calendarCount(formatNumber(String(lines.length + monthly.length), language))}
          </span>
        </div>
        <fieldset className="tk-standings">
          <legend className="visually-hidden">{words.calendarShows}</legend>
          <button type="button" aria-pressed={isReportsOnly} onClick={() => change({ rows: undefined })}>
            {words.reportsOnly}
          </button>
          <button type="button" aria-pressed={!isReportsOnly} onClick={() => change({ rows: 'all' })}>
            {words.everyDue}
          </button>
        </fieldset>
      </div>
      {lines.length + monthly.length === 0 ? (
        <section className="tk-none">
          <h2>{words.emptyYear(String(year))}</h2>
        </section>
      ) : (
        <TableScroll label={words.calendarTable}>
          <table className="tk-calendar">
            <thead>
              <tr>
                <th scope="col" className="tk-day">
                  {words.day}
                </th>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.who}</th>
                <th scope="col">{words.document}</th>
                <th scope="col" className="tk-standing">
                  {words.standing}
                </th>
              </tr>
            </thead>
            {monthly.length > 0 && (
              <tbody>
                {monthly.map(item => (
                  <CalendarRow
                    key={item.key}
                    line={null}
                    item={item}
                    isOpen={item.row !== null && item.row.key === openKey}
                    {...shared}
                  />
                ))}
              </tbody>
            )}
            {months.map(({ month, lines: own }) => (
              <tbody key={month}>
                <tr className="tk-group level-1">
                  <th colSpan={5} scope="rowgroup">
                    {words.month(String(month).padStart(2, '0'), String(year))}
                  </th>
                </tr>
                {own.map(line => (
                  <CalendarRow
                    key={`${line.item.key} ${line.day}`}
                    line={line}
                    item={line.item}
                    isOpen={line.item.row !== null && line.item.row.key === openKey}
                    {...shared}
                  />
                ))}
              </tbody>
            ))}
          </table>
        </TableScroll>
      )}
      {lines.length > 0 && empty.length > 0 && (
        <p className="tk-note">{words.emptyMonths(empty.join(', '))}</p>
      )}
    </>
  )
}
