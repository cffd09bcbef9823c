import { column, textCell, withoutEmpty } from '../../exports/displayedCells.ts'
import type { DisplayedCell, DisplayedTable } from '../../model/displayedTable.ts'
import type { LeadTotals, StandingCounts } from '../../model/taskStanding.ts'
import { numberCell } from '../../receipt/displayedCell.ts'
import type { totalsOf } from '../../state/tasks/totalsOf.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { leadSorts, orderLeads } from './leadOrder.ts'
import { narrowedTasks } from './narrowedTasks.ts'
import type { ViewProps } from './shared.ts'
import { successorTexts } from './texts.ts'
import { tasksWords } from './words.ts'

/** Tasks by lead agency as they are counted on screen; the bars have the same numbers. */
export function projectLeads(
  { narrowed, on, address, agencyOf }: Pick<ViewProps, 'narrowed' | 'on' | 'address' | 'agencyOf'>,
  { leads, total, shared }: ReturnType<typeof totalsOf>,
  title: string,
  language: Language,
): DisplayedTable {
  const words = tasksWords[language]
  const sort = leadSorts.find(id => id === address.sort) ?? 'overdue'
  const nameOf = ({ leadId, lead }: LeadTotals) =>
    (leadId === null ? lead : agencyOf(leadId)?.name) || words.noLead
  const say = (count: number) => formatNumber(String(count), language)
  const cells = (counts: StandingCounts): readonly DisplayedCell[] =>
    [
      counts.total,
      counts.overdue,
      counts.unreported,
      counts.dueSoon,
      counts.notYet,
      counts.undated,
      counts.done + counts.doneLate,
      ...(total.dropped > 0 ? [counts.dropped] : []),
    ].map(count => numberCell(say(count), language))
  const count = (id: string, head: string) => column(id, head, 13, 'right')
  const isGroup = (lead: LeadTotals) => lead.leadId !== null && agencyOf(lead.leadId)?.isGroup === true
  const table: DisplayedTable = {
    id: 'leads',
    name: words.show.leads,
    title,
    columns: [
      column('lead', words.leadAgency, 46),
      column('group', words.groupColumn, 14),
      column('successor', words.successor, 36),
      count('total', words.total),
      count('overdue', words.overdue),
      count('unreported', `${words.overdue}, ${words.overdueOpen}`),
      count('dueSoon', words.dueSoon),
      count('notYet', words.notDue),
      count('undated', words.undated),
      count('done', words.doneAll),
      ...(total.dropped > 0 ? [count('dropped', words.droppedAll)] : []),
    ],
    rows:
      total.total === 0
        ? []
        : [
            ...orderLeads(leads, sort, nameOf).map(lead => {
              const agency = lead.leadId === null ? null : agencyOf(lead.leadId)
              return {
                id: `${lead.leadId ?? ''} ${lead.lead}`,
                kind: 'row' as const,
                depth: 0,
                cells: [
                  textCell(nameOf(lead)),
                  textCell(agency?.isGroup && words.group),
                  textCell(...(agency ? successorTexts([agency], words) : [])),
                  ...cells(lead.counts),
                ],
              }
            }),
            {
              id: ' total',
              kind: 'total',
              depth: 0,
              cells: [textCell(words.allLeads), textCell(), textCell(), ...cells(total)],
            },
          ],
    notes: [
      `${words.undated}: ${words.undatedFull}`,
      ...(shared > 0 ? [words.sharedNote(say(shared))] : []),
      ...(leads.some(isGroup) ? [words.groupNote] : []),
    ],
    narrowed: narrowedTasks(narrowed, on, 'leads', words.leadSorts[sort], words, language),
    empty: words.noneTitle,
  }
  return withoutEmpty(table, ['group', 'successor'])
}
