import type { YearCalendar } from '../../state/tasks/calendar.ts'
import { phasesOf } from '../../state/tasks/phasesOf.ts'
import type { TaskPlan } from '../../state/tasks/tasksView.ts'
import { formatDate, formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { whereOnFalls } from './phaseTexts.ts'
import { tasksWords } from './words.ts'

/** The message of the phases: where the chosen day falls, and how many run at the same time. */
export function phasesTitle(plans: readonly TaskPlan[], on: string, language: Language): string {
  const words = tasksWords[language]
  const withPhases = plans.filter(({ phases }) => phases.length > 0)
  const [only] = withPhases
  if (!only) return words.noPhases
  const views = withPhases.map(({ phases }) => phasesOf(phases))
  const pairs = views.reduce((count, { overlaps }) => count + overlaps.length, 0)
  const count = views.reduce((sum, { phases }) => sum + phases.length, 0)
  const say = (number: number) => formatNumber(String(number), language)
  const [view] = views
  return [
    // "Tỉnh" is a name by itself and a word inside a sentence.
    words.phasesOfPlan(
      say(count),
      withPhases.length === 1 ? (only.agency?.name ?? '').replace(/^Tỉnh /, 'tỉnh ') : '',
    ),
    pairs === 0 ? words.noOverlaps : words.overlappingPairs(say(pairs)),
    ...(view && views.length === 1 ? [`${formatDate(on)} ${whereOnFalls(view, on, words)}`] : []),
  ].join('; ')
}

/** The message of the calendar: how much is due in its year, and what comes next. */
export function calendarTitle(
  { lines, monthly }: YearCalendar,
  year: number,
  on: string,
  isReportsOnly: boolean,
  language: Language,
): string {
  const words = tasksWords[language]
  const said = words.calendarOf(String(year))
  if (lines.length + monthly.length === 0) return words.emptyYear(String(year))
  const many = formatNumber(String(lines.length + monthly.length), language)
  const next = lines.find(({ day }) => day >= on)
  return [
    `${said}: ${isReportsOnly ? words.reportsDue(many) : words.calendarCount(many)}`,
    ...(next
      ? [words.nextIs(pickName(language, next.item.name, next.item.nameEn), formatDate(next.day))]
      : []),
  ].join(', ')
}
