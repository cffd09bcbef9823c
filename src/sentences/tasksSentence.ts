import type { LeadTotals, StandingCounts } from '../model/taskStanding.ts'
import { formatDate, formatNumber, type Language } from '../ui/formatNumber.ts'
import { dictionary } from '../ui/language.tsx'

const nbsp = '\u00a0'

const tasksWords = dictionary({
  vi: {
    asOf: (day: string) => `Đến ${day}`,
    overdueUnreported: (count: string) => `${count} nhiệm vụ đã quá hạn mà chưa có báo cáo`,
    overdueSome: (count: string, unreported: string) =>
      `${count} nhiệm vụ đã quá hạn, trong đó ${unreported} chưa có báo cáo`,
    overdueReported: (count: string) => `${count} nhiệm vụ đã quá hạn, đều có báo cáo là chưa xong`,
    mostAt: (name: string, count: string) => `nhiều nhất ở ${name} (${count})`,
    mostAtEach: (names: string, count: string) => `nhiều nhất ở ${names} (mỗi nơi ${count})`,
    of: (name: string) => `của ${name}`,
    noneOverdue: 'không nhiệm vụ nào quá hạn',
    soon: (count: string) => `${count} nhiệm vụ đến hạn trong 30${nbsp}ngày tới`,
    noTasks: 'chưa có nhiệm vụ nào',
    and: ' và ',
  },
  en: {
    asOf: (day: string) => `By ${day}`,
    overdueUnreported: (count: string) => `${count} tasks are past due without any report`,
    overdueSome: (count: string, unreported: string) =>
      `${count} tasks are past due, ${unreported} of them without any report`,
    overdueReported: (count: string) => `${count} tasks are past due, all reported as not done`,
    mostAt: (name: string, count: string) => `most at ${name} (${count})`,
    mostAtEach: (names: string, count: string) => `most at ${names} (${count} each)`,
    of: (name: string) => `of ${name}`,
    noneOverdue: 'no task is past due',
    soon: (count: string) => `${count} tasks are due within 30${nbsp}days`,
    noTasks: 'there are no tasks yet',
    and: ' and ',
  },
})

/** As a sentence names an agency or group. */
type Named = { readonly name: string }

/** The message of the screen: how much is past due without a report on the day asked about, and where most. */
export function tasksSentence(
  on: string,
  total: StandingCounts,
  leads: readonly LeadTotals[],
  agencyOf: (id: string) => Named | null,
  onlyLead: Named | null,
  language: Language,
): string {
  const words = tasksWords[language]
  const say = (count: number) => formatNumber(String(count), language)
  const of = onlyLead ? ` ${words.of(onlyLead.name)}` : ''
  const asOf = `${words.asOf(formatDate(on))}${of}: `
  if (total.total === 0) return asOf + words.noTasks
  if (total.overdue === 0)
    return (
      asOf + [words.noneOverdue, ...(total.dueSoon > 0 ? [words.soon(say(total.dueSoon))] : [])].join('; ')
    )
  const late =
    total.unreported === total.overdue
      ? words.overdueUnreported(say(total.overdue))
      : total.unreported === 0
        ? words.overdueReported(say(total.overdue))
        : words.overdueSome(say(total.overdue), say(total.unreported))
  return asOf + [late, ...(onlyLead ? [] : most(leads, agencyOf, language))].join(', ')
}

function most(
  leads: readonly LeadTotals[],
  agencyOf: (id: string) => Named | null,
  language: Language,
): readonly string[] {
  const words = tasksWords[language]
  const largest = Math.max(0, ...leads.map(({ counts }) => counts.overdue))
  const first = leads.filter(({ counts }) => counts.overdue === largest)
  if (largest === 0 || leads.filter(({ counts }) => counts.overdue > 0).length < 2) return []
  const names = first.map(({ leadId, lead }) => (leadId === null ? lead : agencyOf(leadId)?.name) ?? '')
  const count = formatNumber(String(largest), language)
  if (names.length === 1) return [words.mostAt(names[0] ?? '', count)]
  // Three and more that have the same say nothing about where.
  return names.length === 2 ? [words.mostAtEach(names.join(words.and), count)] : []
}
