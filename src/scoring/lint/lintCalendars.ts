import { writtenDay } from '../../model/period.ts'
import type { Calendar, RuleSet } from '../../model/ruleSet.ts'
import type { LatenessRule } from '../../model/rules.ts'
import type { Report } from './report.ts'
import { type RulePlace, rulePlaces } from './rulePlaces.ts'

/** Calendars agree with themselves, and rules that count working days name one that covers their dates. */
export function lintCalendars(ruleSet: RuleSet, report: Report): void {
  const calendars = new Map((ruleSet.calendars ?? []).map(calendar => [calendar.id, calendar]))
  for (const place of rulePlaces(ruleSet))
    if (place.rule.kind === 'lateness') reportRule({ ...place, rule: place.rule }, calendars, report)
  ruleSet.calendars?.forEach((calendar, index) => {
    reportCalendar(calendar, `calendars[${index}]`, report)
  })
}

/** Whether a calendar lists a day at all. */
export function spans({ from, to }: Calendar, date: string): boolean {
  return from <= date && date <= to
}

function reportRule(
  { rule, path }: RulePlace<LatenessRule>,
  calendars: ReadonlyMap<string, Calendar>,
  report: Report,
) {
  const calendar = calendars.get(rule.calendar)
  if (!calendar)
    report.error(`${path}.calendar`, 'unknown-calendar', {
      vi: `không có lịch làm việc “${rule.calendar}” trong mục calendars`,
      en: `there is no calendar "${rule.calendar}"`,
    })
  else if ('date' in rule.since && !spans(calendar, rule.since.date))
    report.error(`${path}.since.date`, 'outside-calendar', outside(rule.since.date, calendar))
}

function reportCalendar(calendar: Calendar, at: string, report: Report) {
  if (calendar.from > calendar.to) {
    report.error(`${at}.to`, 'dates-reversed', {
      vi: `“${calendar.name}” kết thúc ngày ${calendar.to}, trước ngày bắt đầu ${calendar.from}`,
      en: `"${calendar.name}" ends on ${calendar.to}, before it begins on ${calendar.from}`,
    })
    return
  }
  const holidays = calendar.holidays.map(({ date }) => date)
  const check = (dates: readonly string[], pathOf: (index: number) => string) => {
    dates.forEach((date, index) => {
      if (!spans(calendar, date)) report.error(pathOf(index), 'outside-calendar', outside(date, calendar))
      else if (dates.indexOf(date) < index)
        report.warning(pathOf(index), 'duplicate-day', {
          vi: `ngày ${date} có hai lần trong danh sách`,
          en: `${date} is listed twice`,
        })
    })
  }
  check(holidays, index => `${at}.holidays[${index}].date`)
  check(calendar.workedDays, index => `${at}.workedDays[${index}]`)
  calendar.workedDays.forEach((date, index) => {
    if (holidays.includes(date))
      report.error(`${at}.workedDays[${index}]`, 'worked-holiday', {
        vi: `ngày ${date} vừa là ngày nghỉ vừa là ngày làm bù`,
        en: `${date} is both a holiday and a worked day`,
      })
  })
}

/** A date a calendar says nothing about. */
export function outside(date: string, { name, from, to }: Calendar) {
  const [day, first, last] = [date, from, to].map(writtenDay)
  return {
    vi: `ngày ${day} nằm ngoài “${name}”, lịch này chỉ có từ ${first} đến ${last}`,
    en: `${date} lies outside "${name}", which runs from ${from} to ${to}`,
  }
}
