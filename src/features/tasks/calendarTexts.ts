import type { CalendarItem, CalendarLine } from '../../state/tasks/tasksView.ts'
import { formatDate, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { planSource, standingTexts } from './texts.ts'
import type { TasksWords } from './words.ts'

/**
 * What a line of the calendar says; the same on screen and in files.
 * @param line null for what comes every month on no named day
 */
export function calendarTexts(
  line: CalendarLine | null,
  item: CalendarItem,
  year: number,
  words: TasksWords,
  language: Language,
) {
  const { row, plan, deadline } = item
  const standing = line === null ? (row?.standing ?? null) : line.standing
  const [main, ...more] = standing
    ? standingTexts({ ...standing, occurrence: null, next: null }, words, language)
    : [words.nobodyReports]
  const recurs = deadline.kind === 'yearly' || deadline.kind === 'quarterly' || deadline.kind === 'monthly'
  return {
    day: line === null ? words.everyMonth : formatDate(line.day).slice(0, 5),
    dayNote: line === null ? words.everyMonthNote : line.isDayStated ? null : words.endOfPeriod,
    name: pickName(language, item.name, item.nameEn),
    kind: item.kind === 'report' ? null : words.kinds[item.kind],
    who: item.who,
    document: plan.document && planSource(plan, words, language),
    place: item.place ?? null,
    madeFor: recurs && plan.year < year ? words.madeFor(plan.year) : null,
    standing: main,
    more,
  }
}
