import { appVersion } from '../../model/appVersion.ts'
import type { Plan } from '../../model/plan.ts'
import type { TaskStanding } from '../../model/taskStanding.ts'
import { calendarOf } from '../../state/tasks/calendar.ts'
import { phasesOf } from '../../state/tasks/phasesOf.ts'
import type { TaskTable } from '../../state/tasks/tableFile.ts'
import type { CalendarItem, TaskPlan } from '../../state/tasks/tasksView.ts'
import { totalsOf } from '../../state/tasks/totalsOf.ts'
import { formatDate, formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName } from '../../ui/language.tsx'
import { footLines } from './footLines.ts'
import { leadSorts, orderLeads } from './leadOrder.ts'
import type { TasksShow, ViewProps } from './shared.ts'
import { groupTasks } from './taskGroups.ts'
import { deadlineText, planName, planSource, standingTexts } from './texts.ts'
import { tasksWords } from './words.ts'

export type ExportSource = Pick<ViewProps, 'narrowed' | 'on' | 'address' | 'agencyOf'> & {
  readonly plans: readonly TaskPlan[]
  readonly files: readonly Plan[]
  readonly today: string
}

/** What a view shows as a plain table: the same rows in the same order, and what they are of. */
export function exportTable(
  show: TasksShow,
  title: string,
  source: ExportSource,
  language: Language,
): TaskTable {
  const words = tasksWords[language]
  const foot = footLines(source.narrowed, source.on, source.today, show, appVersion, words, language)
  return { title, sheetName: words.show[show], foot, ...tables[show](source, language) }
}

type Body = Pick<TaskTable, 'columns' | 'rows'>

const tables: Record<TasksShow, (source: ExportSource, language: Language) => Body> = {
  list: ({ narrowed: { shown, wish } }, language) => {
    const words = tasksWords[language]
    const groups = groupTasks(shown, wish.sort, words, language).filter(({ rows }) => rows.length > 0)
    const isGrouped = wish.sort !== 'plan'
    return {
      columns: [
        ...(isGrouped ? [{ name: words.sorts[wish.sort], width: 26 }] : []),
        { name: words.plan, width: 30 },
        { name: words.section, width: 26 },
        { name: words.number, width: 7 },
        { name: words.kind, width: 12 },
        { name: words.task, width: 60 },
        { name: words.lead, width: 30 },
        { name: words.successor, width: 26 },
        { name: words.partners, width: 30 },
        { name: words.product, width: 30 },
        { name: words.writtenDeadline, width: 20 },
        { name: words.deadline, width: 20 },
        { name: words.standing, width: 22 },
        { name: words.standingMore, width: 26 },
        { name: words.criteria, width: 24 },
        { name: words.linksSure, width: 12 },
        { name: words.source, width: 24 },
        { name: words.place, width: 20 },
      ],
      rows: groups.flatMap(group =>
        group.rows.map(({ task, plan, leads, standing, criteria }) => {
          const [main, ...others] = standingTexts(standing, words, language)
          return [
            ...(isGrouped ? [group.name] : []),
            planName(plan, words, language),
            task.section ?? '',
            task.number ?? '',
            words.kinds[task.kind],
            task.name,
            pickName(language, task.lead, task.leadEn),
            leads.flatMap(({ successor }) => successor?.name ?? []).join('; '),
            task.partners ?? '',
            task.product ?? '',
            task.deadline?.written ?? '',
            deadlineText(task.deadline, words),
            main,
            others.join('; '),
            criteria
              .map(each => [each.code, pickName(language, each.name, each.nameEn)].join(' ').trim())
              .join('; '),
            criteria.length === 0 ? '' : words.certainty[plan.linksCertainty],
            plan.document ? planSource(plan, words, language) : '',
            task.provenance.source?.place ?? '',
          ]
        }),
      ),
    }
  },
  leads: ({ narrowed: { shown }, address, agencyOf }, language) => {
    const words = tasksWords[language]
    const { leads, total } = totalsOf(shown)
    const sort = leadSorts.find(id => id === address.sort) ?? 'overdue'
    const nameOf = ({ leadId, lead }: (typeof leads)[number]) =>
      (leadId === null ? lead : agencyOf(leadId)?.name) || words.noLead
    const cells = (counts: typeof total) => [
      counts.total,
      counts.overdue,
      counts.unreported,
      counts.dueSoon,
      counts.notYet,
      counts.undated,
      counts.done + counts.doneLate,
      counts.dropped,
    ]
    return {
      columns: [
        { name: words.leadAgency, width: 46 },
        { name: words.successor, width: 36 },
        ...[
          words.total,
          words.overdue,
          `${words.overdue}, ${words.overdueOpen}`,
          words.dueSoon,
          words.notDue,
          words.undated,
          words.doneAll,
          words.droppedAll,
        ].map(name => ({ name, width: 12 })),
      ],
      rows: [
        ...orderLeads(leads, sort, nameOf).map(lead => [
          nameOf(lead),
          (lead.leadId === null ? null : agencyOf(lead.leadId))?.successor?.name ?? '',
          ...cells(lead.counts),
        ]),
        [words.allLeads, '', ...cells(total)],
      ],
    }
  },
  phases: ({ plans, narrowed: { wish } }, language) => {
    const words = tasksWords[language]
    const shown = wish.plan ? plans.filter(({ id }) => id === wish.plan?.id) : plans
    return {
      columns: [
        { name: words.plan, width: 34 },
        { name: words.phase, width: 14 },
        { name: words.from, width: 12 },
        { name: words.to, width: 12 },
        { name: words.writtenDeadline, width: 26 },
        { name: words.covers, width: 60 },
        { name: words.overlapsWith, width: 44 },
        { name: words.place, width: 24 },
      ],
      rows: shown.flatMap(plan => {
        const { phases, overlaps } = phasesOf(plan.phases)
        const nameOf = (id: string) => phases.find(phase => phase.id === id)?.name ?? id
        return phases.map(phase => [
          planName(plan, words, language),
          phase.name,
          formatDate(phase.from),
          formatDate(phase.to),
          phase.written,
          phase.covers,
          overlaps
            .filter(({ firstId, secondId }) => firstId === phase.id || secondId === phase.id)
            .map(({ firstId, secondId, from, to, days }) => {
              const other = nameOf(firstId === phase.id ? secondId : firstId)
              const long = words.overlapDays(formatNumber(String(days), language))
              return `${words.overlap(other, formatDate(from), formatDate(to))} (${long})`
            })
            .join('; '),
          phase.provenance.source?.place ?? '',
        ])
      }),
    }
  },
  calendar: ({ narrowed: { shown, isNarrow }, files, on, address }, language) => {
    const words = tasksWords[language]
    const year = Number(on.slice(0, 4))
    const said = (standing: TaskStanding) =>
      standingTexts({ ...standing, occurrence: null, next: null }, words, language).join('; ')
    const described = (item: CalendarItem) => [
      words.kinds[item.kind],
      pickName(language, item.name, item.nameEn),
      item.who,
      planSource(item.plan, words, language),
      item.place ?? '',
    ]
    const { lines, monthly } = calendarOf(shown, isNarrow ? [] : files, year, on, address.rows !== 'all')
    return {
      columns: [
        { name: words.day, width: 12 },
        { name: words.dayNote, width: 24 },
        { name: words.kind, width: 12 },
        { name: words.what, width: 60 },
        { name: words.who, width: 40 },
        { name: words.document, width: 30 },
        { name: words.place, width: 30 },
        { name: words.standing, width: 30 },
      ],
      rows: [
        ...monthly.map(item => [
          words.everyMonth,
          words.everyMonthNote,
          ...described(item),
          item.row ? said(item.row.standing) : words.nobodyReports,
        ]),
        ...lines.map(({ day, isDayStated, item, standing }) => [
          formatDate(day),
          isDayStated ? '' : words.endOfPeriod,
          ...described(item),
          standing ? said(standing) : words.nobodyReports,
        ]),
      ],
    }
  },
}
