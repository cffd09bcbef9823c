import { column, headingRow, textCell, withoutEmpty } from '../../exports/displayedCells.ts'
import type { DisplayedRow, DisplayedTable } from '../../model/displayedTable.ts'
import type { YearCalendar } from '../../state/tasks/calendar.ts'
import type { Language } from '../../ui/formatNumber.ts'
import { calendarTexts } from './calendarTexts.ts'
import { monthsOf } from './calendarYears.ts'
import { narrowedTasks } from './narrowedTasks.ts'
import type { ViewProps } from './shared.ts'
import { tasksWords } from './words.ts'

const optional = ['dayNote', 'kind', 'place', 'madeFor', 'more']

/** The calendar of a year: what comes every month, then month by month. */
export function projectCalendar(
  { narrowed, on, address }: Pick<ViewProps, 'narrowed' | 'on' | 'address'>,
  { lines, monthly }: YearCalendar,
  title: string,
  language: Language,
): DisplayedTable {
  const words = tasksWords[language]
  const year = Number(on.slice(0, 4))
  const row = (id: string, depth: number, texts: ReturnType<typeof calendarTexts>): DisplayedRow => ({
    id,
    kind: 'row',
    depth,
    cells: [
      texts.day,
      texts.dayNote,
      texts.name,
      texts.kind,
      texts.who,
      texts.document,
      texts.place,
      texts.madeFor,
      texts.standing,
      texts.more.join('; '),
    ].map(text => textCell(text)),
  })
  const table: DisplayedTable = {
    id: 'calendar',
    name: words.show.calendar,
    title,
    columns: [
      column('day', words.day, 12),
      column('dayNote', words.dayNote, 26),
      column('name', words.what, 56),
      column('kind', words.kind, 16),
      column('who', words.who, 40),
      column('document', words.document, 30),
      column('place', words.place, 26),
      column('madeFor', words.note, 30),
      column('standing', words.standing, 26),
      column('more', words.standingMore, 26),
    ],
    rows: [
      ...monthly.map(item => row(item.key, 0, calendarTexts(null, item, year, words, language))),
      ...monthsOf(lines).flatMap(({ month, lines: own }) => [
        headingRow(`month ${month}`, words.month(String(month).padStart(2, '0'), String(year))),
        ...own.map(line =>
          row(`${line.item.key} ${line.day}`, 1, calendarTexts(line, line.item, year, words, language)),
        ),
      ]),
    ],
    notes: narrowed.shown.some(({ reports }) => reports.length > 0) ? [words.stateSource] : [],
    narrowed: [
      ...narrowedTasks(narrowed, on, 'calendar', undefined, words, language),
      `${words.calendarShows}: ${address.rows === 'all' ? words.everyDue : words.reportsOnly}`,
    ],
    empty: words.emptyYear(String(year)),
  }
  return withoutEmpty(table, optional)
}
