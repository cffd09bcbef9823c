import { TableButtons } from '../../exports/TableButtons.tsx'
import type { YearCalendar } from '../../state/tasks/calendar.ts'
import type { TaskPlan } from '../../state/tasks/tasksView.ts'
import { totalsOf } from '../../state/tasks/totalsOf.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { projectCalendar } from './projectCalendar.ts'
import { projectLeads } from './projectLeads.ts'
import { projectPhases } from './projectPhases.ts'
import { projectTasks } from './projectTasks.ts'
import type { TasksShow, ViewProps } from './shared.ts'
import { tasksWords } from './words.ts'

const fileWords = {
  list: 'danh-sach',
  leads: 'chu-tri',
  phases: 'giai-doan',
  calendar: 'lich-bao-cao',
} as const

const ids = { list: 'tasks', leads: 'leads', phases: 'phases', calendar: 'calendar' } as const

/** Paper, and files of exactly what is shown. */
export function TasksFiles({
  plans,
  calendar,
  title,
  show,
  ...props
}: ViewProps & {
  plans: readonly TaskPlan[]
  /** Where it is the calendar that is shown. */
  calendar: YearCalendar | null
  /** The sentence of the screen, as the title of the file. */
  title: string
  show: TasksShow
}) {
  const language = useLanguage()
  const words = useText(tasksWords)
  const { narrowed, on } = props
  const make = () => {
    if (calendar) return projectCalendar(props, calendar, title, language)
    if (show === 'leads') return projectLeads(props, totalsOf(narrowed.shown), title, language)
    if (show === 'phases') return projectPhases(plans, narrowed, on, title, language)
    return projectTasks(narrowed, on, title, language)
  }
  return (
    <TableButtons
      className="tk-exports"
      id={ids[show]}
      name={words.show[show]}
      fileName={`nhiem-vu-${fileWords[show]}-${on}`}
      make={make}
    />
  )
}
