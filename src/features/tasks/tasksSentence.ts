import type { LeadTotals, StandingCounts } from '../../model/taskStanding.ts'
import type { TaskAgency } from '../../state/tasks/agenciesOf.ts'
import { formatDate, formatNumber, type Language } from '../../ui/formatNumber.ts'
import { tasksWords } from './words.ts'

/** The message of the screen: how much is past due without a report on the day asked about, and where most. */
export function tasksSentence(
  on: string,
  total: StandingCounts,
  leads: readonly LeadTotals[],
  agencyOf: (id: string) => TaskAgency | null,
  onlyLead: TaskAgency | null,
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
  agencyOf: (id: string) => TaskAgency | null,
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
